"""Whether anybody remembers Ramadan before it has begun."""

from dataclasses import replace
from datetime import date

import pytest

from bot.holidays_of import closures_of_indonesia
from tests.support.builders import at
from tests.support.office import open_office
from workflow import ramadan
from workflow.desk.ramadan import RamadanQuestion
from workflow.intents import Tell
from workflow.office import SeasonEntry, Week, calendar_of

# The feast at its end is expected on 10 March 2027.
BEGINS = date(2027, 2, 8)
MONTH_BEFORE = date(2027, 1, 9)  # a Saturday
MONDAY = date(2027, 1, 11)
CLOSURES = closures_of_indonesia([2026, 2027])


@pytest.fixture
def office():
    with open_office() as office:
        office.context.calendar = replace(office.context.calendar, closures=CLOSURES)
        office.work.renew_calendar()
        yield office


def question(office):
    return RamadanQuestion(office.work)


def asked_at(office, clock, day):
    office.clock.move_to(at(day, clock))
    office.silence()
    question(office).ask_due()
    return [(name, told) for name, told in office.told(Tell)]


def test_ramadan_is_expected_a_month_before_the_feast_at_its_end(office):
    assert ramadan.expected(office.work.calendar) == (date(2026, 2, 19), BEGINS)


def test_a_month_before_ramadan_the_administrator_is_asked_once_and_in_office_hours(office):
    assert question(office).next_at() == at(MONDAY, "07.30")
    assert asked_at(office, "10.00", date(2027, 1, 8)) == []
    assert asked_at(office, "10.00", MONTH_BEFORE) == []
    assert asked_at(office, "07.00", MONDAY) == []
    told = Tell(message_id="ramadan-missing", arguments={"first": BEGINS})
    assert asked_at(office, "07.30", MONDAY) == [("it", told)]
    assert asked_at(office, "07.31", MONDAY) == []
    assert asked_at(office, "09.00", date(2027, 2, 9)) == []


def test_whose_days_are_set_in_the_chat_is_not_asked(office):
    office.does("it", lambda desks: desks.calendar.set_ramadan("9-2-2027\n10-3-2027"))
    assert asked_at(office, "09.00", MONDAY) == []


def test_whose_days_stand_in_the_office_file_is_not_asked(office):
    season = SeasonEntry(name="Ramadan", first="2027-02-08", last="2027-03-09", hours=Week())
    file = office.work.office.model_copy(update={"seasons": (season,)})
    office.context.calendar = calendar_of(file, CLOSURES)
    office.work.renew_calendar()
    assert asked_at(office, "09.00", MONDAY) == []


def test_where_there_is_no_administrator_it_is_asked_once_there_is_one(office):
    office.work.people.dismiss_administrator(office.ids["it"])
    assert asked_at(office, "09.00", MONDAY) == []
    assert question(office).next_at() is None
    office.work.people.make_administrator(office.ids["budi"])
    assert [name for name, _ in asked_at(office, "10.00", MONDAY)] == ["budi"]


def test_a_ramadan_that_is_over_is_not_asked_for(office):
    assert asked_at(office, "09.00", date(2027, 4, 1)) == []
