from datetime import date, timedelta

import pytest

from messages.cards.queue import alarms_card
from messages.localizer import localizer_for
from storage.reading.queues import alarms_view
from tests.support.builders import JAKARTA, at
from workflow.alarms import Rhythm
from workflow.intents import ShowCase, ShowTask, TellAlarms

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
_NEVER = at(date(2030, 1, 1), "00.00")
SAY = localizer_for("id", JAKARTA)
AT_ONCE = Rhythm(group_window=timedelta())


@pytest.fixture
def verifying(office):
    """Handed in at 09.00; fifteen minutes for the petugas."""
    office.clock.move_to(at(MONDAY, "09.00"))
    office.applies()
    return office.task


def told_at(office, clock, day=MONDAY, rhythm=AT_ONCE):
    """Who is told what when the clock on the wall looks at this time."""
    office.clock.move_to(at(day, clock))
    office.silence()
    office.ticks(rhythm)
    return dict(office.told(TellAlarms))


def due(*tasks):
    return TellAlarms(task_ids=tuple(task.id for task in tasks))


def overdue(*tasks):
    return TellAlarms(task_ids=(), overdue=tuple(task.id for task in tasks))


def test_nothing_is_said_while_there_is_time(office, verifying):
    assert told_at(office, "09.10") == {}


def test_the_officer_is_reminded_before_the_limit(office, verifying):
    assert told_at(office, "09.12") == {"petugas": due(verifying)}


def test_the_officer_is_told_at_the_limit(office, verifying):
    told_at(office, "09.12")
    assert told_at(office, "09.15") == {"petugas": due(verifying)}


def test_the_superior_is_told_when_nothing_has_happened_since(office, verifying):
    told_at(office, "09.12")
    told_at(office, "09.15")
    assert told_at(office, "09.29") == {}
    assert told_at(office, "09.30") == {"sekretaris": overdue(verifying)}


def test_the_officers_card_says_the_time_that_is_left_when_time_is_spoken_of(office, verifying):
    office.work.cards.lay(f"task:{verifying.id}", office.ids["petugas"], 7)
    assert told_at(office, "09.12")
    assert office.told(ShowTask) == [("petugas", ShowTask(task_id=verifying.id))]


def test_the_applicants_card_says_that_it_is_late_once_the_superior_knows(office, verifying):
    told_at(office, "09.15")
    assert office.told(ShowCase) == []
    told_at(office, "09.30")
    assert office.told(ShowCase) == [("rina", ShowCase(case_id=office.case_id))]


def test_both_are_told_again_on_the_next_morning(office, verifying):
    for clock in ("09.12", "09.15", "09.30"):
        told_at(office, clock)
    assert told_at(office, "15.59") == {}
    assert told_at(office, "07.30", TUESDAY) == {
        "petugas": due(verifying),
        "sekretaris": overdue(verifying),
    }


def test_a_done_task_says_nothing_more(office, verifying):
    told_at(office, "09.12")
    office.presses("petugas", "lengkap")
    assert verifying.id not in [
        task_id for told in told_at(office, "09.35").values() for task_id in told.overdue
    ]


def test_only_the_holder_is_reminded(office, verifying):
    office.colleague("dewi", "petugas")
    office.does("dewi", lambda desks: desks.officer.open(verifying.id))
    assert told_at(office, "09.12") == {"dewi": due(verifying)}


def test_everybody_of_the_lane_is_reminded_of_what_nobody_holds(office, verifying):
    office.colleague("dewi", "petugas")
    assert told_at(office, "09.12") == {"petugas": due(verifying), "dewi": due(verifying)}


def test_a_holder_who_has_left_is_not_reminded_the_lane_is(office, verifying):
    office.colleague("dewi", "petugas")
    office.does("dewi", lambda desks: desks.officer.open(verifying.id))
    office.leaves("dewi", "petugas")
    assert told_at(office, "09.12") == {"petugas": due(verifying)}


def test_a_limit_of_five_minutes_does_not_ring_after_five_minutes(office, verifying):
    office.presses("petugas", "lengkap")
    assert office.task.due_at == at(MONDAY, "09.05")
    assert told_at(office, "09.14") == {}
    assert told_at(office, "09.15") == {"kepala_dinas": due(office.task)}


def test_an_applicant_is_not_hurried(office, verifying):
    office.decides("petugas", "kembalikan")
    assert told_at(office, "15.00") == {}
    assert told_at(office, "09.00", TUESDAY) == {}
    assert office.told(ShowCase) == []


def test_what_one_person_is_to_hear_is_one_message(office, verifying):
    office.applies("budi")
    later = office.task
    assert told_at(office, "09.12", rhythm=Rhythm()) == {"petugas": due(verifying, later)}


def test_what_comes_within_the_window_waits_and_joins(office, verifying):
    for minutes in (2, 4):
        office.clock.move_to(at(MONDAY, f"09.0{minutes}"))
        office.applies("budi")
    second, third = office.work.cases.alarms_due(_NEVER, limit=9)[1:]
    rhythm = Rhythm()
    assert told_at(office, "09.12", rhythm=rhythm) == {"petugas": due(verifying)}
    assert told_at(office, "09.14", rhythm=rhythm) == {}
    assert told_at(office, "09.15", rhythm=rhythm) == {"petugas": due(verifying)}
    assert told_at(office, "09.17", rhythm=rhythm) == {}
    assert told_at(office, "09.25", rhythm=rhythm)["petugas"] == due(third[0], second[0])


def test_a_reminder_that_had_to_wait_does_not_hold_up_that_the_limit_is_over(office, verifying):
    office.clock.move_to(at(MONDAY, "09.02"))
    office.applies("budi")
    rhythm = Rhythm()
    assert told_at(office, "09.12", rhythm=rhythm) == {"petugas": due(verifying)}
    office.decides("petugas", "kembalikan")
    assert told_at(office, "09.14", rhythm=rhythm) == {}
    assert office.work.cases.next_alarm_at() == at(MONDAY, "09.15")


def test_that_the_limit_is_over_is_said_when_it_is_over_whatever_was_said_before(office, verifying):
    rhythm = Rhythm()
    assert told_at(office, "09.12", rhythm=rhythm) == {"petugas": due(verifying)}
    assert office.work.cases.next_alarm_at() == at(MONDAY, "09.15")
    assert told_at(office, "09.15", rhythm=rhythm) == {"petugas": due(verifying)}
    office.clock.move_to(at(MONDAY, "09.15") + timedelta(seconds=1))
    person, now = office.ids["petugas"], office.clock.now()
    view = alarms_view(office.work, (verifying.id,), (), now=now)
    assert "Lewat batas: 1 dari 1" in alarms_card(view, SAY).text
    assert office.work.people.last_lapse_at([person]) == {person: at(MONDAY, "09.15")}


def test_limits_that_lapse_one_after_the_other_are_gathered_all_the_same(office, verifying):
    for minute in range(1, 10):
        office.clock.move_to(at(MONDAY, f"09.0{minute}"))
        office.applies("budi")
    rhythm, messages = Rhythm(), 0
    for minute in range(10, 40):
        told = told_at(office, f"09.{minute}", rhythm=rhythm)
        messages += "petugas" in told
    assert messages <= 5


def test_after_a_stop_everything_missed_is_one_message(office, verifying):
    assert told_at(office, "11.00") == {
        "petugas": due(verifying),
        "sekretaris": overdue(verifying),
    }
    assert told_at(office, "11.30") == {}


def test_after_a_stop_of_days_it_is_still_one_message(office, verifying):
    wednesday = date(2026, 11, 25)
    assert told_at(office, "10.00", wednesday) == {
        "petugas": due(verifying),
        "sekretaris": overdue(verifying),
    }
    assert told_at(office, "10.30", wednesday) == {}


def test_however_much_was_missed_it_is_one_message_a_person(office, verifying):
    office.applies("budi")
    office.applies("budi")
    tasks = tuple(task.id for task, _, _ in office.work.cases.alarms_due(_NEVER, limit=10))
    assert len(tasks) == 3
    office.clock.move_to(at(MONDAY, "11.00"))
    office.silence()
    office.ticks(batch=2)
    assert office.told(TellAlarms) == [
        ("petugas", TellAlarms(task_ids=tasks)),
        ("sekretaris", TellAlarms(task_ids=(), overdue=tasks)),
    ]
    assert told_at(office, "11.30", rhythm=Rhythm()) == {}


@pytest.mark.parametrize(
    ("clock", "day"), [("16.01", MONDAY), ("23.00", MONDAY), ("07.29", TUESDAY)]
)
def test_nothing_is_said_outside_office_hours(office, verifying, clock, day):
    assert told_at(office, clock, day) == {}
    assert office.work.cases.next_alarm_at() == at(TUESDAY, "07.30")


def test_nothing_is_said_at_lunch(office, verifying):
    assert told_at(office, "12.30") == {}
    assert office.work.cases.next_alarm_at() == at(MONDAY, "13.00")


def test_a_limit_over_the_weekend_lapses_on_monday(office):
    friday, saturday, monday = (date(2026, 11, day) for day in (27, 28, 30))
    office.clock.move_to(at(friday, "16.25"))
    office.applies()
    assert office.task.due_at == at(monday, "07.40")
    assert told_at(office, "10.00", saturday) == {}
    assert told_at(office, "07.40", monday) == {"petugas": due(office.task)}


def test_a_lane_that_the_office_does_not_know_stops_no_clock(office, verifying):
    seats = {"jakarta-data": {"petugas": "loket"}}
    office.context.office = office.work.office.model_copy(update={"lanes": seats})
    assert told_at(office, "11.00") == {
        "it": TellAlarms(task_ids=(), unheard=(verifying.id,)),
    }
    assert office.work.cases.next_alarm_at() is not None


@pytest.mark.parametrize(("minutes", "due_is_said"), [(15, "09.15"), (60, "10.00")])
def test_a_task_is_armed_with_the_floor_of_this_office(office, verifying, minutes, due_is_said):
    office.context.rhythm = Rhythm(floor=timedelta(minutes=minutes))
    office.presses("petugas", "lengkap")
    assert office.task.due_at == at(MONDAY, "09.05")
    assert office.work.cases.next_alarm_at() == at(MONDAY, due_is_said)


def test_a_task_is_armed_with_the_floor_of_this_office_when_a_day_is_closed(office, verifying):
    office.context.rhythm = Rhythm(floor=timedelta(minutes=60))
    office.does("it", lambda desks: desks.calendar.close("24-11-2026\nRapat kerja"))
    office.clock.move_to(at(MONDAY, "15.55"))
    office.applies("budi")
    office.does("it", lambda desks: desks.calendar.close("25-11-2026\nRapat kerja"))
    office.presses("petugas", "lengkap")
    assert [
        alarm.at
        for task, _, alarm in office.work.cases.alarms_due(_NEVER, limit=9)
        if task.id == office.task.id
    ] == [at(date(2026, 11, 26), "08.25")]
