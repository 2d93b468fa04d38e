"""What Telegram is asked and told before the office opens, however long that takes."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import UTC
from typing import Any

from bot.delivery.rendering import menu
from bot.opening import StartFailed
from bot.resources import Resources
from bot.telegram import Refused, TelegramError, field_of
from messages.cards.commands import commands, introduction
from messages.localizer import localizer_for
from workflow.people import Language

log = logging.getLogger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0  # seconds


async def introduce(resources: Resources, office_name: str) -> str:
    """Learn the bot's name; leave the commands, and words for whoever has not begun."""
    name: str = await patiently(
        resources, "getMe", {}, read=lambda me: field_of("getMe", me, "username", str)
    )
    for language in Language:
        say = localizer_for(language, UTC)
        spoken = {} if language is Language.INDONESIAN else {"language_code": language}
        # What everybody may use; whoever may use more has a menu of their own (ListCommands).
        listed = commands(officer=False, supervisor=False, administrator=False, say=say)
        await patiently(resources, "setMyCommands", {"commands": menu(listed), **spoken})
        whole, short = introduction(office_name, say)
        await patiently(resources, "setMyDescription", {"description": whole, **spoken})
        await patiently(resources, "setMyShortDescription", {"short_description": short, **spoken})
    return name


async def patiently(
    resources: Resources,
    method: str,
    params: Mapping[str, object],
    *,
    read: Callable[[Any], Any] = lambda told: told,
) -> Any:
    """Call what has to be done; waits for a server not there yet, raises StartFailed at a no."""
    pause = FIRST_PAUSE
    while True:
        try:
            return read(await resources.telegram.call(method, params))
        except Refused as refused:
            if refused.retry_after is None:
                raise StartFailed(_why_not(method, refused)) from None
            log.warning("%s: %s", method, refused)
            pause = refused.retry_after
        except TelegramError as error:
            log.warning("%s does not answer: %s", resources.settings.telegram_api_base, error)
        await asyncio.sleep(pause)
        pause = min(LONGEST_PAUSE, pause * 2)


def _why_not(method: str, refused: Refused) -> str:
    if refused.of_the_bot:
        return (
            f"Telegram refuses the token ({refused.description}); "
            "write the right one into DISPOSISI_BOT_TOKEN"
        )
    return f"Telegram refuses {method}: {refused.description}"
