"""`disposisi run`: the bot, on real Telegram or any Bot API server."""

import asyncio

from bot.cli.reporting import fail, read_settings, start_logging
from workflow.errors import OfficeError, ProcedureError


def run() -> None:
    """Run the bot until it is stopped; settings come from the environment and .env."""
    settings = read_settings()
    start_logging(settings.log_level)
    from bot.app import App  # aiogram takes seconds to import
    from bot.opening import StartFailed
    from bot.signing.pkcs12 import KeysUnusable

    try:
        asyncio.run(App(settings).run())
    except (StartFailed, OfficeError, ProcedureError, KeysUnusable) as error:
        fail(f"The office cannot be opened.\n{error}")
