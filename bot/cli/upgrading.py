"""`disposisi upgrade`: bring the books to this version's shape, or rehearse it on a copy first."""

from typing import Annotated

import typer

from bot.cli.checking import FAULTY, UNCHECKED, Told, saying_why, speaking
from bot.cli.database import upgrade as upgrade_books
from bot.cli.reporting import fail, read_settings, tell, tell_json
from bot.clock import SystemClock


def upgrade(
    rehearse: Annotated[
        bool, typer.Option("--rehearse", help="On a copy; the running bot is not touched.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="With --rehearse: for a machine.")] = False,
    language: Annotated[str, typer.Option(help="id or en, with --rehearse.")] = "id",
) -> None:
    """Bring the books to this version's shape, or rehearse it: 0 well, 1 not, 3 not tried."""
    if not rehearse:
        if json:
            fail("--json belongs to --rehearse.", code=UNCHECKED)
        upgrade_books()
        return
    from bot.checking.rehearsal import rehearse as rehearsed
    from bot.checking.telling import as_json
    from bot.checking.telling import rehearsed as told

    say, settings = speaking(language), read_settings()
    with saying_why():
        done = rehearsed(settings, Told(), at=SystemClock().now())
    if json:
        moved = {"from": done.before, "to": done.after, "seconds": round(done.seconds, 1)}
        tell_json({**moved, **as_json(done.report, say)})
    else:
        for line in told(done, say):
            tell(line)
    raise typer.Exit(code=0 if done.report.is_well else FAULTY)
