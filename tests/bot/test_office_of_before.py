"""An office whose bot is upgraded in the middle of its work: nobody at it notices."""

import pytest

from bot.delivery.claiming import Claiming
from bot.presses.table import action_of
from storage.database import savepoint, writing_engine
from tests.support.books import is_sent
from tests.support.office import JAKARTA_DATA, PlayedOffice
from tests.support.old_books import REVISIONS, old_books
from tests.support.window import Window
from workflow.case import CaseState
from workflow.intent_text import decode


@pytest.fixture(params=REVISIONS, scope="module")
def books(request):
    return old_books(request.param)


@pytest.fixture(scope="module")
def opened(books, tmp_path_factory):
    folder = tmp_path_factory.mktemp("books")
    engine = writing_engine(f"sqlite:///{folder / 'office.db'}")
    with engine.begin() as connection:
        books.opened_today(connection)
    yield engine
    engine.dispose()


@pytest.fixture
def office(books, opened):
    """The office after the upgrade; what a test does in it is taken back."""
    ids = {row["name"]: row["id"] for row in books.rows("people")}
    with opened.connect() as connection:
        connection.begin()
        yield PlayedOffice.over(connection, ids=ids, now=books.latest)


def requests_under_way(office):
    found = "SELECT id FROM cases WHERE state = 'open' AND procedure_id = ? ORDER BY id"
    return office.work.connection.exec_driver_sql(found, (JAKARTA_DATA,)).scalars().all()


async def test_every_button_that_lies_on_a_phone_is_known_and_answered(books, office):
    names = {row["telegram_id"]: row["name"] for row in books.rows("people")}
    window = Window(office)
    for chat, data in books.buttons:
        assert action_of(data) is not None, data
        with office.work.connection.begin_nested() as pressed:
            handled = await window.presses(names[chat], data)
            assert not handled.missing, data
            pressed.rollback()


def test_everything_that_waited_to_be_told_is_told(office):
    connection = office.work.connection
    claiming = Claiming(office.context, office.clock)
    while told := claiming.claim(connection, "disposisi_bot"):
        for one in told:
            is_sent(connection, one.claimed, at=office.clock.now())
    refused = "SELECT kind, error FROM outbox WHERE state = 'refused'"
    assert connection.exec_driver_sql(refused).all() == []


def marks_that_were_ordered(office):
    """A signature or seal whose order waited while the bot was upgraded is set."""
    rows = "SELECT person_id, kind, body FROM outbox WHERE kind = 'Stamp' AND state = 'waiting'"
    waiting = office.work.connection.exec_driver_sql(rows).all()
    office.work.told += [(one.person_id, decode(one.kind, one.body)) for one in waiting]
    office.stamps()
    office.silence()


def test_every_request_goes_on_from_where_it_lay_to_its_end(office):
    marks_that_were_ordered(office)
    for case_id in requests_under_way(office):
        office.case_id = case_id
        with savepoint(office.work.connection):
            while office.task is not None:
                office.goes_on()
        assert office.case.state is CaseState.FINISHED
        assert office.work.cases.paper(case_id, "surat_jawaban").released_at is not None
