"""Whatever people do in an office, a check of its books finds nothing wrong with them."""

from datetime import timedelta

import pytest

from bot.checking.books import audited
from storage.checking import shape
from storage.checking.cases import page_of_cases
from tests.support.builders import sample_office
from tests.support.keep_books import played
from tests.support.office import open_office
from workflow.case import CaseState
from workflow.verbs import Verb


def flaws(office):
    connection = office.work.connection
    page = page_of_cases(connection, 0, size=100)
    found = [flaw for one in page.cases for flaw in audited(office.work, one)]
    for table in shape.tables():
        found += shape.page_of_orphans(connection, table, None, size=10_000)[0]
    return [*page.flaws, *found]


@pytest.fixture
def patient():
    """An office that closes what nobody repairs."""
    with open_office(office=sample_office().model_copy(update={"lapses_after": 9})) as office:
        office.applies("rina")
        yield office


def returned_and_lapsed(office):
    office.decides("petugas", "kembalikan")
    for _ in range(60):
        office.clock.wait(hours=12)
        office.ticks()


def test_an_office_with_files_in_every_state_is_in_order():
    for office in played():
        assert flaws(office) == []


def test_a_decision_taken_back_leaves_the_books_in_order(office, verifying):
    office.clock.wait(minutes=2)
    office.decides("petugas", "lengkap")
    office.clock.wait(minutes=3)
    office.does("petugas", lambda desks: desks.taking_back.take_back(verifying.id))
    assert flaws(office) == []
    office.clock.wait(minutes=3)
    office.decides("petugas", "lengkap")
    assert flaws(office) == []


def test_a_request_that_is_withdrawn_while_it_is_on_hold_leaves_them_in_order(office, verifying):
    office.does(
        "petugas",
        lambda desks: desks.verbs.choose(verifying.id, Verb.HOLD, "gangguan-siak"),
    )
    office.clock.wait(minutes=7)
    case = office.case.id
    office.does("rina", lambda desks: desks.withdrawing.ask(case))
    office.does("rina", lambda desks: desks.withdrawing.withdraw(case))
    assert office.case.state is CaseState.WITHDRAWN
    assert flaws(office) == []


def test_a_request_that_lapsed_and_is_opened_again_leaves_them_in_order(patient):
    returned_and_lapsed(patient)
    assert patient.case.state is CaseState.LAPSED
    assert flaws(patient) == []

    case = patient.case.id
    patient.clock.wait(days=1)
    patient.does("rina", lambda desks: desks.withdrawing.reopen(case))
    assert flaws(patient) == []
    patient.clock.wait(minutes=5)
    patient.repairs()
    assert flaws(patient) == []
    assert patient.case.opened_at + timedelta(days=9) < patient.clock.now()
