"""The calendar changes while another jabatan or the office is asked: those limits move too."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from storage.models.cases import TaskRow
from tests.support.builders import at, closing_of
from workflow.alarms import AlarmKind
from workflow.desk.side_alarms import ring_side_tasks
from workflow.intents import ShowEnquiry, ShowTask, Tell
from workflow.officer_intents import ShowConsultation
from workflow.screen_names import ScreenName
from workflow.verbs import Verb

MONDAY = date(2026, 11, 23)
TUESDAY, WEDNESDAY, THURSDAY = (MONDAY + timedelta(days=one) for one in (1, 2, 3))


def closes(office, day=TUESDAY):
    office.silence()
    office.does("it", lambda desks: desks.calendar.close(f"{day:%d-%m-%Y}\nCuti bersama"))


def opens_again(office):
    [day] = office.work.days.all()
    office.silence()
    office.does("it", lambda desks: desks.calendar.remove(day.id))


def beside(office):
    [asked] = office.work.cases.side_tasks_of(office.case.id)
    return asked


def alarm_at(office):
    found = select(TaskRow.next_alarm_at).where(TaskRow.id == beside(office).id)
    return office.work.connection.scalar(found)


def end_of(office, day):
    return closing_of(office.work.calendar, day)


@pytest.fixture
def asked(office, verifying):
    """On Monday the petugas asks the Kabid for an opinion, by the end of Tuesday."""
    assert office.work.today == MONDAY
    office.does("petugas", lambda desks: desks.verbs.begin(verifying.id, Verb.CONSULT))
    office.does(
        "petugas", lambda desks: desks.verbs.choose(verifying.id, Verb.CONSULT, "kabid_bdi")
    )
    office.says("petugas", "Apakah data semester I sudah final?")
    assert beside(office).due_at == end_of(office, TUESDAY)
    return beside(office)


@pytest.fixture
def enquired(office, verifying):
    """On Monday the applicant asks the office, which has until the end of Tuesday."""
    office.does("rina", lambda desks: desks.enquiries.begin(office.case.id))
    office.says("rina", "Kapan kira-kira selesai?")
    assert beside(office).due_at == end_of(office, TUESDAY)
    return beside(office)


class TestOpinion:
    def test_has_a_day_more_when_its_last_day_is_closed(self, office, asked):
        closes(office)
        assert beside(office).due_at == end_of(office, WEDNESDAY)

    def test_is_not_called_late_before_its_new_moment(self, office, asked):
        closes(office)
        office.silence()
        for moment in (at(WEDNESDAY, "09.00"), at(WEDNESDAY, "16.00")):
            office.clock.move_to(moment)
            ring_side_tasks(office.work, most=5)
        assert office.told(Tell) == []
        office.clock.move_to(at(THURSDAY, "09.00"))
        ring_side_tasks(office.work, most=5)
        assert [(name, one.message_id) for name, one in office.told(Tell)] == [
            ("petugas", "opinion-late")
        ]

    def test_shows_the_new_moment_on_its_cards_and_on_the_files(self, office, asked):
        name = ScreenName.CONSULTATION.of(asked.id)
        office.work.cards.lay(name, office.ids["kabid_bdi"], 5)
        office.work.cards.lay(ScreenName.TASK.of(asked.below), office.ids["petugas"], 6)
        closes(office)
        shown = ShowConsultation(consultation_id=asked.id)
        assert office.told(ShowConsultation) == [("kabid_bdi", shown)]
        assert ("petugas", ShowTask(task_id=asked.below)) in office.told(ShowTask)

    def test_of_a_file_whose_limit_moves_too_counts_as_one_file(self, office, verifying, asked):
        office.clock.move_to(at(MONDAY, "08.00"))
        before = office.task.due_at
        closes(office, MONDAY)
        assert office.task.due_at > before
        assert beside(office).due_at == end_of(office, WEDNESDAY)
        [told] = office.hears("it", Tell)
        assert told.arguments["count"] == 1

    def test_whose_limit_lies_behind_it_now_is_called_late_at_once(self, office, asked):
        closes(office)
        office.clock.move_to(at(WEDNESDAY, "09.00"))
        opens_again(office)
        assert beside(office).due_at == end_of(office, TUESDAY)
        office.silence()
        ring_side_tasks(office.work, most=5)
        assert [one.message_id for _, one in office.told(Tell)] == ["opinion-late"]

    def test_that_was_called_late_is_not_called_so_again(self, office, asked):
        closes(office)
        office.clock.move_to(at(THURSDAY, "09.00"))
        ring_side_tasks(office.work, most=5)
        opens_again(office)
        office.silence()
        ring_side_tasks(office.work, most=5)
        assert office.told(Tell) == []

    def test_that_was_given_keeps_its_limit(self, office, asked):
        office.does("kabid_bdi", lambda desks: desks.messages.opinions.begin(asked.id))
        office.says("kabid_bdi", "Ya, sudah final.")
        closes(office)
        assert beside(office).due_at == asked.due_at


class TestEnquiry:
    def test_has_a_day_more_and_is_reminded_of_by_it(self, office, enquired):
        before = alarm_at(office)
        closes(office)
        assert beside(office).due_at == end_of(office, WEDNESDAY)
        assert alarm_at(office) > before
        later = at(WEDNESDAY, "23.00")
        [(_, _, alarm)] = office.work.cases.side_alarms_due(later, most=5)
        assert alarm.kind is AlarmKind.REMINDER

    def test_shows_the_new_moment_to_whoever_is_asked(self, office, enquired):
        office.work.cards.lay(ScreenName.ENQUIRY.of(enquired.id), office.ids["petugas"], 5)
        closes(office)
        assert office.told(ShowEnquiry) == [("petugas", ShowEnquiry(enquiry_id=enquired.id))]
