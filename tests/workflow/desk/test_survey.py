"""SKM: asked once after a delivered answer, changeable for a day, then nobody's."""

from zoneinfo import ZoneInfo

import pytest

from messages.cards.survey import satisfaction_card, survey_card
from messages.localizer import localizer_for
from storage.reading.kartu_kendali import kartu_kendali_view
from storage.reading.surveys import satisfaction_view, survey_view
from workflow.custody import CustodyEvent
from workflow.desk.survey import close_survey
from workflow.errors import NotForYou, NothingToRate, Refusal, SurveyClosed
from workflow.survey import ELEMENTS, SurveyElement
from workflow.survey_intents import CloseSurvey, ShowSatisfaction, ShowSurvey

SAY = localizer_for("id", ZoneInfo("Asia/Jakarta"))


@pytest.fixture
def answered(office):
    office.applies()
    office.goes_to("11")
    office.silence()
    office.goes_on()
    return office


def rates(office, value=4, name="rina", elements=ELEMENTS):
    case = office.case_id
    for one in elements:
        office.does(name, lambda desks, one=one: desks.surveys.rate(case, one, value))


def shown(office, name="rina"):
    me = office.ids[name]
    return survey_card(survey_view(office.work, office.case_id, me, now=office.clock.now()), SAY)


def words(card):
    return [one.text for row in card.rows for one in row]


def a_day_passes(office, name="rina"):
    office.clock.wait(days=1)
    close_survey(office.work, office.ids[name], CloseSurvey(case_id=office.case_id))


def results(office):
    return satisfaction_card(satisfaction_view(office.work, 0), SAY)


class TestAsking:
    def test_comes_once_when_the_answer_is_delivered(self, answered):
        assert [name for name, _ in answered.told(ShowSurvey)] == ["rina"]
        assert [name for name, _ in answered.told(CloseSurvey)] == ["rina"]

    def test_comes_not_for_a_request_that_was_left(self, office):
        office.applies()
        case = office.case_id
        office.does("rina", lambda desks: desks.withdrawing.ask(case))
        office.does("rina", lambda desks: desks.withdrawing.withdraw(case))
        assert office.told(ShowSurvey) == []

    def test_shows_one_question_with_four_answers_in_one_message(self, answered):
        card = shown(answered)
        assert "Pertanyaan 1 dari 9" in card.text
        assert words(card) == [
            "1 · Tidak baik",
            "2 · Kurang baik",
            "3 · Baik",
            "4 · Sangat baik",
            "Lewati",
            "Selesai",
        ]


class TestAnswering:
    def test_takes_nine_taps(self, answered):
        rates(answered)
        assert "Jawaban dapat diubah sampai" in shown(answered).text
        assert all(not one.fresh for _, one in answered.told(ShowSurvey)[1:])

    def test_can_be_changed_for_a_day(self, answered):
        rates(answered, 2)
        case = answered.case_id
        answered.does("rina", lambda desks: desks.surveys.change(case))
        assert "✓ 2 · Kurang baik" in words(shown(answered))
        rates(answered, 4)
        assert "Waktu penyelesaian: 4 · Sangat baik" in shown(answered).text
        a_day_passes(answered)
        answered.refuses(
            SurveyClosed, "rina", lambda desks: desks.surveys.rate(case, SurveyElement.TIME, 1)
        )

    def test_may_be_skipped_and_ended(self, answered):
        case = answered.case_id
        answered.does("rina", lambda desks: desks.surveys.skip(case, SurveyElement.REQUIREMENTS))
        answered.does("rina", lambda desks: desks.surveys.finish(case))
        assert "Tidak ada yang dijawab" in shown(answered).text

    @pytest.mark.parametrize("name", ["budi", "petugas", "it"])
    def test_is_nobody_elses(self, answered, name):
        case = answered.case_id
        answered.refuses(
            NotForYou, name, lambda desks: desks.surveys.rate(case, SurveyElement.TIME, 1)
        )


class TestAfterTheDay:
    def test_nobody_knows_whose_the_answers_were(self, answered):
        rates(answered)
        a_day_passes(answered)
        assert answered.work.surveys.find(answered.case_id) is None
        tables = ("surveys", "survey_counts")
        said = [
            answered.work.connection.exec_driver_sql(f"SELECT * FROM {one}").all() for one in tables
        ]
        assert said[0] == []
        assert len(said[1]) == 10
        assert "ditutup" in shown(answered).text

    def test_the_answers_count_in_their_month(self, answered):
        rates(answered)
        a_day_passes(answered)
        card = results(answered)
        assert "2026-11" in card.text
        assert "Responden: 1" in card.text
        assert "IKM 100,00" in card.text

    def test_what_was_not_answered_counts_nothing(self, answered):
        a_day_passes(answered)
        assert "Belum ada jawaban" in results(answered).text

    def test_closing_twice_counts_once(self, answered):
        rates(answered)
        a_day_passes(answered)
        a_day_passes(answered)
        assert "Responden: 1" in results(answered).text


class TestResults:
    def test_are_every_officers_to_see(self, answered):
        answered.silence()
        answered.does("petugas", lambda desks: desks.surveys.results(0, fresh=True))
        assert answered.told(ShowSatisfaction)
        answered.refuses(Refusal, "rina", lambda desks: desks.surveys.results(0, fresh=True))


class TestOnPaper:
    @pytest.fixture
    def collected(self, counter):
        counter.work.connection.exec_driver_sql("UPDATE cases SET state = 'finished'")
        counter.silence()
        return counter

    def test_the_counter_enters_it_for_whoever_has_no_telegram(self, collected):
        case, me = collected.case_id, collected.ids["petugas"]
        view = kartu_kendali_view(collected.work, case, me, now=collected.clock.now())
        assert view.rates
        assert collected.told(ShowSurvey) == []
        collected.does("petugas", lambda desks: desks.surveys.begin(case))
        rates(collected, 3, "petugas")
        a_day_passes(collected, "petugas")
        assert "IKM 75,00" in results(collected).text

    def test_is_entered_once_and_the_kartu_kendali_says_so_without_an_answer(self, collected):
        case, me = collected.case_id, collected.ids["petugas"]
        collected.does("petugas", lambda desks: desks.surveys.begin(case))
        rates(collected, 3, "petugas")
        a_day_passes(collected, "petugas")
        collected.refuses(SurveyClosed, "petugas", lambda desks: desks.surveys.begin(case))
        view = kartu_kendali_view(collected.work, case, me, now=collected.clock.now())
        assert not view.rates
        [note] = [one for row in view.rows for one in row.notes if one.words == ""]
        assert (note.event, note.title) == (CustodyEvent.SURVEYED, "Petugas Pengadministrasi")

    def test_nobody_else_does(self, collected):
        case = collected.case_id
        collected.refuses(NotForYou, "kepala_dinas", lambda desks: desks.surveys.begin(case))

    def test_is_entered_only_of_a_delivered_answer(self, counter):
        case = counter.case_id
        counter.refuses(NothingToRate, "petugas", lambda desks: desks.surveys.begin(case))
