"""Minta pendapat: another jabatan is asked, and the file stays where it is."""

from datetime import timedelta

import pytest

from tests.support.builders import at, closing_of
from workflow.consulting import ConsultationEnd
from workflow.desk.side_alarms import ring_side_tasks
from workflow.errors import (
    ListMoved,
    NobodyChosen,
    NoteRequired,
    NotForYou,
    NotFound,
    NotYourTask,
    TaskAlreadyDone,
)
from workflow.intents import ShowTask, Tell
from workflow.officer_intents import ShowConsultation
from workflow.queries.showing import may_keep
from workflow.screen_names import ScreenName
from workflow.verbs import Verb
from workflow.views.task import Face, Mode

WORDS = "Apakah data semester I sudah final?"


def asks(office, task, *jabatan, words=WORDS):
    office.does("petugas", lambda desks: desks.verbs.begin(task.id, Verb.CONSULT))
    for one in jabatan:
        office.does(
            "petugas", lambda desks, one=one: desks.verbs.choose(task.id, Verb.CONSULT, one)
        )
    office.does("petugas", lambda desks: desks.messages.hear(words, message_id=5))
    return [one for one in office.work.cases.side_tasks_of(task.case_id) if one.is_open]


def answers(office, name, consultation, words):
    office.does(name, lambda desks: desks.messages.opinions.begin(consultation.id))
    office.does(name, lambda desks: desks.messages.hear(words, message_id=6))


def card_of(office, name, task):
    return office.work.cards.mode(f"task:{task.id}", office.ids[name])


class TestAsking:
    def test_brings_the_question_to_that_jabatan_and_leaves_the_file(self, office, verifying):
        [asked] = asks(office, verifying, "kabid_bdi")
        shown = ShowConsultation(consultation_id=asked.id, fresh=True)
        assert ("kabid_bdi", shown) in office.told(ShowConsultation)
        assert asked.because == WORDS
        assert office.task.id == verifying.id
        assert office.task.holder_id in {None, office.ids["petugas"]}

    def test_asks_several_at_once_with_one_question(self, office, verifying):
        asked = asks(office, verifying, "kabid_bdi", "kepala_dinas")
        assert [one.lane for one in asked] == ["@kabid_bdi", "@kepala_dinas"]

    def test_a_second_press_takes_a_jabatan_out_again(self, office, verifying):
        [asked] = asks(office, verifying, "kabid_bdi", "kepala_dinas", "kabid_bdi")
        assert asked.lane == "@kepala_dinas"

    def test_ends_the_working_day_after_with_the_office(self, office, verifying):
        [asked] = asks(office, verifying, "kabid_bdi")
        tuesday = office.work.today + timedelta(days=1)
        assert asked.due_at == closing_of(office.work.calendar, tuesday)

    def test_does_not_ask_oneself_nor_a_post_where_nobody_sits(self, office, verifying):
        office.does("petugas", lambda desks: desks.verbs.begin(verifying.id, Verb.CONSULT))
        for nobody in ("petugas", "no_such_post"):
            with pytest.raises(ListMoved):
                office.does(
                    "petugas",
                    lambda desks, one=nobody: desks.verbs.choose(verifying.id, Verb.CONSULT, one),
                )

    def test_does_not_ask_the_same_twice_while_it_has_not_answered(self, office, verifying):
        asks(office, verifying, "kabid_bdi")
        with pytest.raises(ListMoved):
            office.does(
                "petugas", lambda desks: desks.verbs.choose(verifying.id, Verb.CONSULT, "kabid_bdi")
            )

    def test_wants_to_know_whom_before_the_words_and_loses_none(self, office, verifying):
        with pytest.raises(NobodyChosen):
            asks(office, verifying, "kabid_bdi", "kabid_bdi")
        office.does(
            "petugas", lambda desks: desks.verbs.choose(verifying.id, Verb.CONSULT, "kabid_bdi")
        )
        office.does("petugas", lambda desks: desks.messages.hear(WORDS, message_id=5))
        [asked] = office.work.cases.side_tasks_of(verifying.case_id)
        assert asked.lane == "@kabid_bdi"

    def test_what_words_answer_is_as_short_however_many_are_asked(self, office, verifying):
        office.does("petugas", lambda desks: desks.verbs.begin(verifying.id, Verb.CONSULT))
        for one in ("kabid_bdi", "kepala_dinas", "sekretaris"):
            office.does(
                "petugas",
                lambda desks, one=one: desks.verbs.choose(verifying.id, Verb.CONSULT, one),
            )
        asked = office.desks("petugas").messages.asked()
        assert asked.extra == Verb.CONSULT.value

    def test_wants_words(self, office, verifying):
        with pytest.raises(NoteRequired):
            asks(office, verifying, "kabid_bdi", words="...")

    def test_is_only_for_whoever_has_the_file(self, office, verifying):
        with pytest.raises(NotYourTask):
            office.does("kabid_bdi", lambda desks: desks.verbs.begin(verifying.id, Verb.CONSULT))


class TestAnswering:
    def test_brings_the_opinion_onto_the_card_of_whoever_has_the_file(self, office, verifying):
        [asked] = asks(office, verifying, "kabid_bdi")
        office.silence()
        answers(office, "kabid_bdi", asked, "Ya, sudah final.")
        [given] = office.work.cases.side_tasks_of(verifying.case_id)
        assert (given.note, given.outcome) == ("Ya, sudah final.", ConsultationEnd.GIVEN)
        assert ("petugas", ShowTask(task_id=verifying.id, fresh=True)) in office.told(ShowTask)
        assert office.task.id == verifying.id

    def test_is_for_the_jabatan_that_was_asked_and_nobody_else(self, office, verifying):
        [asked] = asks(office, verifying, "kabid_bdi")
        for name in ("petugas", "rina", "kepala_dinas", "it"):
            with pytest.raises(NotForYou):
                office.does(name, lambda desks: desks.messages.opinions.begin(asked.id))

    def test_comes_once(self, office, verifying):
        [asked] = asks(office, verifying, "kabid_bdi")
        answers(office, "kabid_bdi", asked, "Ya.")
        with pytest.raises(TaskAlreadyDone):
            answers(office, "kabid_bdi", asked, "Tidak.")

    def test_is_left_for_later_with_batal(self, office, verifying):
        [asked] = asks(office, verifying, "kabid_bdi")
        office.does("kabid_bdi", lambda desks: desks.messages.opinions.begin(asked.id))
        office.does("kabid_bdi", lambda desks: desks.messages.stop())
        answers(office, "kabid_bdi", asked, "Ya.")
        [given] = office.work.cases.side_tasks_of(verifying.case_id)
        assert given.note == "Ya."

    def test_whoever_has_left_the_post_answers_no_more(self, office, verifying):
        [asked] = asks(office, verifying, "kabid_bdi")
        office.does("kabid_bdi", lambda desks: desks.messages.opinions.begin(asked.id))
        office.leaves("kabid_bdi", "kabid_bdi")
        with pytest.raises(NotForYou):
            office.does("kabid_bdi", lambda desks: desks.messages.hear("Ya.", message_id=6))

    def test_whoever_has_left_the_post_keeps_no_card_of_it(self, office, verifying):
        [asked] = asks(office, verifying, "kabid_bdi")
        screen, me = ScreenName.CONSULTATION.of(asked.id), office.ids["kabid_bdi"]
        assert may_keep(office.work, me, screen)
        office.leaves("kabid_bdi", "kabid_bdi")
        assert not may_keep(office.work, me, screen)

    def test_is_not_needed_once_the_file_went_on(self, office, verifying):
        [asked] = asks(office, verifying, "kabid_bdi")
        office.presses("petugas", "lengkap")
        [ended] = office.work.cases.side_tasks_of(verifying.case_id)
        assert ended.outcome == ConsultationEnd.OVERTAKEN
        with pytest.raises(TaskAlreadyDone):
            answers(office, "kabid_bdi", asked, "Ya.")

    def test_does_not_hold_the_file_back(self, office, verifying):
        asks(office, verifying, "kabid_bdi")
        office.presses("petugas", "lengkap")
        assert office.task.id != verifying.id


class TestLateOpinion:
    def test_is_reminded_of_once_and_whoever_asked_hears_it(self, office, verifying):
        [asked] = asks(office, verifying, "kabid_bdi")
        office.silence()
        office.clock.move_to(at(office.work.today + timedelta(days=2), "09.00"))
        for _ in range(2):
            ring_side_tasks(office.work, most=20)
        shown = ShowConsultation(consultation_id=asked.id, fresh=True)
        assert office.told(ShowConsultation) == [("kabid_bdi", shown)]
        [(name, told)] = office.told(Tell)
        assert (name, told.message_id) == ("petugas", "opinion-late")

    def test_of_a_post_that_nobody_holds_any_more_is_heard_above_it(self, office, verifying):
        asks(office, verifying, "kabid_bdi")
        office.leaves("kabid_bdi", "kabid_bdi")
        office.silence()
        office.clock.move_to(at(office.work.today + timedelta(days=2), "09.00"))
        ring_side_tasks(office.work, most=20)
        heard = [(name, one.message_id) for name, one in office.told(Tell)]
        assert heard == [("petugas", "opinion-unheard"), ("sekretaris", "opinion-unheard")]

    def test_of_somebody_whom_telegram_does_not_reach_is_heard_above_them(self, office, verifying):
        asks(office, verifying, "kabid_bdi")
        office.work.people.set_reachable(office.ids["kabid_bdi"], False)
        office.silence()
        office.clock.move_to(at(office.work.today + timedelta(days=2), "09.00"))
        ring_side_tasks(office.work, most=20)
        heard = [(name, one.message_id) for name, one in office.told(Tell)]
        assert heard == [("petugas", "opinion-unheard"), ("sekretaris", "opinion-unheard")]


class TestForgedPress:
    def test_decides_nothing_on_a_consultation(self, office, verifying):
        [asked] = asks(office, verifying, "kabid_bdi")
        for name in ("kabid_bdi", "petugas"):
            with pytest.raises((NotFound, NotYourTask)):
                office.does(name, lambda desks: desks.officer.acting(asked.id).press("lengkap"))
        assert office.work.cases.task(asked.id).is_open

    def test_the_card_keeps_its_face_when_a_later_release_asks_more(self, office, verifying):
        office.does("petugas", lambda desks: desks.verbs.begin(verifying.id, Verb.CONSULT))
        assert card_of(office, "petugas", verifying) == Mode(
            face=Face.VERB, outcome=Verb.CONSULT.value
        )
