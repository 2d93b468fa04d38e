"""The product's half of the sandbox: its database, its panel, and the officers' way in."""

import asyncio
import contextlib
import secrets
import sys
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from bot.cli.paths import all_returns, routes
from bot.cli.sandbox.casting import beginners_of, cast_of
from bot.cli.sandbox.invented import office_text, with_every_lane
from bot.cli.sandbox.panel import CasePanel, Playbill
from bot.cli.sandbox.performance import Performance
from bot.cli.sandbox.personas import APPLICANT, IT_PERSON, Persona, officers_of
from bot.cli.sandbox.playing import Player
from bot.cli.sandbox.pressing import PlayFailed
from bot.cli.sandbox.samples import files_to_try
from bot.cli.sandbox.saving import save_papers, write_case
from bot.clock import FollowedClock
from bot.files import read_office, read_procedures
from bot.opening import context_for, naming_what_to_mend, open_signer, prepare
from bot.sandbox.samples import Sample
from bot.sandbox.visitor import NothingCame, People
from bot.settings import Settings
from storage.database import reading_engine, writing_engine
from storage.reading.cases import newest_cases
from storage.unit_of_work import SqlUnitOfWork
from storage.vault import ensure_key
from workflow import kartu_kendali
from workflow.desk.administrator import issue_link
from workflow.ids import CaseId

JOINING = 120.0  # seconds of real time: the bot's import takes ten of them
# What each of them hears: that they are in office, and that no work waits yet.
WORDS_OF_WELCOME = 2
# The SOP that the panel shows before there is a case.
SHOWN = "jakarta-data"
# The sandbox's own office, where the sample has too few posts; in the data folder.
OFFICE_FILE = "sandbox-office.yaml"
# What stood on every phone when a play failed.
PHONES_FILE = "phones.txt"
BOT_NAME = "disposisi_sandbox_bot"


class OfficeOfSandbox:
    """Built in a thread, for its imports take a second and the page must answer meanwhile."""

    def __init__(self, settings: Settings, address: str, procedure_id: str) -> None:
        self._settings = settings
        self._procedures = read_procedures(settings)
        self._office = read_office(settings)
        # The office file that the bot is to read, where the settings name none that would do.
        self.file: Path | None = None
        if settings.office_file is None:
            self._invent(settings.data_dir / OFFICE_FILE)
        self._clock = FollowedClock(f"{address}/sandbox/clock")
        self._people = People(address)
        self._officers = officers_of(self._office)
        found = [one for one, _ in self._procedures if one.id == procedure_id]
        if procedure_id and not found:
            names = ", ".join(one.id for one, _ in self._procedures)
            raise SystemExit(f"There is no SOP '{procedure_id}'; there are {names}.")
        known = {str(one.id): one for one, _ in self._procedures}
        self._procedure = known.get(procedure_id or SHOWN, self._procedures[0][0])
        self._panel: CasePanel | None = None
        self._samples: Sequence[Sample] = ()
        self._drawing = asyncio.Lock()

    def _invent(self, path: Path) -> None:
        """An SOP that was imported a minute ago is to run here, in an office that has its posts."""
        office = with_every_lane(self._office, [one for one, _ in self._procedures])
        added = office.jabatan.keys() - self._office.jabatan.keys()
        if not added:
            return
        path.write_text(office_text(office), encoding="utf-8")
        self._office, self.file = office, path
        sys.stdout.write(
            f"The sample office has nobody for {', '.join(sorted(added))}: invented for the "
            "sandbox. In your own office file, write under 'lanes' who sits there.\n"
        )

    async def panel(self) -> dict[str, Any]:
        return {} if self._panel is None else await self._panel()

    @contextlib.asynccontextmanager
    async def opened(self) -> AsyncIterator[None]:
        """Make the database, give everybody a phone, and let the officers in by their links."""
        await self._clock.start()
        now = self._clock.now()
        context = context_for(self._office, now=now)
        with naming_what_to_mend(self._settings):
            links = await asyncio.to_thread(self._prepared, now)
        engine = reading_engine(self._settings.database)
        beside = [asyncio.ensure_future(self._clock.follow())]
        try:
            async with self._people:
                self._panel = CasePanel(engine, context, self._clock, self._playbills())
                await self._let_in(links)
                beside.append(asyncio.ensure_future(self._welcomed(links)))
                yield
        finally:
            self._panel = None
            for each in beside:
                each.cancel()
            await asyncio.wait(beside)
            await engine.dispose()

    def _playbills(self) -> list[Playbill]:
        """Every SOP and whose phones it concerns; the one to begin with first."""
        others = [one for one, _ in self._procedures if one.id != self._procedure.id]
        crew = (self._office, APPLICANT, self._officers)
        return [
            Playbill(procedure=one, people=cast_of(one, *crew), begins=beginners_of(one, *crew))
            for one in (self._procedure, *others)
        ]

    async def _let_in(self, links: list[tuple[Persona, str]]) -> None:
        for persona in (APPLICANT, *self._officers, IT_PERSON):
            await self._people.add(persona.name, persona.id, persona.role)
        for persona, link in links:
            await self._people.text(persona.id, f"/start {link.rpartition('=')[2]}")

    async def _welcomed(self, links: list[tuple[Persona, str]]) -> None:
        """The words of welcome count as read: a phone that rings from now on has news.

        The samples are drawn only now, when the bot no longer needs the processor to start.
        """
        joining = {persona.id for persona, _ in links}
        with contextlib.suppress(NothingCame):
            await self._answered(joining, WORDS_OF_WELCOME)
        for person_id in joining:
            await self._people.read(person_id)
        await self.samples()

    def _prepared(self, now: datetime) -> list[tuple[Persona, str]]:
        """Links for those who have not joined yet; none when the office goes on."""
        engine = writing_engine(self._settings.database)
        try:
            with engine.begin() as connection:
                prepare(connection, self._procedures, at=now)
                return self._links(connection, now)
        finally:
            engine.dispose()

    def _links(self, connection: Connection, now: datetime) -> list[tuple[Persona, str]]:
        context = context_for(self._office, now=now)
        work = SqlUnitOfWork(connection, context, now)
        found = []
        for persona in (*self._officers, IT_PERSON):
            if work.people.find_by_telegram(persona.id) is not None:
                continue
            link = issue_link(
                work,
                lambda length: secrets.token_bytes(length),
                bot_name=BOT_NAME,
                jabatan=persona.jabatan,
                name=persona.name,
                nip=persona.nip,
                rank=persona.rank,
                administrator=persona.administrator,
            )
            found.append((persona, link))
        return found

    async def samples(self) -> Sequence[Sample]:
        """Files to try with, drawn when they are first asked for."""
        async with self._drawing:
            if not self._samples:
                self._samples = await asyncio.to_thread(files_to_try, self._signed)
        return self._samples

    async def play(self, performance: Performance, *, fast: bool, path: str) -> int:
        """Let the personas play the whole case; 0 when it ended as the SOP says."""
        code = await self._played(performance, fast=fast, path=path)
        performance.state = "failed" if code else "finished"
        performance.person = None
        return code

    async def _played(self, performance: Performance, *, fast: bool, path: str) -> int:
        route = routes(self._procedure)[path] if path else all_returns(self._procedure)
        player = Player(
            *(self._people, self._procedure, self._office, self._officers, fast, route),
            signed_pdf=self._signed,
            performance=performance,
        )
        out = performance.folder
        try:
            await self.all_joined()
            await player.play()
            await asyncio.to_thread(out.mkdir, parents=True, exist_ok=True)
            await save_papers(player, out)
            told = await asyncio.to_thread(self._told)
            write_case(out, told)
        except (PlayFailed, NothingCame, OSError) as error:
            sys.stderr.write(f"The play failed: {await asyncio.to_thread(_reason, error, out)}\n")
            return 1
        sys.stdout.write(f"{told['number']}: {told['state']}, papers in {out}\n")
        wanted = "refused" if player.ends_in_refusal else "finished"
        if told["state"] != wanted:
            sys.stderr.write(f"The play failed: the case was to be {wanted}\n")
            return 1
        return 0

    def _signed(self, pdf: bytes) -> bytes:
        """A PDF signed as SIAK would, by the development keys of this sandbox."""
        key = ensure_key(self._settings.vault_key)
        now = self._clock.now()
        signer = open_signer(self._settings, self._office, key, now)
        return signer.sign(
            pdf, signatory_name="SIAK (contoh)", jabatan="Kepala Dinas", reason="contoh", at=now
        )

    async def all_joined(self) -> None:
        """Return when the bot has answered every officer; raises NothingCame."""
        await self._answered({one.id for one in (*self._officers, IT_PERSON)}, 1)

    async def _answered(self, people: set[int], messages: int) -> None:
        """Wait until each of them has as many messages of the bot."""

        def answered(state: dict[str, Any]) -> bool:
            heard = {
                one["id"]: sum(not each["out"] for each in one["messages"])
                for one in state["people"]
            }
            return all(heard.get(one, 0) >= messages for one in people)

        await self._people.wait_for(answered, JOINING, what="the officers' way in")

    def _told(self) -> dict[str, Any]:
        """The case as its books tell it, for a machine to read."""
        engine = writing_engine(self._settings.database)
        now = self._clock.now()
        context = context_for(self._office, now=now)
        try:
            with engine.begin() as connection:
                work = SqlUnitOfWork(connection, context, now)
                return _case_told(work, newest_cases(work, limit=1)[0], now)
        finally:
            engine.dispose()


def _reason(error: Exception, out: Path) -> str:
    """Why a play failed, in a line; what stood on the phones meanwhile is left in a file."""
    why, _, phones = str(error).partition("\n")
    if not phones:
        return why
    out.mkdir(parents=True, exist_ok=True)
    (out / PHONES_FILE).write_text(f"{phones}\n", encoding="utf-8")
    return f"{why} What stood on the phones: {out / PHONES_FILE}"


def _case_told(work: SqlUnitOfWork, case_id: CaseId, now: datetime) -> dict[str, Any]:
    case = work.cases.get(case_id)
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    tasks = work.cases.tasks_of(case_id)
    rows = kartu_kendali.entries(
        tasks, procedure, work.office, work.calendar, now=now, service=case.service
    )
    number = work.numbers.find_reserved(case_id)
    return {
        "number": case.number,
        "procedure": case.procedure_id,
        "version": case.procedure_version,
        "subject": case.subject,
        "state": case.state.value,
        "letter_number": None if number is None else number.text,
        "opened_at": case.opened_at,
        "ended_at": case.ended_at,
        "steps": [
            {
                "step": task.step,
                "lane": task.lane,
                "person": _name(work, task.done_by, now),
                "as": task.done_as,
                "handed_over_at": row.handed_over_at,
                "received_at": row.received_at,
                "done_at": row.done_at,
                "due_at": row.due_at,
                "outcome": task.outcome,
                "note": task.note,
                "waiting_seconds": row.waiting.total_seconds(),
                "working_seconds": row.working.total_seconds(),
            }
            for task, row in zip(tasks, rows, strict=True)
        ],
    }


def _name(work: SqlUnitOfWork, person_id: Any, now: datetime) -> str | None:
    if person_id is None:
        return None
    held = work.people.appointments_of(person_id, at=now)
    return held[0].name if held else work.people.get(person_id).name
