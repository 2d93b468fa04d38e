"""`disposisi run`: the bot, on real Telegram or any Bot API server."""

import asyncio
import sys
from typing import Annotated

import typer

from bot.cli import parent_watch
from bot.cli.lean_start import lean_start
from bot.cli.reporting import fail, read_settings, start_logging
from workflow.errors import OfficeError, ProcedureError

# Seconds after which a thread that computes lets another one go on. The writer lets go at every
# statement, and with Python's own 5 ms it would wait that long for the loop each time.
TURN = 0.0005


def run(
    end_with_stdin: Annotated[bool, typer.Option("--end-with-stdin", hidden=True)] = False,
) -> None:
    """Run the bot until it is stopped; settings come from the environment and .env."""
    if end_with_stdin:
        parent_watch.end_with_stdin()
    sys.setswitchinterval(TURN)
    settings = read_settings()
    start_logging(settings.log_level, form=settings.log_format)
    import uvloop

    with lean_start():
        from bot.app import App  # aiogram takes seconds to import
    from bot.opening import StartFailed
    from bot.proxies import ProxyUnusable
    from bot.signing.pkcs12 import KeysUnusable

    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(App(settings).run())
    except (StartFailed, OfficeError, ProcedureError, KeysUnusable, ProxyUnusable) as error:
        fail(f"The office cannot be opened.\n{error}")
