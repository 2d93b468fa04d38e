from datetime import date

import pytest

from bot.holidays_of import closures_of_indonesia
from tests.support.builders import closing_of
from workflow.limits import Limit, LimitUnit
from workflow.opening_hours import ClosureKind
from workflow.working_time import OfficeCalendar, lapses_at

# The joint decree of three ministers for 2026.
PUBLIC_2026 = "1-1 1-16 2-17 3-19 3-21 3-22 4-3 4-5 5-1 5-14 5-27 5-31 6-1 6-16 8-17 8-25 12-25"
JOINT_LEAVE_2026 = "2-16 3-18 3-20 3-23 3-24 5-15 5-28 12-24"


@pytest.fixture(scope="module")
def closures():
    return closures_of_indonesia([2026, 2027, 2028])


def days_of(year, kind, closures):
    return " ".join(
        f"{closure.on.month}-{closure.on.day}"
        for closure in closures
        if closure.on.year == year and closure.kind is kind
    )


def test_2026_has_the_seventeen_public_holidays_of_the_decree(closures):
    assert days_of(2026, ClosureKind.PUBLIC_HOLIDAY, closures) == PUBLIC_2026


def test_2026_has_the_eight_days_of_joint_leave_of_the_decree(closures):
    assert days_of(2026, ClosureKind.JOINT_LEAVE, closures) == JOINT_LEAVE_2026


def test_a_decreed_year_has_no_estimated_days(closures):
    assert not [day for day in closures if day.on.year == 2026 and day.estimated]


def test_days_of_2027_that_hang_on_the_moon_are_marked_estimated(closures):
    estimated = [day for day in closures if day.on.year == 2027 and day.estimated]

    assert [(day.on, day.reason) for day in estimated] == [
        (date(2027, 3, 10), "Hari Raya Idul Fitri"),
        (date(2027, 3, 11), "Hari kedua dari Hari Raya Idul Fitri"),
        (date(2027, 5, 17), "Hari Raya Idul Adha"),
    ]


def test_a_year_without_a_decree_has_no_joint_leave(closures):
    assert days_of(2028, ClosureKind.PUBLIC_HOLIDAY, closures)
    assert days_of(2028, ClosureKind.JOINT_LEAVE, closures) == ""


def test_names_are_indonesian_and_days_in_order(closures):
    names = {day.on: day.reason for day in closures}

    assert names[date(2026, 8, 17)] == "Hari Kemerdekaan Republik Indonesia"
    assert names[date(2026, 12, 24)] == "Cuti Bersama Hari Raya Natal"
    assert [day.on for day in closures] == sorted(day.on for day in closures)


def test_no_years_have_no_closures():
    assert closures_of_indonesia([]) == ()


def test_a_working_day_before_christmas_lapses_after_it(closures):
    office = OfficeCalendar(zone="Asia/Jakarta", closures=closures)
    started = office.next_opening(closing_of(office, date(2026, 12, 22)))

    lapses = lapses_at(started, Limit(1, LimitUnit.WORKING_DAYS), office)

    assert lapses == closing_of(office, date(2026, 12, 28))
