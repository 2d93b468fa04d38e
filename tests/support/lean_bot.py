"""What every bot of the tests is forked from: the product, imported as `disposisi run` does.

What each of them would import or read within its first moments is there already.
"""

from zoneinfo import ZoneInfo

from bot.cli.lean_start import lean_start

with lean_start():
    import bot.app
    import bot.signing.pades  # noqa: F401

from bot.clock import SystemClock
from bot.holidays_of import closures_of_indonesia
from messages.localizer import LANGUAGES, localizer_for

closures_of_indonesia([SystemClock().now().year])
for language in LANGUAGES:
    localizer_for(language, ZoneInfo("Asia/Jakarta"))
