"""Databases as an office would have them after a while: officers, files, presses to come."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.files import read_office, read_procedures
from bot.opening import context_for, open_vault, prepare
from bot.settings import Settings
from storage.database import writing_engine
from storage.term_key import TermKey
from storage.unit_of_work import SqlUnitOfWork
from workflow.desk.search_terms import note_terms
from workflow.engine import NewTask
from workflow.ids import JabatanId, LaneId, ProcedureId, StepId
from workflow.people import Acting, Appointment, Language, Person

# A Monday, ten o'clock in Jakarta.
NOON = datetime(2026, 11, 23, 3, tzinfo=UTC)
KEPALA_DINAS = 77
KABIDS = 48


def settings_of(folder, database="") -> Settings:
    return Settings(
        _env_file=None, data_dir=Path(folder), database_url=database, bot_token="42:BENCH"
    )


@contextmanager
def opened(folder, database="") -> Iterator[SqlUnitOfWork]:
    """The books of a new office, to be filled in one transaction."""
    settings = settings_of(folder, database)
    engine = writing_engine(settings.database)
    with engine.begin() as connection:
        prepare(connection, read_procedures(settings), at=NOON)
        yield SqlUnitOfWork(connection, _context(settings), NOON)
    engine.dispose()


def _context(settings):
    """With the folder's key: a case that lacks its terms is filled in while all is measured."""
    _, key = open_vault(settings)
    return replace(context_for(read_office(settings), now=NOON), term_key=TermKey(key))


def a_person(work, telegram_id) -> Person:
    return work.people.add(
        telegram_id, name=f"O{telegram_id}", language=Language.INDONESIAN, at=NOON
    )


def an_officer(work, telegram_id, jabatan) -> Person:
    person = a_person(work, telegram_id)
    work.people.appoint(
        Appointment(
            person_id=person.id,
            jabatan=JabatanId(jabatan),
            name=person.name,
            nip="",
            rank="",
            acting=Acting.DEFINITIVE,
            begins_at=NOON - timedelta(days=400),
            ends_at=None,
        )
    )
    return person


def a_file(work, number, holder: Person):
    """A file that waits on a Kabid's desk for the paraf, its card on the Kabid's phone."""
    case = work.cases.add(
        number=f"PDK-2026-{number:05d}",
        code=f"C{number:09d}",
        link_code=None,
        procedure_id=ProcedureId("jakarta-data"),
        procedure_version=1,
        service=None,
        subject="Dinas Kesehatan",
        applicant_id=None,
        step=StepId("8"),
        answers={"instansi": "Dinas Kesehatan", "nomor_surat": "045/1234"},
        at=NOON,
    )
    opening = NewTask(
        step=StepId("8"),
        lane=LaneId("kabid_bdi"),
        opened_at=NOON,
        due_at=NOON + timedelta(days=2),
        holder_id=holder.id,
    )
    task = work.cases.open_task(case.id, opening, None)
    note_terms(work, case)
    work.cards.lay(f"task:{task.id}", holder.id, 101 + number)
    return task


def with_files(folder, files, database="") -> list[tuple[int, str]]:
    """An office in which so many files wait for a Kabid's paraf; the presses that give it."""
    presses = []
    with opened(folder, database) as work:
        an_officer(work, KEPALA_DINAS, "kepala_dinas")
        kabids = [an_officer(work, 1000 + one, "kabid_bdi") for one in range(KABIDS)]
        for number in range(files):
            kabid = kabids[number % KABIDS]
            task = a_file(work, number, kabid)
            presses.append((kabid.telegram_id, f"d:{task.id}:paraf"))
    return presses


def with_others_open(folder, many) -> None:
    """So many files more in the lane of the Kabids, that nobody holds."""
    numbers = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many})"
    at = (NOON - timedelta(days=3)).strftime("%Y-%m-%d %H:%M:%S.000000")
    with opened(folder) as work:
        said = work.connection.exec_driver_sql
        said(
            "INSERT INTO cases (id, number, code, procedure_id, procedure_version, subject, state,"
            f" step, answers, opened_at, version) {numbers} SELECT 1000000 + i, 'PDK-2025-' || i,"
            f" 'X' || i, 'jakarta-data', 1, 's', 'open', '8', '{{}}', '{at}', 1 FROM n"
        )
        said(
            "INSERT INTO tasks (case_id, step, lane, procedure_id, opened_at, due_at, done_as,"
            f" note, marks, because, because_marks, version) {numbers} SELECT 1000000 + i, '8',"
            f" 'kabid_bdi', 'jakarta-data', '{at}', '{at}', '', '', '[]', '', '[]', 1 FROM n"
        )
        said("ANALYZE")
