"""Waking up: with ten thousand and with a million open tasks, and after a long stop."""

import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from bot.files import read_office, read_procedures
from bot.opening import context_for, prepare
from bot.settings import Settings
from storage.database import writing_engine
from storage.unit_of_work import SqlUnitOfWork
from tests.bench.rows import Row, at_most
from workflow.desk.timekeeper import Timekeeper

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
DUE = 100
ROUNDS = 21


def _office(folder, tasks):
    folder.mkdir()
    settings = Settings(_env_file=None, data_dir=folder, bot_token="42:BENCH")
    office = read_office(settings)
    engine = writing_engine(settings.database)
    with engine.begin() as connection:
        prepare(connection, read_procedures(settings), at=NOW)
        connection.exec_driver_sql(
            "INSERT INTO cases (id, number, code, procedure_id, procedure_version, subject, state,"
            " step, answers, opened_at, version)"
            " VALUES (1, 'N', 'C', 'jakarta-data', 1, 's', 'open', '2', '{}', ?, 1)",
            (NOW.replace(tzinfo=None),),
        )
        row = (
            "INSERT INTO tasks (case_id, step, lane, opened_at, due_at, done_as, note, marks,"
            " because, because_marks, next_alarm_at, next_alarm, version)"
            " VALUES (1, '2', 'petugas', ?, ?, '', '', '[]', '', '[]', ?, 'due:', 1)"
        )
        later = (NOW + timedelta(days=3)).strftime("%Y-%m-%d %H:%M:%S.%f")
        before = (NOW - timedelta(minutes=5)).strftime("%Y-%m-%d %H:%M:%S.%f")
        opened = (NOW - timedelta(hours=1)).strftime("%Y-%m-%d %H:%M:%S.%f")
        driver = connection.connection.dbapi_connection
        driver.executemany(row, ((opened, later, later) for _ in range(tasks - DUE)))
        driver.executemany(row, ((opened, before, before) for _ in range(DUE)))
    return engine, context_for(office, now=NOW)


def wakes(*sizes):
    """Milliseconds to look when nothing is due and to say a hundred alarms, medians for each size.

    In turn: a machine that writes a million rows to its disk is slow for a while, for both.
    """
    with tempfile.TemporaryDirectory() as folder:
        offices = {size: _office(Path(folder) / str(size), size) for size in sizes}
        spent = {size: ([], []) for size in sizes}
        for _ in range(ROUNDS):
            for size, (engine, context) in offices.items():
                empty, said = spent[size]
                with engine.connect() as connection:  # taken back: the next finds it as it was
                    work = SqlUnitOfWork(connection, context, NOW)
                    work.cases.next_alarm_at()  # begins the transaction
                    empty.append(_spent(work.cases.next_alarm_at))
                    said.append(_spent(Timekeeper(work).tick))
        for engine, _ in offices.values():
            engine.dispose()
    return [(median(empty), median(said)) for empty, said in spent.values()]


def _spent(do):
    began = time.perf_counter()
    do()
    return 1000 * (time.perf_counter() - began)


def rows():
    (few_empty, few), (many_empty, many) = wakes(10_000, 1_000_000)
    return [
        Row(what="look at the next alarm, 10,000 open", figure=f"{few_empty:.2f} ms"),
        Row(
            what="look at the next alarm, 1,000,000 open",
            figure=f"{many_empty:.2f} ms",
            beside=f"{many_empty / few_empty:.2f} × at 10,000",
        ),
        Row(what=f"wake and say {DUE} alarms, 10,000 open", figure=f"{few:.0f} ms"),
        at_most(
            1.5,
            many / few,
            what=f"wake and say {DUE} alarms, 1,000,000 open",
            figure=f"{many:.0f} ms",
            beside=f"{many / few:.2f} × at 10,000",
            unit=" × at 10,000",
        ),
    ]
