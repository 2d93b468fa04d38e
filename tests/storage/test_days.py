from datetime import date

import pytest

from storage.reading.days import days_view
from tests.support.fakes import MONDAY_MORNING
from workflow.special_days import DayKind

CLOSED = date(2026, 11, 30)


@pytest.fixture
def days(work, rina):
    def add(kind, first_on, last_on, name):
        work.days.add(kind, first_on, last_on, name, by=rina.id, at=MONDAY_MORNING)
        work.renew_calendar()

    add(DayKind.RAMADAN, date(2027, 2, 8), date(2027, 3, 9), "Ramadan")
    add(DayKind.CLOSED, CLOSED, CLOSED, "Rapat kerja")
    return work.days


def test_days_are_kept_in_their_order_and_taken_back(days):
    assert [one.name for one in days.all()] == ["Rapat kerja", "Ramadan"]
    days.remove(days.all()[0].id)
    assert [(one.kind, one.last_on) for one in days.all()] == [(DayKind.RAMADAN, date(2027, 3, 9))]


def test_the_calendar_of_a_unit_of_work_has_them(work, days, context):
    assert work.calendar.spans_on(CLOSED) == ()
    assert context.calendar.spans_on(CLOSED) != ()
    assert context.calendar_with(days.all()) is work.calendar


def test_without_them_it_is_the_office_files(work, context):
    assert work.calendar is context.calendar


def test_the_administrator_sees_own_days_among_the_holidays(work, days):
    view = days_view(work, 0, now=MONDAY_MORNING)
    assert [(one.name, one.own is not None) for one in view.lines if one.first_on == CLOSED] == [
        ("Rapat kerja", True)
    ]
    assert [(one.name, one.own is not None) for one in view.seasons] == [("Ramadan", True)]
