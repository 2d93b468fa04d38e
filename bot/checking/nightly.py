"""Each night a sample of the office is checked; the administrators hear in the morning."""

import asyncio
import logging
import random
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from bot.checking.books import BookCheck
from bot.checking.letters import check_letters
from bot.checking.report import Report
from bot.checking.telling import lines
from bot.checking.vault import FOLDERS, check_vault, names_in
from bot.clock import SteadyClock
from bot.signing.pkcs12 import Pkcs12Signer
from messages.localizer import localizer_for
from storage.database import looking_engine
from storage.repositories.procedures import ProcedureCache
from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from storage.vault import Vault
from storage.writer import Writer
from workflow.desk.caretaking import tell_of_check
from workflow.flaws import FlawKind

log = logging.getLogger(__name__)

# What a night looks at: stretches of a hundred cases, files, letters.
STRETCHES, FILES, LETTERS = 5, 200, 20


class NightCheck:
    """Looks in a thread of its own, and reads only; whoever presses meanwhile waits for nothing."""

    def __init__(
        self,
        *,
        database: str,
        folder: Path,
        vault: Vault,
        signer: Pkcs12Signer,
        writer: Writer,
        context: OfficeContext,
        clock: SteadyClock,
        committed: Callable[[], None],
    ) -> None:
        self._database = database
        self._folder = folder
        self._vault = vault
        self._signer = signer
        self._writer = writer
        self._context = context
        self._clock = clock
        self._committed = committed
        self._told: frozenset[FlawKind] = frozenset()

    async def look(self) -> None:
        """Raises nothing: a night that could not look says so in the log."""
        try:
            report = await asyncio.to_thread(self.sample)
        except Exception:
            log.exception("the sample of this night could not be checked")
            return
        await self._say(report)

    def sample(self) -> Report:
        """SOPs, posts and indexes; some cases, files and letters."""
        report, engine = Report(), looking_engine(self._database)
        context = replace(self._context, procedure_cache=ProcedureCache())
        try:
            books = BookCheck(engine, context, self._clock.now, report, _quietly)
            if books.shape_is_there():
                books.sample(STRETCHES)
                folders = _folders(self._folder)
                check_vault(
                    engine, self._folder, self._vault, report, _quietly, most=FILES, folders=folders
                )
                check_letters(engine, self._vault, self._signer, report, _quietly, most=LETTERS)
        finally:
            engine.dispose()
        return report

    async def _say(self, report: Report) -> None:
        """The log hears all of it each night; the administrators hear of a kind once."""
        say = localizer_for("en", self._context.calendar.tz, escape=str)
        for line in lines(report, say):
            log.log(logging.INFO if report.is_well else logging.ERROR, "check: %s", line)
        kinds = frozenset(kind for kind in report.counts if not kind.is_remark)
        if kinds - self._told:
            await self._writer.run(partial(self._tell, faults=report.faults))
            self._committed()
        self._told = kinds

    def _tell(self, connection: Connection, faults: int) -> None:
        tell_of_check(SqlUnitOfWork(connection, self._context, self._clock.now()), faults)


def _folders(vault: Path) -> list[str]:
    """Folders of the vault, chosen at random, that together hold about so many files."""
    chosen: list[str] = []
    found = 0
    for name in random.sample(FOLDERS, len(FOLDERS)):
        if found >= FILES:
            break
        chosen.append(name)
        found += sum(1 for _ in names_in(vault / name))
    return chosen


def _quietly(_part: str, _done: int, _of: int) -> None:
    """At night nobody watches."""
