"""The calendar in the chat: closed days, Ramadan, and the limits they move."""

from dataclasses import replace
from datetime import date

import pytest

from storage.reading.days import days_view
from tests.support.builders import at
from tests.support.office import open_office
from workflow.alarms import AlarmKind
from workflow.errors import (
    DateOutOfRange,
    DayAlreadyClosed,
    DayAlreadyOpen,
    FormMovedOn,
    HoursUnclear,
    NameMissing,
    NotADate,
    NotOpenToYou,
    RamadanLength,
)
from workflow.hours import read_hours
from workflow.intents import ShowCase, ShowTask, Tell
from workflow.office_intents import ShowDays
from workflow.opening_hours import Opening
from workflow.people import FocusKind

FRIDAY, MONDAY, TUESDAY = date(2026, 11, 27), date(2026, 11, 30), date(2026, 12, 1)


@pytest.fixture
def office():
    """On Friday at 16.25 Rina hands in a request: fifteen minutes for the petugas, on Monday."""
    with open_office() as office:
        office.clock.move_to(at(FRIDAY, "16.25"))
        office.applies()
        assert office.task.due_at == at(MONDAY, "07.40")
        yield office


def closes(office, text="30-11-2026\nCuti bersama tambahan"):
    office.does("it", lambda desks: desks.calendar.close(text))


def alarm_of(office):
    [(_, _, alarm)] = office.work.cases.alarms_due(at(date(2027, 6, 1), "09.00"), limit=9)
    return alarm


def test_a_closed_day_moves_what_is_due_and_says_how_much(office):
    office.does("it", lambda desks: desks.calendar.ask_closure())
    office.silence()
    office.says("it", "Senin, 30 November 2026\nCuti bersama tambahan")
    assert office.task.due_at == at(TUESDAY, "07.40")
    (told,) = office.hears("it")
    assert told.message_id == "closure-added"
    assert told.arguments == {"day": MONDAY, "name": "Cuti bersama tambahan", "count": 1}
    assert office.work.people.focus(office.ids["it"]) is None


def test_the_alarm_goes_with_the_limit(office):
    assert alarm_of(office).at <= at(MONDAY, "07.40")
    closes(office)
    assert alarm_of(office).kind is AlarmKind.REMINDER
    assert at(TUESDAY, "07.30") <= alarm_of(office).at <= at(TUESDAY, "07.40")


def test_what_is_past_already_is_not_said_again(office):
    office.clock.move_to(at(TUESDAY, "09.00"))
    closes(office, "2-12-2026\nRapat kerja")
    assert office.task.due_at == at(MONDAY, "07.40")
    office.does("it", lambda desks: desks.calendar.close("3-12-2026\nRapat kerja"))
    assert [one.arguments["count"] for one in office.hears("it", Tell)] == [0, 0]


def test_cards_on_phones_show_the_new_moment(office):
    task = office.task
    office.work.cards.lay(f"task:{task.id}", office.ids["petugas"], 5)
    office.work.cards.lay(f"case:{office.case_id}", office.ids["rina"], 6)
    closes(office)
    assert office.hears("petugas") == [ShowTask(task_id=task.id)]
    assert office.hears("rina") == [ShowCase(case_id=office.case_id)]


def test_new_work_is_reckoned_with_the_day_too(office):
    closes(office)
    office.applies("budi")
    assert office.task.due_at == at(TUESDAY, "07.40")


def test_a_day_taken_back_moves_everything_back(office):
    closes(office)
    [day] = office.work.days.all()
    office.silence()
    office.does("it", lambda desks: desks.calendar.remove(day.id))
    assert office.task.due_at == at(MONDAY, "07.40")
    assert [one.message_id for one in office.hears("it")] == ["day-removed"]
    office.refuses(FormMovedOn, "it", lambda desks: desks.calendar.remove(day.id))


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("besok\nRapat", NotADate),
        ("26-11-2026\nRapat", DateOutOfRange),
        ("30-11-2036\nRapat", DateOutOfRange),
        ("30-11-2026", NameMissing),
        ("30-11-2026\n \u200b ", NameMissing),
        ("29-11-2026\nRapat", DayAlreadyClosed),
    ],
)
def test_what_is_no_day_to_close_is_refused(office, text, refusal):
    office.refuses(refusal, "it", lambda desks: desks.calendar.close(text))
    assert office.work.days.all() == ()


SATURDAY = date(2026, 11, 28)
SERVICE = "28-11-2026\n08.00-12.00\nLayanan Sabtu"


def opens(office, text=SERVICE):
    office.does("it", lambda desks: desks.calendar.open(text))


def test_a_saturday_service_moves_what_is_due_and_says_how_much(office):
    office.does("it", lambda desks: desks.calendar.ask_opening())
    office.silence()
    office.says("it", "Sabtu, 28 November 2026\n08.00 - 12.00\nLayanan Sabtu")
    assert office.task.due_at == at(SATURDAY, "08.10")
    (told,) = office.hears("it")
    assert told.message_id == "opening-added"
    assert told.arguments == {
        "day": SATURDAY,
        "hours": "08.00-12.00",
        "name": "Layanan Sabtu",
        "count": 1,
    }
    assert office.work.calendar.is_open(at(SATURDAY, "11.59"))


def test_half_a_day_before_a_feast_is_an_opening_too(office):
    opens(office, "30-11-2026\n07.30-11.30\nMenjelang libur")
    assert not office.work.calendar.is_open(at(MONDAY, "14.00"))


@pytest.mark.parametrize(
    "hours",
    ["08.00-12.00, 13.00-15.00", "13:00-15:00 dan 08:00–12:00", "08.00 s.d. 12.00; 13.00-15.00"],
)
def test_hours_are_taken_as_people_write_them(office, hours):
    opens(office, f"28-11-2026\n{hours}\nLayanan Sabtu")
    assert not office.work.calendar.is_open(at(SATURDAY, "12.30"))
    assert office.work.calendar.is_open(at(SATURDAY, "14.59"))


def test_a_saturday_service_taken_back_moves_the_limit_back(office):
    opens(office)
    [day] = office.work.days.all()
    office.does("it", lambda desks: desks.calendar.remove(day.id))
    assert office.task.due_at == at(MONDAY, "07.40")


def test_of_one_day_what_was_written_last_holds(office):
    opens(office)
    closes(office, "28-11-2026\nBatal")
    assert not office.work.calendar.is_open(at(SATURDAY, "09.00"))
    opens(office, "28-11-2026\n09.00-11.00\nLayanan Sabtu")
    assert office.work.calendar.is_open(at(SATURDAY, "10.59"))
    assert not office.work.calendar.is_open(at(SATURDAY, "08.30"))
    assert len(office.work.days.all()) == 1


def test_a_day_that_the_office_file_opens_may_be_closed_in_the_chat(office):
    opening = Opening(on=SATURDAY, spans=read_hours("08.00-12.00"), reason="Layanan Sabtu")
    office.context.calendar = replace(office.context.calendar, openings=(opening,))
    office.work.renew_calendar()
    assert office.work.calendar.is_open(at(SATURDAY, "09.00"))
    closes(office, "28-11-2026\nBatal")
    assert not office.work.calendar.is_open(at(SATURDAY, "09.00"))


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("28-11-2026", HoursUnclear),
        ("28-11-2026\nLayanan Sabtu", HoursUnclear),
        ("28-11-2026\n12.00-08.00\nLayanan", HoursUnclear),
        ("28-11-2026\n08.00-25.00\nLayanan", HoursUnclear),
        ("28-11-2026\n08.00-12.00, 11.00-13.00\nLayanan", HoursUnclear),
        ("28-11-2026\n08.00-12.00", NameMissing),
        ("Sabtu\n08.00-12.00\nLayanan", NotADate),
        ("26-11-2026\n08.00-12.00\nLayanan", DateOutOfRange),
        ("30-11-2026\n07.30-12.00, 13.00-16.00\nLayanan", DayAlreadyOpen),
    ],
)
def test_what_opens_no_day_is_refused(office, text, refusal):
    office.refuses(refusal, "it", lambda desks: desks.calendar.open(text))


def test_the_administrator_sees_the_days_that_are_opened(office):
    opens(office)
    view = days_view(office.work, 0, now=office.clock.now())
    assert [(one.hours, one.name, one.own is not None) for one in view.openings] == [
        ("08.00-12.00", "Layanan Sabtu", True)
    ]


def sets_ramadan(office, text):
    office.does("it", lambda desks: desks.calendar.set_ramadan(text))


def test_ramadan_brings_its_hours(office):
    sets_ramadan(office, "8-2-2027\n9-3-2027")
    assert not office.work.calendar.is_open(at(date(2027, 2, 8), "07.45"))
    assert office.work.calendar.is_open(at(date(2027, 3, 10), "07.45"))


def test_ramadan_set_anew_on_its_eve_takes_the_place_of_the_estimate(office):
    sets_ramadan(office, "8-2-2027\n9-3-2027")
    sets_ramadan(office, "9-2-2027\n10-3-2027")
    sets_ramadan(office, "28-1-2028\n26-2-2028")
    assert [one.first_on for one in office.work.days.all()] == [
        date(2027, 2, 9),
        date(2028, 1, 28),
    ]
    assert office.work.calendar.is_open(at(date(2027, 2, 8), "07.45"))


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("8-2-2027", NotADate),
        ("Ramadan\n9-3-2027", NotADate),
        ("8-2-2027\n8-2-2027", RamadanLength),
        ("8-2-2027\n9-4-2027", RamadanLength),
        ("9-3-2027\n8-2-2027", RamadanLength),
        ("8-2-2026\n9-3-2026", DateOutOfRange),
    ],
)
def test_what_is_no_month_of_ramadan_is_refused(office, text, refusal):
    office.refuses(refusal, "it", lambda desks: desks.calendar.set_ramadan(text))


def test_what_was_asked_may_be_left(office):
    for ask, kind in (
        (lambda desks: desks.calendar.ask_closure(), FocusKind.CLOSURE),
        (lambda desks: desks.calendar.ask_opening(), FocusKind.OPENING),
        (lambda desks: desks.calendar.ask_ramadan(), FocusKind.RAMADAN),
    ):
        office.does("it", ask)
        assert office.work.people.focus(office.ids["it"]).kind is kind
        office.does("it", lambda desks: desks.messages.stop())
        assert office.work.people.focus(office.ids["it"]) is None
    assert office.hears("it", ShowDays)[-1] == ShowDays(fresh=True)


@pytest.mark.parametrize("name", ["rina", "kepala_dinas"])
def test_the_calendar_is_the_administrators(office, name):
    for errand in (
        lambda desks: desks.calendar.show(0),
        lambda desks: desks.calendar.ask_closure(),
        lambda desks: desks.calendar.ask_ramadan(),
        lambda desks: desks.calendar.ask_opening(),
        lambda desks: desks.calendar.open(SERVICE),
        lambda desks: desks.calendar.close("30-11-2026\nRapat"),
        lambda desks: desks.calendar.set_ramadan("8-2-2027\n9-3-2027"),
        lambda desks: desks.calendar.remove(1),
    ):
        office.refuses(NotOpenToYou, name, errand)


def test_a_day_closed_while_a_request_waits_for_its_applicant_hurries_nobody(office):
    office.clock.move_to(at(FRIDAY, "16.28"))
    office.decides("petugas", "kembalikan")
    before = alarm_of(office)
    assert (before.kind, office.task.due_at) == (AlarmKind.WAITS, None)
    closes(office)
    assert alarm_of(office) == before
