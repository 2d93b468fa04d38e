"""Tanya pemohon: a question while the file stays, its answer, and all that may come between."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from messages.cards.kartu_kendali import kartu_kendali_card
from messages.cards.task import task_card
from messages.localizer import localizer_for
from storage.reading.cases import case_view
from storage.reading.kartu_kendali import kartu_kendali_view
from storage.reading.questions import question_view
from storage.reading.tasks import task_view
from tests.support.builders import a_file
from workflow.custody import CustodyEvent
from workflow.desk.reaching import out_of_reach
from workflow.errors import (
    AnswerLacking,
    ListMoved,
    NotForYou,
    NotYourTask,
    QuestionAnswered,
    QuestionEnded,
    QuestionGone,
    QuestionOpen,
    QuestionWithdrawn,
    SlotFull,
    WaitingNotChosen,
)
from workflow.intents import ShowQuestion, ShowTask, Tell
from workflow.pauses import Whose
from workflow.people import FocusKind
from workflow.questions import SideEnd
from workflow.verbs import Verb
from workflow.views.task import Face

PEKANBARU = "pekanbaru-sipenduduk"
HOUR = timedelta(hours=1)
SAY = localizer_for("id", ZoneInfo("Asia/Jakarta"))


@pytest.fixture
def opened(office, verifying):
    office.does("petugas", lambda desks: desks.officer.open(verifying.id))
    office.silence()
    return office.task


def asks(office, chosen, name="petugas"):
    task = office.task
    office.does(name, lambda desks: desks.verbs.do(task.id, Verb.ASK, chosen))


def question(office):
    return office.work.cases.side_tasks_of(office.case.id)[-1]


def answers(office, words, name="rina"):
    asked = question(office)
    office.does(name, lambda desks: desks.answers.begin(asked.id))
    office.says(name, words)
    office.does(name, lambda desks: desks.answers.send(asked.id))


def told(office, name):
    return [one.message_id for one in office.hears(name, Tell)]


class TestAsking:
    def test_brings_the_question_to_the_applicant_and_leaves_the_file_where_it_is(
        self, office, opened
    ):
        asks(office, "telepon@r")
        asked = question(office)
        assert asked.because == office.work.office.questions["telepon"].text
        assert (asked.below, asked.asked_by) == (opened.id, office.ids["petugas"])
        assert ("rina", ShowQuestion(question_id=asked.id, fresh=True)) in office.told(ShowQuestion)
        assert office.task.id == opened.id

    def test_with_a_limit_that_waits_is_the_applicants_time(self, office, opened):
        asks(office, "telepon@w")
        pause = office.work.pauses.get(office.task.pause_id)
        assert (pause.whose, pause.stops_limit) == (Whose.APPLICANT, True)
        assert office.task.due_at is None

    def test_with_a_limit_that_runs_leaves_the_clock_alone(self, office, opened):
        asks(office, "telepon@r")
        assert office.task.due_at == opened.due_at
        assert office.task.pause_id is None

    def test_in_own_words_asks_first_whether_the_limit_waits_then_for_the_words(
        self, office, opened
    ):
        office.does("petugas", lambda desks: desks.verbs.choose(opened.id, Verb.ASK, "-"))
        office.does("petugas", lambda desks: desks.verbs.choose(opened.id, Verb.ASK, "-@w"))
        office.says("petugas", "Berapa lembar yang diminta?")
        assert question(office).because == "Berapa lembar yang diminta?"
        assert office.face("petugas").face is Face.PLAIN

    def test_words_that_come_before_that_are_not_sent(self, office, opened):
        office.does("petugas", lambda desks: desks.verbs.choose(opened.id, Verb.ASK, "-"))
        office.refuses(
            WaitingNotChosen,
            "petugas",
            lambda desks: desks.messages.hear("Berapa lembar?", message_id=7),
        )
        assert office.work.cases.side_tasks_of(office.case.id) == []

    def test_a_second_question_waits_for_the_first(self, office, opened):
        asks(office, "telepon@r")
        office.refuses(
            QuestionOpen,
            "petugas",
            lambda desks: desks.verbs.do(opened.id, Verb.ASK, "data-beda@r"),
        )

    def test_a_question_that_the_office_file_does_not_have_is_not_asked(self, office, opened):
        office.refuses(
            ListMoved, "petugas", lambda desks: desks.verbs.do(opened.id, Verb.ASK, "lain@r")
        )

    def test_a_file_on_hold_does_not_wait_for_an_answer_as_well(self, office, opened):
        hold = "gangguan-siak@"
        office.does("petugas", lambda desks: desks.verbs.do(opened.id, Verb.HOLD, hold))
        office.refuses(
            ListMoved, "petugas", lambda desks: desks.verbs.do(opened.id, Verb.ASK, "telepon@w")
        )
        asks(office, "telepon@r")
        answers(office, "0812 3456 7890")
        assert office.task.pause_id is not None

    def test_is_the_holders_alone(self, office, opened):
        for name in ("rina", "kepala_dinas", "sekretaris"):
            office.refuses(
                (NotYourTask, NotForYou),
                name,
                lambda desks: desks.verbs.do(opened.id, Verb.ASK, "telepon@r"),
            )

    def test_an_applicant_out_of_reach_is_told_of_at_once(self, office, opened):
        office.work.people.set_reachable(office.ids["rina"], False)
        asks(office, "telepon@r")
        assert told(office, "petugas") == ["question-out-of-reach"]

    def test_an_applicant_who_blocks_the_bot_later_is_told_of_too(self, office, opened):
        asks(office, "telepon@r")
        out_of_reach(office.work, office.ids["rina"])
        out_of_reach(office.work, office.ids["rina"])
        assert told(office, "petugas") == ["question-out-of-reach"]


class TestAnswering:
    def test_comes_back_onto_the_card_in_words(self, office, opened):
        asks(office, "telepon@w")
        office.clock.wait(hours=1)
        answers(office, "0812 3456 7890")
        asked = question(office)
        assert (asked.outcome, asked.note) == (SideEnd.ANSWERED, "0812 3456 7890")
        assert ("petugas", ShowTask(task_id=opened.id, fresh=True)) in office.told(ShowTask)
        card = task_view(office.work, opened.id, office.ids["petugas"], now=office.clock.now())
        assert [(one.answer, one.ending) for one in card.beside.asked] == [
            ("0812 3456 7890", SideEnd.ANSWERED)
        ]

    def test_lets_the_limit_run_on_where_it_stood(self, office, opened):
        asks(office, "telepon@w")
        office.clock.wait(hours=1)
        answers(office, "0812 3456 7890")
        assert office.task.pause_id is None
        assert office.task.due_at == opened.due_at + HOUR

    def test_may_be_files_which_lie_with_those_of_the_request(self, office, opened):
        asks(office, "berkas-jelas@r")
        asked = question(office)
        office.does("rina", lambda desks: desks.answers.begin(asked.id))
        for number in range(2):
            file = a_file(name=f"kk-{number}.pdf", digest=f"{number}" * 64)
            focus, _ = office.does("rina", lambda desks: desks.messages.slot())
            office.does(
                "rina", lambda desks, to=focus, it=file: desks.messages.attach(to, it, message_id=7)
            )
        office.does("rina", lambda desks: desks.answers.send(asked.id))
        card = task_view(office.work, opened.id, office.ids["petugas"], now=office.clock.now())
        assert [one.files for one in card.beside.asked] == [2]
        assert [one.title for one in card.files][-2:] == ["Jawaban pemohon"] * 2

    def test_takes_no_more_than_ten_files(self, office, opened):
        asks(office, "berkas-jelas@r")
        asked = question(office)
        office.does("rina", lambda desks: desks.answers.begin(asked.id))
        for number in range(10):
            file = a_file(name=f"kk-{number}.pdf", digest=f"{number}" * 64)
            office.does(
                "rina", lambda desks, it=file: desks.answers.attach(asked.id, it, message_id=7)
            )
        office.refuses(SlotFull, "rina", lambda desks: desks.messages.slot())

    def test_of_nothing_is_no_answer(self, office, opened):
        asks(office, "telepon@r")
        asked = question(office)
        office.does("rina", lambda desks: desks.answers.begin(asked.id))
        office.refuses(AnswerLacking, "rina", lambda desks: desks.answers.send(asked.id))

    def test_twice_is_told_when_it_was(self, office, opened):
        asks(office, "telepon@r")
        answers(office, "0812 3456 7890")
        asked = question(office)
        office.refuses(QuestionAnswered, "rina", lambda desks: desks.answers.send(asked.id))
        office.refuses(QuestionAnswered, "rina", lambda desks: desks.answers.begin(asked.id))
        assert question(office).note == "0812 3456 7890"

    def test_is_nobodys_but_the_applicants(self, office, opened):
        asks(office, "telepon@r")
        asked = question(office)
        office.arrives("budi")
        for name in ("budi", "petugas", "kepala_dinas"):
            office.refuses(NotForYou, name, lambda desks: desks.answers.begin(asked.id))
            view = question_view(office.work, asked.id, office.ids[name], now=office.clock.now())
            assert view is None

    def test_keeps_what_was_written_when_it_is_left(self, office, opened):
        asks(office, "telepon@r")
        asked = question(office)
        office.does("rina", lambda desks: desks.answers.begin(asked.id))
        office.says("rina", "0812 3456 7890")
        office.does("rina", lambda desks: desks.messages.stop())
        assert office.work.people.focus(office.ids["rina"]) is None
        office.does("rina", lambda desks: desks.answers.send(asked.id))
        assert question(office).outcome == SideEnd.ANSWERED

    def test_is_corrected_by_editing_the_message_until_it_is_sent(self, office, opened):
        asks(office, "telepon@r")
        asked = question(office)
        office.does("rina", lambda desks: desks.answers.begin(asked.id))
        office.does("rina", lambda desks: desks.messages.hear("0812 0000", message_id=70))
        office.does("rina", lambda desks: desks.corrections.correct("0812 3456", message_id=70))
        assert question(office).note == "0812 3456"
        office.does("rina", lambda desks: desks.answers.send(asked.id))
        office.does("rina", lambda desks: desks.corrections.correct("0899", message_id=70))
        assert question(office).note == "0812 3456"

    def test_is_offered_on_the_applicants_status_card(self, office, opened):
        def offered():
            case = office.case.id
            return case_view(office.work, case, office.ids["rina"], now=office.clock.now()).question

        asks(office, "telepon@w")
        assert offered() == question(office).id
        answers(office, "0812 3456 7890")
        assert offered() is None


class TestWithdrawing:
    def test_ends_the_waiting_and_is_told_once(self, office, opened):
        asks(office, "telepon@w")
        office.silence()
        office.does("petugas", lambda desks: desks.verbs.do(opened.id, Verb.UNASK, ""))
        assert (office.task.pause_id, question(office).outcome) == (None, SideEnd.WITHDRAWN)
        assert told(office, "rina") == ["question-withdrawn"]

    def test_makes_an_answer_come_too_late(self, office, opened):
        asks(office, "telepon@r")
        asked = question(office)
        office.does("rina", lambda desks: desks.answers.begin(asked.id))
        office.says("rina", "0812 3456 7890")
        office.does("petugas", lambda desks: desks.verbs.do(opened.id, Verb.UNASK, ""))
        office.refuses(QuestionWithdrawn, "rina", lambda desks: desks.answers.send(asked.id))

    def test_what_the_applicant_writes_next_is_no_answer(self, office, opened):
        asks(office, "telepon@r")
        asked = question(office)
        office.does("rina", lambda desks: desks.answers.begin(asked.id))
        assert office.work.people.focus(office.ids["rina"]).kind is FocusKind.ANSWER
        office.work.cards.expect(
            f"question:{asked.id}", [office.ids["rina"]], at=office.clock.now()
        )
        office.does("petugas", lambda desks: desks.verbs.do(opened.id, Verb.UNASK, ""))
        assert office.work.people.focus(office.ids["rina"]) is None

    def test_of_none_is_refused(self, office, opened):
        office.refuses(
            QuestionGone, "petugas", lambda desks: desks.verbs.do(opened.id, Verb.UNASK, "")
        )


class TestAFileThatGoesOn:
    def test_closes_the_question_and_tells_the_applicant_once(self, office, opened):
        asks(office, "telepon@w")
        asked = question(office)
        office.silence()
        office.decides("petugas", "lengkap")
        assert question(office).outcome == SideEnd.OVERTAKEN
        assert told(office, "rina") == ["question-overtaken"]
        office.refuses(QuestionEnded, "rina", lambda desks: desks.answers.begin(asked.id))

    def test_counts_the_waiting_as_the_applicants_in_the_kartu_kendali(self, office, opened):
        asks(office, "telepon@w")
        office.clock.wait(hours=1)
        answers(office, "0812 3456 7890")
        office.decides("petugas", "lengkap")
        kartu = kartu_kendali_view(office.work, office.case.id, now=office.clock.now())
        waited = [row.entry for row in kartu.rows if row.entry.pause is not None]
        assert [(one.by_applicant, one.waiting) for one in waited] == [(True, HOUR)]

    def test_says_once_on_the_card_what_it_waits_for(self, office, opened):
        asks(office, "telepon@w")
        now, me = office.clock.now(), office.ids["petugas"]
        text = office.work.office.questions["telepon"].text
        assert task_card(task_view(office.work, opened.id, me, now=now), SAY).text.count(text) == 1

    def test_an_answered_wait_is_told_as_answered_in_the_kartu_kendali(self, office, opened):
        asks(office, "telepon@w")
        office.clock.wait(minutes=2)
        answers(office, "0812 3456 7890")
        kartu = kartu_kendali_view(office.work, office.case.id, now=office.clock.now())
        assert "\nDijawab, Sen 09.02 WIB\n" in kartu_kendali_card(kartu, SAY).text

    def test_keeps_question_and_answer_below_its_step_in_the_kartu_kendali(self, office, opened):
        asks(office, "telepon@r")
        office.clock.wait(minutes=2)
        answers(office, "0812 3456 7890")
        kartu = kartu_kendali_view(office.work, office.case.id, now=office.clock.now())
        [below] = [row.notes for row in kartu.rows if row.notes]
        assert [(one.event, one.title) for one in below] == [
            (CustodyEvent.ASKED, "Petugas Pengadministrasi"),
            (CustodyEvent.ANSWERED, ""),
        ]
        card = kartu_kendali_card(kartu, SAY).text
        assert "Petugas Pengadministrasi bertanya kepada pemohon, " in card
        assert "Dijawab oleh pemohon, " in card


class TestWithoutTelegram:
    def test_the_counter_answers_in_the_applicants_name(self, counter):
        asks(counter, "telepon@w", name="kasi_identitas")
        asked = question(counter)
        assert ("petugas", ShowQuestion(question_id=asked.id, fresh=True)) in counter.told(
            ShowQuestion
        )
        answers(counter, "0812 3456 7890", name="petugas")
        assert question(counter).done_as
        assert counter.task.pause_id is None
