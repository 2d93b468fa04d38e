"""An office as it is opened: its books, its vault, its keys, and what its file says."""

import asyncio
import contextlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.backup.before_upgrade import keep_before_upgrade
from bot.backup.books import BackupFailed
from bot.clock import SteadyClock
from bot.files import read_office, read_procedures
from bot.health import metrics
from bot.holidays_of import calendar_for
from bot.opening import (
    StartFailed,
    database_let_go,
    ensure_not_emptied,
    ensure_undamaged,
    naming_what_to_mend,
    only_one,
    open_signer,
    open_vault,
    prepare,
    read_emblem,
)
from bot.settings import Settings
from bot.signing.pkcs12 import Pkcs12Signer
from storage.database import writing_engine
from storage.envelope import Envelope
from storage.private import make_private
from storage.reading.moments import latest_moment
from storage.repositories.procedures import ProcedureCache
from storage.sole import Sole
from storage.term_key import TermKey
from storage.unit_of_work import OfficeContext
from storage.vault import Vault
from storage.writer import Writer
from workflow.alarms import Rhythm
from workflow.office import Office
from workflow.procedure import Procedure

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenOffice:
    writer: Writer
    vault: Vault
    signer: Pkcs12Signer
    envelope: Envelope
    sole: Sole
    context: OfficeContext


async def open_office(
    settings: Settings, clock: SteadyClock, closing: contextlib.AsyncExitStack
) -> OpenOffice:
    """Bring the books to today's shape and the clock to their latest moment.

    What must be given back is left with *closing*. Raises StartFailed, OfficeError,
    ProcedureError or KeysUnusable with the mend.
    """
    now = clock.now()
    office_file = read_office(settings)
    procedures = read_procedures(settings)
    with naming_what_to_mend(settings):
        make_private(settings.data_dir)
        vault, key = await asyncio.to_thread(open_vault, settings)
        signer = await asyncio.to_thread(open_signer, settings, office_file, key, now)
        sole = await _taken(settings, closing)
        await _kept_before_upgrade(settings)
        writer = Writer(
            writing_engine(settings.database),
            rehearses=settings.rehearse_writes,
            told=metrics.committed,
        )
        closing.callback(writer.close)
        procedure_cache = await _prepared(writer, procedures, clock, now)
    return OpenOffice(
        writer=writer,
        vault=vault,
        signer=signer,
        envelope=Envelope(key),
        sole=sole,
        context=_context(
            settings, office_file, procedure_cache, TermKey(key), now, sample=signer.sample
        ),
    )


async def _taken(settings: Settings, closing: contextlib.AsyncExitStack) -> Sole:
    """The database, for this bot alone and in good order."""
    sole = await only_one(settings)
    closing.callback(sole.give_back)
    ensure_not_emptied(settings)
    await database_let_go(settings)
    if sole.ended_badly:
        await asyncio.to_thread(ensure_undamaged, settings)
    return sole


async def _kept_before_upgrade(settings: Settings) -> None:
    """What a migration is about to change is copied first, or it does not begin."""
    try:
        kept = await asyncio.to_thread(keep_before_upgrade, settings)
    except BackupFailed as error:
        raise StartFailed(f"The database was not brought to its new shape: {error}") from None
    if kept:
        log.warning(
            "The database is brought to a new shape; as it stood before, it lies in %s", kept
        )


async def _prepared(
    writer: Writer,
    procedures: Sequence[tuple[Procedure, str]],
    clock: SteadyClock,
    now: datetime,
) -> ProcedureCache:
    cache = await writer.run(lambda connection: prepare(connection, procedures, at=now))
    latest = await writer.run(latest_moment)
    if latest is not None:
        clock.not_before(latest)
    return cache


def _context(
    settings: Settings,
    office_file: Office,
    procedure_cache: ProcedureCache,
    term_key: TermKey,
    now: datetime,
    *,
    sample: bool,
) -> OfficeContext:
    floor = timedelta(minutes=settings.reminder_floor_minutes)
    return OfficeContext(
        office=office_file.model_copy(update={"sample": office_file.sample or sample}),
        calendar=calendar_for(office_file, now=now),
        rhythm=replace(Rhythm(), floor=floor),
        procedure_cache=procedure_cache,
        term_key=term_key,
        emblem=read_emblem(settings, office_file),
    )
