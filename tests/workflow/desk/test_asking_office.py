"""Tanya kantor: an applicant asks about the own request, whoever has the file answers."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from messages.actions.enquiries import OpenAsked
from messages.cards.kartu_kendali import kartu_kendali_card
from messages.cards.queue import queue_card
from messages.localizer import localizer_for
from storage.reading.cases import case_view
from storage.reading.enquiries import enquiry_view
from storage.reading.kartu_kendali import kartu_kendali_view
from storage.reading.queues import queue_view
from workflow.alarms import AlarmKind
from workflow.custody import CustodyEvent
from workflow.desk.side_alarms import ring_side_tasks
from workflow.errors import (
    EnquiryOpen,
    EnquiryTooLate,
    NobodyToAsk,
    NoteRequired,
    NotForYou,
    OwnEnquiry,
    TaskAlreadyDone,
)
from workflow.intents import ShowEnquiry, Tell
from workflow.questions import SideEnd
from workflow.side import jabatan_lane

PEKANBARU = "pekanbaru-sipenduduk"
WORDS = "Kapan kira-kira selesai?"
SAY = localizer_for("id", ZoneInfo("Asia/Jakarta"))


def asks(office, name="rina", words=WORDS):
    case = office.case.id
    office.does(name, lambda desks: desks.enquiries.begin(case))
    office.says(name, words)


def enquiry(office):
    return office.work.cases.side_tasks_of(office.case.id)[-1]


def replies(office, name="petugas", words="Besok pagi."):
    asked = enquiry(office)
    office.does(name, lambda desks: desks.replies.begin(asked.id))
    office.says(name, words)


def shown_to(office):
    return {name for name, one in office.told(ShowEnquiry)}


def rings(office):
    """The moment comes for which the question is armed."""
    [(_, _, alarm)] = office.work.cases.side_alarms_due(
        office.clock.now() + timedelta(days=30), most=5
    )
    office.clock.move_to(alarm.at)
    office.silence()
    while ring_side_tasks(office.work, most=5):
        pass
    return alarm.kind


@pytest.fixture
def opened(office, verifying):
    office.does("petugas", lambda desks: desks.officer.open(verifying.id))
    office.silence()
    return office.task


class TestAsking:
    def test_goes_to_whoever_has_the_file_and_moves_nothing(self, office, opened):
        asks(office)
        asked = enquiry(office)
        assert (asked.because, asked.lane) == (WORDS, jabatan_lane("petugas"))
        assert shown_to(office) == {"rina", "petugas"}
        assert office.task.id == opened.id
        assert asked.due_at is not None

    def test_goes_to_all_of_a_desk_on_which_nobody_has_opened_it(self, office, verifying):
        office.colleague("joko", "petugas")
        asks(office)
        assert shown_to(office) == {"rina", "petugas", "joko"}

    def test_of_a_file_that_waits_for_its_applicant_goes_to_the_counter(self, office, opened):
        office.decides("petugas", "kembalikan")
        office.silence()
        asks(office)
        assert shown_to(office) == {"rina", "petugas"}

    def test_one_waits_for_its_answer_before_another(self, office, opened):
        asks(office)
        case = office.case.id
        office.refuses(EnquiryOpen, "rina", lambda desks: desks.enquiries.begin(case))

    def test_of_nothing_is_no_question(self, office, opened):
        case = office.case.id
        office.does("rina", lambda desks: desks.enquiries.begin(case))
        office.refuses(NoteRequired, "rina", lambda desks: desks.messages.hear("-", message_id=7))

    def test_is_not_of_somebody_elses_request(self, office, opened):
        office.arrives("budi")
        case = office.case.id
        for name in ("budi", "petugas", "kepala_dinas"):
            office.refuses(NotForYou, name, lambda desks: desks.enquiries.begin(case))

    def test_of_a_request_that_has_ended_is_refused(self, office, opened):
        office.goes_to("11")
        office.goes_on()
        case = office.case.id
        office.refuses(EnquiryTooLate, "rina", lambda desks: desks.enquiries.begin(case))

    def test_put_aside_asks_nothing(self, office, opened):
        case = office.case.id
        office.does("rina", lambda desks: desks.enquiries.begin(case))
        office.does("rina", lambda desks: desks.messages.stop())
        assert office.work.people.focus(office.ids["rina"]) is None
        assert office.work.cases.side_tasks_of(case) == []

    def test_stands_on_the_applicants_status_card_until_it_is_answered(self, office, opened):
        def waits():
            me, now = office.ids["rina"], office.clock.now()
            return case_view(office.work, office.case.id, me, now=now).enquired_at

        asks(office)
        assert waits() == office.clock.now()
        office.work.cards.expect(
            f"case:{office.case.id}", [office.ids["rina"]], at=office.clock.now()
        )
        office.silence()
        replies(office)
        assert waits() is None


class TestAnswering:
    def test_takes_one_press_and_the_words_and_comes_to_whoever_asked(self, office, opened):
        asks(office)
        office.silence()
        replies(office)
        asked = enquiry(office)
        assert (asked.outcome, asked.note) == (SideEnd.ANSWERED, "Besok pagi.")
        assert ("rina", ShowEnquiry(enquiry_id=asked.id, fresh=True)) in office.told(ShowEnquiry)
        view = enquiry_view(office.work, asked.id, office.ids["rina"], now=office.clock.now())
        assert (view.answer, view.answered_as) == ("Besok pagi.", "Petugas Pengadministrasi")

    def test_twice_is_told_who_was_first(self, office, opened):
        asks(office)
        replies(office)
        asked = enquiry(office)
        office.refuses(TaskAlreadyDone, "petugas", lambda desks: desks.replies.begin(asked.id))

    def test_is_the_asked_jabatans_alone(self, office, opened):
        asks(office)
        asked = enquiry(office)
        for name in ("rina", "kepala_dinas", "sekretaris"):
            office.refuses(NotForYou, name, lambda desks: desks.replies.begin(asked.id))

    def test_is_possible_also_when_the_file_has_gone_on(self, office, opened):
        asks(office)
        office.decides("petugas", "lengkap")
        replies(office)
        assert enquiry(office).outcome == SideEnd.ANSWERED

    def test_put_aside_can_be_given_later(self, office, opened):
        asks(office)
        asked = enquiry(office)
        office.does("petugas", lambda desks: desks.replies.begin(asked.id))
        office.does("petugas", lambda desks: desks.messages.stop())
        replies(office)
        assert enquiry(office).note == "Besok pagi."

    def test_stands_below_its_step_in_the_kartu_kendali(self, office, opened):
        asks(office)
        office.clock.wait(minutes=2)
        replies(office)
        kartu = kartu_kendali_view(office.work, office.case.id, now=office.clock.now())
        [below] = [row.notes for row in kartu.rows if row.notes]
        assert [one.event for one in below] == [CustodyEvent.ENQUIRED, CustodyEvent.REPLIED]
        card = kartu_kendali_card(kartu, SAY).text
        assert "Pemohon bertanya kepada Petugas Pengadministrasi, " in card
        assert "Dijawab oleh Petugas Pengadministrasi, " in card


class TestTheListOfWork:
    def listed(self, office, name):
        return queue_view(office.work, office.ids[name], 0, now=office.clock.now()).asked

    def test_has_what_was_asked_until_it_is_answered(self, office, opened):
        asks(office)
        [line] = self.listed(office, "petugas")
        assert (line.asked_id, line.case_number) == (enquiry(office).id, office.case.number)
        assert self.listed(office, "kepala_dinas") == ()
        replies(office)
        assert self.listed(office, "petugas") == ()

    def test_opens_its_card(self, office, opened):
        asks(office)
        asked = enquiry(office)
        office.silence()
        office.does("petugas", lambda desks: desks.replies.open(asked.id))
        assert office.told(ShowEnquiry) == [
            ("petugas", ShowEnquiry(enquiry_id=asked.id, fresh=True))
        ]
        office.refuses(NotForYou, "kepala_dinas", lambda desks: desks.replies.open(asked.id))

    def test_names_it_also_where_no_file_lies(self, office, opened):
        asks(office)
        office.decides("petugas", "lengkap")
        now = office.clock.now()
        card = queue_card(queue_view(office.work, office.ids["petugas"], 0, now=now), SAY)
        assert "pertanyaan pemohon" in card.text
        assert card.rows[0][0].action == OpenAsked(enquiry(office).id)


class TestALateAnswer:
    def test_is_told_to_whoever_is_asked_and_then_above_as_of_a_file(self, office, opened):
        asks(office)
        asked = enquiry(office)
        kinds, heard = [], {}
        for _ in range(4):
            kinds.append(rings(office))
            heard[kinds[-1]] = shown_to(office), {name for name, _ in office.told(Tell)}
        assert kinds == [
            AlarmKind.REMINDER,
            AlarmKind.DUE,
            AlarmKind.OVERDUE,
            AlarmKind.STILL_OVERDUE,
        ]
        assert heard[AlarmKind.DUE] == ({"petugas"}, set())
        assert heard[AlarmKind.OVERDUE][1] == {"sekretaris"}
        assert office.work.cases.task(asked.id).is_open

    def test_that_has_come_rings_no_more(self, office, opened):
        asks(office)
        replies(office)
        later = office.clock.now() + timedelta(days=30)
        assert office.work.cases.side_alarms_due(later, most=5) == []


class TestAnApplicantWhoIsAnOfficer:
    def test_is_not_asked_by_themselves(self, office):
        office.applies("petugas")
        case, last = office.case.id, office.task
        office.silence()
        office.does("petugas", lambda desks: desks.enquiries.begin(case))
        office.says("petugas", WORDS)
        assert "petugas" not in {
            name for name, one in office.told(ShowEnquiry) if enquiry(office).lane == last.lane
        }
        asked = enquiry(office)
        office.refuses(
            (NotForYou, OwnEnquiry), "petugas", lambda desks: desks.replies.begin(asked.id)
        )

    def test_with_nobody_else_in_office_is_told_so(self, office, opened):
        for name in list(office.ids):
            if name not in {"rina"}:
                office.leaves(name, name)
        case = office.case.id
        office.does("rina", lambda desks: desks.enquiries.begin(case))
        office.refuses(NobodyToAsk, "rina", lambda desks: desks.messages.hear(WORDS, message_id=7))


class TestWithoutTelegram:
    def test_the_counter_asks_in_the_applicants_name_and_hears_the_answer(self, counter):
        me, case = counter.ids["petugas"], counter.case.id
        assert kartu_kendali_view(counter.work, case, me, now=counter.clock.now()).enquires
        asks(counter, "petugas")
        assert enquiry(counter).asked_as == "Petugas Pengadministrasi"
        assert shown_to(counter) == {"petugas", "kasi_identitas"}
        counter.silence()
        replies(counter, "kasi_identitas")
        assert "petugas" in shown_to(counter)

    def test_whoever_is_not_at_the_counter_does_not(self, counter):
        me, case = counter.ids["kasi_identitas"], counter.case.id
        view = kartu_kendali_view(counter.work, case, me, now=counter.clock.now())
        assert not view.enquires
        counter.refuses(NotForYou, "kasi_identitas", lambda desks: desks.enquiries.begin(case))
