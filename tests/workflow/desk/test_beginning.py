import pytest

from tests.support.builders import LETTER_SOP, an_office
from tests.support.office import open_office
from workflow.errors import FormMovedOn, NotForYou
from workflow.intents import ShowBeginning, Tell

SOP = "surat-berparaf"


@pytest.fixture
def office():
    """An office with an SOP that has no form."""
    with open_office(office=an_office(), sops=(LETTER_SOP,)) as office:
        yield office


def cases(office):
    return office.work.connection.exec_driver_sql("SELECT count(*) FROM cases").scalar_one()


def asks(office):
    office.does("pengelola_data", lambda desks: desks.form_opening.begin(SOP, None))


def surely(desks):
    desks.beginning.surely(SOP)


def test_a_press_on_an_sop_without_a_form_asks_before_a_file_begins(office):
    asks(office)
    assert cases(office) == 0
    assert office.hears("pengelola_data", ShowBeginning) == [ShowBeginning(procedure_id=SOP)]


def test_the_press_that_is_sure_begins_it_and_says_under_which_number(office):
    asks(office)
    office.silence()
    office.does("pengelola_data", surely)
    assert cases(office) == 1
    [shown] = office.hears("pengelola_data", ShowBeginning)
    assert (shown.said, shown.number, shown.fresh) == ("begun", "SBP-2026-00001", False)


def test_two_presses_that_are_sure_begin_one_file(office):
    asks(office)
    office.does("pengelola_data", surely)
    office.refuses(FormMovedOn, "pengelola_data", surely)
    assert cases(office) == 1


def test_whoever_thinks_better_of_it_has_begun_nothing(office):
    asks(office)
    office.does("pengelola_data", lambda desks: desks.beginning.drop(SOP))
    office.refuses(FormMovedOn, "pengelola_data", surely)
    assert cases(office) == 0


def test_nothing_begins_that_was_not_asked_about(office):
    office.refuses(FormMovedOn, "pengelola_data", surely)


def test_whoever_has_left_the_office_since_begins_nothing(office):
    asks(office)
    office.clock.wait(minutes=1)
    office.leaves("pengelola_data", "pengelola_data")
    office.clock.wait(minutes=1)
    office.refuses(NotForYou, "pengelola_data", surely)


def test_a_file_that_has_begun_is_told_once(office):
    asks(office)
    office.silence()
    office.does("pengelola_data", surely)
    assert [one.message_id for one in office.hears("pengelola_data", Tell)] == []
