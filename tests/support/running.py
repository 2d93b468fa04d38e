"""An office at work: the sandbox here, the real bot in its own process, HTTP between them."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, NullPool, create_engine

from bot.cli.sandbox.office import OfficeOfSandbox
from bot.cli.sandbox.personas import APPLICANT, IT_PERSON, officers_of
from bot.clock import FollowedClock
from bot.files import read_office, read_procedures
from bot.opening import context_for, open_signer
from bot.sandbox.server import Sandbox
from bot.sandbox.visitor import People
from bot.settings import Settings
from bot.signing.pkcs12 import Pkcs12Signer
from storage.reading.cases import newest_cases
from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from storage.vault import Vault, ensure_key
from tests.support.bot_process import BotProcess
from workflow.case import Case, Task
from workflow.office import Office
from workflow.procedure import Procedure

TOKEN = "42:SANDBOX"
MONDAY = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # nine o'clock in Jakarta
# What a bot calls last of all before it takes its first update.
_OPEN = ("deleteWebhook", "setWebhook")
OPENING = 60.0  # seconds until the first answer; the first bot of all has to be imported


@dataclass(slots=True)
class OfficeAtWork:
    """One office with its officers on their posts, an applicant, and Telegram in our hands."""

    people: People
    address: str
    settings: Settings
    office: Office
    procedure: Procedure
    clock: FollowedClock
    context: OfficeContext
    bot: BotProcess
    applicant: int = APPLICANT.id
    it_person: int = IT_PERSON.id
    _guests: int = 5000
    _database: Engine = field(init=False)

    def __post_init__(self) -> None:
        # Each look opens the file anew, so that none stands in the bot's way.
        self._database = create_engine(self.settings.database, poolclass=NullPool)

    def officer(self, jabatan: str) -> int:
        """The phone of whoever holds a jabatan."""
        return next(one.id for one in officers_of(self.office) if one.jabatan == jabatan)

    def officer_of(self, task: Task) -> int:
        """The phone of whoever holds the lane a task lies in."""
        return self.officer(self.office.holder_of(self.procedure.id, task.lane))

    def person_at(self, task: Task) -> int:
        """The phone of whoever has to act on a task."""
        if not self.procedure.lanes[task.lane].applicant:
            return self.officer_of(task)
        with self.books() as work:
            applicant = work.cases.get(task.case_id).applicant_id
            return 0 if applicant is None else work.people.get(applicant).telegram_id

    def name_of(self, jabatan: str) -> str:
        return next(one.name for one in officers_of(self.office) if one.jabatan == jabatan)

    async def guest(self, name: str, *, language: str = "id") -> int:
        """Somebody who comes in for the first time."""
        self._guests += 1
        return await self.people.add(name, self._guests, "Pemohon", language=language)

    def kill(self) -> None:
        self.bot.kill()

    def stop(self) -> int:
        return self.bot.stop()

    async def start(self) -> None:
        """Start the bot and return when it has asked for its updates."""
        before = await self._calls()
        self.bot.start()
        async with asyncio.timeout(OPENING):
            while not await self._is_open(before):
                if not self.bot.is_running:
                    raise RuntimeError(f"the bot ended:\n{self.log()}")
                await asyncio.sleep(0.02)

    async def _is_open(self, before: int) -> bool:
        return any(one["method"] in _OPEN for one in await self.people.journal(after=before))

    async def _calls(self) -> int:
        journal = await self.people.journal()
        return journal[-1]["n"] if journal else 0

    async def restart(self) -> None:
        self.bot.kill()
        await self.start()

    def log(self) -> str:
        return self.bot.told()

    @contextlib.contextmanager
    def books(self) -> Iterator[SqlUnitOfWork]:
        """The database as it stands, to look at and not to touch."""
        with self._database.connect() as connection:
            connection.exec_driver_sql("PRAGMA query_only=ON")
            yield SqlUnitOfWork(connection, self.context, self.clock.now())

    def rows(self, sql: str, *values: object) -> Sequence[Any]:
        with self.books() as work:
            return work.connection.exec_driver_sql(sql, tuple(values)).all()

    def write(self, sql: str, *values: object) -> None:
        """Put something into the books behind the bot's back."""
        with self._database.begin() as connection:
            connection.exec_driver_sql(sql, tuple(values))

    def case(self, number: str) -> Case:
        with self.books() as work:
            for case_id in newest_cases(work, limit=1000):
                case = work.cases.get(case_id)
                if case.number == number:
                    return case
        raise LookupError(number)

    def tasks(self, number: str) -> Sequence[Task]:
        case = self.case(number)
        with self.books() as work:
            return work.cases.tasks_of(case.id)

    def task(self, number: str) -> Task:
        """Where the case lies now."""
        return self.tasks(number)[-1]

    def inbox(self) -> dict[str, int]:
        """How many updates were received, handled, set aside."""
        [(received, handled, parked)] = self.rows(
            "SELECT count(*), count(handled_at), coalesce(sum(parked), 0) FROM inbox"
        )
        return {"received": received, "handled": handled, "parked": parked}

    async def until(self, fits: Callable[[], Any], *, what: str, within: float = 30.0) -> Any:
        """Return what *fits* finds in the books, looked up whenever something moves."""
        return await self.people.wait_for(lambda state: fits(), within, what=what)

    async def at_step(self, number: str, step: str) -> Task:
        """Return the open task once the case lies at a step."""

        def there() -> Task | None:
            task = self.task(number)
            return task if task.step == step and task.is_open else None

        found: Task = await self.until(there, what=f"{number} at step {step}")
        return found

    async def ended(self, number: str) -> Case:
        def over() -> Case | None:
            case = self.case(number)
            return None if case.ended_at is None else case

        found: Case = await self.until(over, what=f"the end of {number}")
        return found

    def signer(self) -> Pkcs12Signer:
        return open_signer(
            self.settings, self.office, ensure_key(self.settings.vault_key), self.clock.now()
        )

    def vault(self) -> Vault:
        return Vault(self.settings.data_dir / "vault", ensure_key(self.settings.vault_key))


@contextlib.asynccontextmanager
async def an_office_at_work(
    folder: Path,
    *,
    fast: bool = True,
    port: int = 0,
    procedure: str = "jakarta-data",
    **environment: str,
) -> AsyncIterator[OfficeAtWork]:
    """Open an office in *folder*; settings of the bot are given as `reminder_floor_minutes="5"`."""
    settings = Settings(_env_file=None, data_dir=folder)
    panel = _LatePanel()
    sandbox = Sandbox(
        folder=folder / "sandbox",
        token=TOKEN,
        starts_at=MONDAY,
        panel=panel,
        name="Disposisi",
        username="disposisi_sandbox_bot",
        flood_limits=not fast,
    )
    async with sandbox.listening(port) as address, People(address) as people:
        inside = OfficeOfSandbox(settings, address, procedure)
        panel.ask = inside.panel
        clock = FollowedClock(f"{address}/sandbox/clock")
        await clock.start()
        office = read_office(settings)
        at_work = OfficeAtWork(
            people=people,
            address=address,
            settings=settings,
            office=office,
            procedure=next(one for one, _ in read_procedures(settings) if one.id == procedure),
            clock=clock,
            context=context_for(office, now=clock.now()),
            bot=BotProcess(_environment(folder, address, fast, environment), folder / "bot.log"),
        )
        async with inside.opened():
            await at_work.start()
            try:
                await inside.all_joined()
                yield at_work
            finally:
                at_work.kill()


def _environment(folder: Path, address: str, fast: bool, given: dict[str, str]) -> dict[str, str]:
    return {
        "DISPOSISI_BOT_TOKEN": TOKEN,
        "DISPOSISI_TELEGRAM_API_BASE": address,
        "DISPOSISI_CLOCK_URL": f"{address}/sandbox/clock",
        "DISPOSISI_REHEARSE_WRITES": "true",
        "DISPOSISI_DATA_DIR": str(folder),
        **({"DISPOSISI_MESSAGES_PER_SECOND": "0"} if fast else {}),
        **{f"DISPOSISI_{name.upper()}": value for name, value in given.items()},
    }


class _LatePanel:
    ask: Callable[[], Any] | None = None

    async def __call__(self) -> dict[str, Any]:
        return {} if self.ask is None else dict(await self.ask())
