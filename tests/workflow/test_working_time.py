from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.builders import closing_of
from workflow.limits import LONGEST, Limit, LimitUnit
from workflow.opening_hours import (
    DEFAULT_HOURS,
    RAMADAN_HOURS,
    CalendarError,
    Closure,
    Opening,
    Season,
    Span,
)
from workflow.working_time import OfficeCalendar, lapses_at

THURSDAY, FRIDAY, SATURDAY, SUNDAY = (date(2026, 11, day) for day in (5, 6, 7, 8))
MONDAY, TUESDAY = date(2026, 11, 9), date(2026, 11, 10)
NEW_YEARS_DAY = date(2026, 1, 1)

RAMADAN = Season(
    name="Ramadan", first_on=date(2026, 2, 18), last_on=date(2026, 3, 19), hours=RAMADAN_HOURS
)
FEASTS = tuple(
    Closure(on=day, reason="libur")
    for day in (
        date(2026, 2, 16),
        date(2026, 2, 17),
        date(2026, 3, 18),
        date(2026, 3, 19),
        date(2026, 3, 20),
        date(2026, 3, 23),
        date(2026, 3, 24),
        date(2026, 4, 3),
    )
)
SATURDAY_SERVICE = Opening(on=date(2026, 4, 11), spans=(Span(time(9), time(12, 30)),))

PLAIN = OfficeCalendar(zone="Asia/Jakarta")
SPRING = replace(PLAIN, seasons=(RAMADAN,), closures=FEASTS, openings=(SATURDAY_SERVICE,))
# Clocks go forward on 29 March 2026, before breakfast; this one also works that night.
NIGHT = (Span(time(1, 30), time(4)),)
AMSTERDAM = OfficeCalendar(
    zone="Europe/Amsterdam",
    closures=FEASTS,
    openings=(Opening(on=date(2026, 3, 29), spans=NIGHT),),
)

LAW = settings(deadline=None)  # the first example of a year works the year out
OFFICES = st.sampled_from([PLAIN, SPRING, AMSTERDAM])
FEBRUARY = datetime(2026, 2, 1, tzinfo=UTC)
MOMENTS = st.timedeltas(timedelta(), timedelta(days=75)).map(FEBRUARY.__add__)
MINUTES = st.integers(0, 72 * 24 * 60).map(lambda count: FEBRUARY + timedelta(minutes=count))
SPANS = st.timedeltas(timedelta(), timedelta(hours=120))


def at(day, clock, zone="Asia/Jakarta"):
    hour, minute = clock.split(".")
    return datetime.combine(day, time(int(hour), int(minute)), ZoneInfo(zone))


def minutes(amount):
    return Limit(amount, LimitUnit.MINUTES)


def working_days(amount):
    return Limit(amount, LimitUnit.WORKING_DAYS)


def calendar_days(amount):
    return Limit(amount, LimitUnit.CALENDAR_DAYS)


def hours_of(week):
    spans = [span for day in week for span in day]
    lengths = (
        datetime.combine(MONDAY, closes) - datetime.combine(MONDAY, opens)
        for opens, closes in spans
    )
    return sum(lengths, timedelta())


def test_the_usual_week_is_that_of_the_presidential_regulation():
    assert hours_of(DEFAULT_HOURS) == timedelta(hours=37, minutes=30)


def test_the_week_in_ramadan_is_five_hours_shorter():
    assert hours_of(RAMADAN_HOURS) == timedelta(hours=32, minutes=30)


@pytest.mark.parametrize(
    ("started", "lapses"),
    [
        pytest.param(at(FRIDAY, "09.00"), at(FRIDAY, "09.15"), id="within the day"),
        pytest.param(at(FRIDAY, "16.15"), at(FRIDAY, "16.30"), id="to the last minute"),
        pytest.param(at(FRIDAY, "16.25"), at(MONDAY, "07.40"), id="over the weekend"),
        pytest.param(at(FRIDAY, "16.30"), at(MONDAY, "07.45"), id="begun at closing"),
        pytest.param(at(FRIDAY, "21.00"), at(MONDAY, "07.45"), id="begun after hours"),
        pytest.param(at(MONDAY, "05.00"), at(MONDAY, "07.45"), id="begun before hours"),
        pytest.param(at(FRIDAY, "11.25"), at(FRIDAY, "13.10"), id="over the Friday prayer"),
        pytest.param(at(THURSDAY, "11.50"), at(THURSDAY, "13.05"), id="over the noon break"),
        pytest.param(at(THURSDAY, "11.45"), at(THURSDAY, "12.00"), id="to the break"),
        pytest.param(at(THURSDAY, "12.20"), at(THURSDAY, "13.15"), id="begun in the break"),
    ],
)
def test_a_limit_of_fifteen_minutes_runs_in_office_time(started, lapses):
    assert lapses_at(started, minutes(15), PLAIN) == lapses


def test_hours_are_office_hours():
    limit = Limit(2, LimitUnit.HOURS)

    assert lapses_at(at(FRIDAY, "15.30"), limit, PLAIN) == at(MONDAY, "08.30")


def test_a_holiday_does_not_count():
    office = replace(PLAIN, closures=(Closure(on=MONDAY, reason="Hari jadi kota"),))

    assert lapses_at(at(FRIDAY, "16.25"), minutes(15), office) == at(TUESDAY, "07.40")


def test_a_day_closed_after_the_fact_moves_the_limit():
    before = lapses_at(at(FRIDAY, "16.25"), minutes(15), PLAIN)
    office = replace(PLAIN, closures=(Closure(on=MONDAY, reason="banjir"),))

    assert before == at(MONDAY, "07.40")
    assert lapses_at(at(FRIDAY, "16.25"), minutes(15), office) == at(TUESDAY, "07.40")


def test_a_saturday_service_counts():
    office = replace(PLAIN, openings=(Opening(on=SATURDAY, spans=(Span(time(9), time(12)),)),))

    assert lapses_at(at(FRIDAY, "16.25"), minutes(15), office) == at(SATURDAY, "09.10")
    assert closing_of(office, SATURDAY) == at(SATURDAY, "12.00")


def test_an_opening_goes_before_a_closure_of_the_same_day():
    office = replace(
        PLAIN,
        closures=(Closure(on=MONDAY, reason="cuti bersama"),),
        openings=(Opening(on=MONDAY, spans=(Span(time(8), time(10)),)),),
    )

    assert office.spans_on(MONDAY) == (Span(time(8), time(10)),)


def test_ramadan_begins_while_a_limit_runs():
    # On Friday one hour of business is left, Monday and Tuesday are closed, and Ramadan
    # begins on Wednesday, with an opening at eight and a break of thirty minutes.
    started = at(date(2026, 2, 13), "15.30")

    assert lapses_at(started, minutes(60 + 1), SPRING) == at(date(2026, 2, 18), "08.01")
    assert lapses_at(started, minutes(60 + 300), SPRING) == at(date(2026, 2, 18), "13.30")


def test_the_last_day_of_ramadan_has_the_hours_of_ramadan():
    office = replace(PLAIN, seasons=(RAMADAN,))

    assert closing_of(office, RAMADAN.first_on - timedelta(days=1)).hour == 16
    assert closing_of(office, RAMADAN.first_on).hour == 15
    assert closing_of(office, RAMADAN.last_on).hour == 15
    assert office.next_opening(at(date(2026, 3, 20), "06.00")) == at(date(2026, 3, 20), "07.30")


def test_a_limit_may_lapse_with_the_last_minute_of_the_year():
    started = at(date(2025, 12, 31), "15.45")

    assert lapses_at(started, minutes(15), PLAIN) == at(date(2025, 12, 31), "16.00")


def test_a_limit_runs_on_into_the_new_year():
    office = replace(PLAIN, closures=(Closure(on=NEW_YEARS_DAY, reason="Tahun Baru"),))
    started = at(date(2025, 12, 31), "15.50")

    assert lapses_at(started, minutes(15), office) == at(date(2026, 1, 2), "07.35")
    assert lapses_at(started, working_days(1), office) == at(date(2026, 1, 2), "16.30")


def test_a_step_without_a_limit_never_lapses():
    assert lapses_at(at(FRIDAY, "09.00"), None, PLAIN) is None


@pytest.mark.parametrize(
    ("started", "lapses"),
    [
        pytest.param(at(THURSDAY, "09.00"), at(FRIDAY, "16.30"), id="in the morning"),
        pytest.param(at(THURSDAY, "15.59"), at(FRIDAY, "16.30"), id="a minute before closing"),
        pytest.param(at(THURSDAY, "16.00"), at(MONDAY, "16.00"), id="at closing"),
        pytest.param(at(THURSDAY, "22.00"), at(MONDAY, "16.00"), id="at night"),
        pytest.param(at(THURSDAY, "05.00"), at(FRIDAY, "16.30"), id="before opening"),
        pytest.param(at(THURSDAY, "12.30"), at(FRIDAY, "16.30"), id="in the break"),
        pytest.param(at(SATURDAY, "10.00"), at(TUESDAY, "16.00"), id="on a Saturday"),
    ],
)
def test_one_working_day_ends_with_the_business_of_the_following_working_day(started, lapses):
    assert lapses_at(started, working_days(1), PLAIN) == lapses


def test_seven_working_days_leave_out_the_feasts():
    # From Tuesday to Thursday two weeks later: five feasts and two weekends lie between.
    started = at(date(2026, 3, 10), "10.00")

    assert lapses_at(started, working_days(7), SPRING) == at(date(2026, 3, 26), "16.00")


def test_calendar_days_end_at_the_same_time_of_day_even_on_a_sunday():
    assert lapses_at(at(FRIDAY, "10.15"), calendar_days(2), PLAIN) == at(SUNDAY, "10.15")


def test_calendar_days_keep_the_time_of_day_when_clocks_change():
    started = at(date(2026, 3, 28), "10.00", "Europe/Amsterdam")

    lapses = lapses_at(started, calendar_days(1), AMSTERDAM)

    assert lapses == at(date(2026, 3, 29), "10.00", "Europe/Amsterdam")
    assert lapses - started == timedelta(hours=23)


def test_the_hour_that_clocks_skip_is_not_worked():
    before = at(date(2026, 3, 29), "00.00", "Europe/Amsterdam")
    after = at(date(2026, 3, 29), "12.00", "Europe/Amsterdam")

    assert AMSTERDAM.working_time_between(before, after) == timedelta(hours=1, minutes=30)


def test_a_span_that_clocks_skip_is_no_span():
    skipped = Opening(on=date(2026, 3, 29), spans=(Span(time(2, 30), time(3, 10)),))
    office = replace(AMSTERDAM, openings=(skipped,))

    opening = office.next_opening(at(date(2026, 3, 29), "00.00", "Europe/Amsterdam"))

    assert opening == at(date(2026, 3, 30), "07.30", "Europe/Amsterdam")


@pytest.mark.parametrize(
    ("day", "clock", "is_open"),
    [
        (MONDAY, "07.29", False),
        (MONDAY, "07.30", True),
        (MONDAY, "11.59", True),
        (MONDAY, "12.00", False),
        (MONDAY, "13.00", True),
        (MONDAY, "16.00", False),
        (FRIDAY, "12.45", False),
        (FRIDAY, "16.15", True),
        (SATURDAY, "10.00", False),
    ],
)
def test_the_office_is_open_from_the_opening_to_just_before_the_closing(day, clock, is_open):
    assert PLAIN.is_open(at(day, clock)) is is_open


def test_the_next_opening_is_now_while_the_office_is_open():
    assert PLAIN.next_opening(at(MONDAY, "09.12")) == at(MONDAY, "09.12")


def test_the_next_opening_after_friday_is_on_monday():
    assert PLAIN.next_opening(at(FRIDAY, "16.30")) == at(MONDAY, "07.30")


def test_business_closes_later_on_friday():
    assert closing_of(PLAIN, THURSDAY) == at(THURSDAY, "16.00")
    assert closing_of(PLAIN, FRIDAY) == at(FRIDAY, "16.30")
    assert closing_of(PLAIN, SATURDAY) is None


def test_the_same_hours_are_two_hours_earlier_in_jayapura():
    jayapura = replace(PLAIN, zone="Asia/Jayapura")

    opening = jayapura.next_opening(at(MONDAY, "00.00", "Asia/Jayapura"))

    assert opening == at(MONDAY, "05.30", "Asia/Jakarta")


def test_moments_come_out_in_utc():
    assert lapses_at(at(FRIDAY, "09.00"), calendar_days(1), PLAIN).tzinfo is UTC
    assert lapses_at(at(FRIDAY, "09.00"), working_days(1), PLAIN).tzinfo is UTC
    assert PLAIN.next_opening(at(FRIDAY, "09.00")).tzinfo is UTC


def test_seconds_are_kept():
    started = at(FRIDAY, "16.29") + timedelta(seconds=30, microseconds=7)

    assert lapses_at(started, minutes(1), PLAIN) == at(MONDAY, "07.30") + timedelta(
        seconds=30, microseconds=7
    )


def test_a_moment_without_a_time_zone_is_refused():
    naive = datetime(2026, 11, 6, 9)  # noqa: DTZ001

    with pytest.raises(ValueError, match="has no time zone"):
        PLAIN.is_open(naive)
    with pytest.raises(ValueError, match="has no time zone"):
        lapses_at(naive, calendar_days(1), PLAIN)


def test_time_is_not_added_backwards():
    with pytest.raises(ValueError, match="forwards only"):
        PLAIN.add_working_time(at(FRIDAY, "09.00"), timedelta(minutes=-1))


def test_an_office_that_never_opens_is_refused_and_not_waited_for():
    never = replace(PLAIN, hours=((),) * 7)

    assert not never.is_open(at(FRIDAY, "09.00"))
    with pytest.raises(CalendarError, match="does not open within 3 years"):
        never.next_opening(at(FRIDAY, "09.00"))
    with pytest.raises(CalendarError, match="of working time within 3 years"):
        lapses_at(at(FRIDAY, "09.00"), minutes(1), never)
    with pytest.raises(CalendarError, match="no 7 working days within 3 years"):
        lapses_at(at(FRIDAY, "09.00"), working_days(7), never)


@pytest.mark.parametrize("unit", LimitUnit)
def test_the_longest_limit_of_each_unit_lapses_within_the_calendar(unit):
    assert lapses_at(at(FRIDAY, "09.00"), Limit(LONGEST[unit], unit), SPRING)


@pytest.mark.parametrize("zone", ["WIB", "Asia/Bandung", "", "../etc"])
def test_an_unknown_zone_is_refused_with_the_three_right_ones(zone):
    with pytest.raises(CalendarError, match=r"Asia/Jakarta \(WIB\), Asia/Makassar \(WITA\)"):
        OfficeCalendar(zone=zone)


@pytest.mark.parametrize(
    ("monday", "told"),
    [
        ((Span(time(12), time(8)),), "hours, monday: 12.00-08.00 runs backwards"),
        (
            (Span(time(8), time(12)), Span(time(11), time(16))),
            "hours, monday: 11.00 comes before 12.00 is reached",
        ),
    ],
)
def test_hours_that_contradict_themselves_are_refused(monday, told):
    with pytest.raises(CalendarError, match=told):
        replace(PLAIN, hours=(monday, *DEFAULT_HOURS[1:]))


def test_seasons_that_contradict_themselves_are_refused():
    later = replace(RAMADAN, name="Syawal", first_on=RAMADAN.last_on, last_on=date(2026, 4, 1))

    with pytest.raises(CalendarError, match="seasons Ramadan and Syawal overlap"):
        replace(PLAIN, seasons=(later, RAMADAN))
    with pytest.raises(CalendarError, match="it ends before it begins"):
        replace(PLAIN, seasons=(replace(RAMADAN, last_on=date(2026, 2, 1)),))


def test_two_openings_of_one_day_are_refused():
    with pytest.raises(CalendarError, match="2026-04-11 is opened twice"):
        replace(PLAIN, openings=(SATURDAY_SERVICE, SATURDAY_SERVICE))


# Laws of office time.


@LAW
@given(OFFICES, MOMENTS, st.sampled_from(LimitUnit), st.data())
def test_a_longer_limit_never_lapses_earlier(office, started, unit, data):
    amounts = st.integers(1, min(500, LONGEST[unit]))
    short, long = sorted((data.draw(amounts), data.draw(amounts)))

    assert lapses_at(started, Limit(short, unit), office) <= lapses_at(
        started, Limit(long, unit), office
    )


@LAW
@given(OFFICES, MOMENTS, MOMENTS, st.sampled_from(LimitUnit))
def test_what_begins_later_never_lapses_earlier(office, one, other, unit):
    first, second = sorted((one, other))
    limit = Limit(5, unit)

    assert lapses_at(first, limit, office) <= lapses_at(second, limit, office)


@LAW
@given(OFFICES, MOMENTS, SPANS)
def test_what_was_added_lies_between(office, started, span):
    assert office.working_time_between(started, office.add_working_time(started, span)) == span


@LAW
@given(OFFICES, MOMENTS, SPANS, SPANS)
def test_two_spans_in_a_row_are_as_long_as_one(office, started, one, other):
    halfway = office.add_working_time(started, one)

    assert office.add_working_time(halfway, other) == office.add_working_time(started, one + other)


@LAW
@given(OFFICES, st.lists(MOMENTS, min_size=3, max_size=3))
def test_the_parts_of_a_stay_add_up(office, moments):
    parts = [office.working_time_between(a, b) for a, b in pairwise(moments)]

    assert sum(parts, timedelta()) == office.working_time_between(moments[0], moments[-1])


@LAW
@given(OFFICES, MOMENTS, st.integers(1, 5000))
def test_a_limit_in_office_time_lapses_in_office_time(office, started, amount):
    lapses = lapses_at(started, minutes(amount), office)

    assert office.is_open(lapses - timedelta(microseconds=1))


@LAW
@given(OFFICES, MOMENTS, st.integers(1, 40))
def test_a_limit_in_working_days_lapses_at_a_close_of_business(office, started, amount):
    lapses = lapses_at(started, working_days(amount), office)

    assert lapses == closing_of(office, lapses.astimezone(office.tz).date())


@LAW
@given(OFFICES, MOMENTS)
def test_nothing_is_given_to_the_next_opening(office, moment):
    opening = office.next_opening(moment)

    assert office.is_open(opening)
    assert not office.working_time_between(moment, opening)


@LAW
@given(st.sampled_from([PLAIN, SPRING]), MINUTES, st.integers(0, 3 * 24 * 60))
def test_office_time_is_what_a_patient_clerk_would_count(office, started, length):
    moments = [started + timedelta(minutes=minute) for minute in range(length)]
    worked = sum(_a_clerk_is_at_the_desk(moment, office) for moment in moments)

    end = started + timedelta(minutes=length)

    assert office.working_time_between(started, end) == timedelta(minutes=worked)


def _a_clerk_is_at_the_desk(moment, office):
    """Look at the clock on the wall and at the calendar beside it, and at nothing else."""
    local = (moment + timedelta(hours=7)).replace(tzinfo=None)
    day, clock = local.date(), local.time()
    if office is SPRING:
        if day == date(2026, 4, 11):
            return time(9) <= clock < time(12, 30)
        if day in {closure.on for closure in FEASTS}:
            return False
    if day.weekday() > 4:
        return False
    friday = day.weekday() == 4
    if office is SPRING and date(2026, 2, 18) <= day <= date(2026, 3, 19):
        comes, returns, goes = time(8), time(12, 30), time(15, 30 if friday else 0)
    else:
        comes, returns, goes = time(7, 30), time(13), time(16, 30 if friday else 0)
    leaves = time(11, 30) if friday else time(12)
    return comes <= clock < leaves or returns <= clock < goes
