"""A claim of one message beside messages that wait for later, and for chats that are in hand.

Of those in hand half are for one chat, and half for a chat each. All are taken back each time.
"""

import time
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from storage import mailboxes, migrating, outbox
from storage.database import writing_engine
from storage.repositories.people import PeopleRepository
from tests.bench.offices import NOON
from tests.bench.rows import Row, at_most
from tests.bench.servers import postgresql
from workflow.intents import ShowHelp
from workflow.people import Language

SIZES = (0, 10_000, 100_000)
ROUNDS = 25
SITI = 1


def _numbers(dialect, upto):
    if dialect == "postgresql":
        return f"SELECT i FROM generate_series(1, {upto}) AS n(i)"
    counting = f"SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {upto}"
    return f"WITH RECURSIVE n(i) AS ({counting}) SELECT i FROM n"


def _fill(connection, many):
    """Siti, to whom nothing was said yet; and so many messages of either kind for others."""
    people = PeopleRepository(connection)
    people.add(1001, name="Siti", language=Language.INDONESIAN, at=NOON)
    if not many:
        return
    dialect, at = connection.dialect.name, NOON.strftime("%Y-%m-%d %H:%M:%S.000000")
    later = (NOON + timedelta(days=1)).strftime("%Y-%m-%d %H:%M:%S.000000")
    truths = ("false", "true") if dialect == "postgresql" else ("0", "1")
    numbers = _numbers(dialect, many)
    connection.exec_driver_sql(
        "INSERT INTO people (id, telegram_id, name, language, administrator, reachable, joined_at)"
        f" SELECT 1 + i, 2000 + i, 'X', 'id', {truths[0]}, {truths[1]}, '{at}'"
        f" FROM ({numbers}) AS p"
    )
    for state, moment in (("later", f"'{later}'"), ("waiting", "NULL")):
        moment = f"CAST({moment} AS timestamptz)" if dialect == "postgresql" else moment
        connection.exec_driver_sql(
            "INSERT INTO outbox (person_id, kind, body, urgency, state, attempts, not_before,"
            f" created_at, error) SELECT CASE WHEN i <= {many // 2} THEN 2 ELSE 1 + i END,"
            f" 'ShowHelp', '{{}}', 1, '{state}', 0, {moment}, '{at}', '' FROM ({numbers}) AS m"
        )
    mailboxes.renew(connection, at=NOON)
    connection.exec_driver_sql(f"UPDATE mailboxes SET taken = {truths[1]}")


@contextmanager
def _books(url, many):
    engine = writing_engine(url)
    with engine.begin() as connection:
        migrating.upgrade(connection)
        _fill(connection, many)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("VACUUM ANALYZE" if "postgresql" in url else "ANALYZE")
    yield engine
    engine.dispose()


def _spent(engine):
    with engine.connect() as connection:
        outbox.add(connection, SITI, ShowHelp(), at=NOON)
        began = time.perf_counter()
        [_] = outbox.claim(connection, now=NOON, limit=192)
        return 1000 * (time.perf_counter() - began)


def _medians(urls):
    with ExitStack() as stack:
        books = [
            stack.enter_context(_books(url, many)) for url, many in zip(urls, SIZES, strict=True)
        ]
        rounds = [[_spent(engine) for engine in books] for _ in range(ROUNDS)]
        return [median(spent) for spent in zip(*rounds, strict=True)]


def _rows(database, urls):
    alone, *beside = _medians(urls)
    for many, spent in zip(SIZES[1:], beside, strict=True):
        yield at_most(
            1.2,
            spent / alone,
            what=f"{database}: a claim beside {many:,} for later, {many:,} for chats in hand",
            figure=f"{spent:.2f} ms",
            beside=f"{spent / alone:.2f} × beside none ({alone:.2f} ms)",
            unit=" × beside none",
        )


def _databases(server):
    engine = writing_engine(server)
    for size in SIZES:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql(f"CREATE DATABASE claims{size}")
        yield engine.url.set(database=f"claims{size}").render_as_string(hide_password=False)
    engine.dispose()


def rows() -> list[Row]:
    with TemporaryDirectory() as folder:
        made = [*_rows("SQLite", [f"sqlite:///{Path(folder) / f'{one}.db'}" for one in SIZES])]
    with postgresql() as server:
        made += _rows("PostgreSQL", [*_databases(server)])
    return made
