"""A limit that waited: it ends later by as much, counted as the limit itself counts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.builders import CALENDAR, a_pause, at
from workflow.limits import parse_limit
from workflow.pauses import lapses_after, outlasts_at, stopped_by
from workflow.special_days import SpecialDay, with_special_days
from workflow.working_time import OfficeCalendar, lapses_at

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)
THURSDAY, FRIDAY, NEXT_MONDAY = date(2026, 11, 26), date(2026, 11, 27), date(2026, 11, 30)
SUNDAY = date(2026, 11, 29)


def lapses(started, limit, *stops, calendar=CALENDAR):
    return lapses_after(started, parse_limit(limit), calendar, stops)


@pytest.mark.parametrize("limit", ["15 menit", "2 hari", "2 hari kalender", "-"])
def test_a_limit_that_never_waited_ends_as_ever(limit):
    started = at(MONDAY, "09.00")
    assert lapses(started, limit) == lapses_at(started, parse_limit(limit), CALENDAR)


def test_a_limit_of_minutes_ends_later_by_the_office_time_of_the_stop():
    stop = at(MONDAY, "09.05"), at(MONDAY, "10.35")
    assert lapses(at(MONDAY, "09.00"), "15 menit", stop) == at(MONDAY, "10.45")


def test_a_night_in_which_the_limit_waited_counts_for_nothing():
    stop = at(MONDAY, "15.50"), at(TUESDAY, "07.40")
    assert lapses(at(MONDAY, "15.45"), "15 menit", stop) == at(TUESDAY, "07.50")


def test_a_weekend_in_which_the_limit_waited_moves_nothing():
    stop = at(FRIDAY, "16.30"), at(SUNDAY, "12.00")
    assert lapses(at(FRIDAY, "16.25"), "15 menit", stop) == at(NEXT_MONDAY, "07.40")


def test_several_stops_are_added_up():
    stops = (
        (at(MONDAY, "09.05"), at(MONDAY, "09.10")),
        (at(MONDAY, "09.12"), at(MONDAY, "09.20")),
    )
    assert lapses(at(MONDAY, "09.00"), "15 menit", *stops) == at(MONDAY, "09.28")


def test_a_limit_of_days_ends_at_close_of_business_whatever_was_the_stop():
    stop = at(MONDAY, "10.00"), at(MONDAY, "10.10")
    assert lapses(at(MONDAY, "09.00"), "1 hari", stop) == at(WEDNESDAY, "16.00")


def test_many_short_stops_give_no_more_than_a_day_together():
    stops = [(at(MONDAY, f"10.{m}0"), at(MONDAY, f"10.{m}5")) for m in range(6)]
    assert lapses(at(MONDAY, "09.00"), "1 hari", *stops) == at(WEDNESDAY, "16.00")


def test_a_stop_of_just_a_working_day_gives_that_day():
    stop = at(TUESDAY, "09.00"), at(WEDNESDAY, "09.00")
    assert lapses(at(MONDAY, "09.00"), "2 hari", stop) == at(THURSDAY, "16.00")


def test_calendar_days_run_by_the_wall_and_wait_by_it():
    stop = at(FRIDAY, "15.00"), at(NEXT_MONDAY, "09.00")
    assert lapses(at(FRIDAY, "10.15"), "3 hari kalender", stop) == at(
        NEXT_MONDAY, "10.15"
    ) + timedelta(days=2, hours=18)


def test_a_limit_that_was_over_before_it_stopped_is_over_by_as_much_afterwards():
    stop = at(MONDAY, "10.15"), at(MONDAY, "11.15")
    due_at = lapses(at(MONDAY, "09.00"), "15 menit", stop)
    assert CALENDAR.working_time_between(due_at, stop[1]) == timedelta(hours=1)


def test_a_day_closed_later_is_no_time_in_which_it_waited():
    closed = SpecialDay(id=1, kind="closed", first_on=TUESDAY, last_on=TUESDAY, name="Tutup")
    calendar = with_special_days(CALENDAR, [closed])
    stop = at(MONDAY, "15.00"), at(WEDNESDAY, "08.00")
    assert lapses(at(MONDAY, "14.50"), "1 jam", stop, calendar=calendar) == at(WEDNESDAY, "08.50")


def test_what_was_to_last_until_friday_has_lasted_longer_on_monday_morning():
    assert outlasts_at(FRIDAY, CALENDAR) == at(NEXT_MONDAY, "07.30")


def test_a_hold_that_nobody_agreed_to_stops_nothing():
    asked = a_pause(reason=None, words="Menunggu arsip lama")
    assert asked.to_be_agreed
    assert stopped_by([asked], now=at(MONDAY, "16.00")) == ()


def test_a_limit_waits_from_the_agreement_on():
    agreed = a_pause(reason=None, begun_at=at(MONDAY, "09.00"), stopped_at=at(MONDAY, "09.30"))
    assert stopped_by([agreed], now=at(MONDAY, "16.00")) == (
        (at(MONDAY, "09.30"), at(MONDAY, "16.00")),
    )


MOMENTS = st.integers(0, 8 * 24 * 60).map(lambda m: at(MONDAY, "00.00") + timedelta(minutes=m))
LIMITS = st.sampled_from(["1 menit", "90 menit", "9 jam"])
FAR = OfficeCalendar(zone="Asia/Jakarta")


@given(MOMENTS, LIMITS, st.lists(MOMENTS, min_size=2, max_size=6, unique=True).map(sorted))
def test_the_office_time_in_which_a_limit_ran_is_the_limit(started, limit, moments):
    moments = [one for one in moments if one >= started]
    stops = tuple(zip(moments[::2], moments[1::2], strict=False))
    due_at = lapses(started, limit, *stops, calendar=FAR)
    waited = sum((FAR.working_time_between(*one) for one in stops), timedelta())
    amount = {"1 menit": 1, "90 menit": 90, "9 jam": 540}[limit]
    assert FAR.working_time_between(started, due_at) == waited + timedelta(minutes=amount)
