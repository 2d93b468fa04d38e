"""`disposisi people …`: the way in for the administrator and for officers."""

import asyncio
import secrets
from typing import Annotated

import typer
from sqlalchemy import Connection

from bot.cli.reporting import fail, read_settings, tell
from bot.clock import SystemClock
from bot.opening import (
    StartFailed,
    naming_what_to_mend,
    prepare,
    read_office,
    read_procedures,
    standing_for,
)
from bot.telegram import Telegram, TelegramError
from storage.database import writing_engine
from storage.unit_of_work import SqlUnitOfWork
from workflow.desk.administrator import issue_link
from workflow.errors import OfficeError, ProcedureError
from workflow.ids import JabatanId

NIP_DIGITS = 18

app = typer.Typer(no_args_is_help=True)


@app.callback()
def people() -> None:
    """Bring in the administrator and the officers."""


@app.command()
def invite(
    jabatan: Annotated[
        str, typer.Argument(help="A jabatan of the office file, or 'administrator'")
    ],
    name: Annotated[str, typer.Option(help="Name with titles, as on letters.")],
    nip: Annotated[str, typer.Option(help="18 digits.")] = "",
    rank: Annotated[str, typer.Option(help="Pangkat/golongan, as on letters.")] = "",
) -> None:
    """Print a one-time link for one person and one jabatan; it lives a week."""
    settings = read_settings()
    clock = SystemClock()
    try:
        office = read_office(settings)
        procedures = read_procedures(settings)
    except (OfficeError, ProcedureError) as error:
        fail(str(error))
    administrator = jabatan == "administrator"
    if not administrator and jabatan not in office.jabatan:
        fail(f"There is no jabatan '{jabatan}'; the office file has {', '.join(office.jabatan)}.")
    if nip and not (nip.isascii() and nip.isdecimal() and len(nip) == NIP_DIGITS):
        fail(f"--nip takes {NIP_DIGITS} digits, not '{nip}'; leave it out when there is none.")
    bot_name = asyncio.run(
        _bot_name(settings.telegram_api_base, settings.bot_token.get_secret_value())
    )

    def invited(connection: Connection) -> str:
        prepare(connection, procedures, at=clock.now())
        return issue_link(
            SqlUnitOfWork(connection, standing_for(office, now=clock.now()), clock),
            clock,
            lambda length: secrets.token_bytes(length),
            bot_name=bot_name,
            jabatan=None if administrator else JabatanId(jabatan),
            name=name[:100],
            nip=nip,
            rank=rank[:60],
            administrator=administrator,
        )

    try:
        with naming_what_to_mend(settings):
            settings.data_dir.mkdir(parents=True, exist_ok=True)
            with writing_engine(settings.database).begin() as connection:
                link = invited(connection)
    except StartFailed as error:
        fail(str(error))
    tell(link)


async def _bot_name(base: str, token: str) -> str:
    telegram = Telegram(base=base, token=token)
    try:
        me = await telegram.call("getMe", {})
    except TelegramError as error:
        fail(f"Telegram does not tell the bot's name ({error}); check DISPOSISI_BOT_TOKEN.")
    finally:
        await telegram.close()
    return str(me["username"])
