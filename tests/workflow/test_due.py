from datetime import UTC, datetime, timedelta

import pytest

from workflow.views.due import due
from workflow.working_time import OfficeCalendar

OFFICE = OfficeCalendar(zone="Asia/Jakarta")
FRIDAY_09_20 = datetime(2026, 11, 27, 2, 20, tzinfo=UTC)
MONDAY_07_35 = datetime(2026, 11, 30, 0, 35, tzinfo=UTC)
SATURDAY_NOON = datetime(2026, 11, 28, 5, 0, tzinfo=UTC)
WEDNESDAY_16_00 = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


def test_what_has_no_limit_is_not_due():
    assert due(None, OFFICE, now=FRIDAY_09_20) is None


def test_within_one_morning_the_office_counts_as_the_wall_does():
    found = due(FRIDAY_09_20, OFFICE, now=FRIDAY_09_20 - timedelta(minutes=12))
    assert (found.late, found.apart, found.unbroken) == (False, timedelta(minutes=12), True)


def test_a_weekend_makes_nobody_later():
    # Friday from 09.20 to 11.30 and from 13.00 to 16.30, Monday from 07.30 to 07.35.
    found = due(FRIDAY_09_20, OFFICE, now=MONDAY_07_35)
    assert (found.late, found.apart) == (True, timedelta(hours=5, minutes=45))
    assert (found.days, found.unbroken) == (1, False)


@pytest.mark.parametrize(
    ("at", "now"), [(WEDNESDAY_16_00, MONDAY_07_35), (MONDAY_07_35, WEDNESDAY_16_00)]
)
def test_days_are_those_that_begin_meanwhile(at, now):
    assert due(at, OFFICE, now=now).days == 3  # Thursday, Friday, Monday


def test_on_a_closed_day_nothing_is_left_and_nothing_has_passed():
    found = due(SATURDAY_NOON, OFFICE, now=SATURDAY_NOON - timedelta(hours=3))
    assert (found.late, found.apart, found.days) == (False, timedelta(), 0)


def test_days_are_counted_across_new_year():
    last, first = datetime(2026, 12, 31, 3, tzinfo=UTC), datetime(2027, 1, 4, 3, tzinfo=UTC)
    assert due(last, OFFICE, now=first).days == 2  # Friday and Monday: this calendar has no feasts
