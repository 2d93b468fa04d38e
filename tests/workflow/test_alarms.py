from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workflow.alarms import (
    Alarm,
    AlarmKind,
    Listener,
    Rhythm,
    Watch,
    caught_up,
    first_alarm,
    hears_at,
    next_alarm,
)
from workflow.limits import Limit, parse_limit
from workflow.opening_hours import Closure
from workflow.working_time import OfficeCalendar, lapses_at

THURSDAY, FRIDAY, SATURDAY = date(2026, 11, 5), date(2026, 11, 6), date(2026, 11, 7)
MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 9), date(2026, 11, 10), date(2026, 11, 11)
JAKARTA = ZoneInfo("Asia/Jakarta")
OFFICE = OfficeCalendar(zone="Asia/Jakarta")
WINDOW = Rhythm().group_window

LAW = settings(deadline=None)  # the first example of a year works the year out
NOVEMBER = datetime(2026, 11, 1, tzinfo=UTC)
MOMENTS = st.timedeltas(timedelta(), timedelta(days=28)).map(NOVEMBER.__add__)
LIMITS = st.one_of(
    st.integers(1, 2000).map("{} menit".format),
    st.integers(1, 8).map("{} hari kerja".format),
    st.integers(1, 8).map("{} hari kalender".format),
).map(parse_limit)


def at(day, clock):
    hour, minute = clock.split(".")
    return datetime.combine(day, time(int(hour), int(minute)), JAKARTA)


def a_task(opened_at, limit, calendar=OFFICE):
    if not isinstance(limit, Limit):
        limit = parse_limit(limit)
    return Watch(
        opened_at=opened_at, due_at=lapses_at(opened_at, limit, calendar), calendar=calendar
    )


def alarms_of(task, count):
    """Return the first *count* alarms, each said at its own moment."""
    alarms = [first_alarm(task)]
    while len(alarms) < count:
        alarms.append(next_alarm(alarms[-1].kind, alarms[-1].at, task))
    return alarms


def told(task, count):
    return [(alarm.kind, alarm.at) for alarm in alarms_of(task, count)]


def test_the_officer_then_the_superior_then_both_every_morning():
    task = a_task(at(THURSDAY, "08.00"), "2 jam")

    alarms = alarms_of(task, 6)

    assert [(alarm.kind, alarm.at) for alarm in alarms] == [
        (AlarmKind.REMINDER, at(THURSDAY, "09.30")),
        (AlarmKind.DUE, at(THURSDAY, "10.00")),
        (AlarmKind.OVERDUE, at(THURSDAY, "10.15")),
        (AlarmKind.STILL_OVERDUE, at(FRIDAY, "07.30")),
        (AlarmKind.STILL_OVERDUE, at(MONDAY, "07.30")),
        (AlarmKind.STILL_OVERDUE, at(TUESDAY, "07.30")),
    ]
    assert [alarm.listeners for alarm in alarms[:4]] == [
        {Listener.OFFICER},
        {Listener.OFFICER},
        {Listener.SUPERIOR},
        {Listener.OFFICER, Listener.SUPERIOR},
    ]


def test_a_task_without_a_limit_has_no_alarms():
    task = a_task(at(THURSDAY, "08.00"), "tanpa batas")

    assert first_alarm(task) is None
    assert next_alarm(AlarmKind.OVERDUE, at(FRIDAY, "09.00"), task) is None


def test_a_limit_of_one_minute_first_rings_after_the_floor():
    task = a_task(at(THURSDAY, "08.00"), "1 menit")

    assert told(task, 3) == [
        (AlarmKind.DUE, at(THURSDAY, "08.15")),
        (AlarmKind.OVERDUE, at(THURSDAY, "08.30")),
        (AlarmKind.STILL_OVERDUE, at(FRIDAY, "07.30")),
    ]


def test_a_limit_as_long_as_the_floor_has_a_reminder():
    task = a_task(at(THURSDAY, "08.00"), "15 menit")

    kind, when = told(task, 1)[0]

    assert kind is AlarmKind.REMINDER
    assert when == at(THURSDAY, "08.11") + timedelta(seconds=15)


def test_an_office_may_have_another_floor():
    patient = Rhythm(floor=timedelta(hours=1), escalate_after=timedelta(hours=2))
    task = replace(a_task(at(THURSDAY, "08.00"), "30 menit"), rhythm=patient)

    assert told(task, 2) == [
        (AlarmKind.DUE, at(THURSDAY, "09.00")),
        (AlarmKind.OVERDUE, at(THURSDAY, "11.00")),
    ]


def test_the_floor_runs_in_office_time():
    task = a_task(at(FRIDAY, "16.25"), "1 menit")

    assert told(task, 2) == [
        (AlarmKind.DUE, at(MONDAY, "07.40")),
        (AlarmKind.OVERDUE, at(MONDAY, "07.55")),
    ]


def test_a_task_begun_at_night_is_silent_until_the_office_has_been_open_a_while():
    task = a_task(at(THURSDAY, "22.00"), "5 menit")

    assert told(task, 1) == [(AlarmKind.DUE, at(FRIDAY, "07.45"))]


def test_what_lapses_at_closing_is_told_in_the_morning():
    task = a_task(at(THURSDAY, "10.00"), "1 hari kerja")

    assert told(task, 4) == [
        (AlarmKind.REMINDER, at(FRIDAY, "13.22") + timedelta(seconds=30)),
        (AlarmKind.DUE, at(MONDAY, "07.30")),
        (AlarmKind.OVERDUE, at(MONDAY, "07.45")),
        (AlarmKind.STILL_OVERDUE, at(TUESDAY, "07.30")),
    ]


def test_a_reminder_that_falls_into_the_break_waits_for_its_end():
    task = a_task(at(THURSDAY, "09.00"), "4 jam")

    assert told(task, 1) == [(AlarmKind.REMINDER, at(THURSDAY, "13.00"))]


def test_what_lapses_on_a_sunday_is_reminded_of_on_friday_and_told_on_monday():
    task = a_task(at(FRIDAY, "14.30"), "2 hari kalender")

    assert told(task, 2) == [
        (AlarmKind.REMINDER, at(FRIDAY, "16.00")),
        (AlarmKind.DUE, at(MONDAY, "07.30")),
    ]


def test_what_runs_over_a_weekend_alone_rings_after_the_floor():
    task = a_task(at(FRIDAY, "17.00"), "1 hari kalender")

    assert told(task, 1) == [(AlarmKind.DUE, at(MONDAY, "07.45"))]


def test_an_office_may_repeat_every_other_day():
    task = replace(a_task(at(THURSDAY, "08.00"), "1 jam"), rhythm=Rhythm(repeat=2))

    assert told(task, 5)[3:] == [
        (AlarmKind.STILL_OVERDUE, at(MONDAY, "07.30")),
        (AlarmKind.STILL_OVERDUE, at(WEDNESDAY, "07.30")),
    ]


def test_a_superior_told_on_monday_of_what_was_meant_for_friday_is_not_told_twice_that_morning():
    task = a_task(at(FRIDAY, "15.10"), "1 jam")
    said_at = at(MONDAY, "07.30")

    assert next_alarm(AlarmKind.DUE, at(FRIDAY, "16.10"), task).at == at(FRIDAY, "16.25")
    assert next_alarm(AlarmKind.OVERDUE, said_at, task).at == at(TUESDAY, "07.30")


def test_an_alarm_whose_time_has_not_come_is_kept():
    task = a_task(at(THURSDAY, "08.00"), "2 jam")
    reminder = first_alarm(task)

    assert caught_up(reminder, at(THURSDAY, "09.29"), task) == reminder


def test_an_alarm_whose_time_has_come_is_said_now():
    task = a_task(at(THURSDAY, "08.00"), "2 jam")

    now = at(THURSDAY, "09.31")

    assert caught_up(first_alarm(task), now, task) == Alarm(kind=AlarmKind.REMINDER, at=now)


def test_after_a_stop_only_the_latest_alarm_is_said_to_all_who_missed_one():
    task = a_task(at(THURSDAY, "08.00"), "2 jam")
    now = at(THURSDAY, "11.00")

    alarm = caught_up(first_alarm(task), now, task)

    assert (alarm.kind, alarm.at) == (AlarmKind.OVERDUE, now)
    assert alarm.listeners == {Listener.OFFICER, Listener.SUPERIOR}


def test_a_superior_hears_nothing_of_a_limit_that_has_just_lapsed():
    task = a_task(at(THURSDAY, "08.00"), "2 jam")

    alarm = caught_up(first_alarm(task), at(THURSDAY, "10.05"), task)

    assert (alarm.kind, alarm.listeners) == (AlarmKind.DUE, {Listener.OFFICER})


def test_after_a_stop_of_weeks_one_alarm_is_said_and_the_next_on_the_next_morning():
    task = a_task(at(date(2026, 10, 5), "08.00"), "2 jam")
    now = at(MONDAY, "10.30")

    alarm = caught_up(first_alarm(task), now, task)

    assert (alarm.kind, alarm.at) == (AlarmKind.STILL_OVERDUE, now)
    assert next_alarm(alarm.kind, now, task).at == at(TUESDAY, "07.30")


def test_alarms_missed_by_night_wait_for_the_morning_and_are_one_then():
    task = a_task(at(FRIDAY, "15.30"), "1 jam")

    kept = caught_up(first_alarm(task), at(SATURDAY, "22.00"), task)
    said = caught_up(kept, at(MONDAY, "07.30"), task)

    assert (kept.kind, kept.at) == (AlarmKind.REMINDER, at(MONDAY, "07.30"))
    assert (said.kind, said.at) == (AlarmKind.DUE, at(MONDAY, "07.30"))


def test_an_alarm_set_for_a_day_that_was_closed_since_waits_for_the_next():
    task = a_task(at(FRIDAY, "16.25"), "1 menit")
    closed = replace(OFFICE, closures=(Closure(on=MONDAY, reason="banjir"),))

    kept = caught_up(first_alarm(task), at(MONDAY, "07.40"), replace(task, calendar=closed))

    assert kept.at == at(TUESDAY, "07.30")


@pytest.mark.parametrize(
    "wrong",
    [
        {"before": 0},
        {"before": 1},
        {"repeat": 0},
        {"floor": timedelta(minutes=-1)},
        {"group_window": timedelta(seconds=-1)},
    ],
)
def test_a_rhythm_that_makes_no_sense_is_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Rhythm(**wrong)


# One message for one person.


def heard_at(last, now):
    return hears_at(last, now=now, window=WINDOW, calendar=OFFICE)


def test_who_was_told_nothing_yet_is_told_at_once():
    now = at(THURSDAY, "09.00")

    assert heard_at(None, now) == now


def test_who_was_told_a_moment_ago_is_left_in_peace_for_the_window():
    now = at(THURSDAY, "09.00")

    assert heard_at(at(THURSDAY, "08.56"), now) == at(THURSDAY, "09.06")
    assert heard_at(at(THURSDAY, "08.50"), now) == now


def test_a_wait_that_would_end_after_closing_ends_at_the_next_opening():
    said_at = heard_at(at(FRIDAY, "16.22"), at(FRIDAY, "16.28"))

    assert said_at == at(MONDAY, "07.30")


# Laws of alarms.


@LAW
@given(MOMENTS, LIMITS)
def test_nothing_is_ever_said_outside_office_hours(opened_at, limit):
    assert all(OFFICE.is_open(alarm.at) for alarm in alarms_of(a_task(opened_at, limit), 6))


@LAW
@given(MOMENTS, LIMITS)
def test_alarms_follow_each_other_in_time(opened_at, limit):
    moments = [alarm.at for alarm in alarms_of(a_task(opened_at, limit), 6)]

    assert moments == sorted(set(moments))


@LAW
@given(MOMENTS, LIMITS)
def test_lateness_is_told_only_once_there_is_some(opened_at, limit):
    task = a_task(opened_at, limit)

    assert all(
        alarm.at >= task.due_at
        for alarm in alarms_of(task, 6)
        if alarm.kind is not AlarmKind.REMINDER
    )


@LAW
@given(MOMENTS, LIMITS, MOMENTS)
def test_catching_up_leaves_only_alarms_still_to_come(opened_at, limit, now):
    task = a_task(opened_at, limit)

    alarm = caught_up(first_alarm(task), now, task)

    assert OFFICE.is_open(alarm.at)
    if alarm.at <= now:
        assert alarm.at == now
        assert next_alarm(alarm.kind, now, task).at > now


@LAW
@given(MOMENTS, MOMENTS)
def test_a_person_hears_at_most_one_message_in_the_window(last, now):
    said_at = heard_at(last, now)

    assert said_at >= max(now, last + WINDOW)
    assert OFFICE.is_open(said_at)
