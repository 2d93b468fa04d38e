"""`disposisi doctor`: is this office able to work, and if not, what to do."""

import asyncio
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Annotated

import aiohttp
import typer
from sqlalchemy import NullPool, create_engine
from sqlalchemy.exc import SQLAlchemyError

from bot.cli.finding import Finding
from bot.cli.in_order import CLOCK_TOLERANCE, in_books
from bot.cli.reporting import read_settings, tell, tell_json
from bot.cli.soundness import closed_to_strangers, undamaged
from bot.clock import SystemClock
from bot.files import read_office, read_procedures
from bot.opening import (
    END_THE_OTHER,
    StartFailed,
    context_for,
    ensure_not_emptied,
    keys_of,
    open_vault,
    read_emblem,
)
from bot.proxies import ProxyUnusable, proxy_for
from bot.settings import Settings
from bot.signing.pkcs12 import KeysUnusable
from bot.telegram import Refused, Telegram, TelegramError
from storage.database import held_by_another
from storage.room import LITTLE_ROOM, free_in
from storage.vault import files_in
from workflow.errors import OfficeError, ProcedureError

SHAPE_OF_TOKEN = re.compile(r"[0-9]+:[^\s/]+")


def doctor(
    json: Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")] = False,
) -> None:
    """Look at settings, token, database, clock, disk, SOPs and lanes; say what to do."""
    settings = read_settings()
    findings = asyncio.run(_examine(settings))
    if json:
        tell_json([asdict(one) for one in findings])
    else:
        for one in findings:
            tell(f"{'ok  ' if one.ok else 'BAD '} {one.name}: {one.seen}")
            if one.cure:
                tell(f"     → {one.cure}")
    raise typer.Exit(code=0 if all(one.ok for one in findings) else 1)


async def _examine(settings: Settings) -> list[Finding]:
    found = [*_on_disk(settings), *_files(settings)]
    found += await _telegram(settings)
    found += await asyncio.to_thread(_database, settings)
    return found


def _on_disk(settings: Settings) -> Iterator[Finding]:
    folder = settings.data_dir
    nearest = next((one for one in (folder, *folder.absolute().parents) if one.exists()), Path("/"))
    if not os.access(nearest, os.W_OK):
        yield Finding(
            "data folder",
            False,
            f"{folder} cannot be written",
            "give the user that runs Disposisi the right to write there, or set DISPOSISI_DATA_DIR",
        )
    free = free_in(folder)
    yield Finding(
        "free disk",
        free > LITTLE_ROOM,
        f"{free / (1 << 30):.1f} GB free",
        "" if free > LITTLE_ROOM else "make room; uploads and letters need it",
    )
    yield from closed_to_strangers(settings)
    yield _tried("vault key", lambda: _vault_key(settings))
    yield _tried("signing keys", lambda: _signing_keys(settings))


def _vault_key(settings: Settings) -> str:
    where = settings.vault_key
    if not where.exists() and not any(files_in(settings.data_dir / "vault")):
        return f"{where} will be made at the first start"
    open_vault(settings)
    return f"{where} is there; keep a copy of it outside this machine"


def _signing_keys(settings: Settings) -> str:
    if not settings.signing.exists():
        return f"{settings.signing}: development keys will be made there at the first start"
    if not settings.vault_key.exists():
        return f"{settings.signing} is there"
    _, key = open_vault(settings)
    signer = keys_of(settings, key)
    return f"{settings.signing}: " + ("development keys" if signer.sample else "your own keys")


def _files(settings: Settings) -> Iterator[Finding]:
    yield _tried("office file", lambda: _office_name(settings))
    if settings.office_file is None:
        yield Finding(
            "own office",
            False,
            "the invented sample office is used",
            "copy workflow/procedures/office/sample-office.yaml, make it yours, "
            "and name it in DISPOSISI_OFFICE_FILE",
        )
    yield _tried(
        "SOPs", lambda: ", ".join(procedure.id for procedure, _ in read_procedures(settings))
    )


def _office_name(settings: Settings) -> str:
    office = read_office(settings)
    read_emblem(settings, office)
    return context_for(office, now=SystemClock().now()).office.letterhead.name


def _tried(name: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(name, True, look())
    except (OfficeError, ProcedureError) as error:
        return Finding(name, False, str(error), "mend the lines named, then ask again")
    except KeysUnusable as error:
        return Finding(name, False, str(error), "see DISPOSISI_SIGNING_DIR and _PASSPHRASE")
    except OSError as error:
        return Finding(name, False, f"{error.filename}: {error.strerror}", "let Disposisi read it")


def _misshapen(token: str) -> Finding | None:
    if not token:
        return Finding(
            "token",
            False,
            "DISPOSISI_BOT_TOKEN is not set",
            "ask @BotFather for a token and put it into .env",
        )
    if not SHAPE_OF_TOKEN.fullmatch(token):
        return Finding(
            "token",
            False,
            "DISPOSISI_BOT_TOKEN is not a token",
            "copy it again from @BotFather; it looks like 123456:ABC-DEF",
        )
    return None


async def _telegram(settings: Settings) -> list[Finding]:
    token = settings.bot_token.get_secret_value()
    if (misshapen := _misshapen(token)) is not None:
        return [misshapen]
    try:
        telegram = Telegram(base=settings.telegram_api_base, token=token)
    except ProxyUnusable as error:
        return [Finding("Telegram", False, str(error), "or take it out of the environment")]
    try:
        name = await telegram.name()
    except Refused as refused:
        return [
            Finding("token", False, refused.description, "copy the token again from @BotFather")
        ]
    except TelegramError as error:
        return [
            Finding(
                "Telegram",
                False,
                f"{settings.telegram_api_base} does not answer ({error})",
                "check the network, and DISPOSISI_TELEGRAM_API_BASE",
            )
        ]
    finally:
        await telegram.close()
    return [Finding("token", True, f"@{name}"), await _clock(settings)]


def _proxy(settings: Settings) -> str | None:
    proxy = proxy_for(settings.telegram_api_base)
    return None if proxy is None else proxy.url


async def _clock(settings: Settings) -> Finding:
    try:
        async with (
            aiohttp.ClientSession(proxy=_proxy(settings)) as session,
            session.head(settings.telegram_api_base) as response,
        ):
            told = response.headers.get("Date")
    except aiohttp.ClientError as error:
        return Finding("clock", True, f"cannot be compared: {error}")
    if told is None:
        return Finding("clock", True, "cannot be compared: the server tells no date")
    apart = abs((SystemClock().now() - parsedate_to_datetime(told).astimezone(UTC)).total_seconds())
    return Finding(
        "clock",
        apart < CLOCK_TOLERANCE,
        f"{apart:.0f} s apart from Telegram's",
        "" if apart < CLOCK_TOLERANCE else "set the machine's clock, best by NTP",
    )


def _database(settings: Settings) -> list[Finding]:
    if not settings.database_url and not (settings.data_dir / "disposisi.db").exists():
        return [_not_there(settings)]
    try:
        if held_by_another(settings.database):
            return [Finding("database", False, "is held locked by another program", END_THE_OTHER)]
        if (damaged := undamaged(settings)) is not None:
            return [damaged]
        engine = create_engine(settings.database, poolclass=NullPool)
        with engine.connect() as connection:
            return in_books(settings, connection)
    except (SQLAlchemyError, OSError, ImportError) as error:
        return [
            Finding(
                "database",
                False,
                str(error).splitlines()[0],
                "check DISPOSISI_DATABASE_URL and that the server runs",
            )
        ]


def _not_there(settings: Settings) -> Finding:
    try:
        ensure_not_emptied(settings)
    except StartFailed as error:
        return Finding("database", False, "is not there", str(error))
    return Finding("database", True, "will be made at the first start")
