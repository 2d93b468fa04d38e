"""What those below are asked beside files stands in /pantau: with whom, since when, until when."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from messages.cards.supervisor import overview_card
from messages.localizer import localizer_for
from storage.reading.queues import overview_view
from tests.support.builders import at
from workflow.errors import AlreadyReminded, NotForYou, TaskAlreadyDone
from workflow.intents import ShowEnquiry, Tell
from workflow.officer_intents import ShowConsultation
from workflow.side import TaskKind
from workflow.verbs import Verb

WORDS = "Apakah data semester I sudah final?"


@pytest.fixture
def asked(office, verifying):
    """The petugas asks the Kabid for an opinion."""
    office.does("petugas", lambda desks: desks.verbs.begin(verifying.id, Verb.CONSULT))
    office.does(
        "petugas", lambda desks: desks.verbs.choose(verifying.id, Verb.CONSULT, "kabid_bdi")
    )
    office.says("petugas", WORDS)
    return office.work.cases.side_tasks_of(verifying.case_id)[-1]


def seen_by(office, name):
    now = office.clock.now()
    return overview_view(office.work, office.ids[name], 0, now=now)


def reads(office, name, language="id"):
    say = localizer_for(language, ZoneInfo("Asia/Jakarta"))
    return overview_card(seen_by(office, name), say).text


def test_a_superior_sees_whose_opinion_is_waited_for(office, asked):
    [line] = seen_by(office, "kepala_dinas").asked
    assert (line.kind, line.case_number) == (TaskKind.CONSULTATION, office.case.number)
    assert line.jabatan == office.work.office.jabatan["kabid_bdi"].title
    assert line.holder
    assert line.opened_at == asked.opened_at


def test_it_is_late_there_once_its_limit_is_over(office, asked):
    office.clock.move_to(at(office.work.today + timedelta(days=2), "09.00"))
    [line] = seen_by(office, "kepala_dinas").asked
    assert line.due.late


def test_a_question_of_the_applicant_is_seen_by_whoever_is_above_the_desk(office, verifying):
    office.does("rina", lambda desks: desks.enquiries.begin(office.case.id))
    office.says("rina", "Kapan kira-kira selesai?")
    [line] = seen_by(office, "kepala_dinas").asked
    assert line.kind is TaskKind.ENQUIRY


def test_what_one_is_asked_oneself_stands_in_the_own_list_alone(office, asked):
    assert seen_by(office, "kabid_bdi").asked == ()


def test_what_was_answered_stands_there_no_more(office, asked):
    office.does("kabid_bdi", lambda desks: desks.messages.opinions.begin(asked.id))
    office.says("kabid_bdi", "Ya.")
    assert seen_by(office, "kepala_dinas").asked == ()


def test_a_post_that_nobody_holds_any_more_is_called_so(office, asked):
    office.leaves("kabid_bdi", "kabid_bdi")
    assert seen_by(office, "kepala_dinas").asked[0].holder == ""
    assert "belum ada pejabatnya" in reads(office, "kepala_dinas")


@pytest.mark.parametrize(("language", "words"), [("id", "diminta pendapat"), ("en", "an opinion")])
def test_the_overview_says_it_in_words_without_the_question_itself(office, asked, language, words):
    text = reads(office, "kepala_dinas", language)
    assert words in text
    assert office.case.number in text
    assert WORDS not in text


def reminds(office, name, asked):
    office.silence()
    return office.does(name, lambda desks: desks.supervisor.remind(asked.id))


def test_a_superior_reminds_whoever_is_asked_by_a_card_of_its_own(office, asked):
    assert reminds(office, "kepala_dinas", asked)
    shown = ShowConsultation(consultation_id=asked.id, fresh=True)
    assert office.told(ShowConsultation) == [("kabid_bdi", shown)]


def test_the_counter_is_reminded_of_a_question_of_the_applicant(office, verifying):
    office.does("rina", lambda desks: desks.enquiries.begin(office.case.id))
    office.says("rina", "Kapan kira-kira selesai?")
    enquiry = office.work.cases.side_tasks_of(office.case.id)[-1]
    assert reminds(office, "kepala_dinas", enquiry)
    shown = ShowEnquiry(enquiry_id=enquiry.id, fresh=True)
    assert office.told(ShowEnquiry) == [("petugas", shown)]


def test_one_reminder_rests_a_quarter_of_an_hour(office, asked):
    reminds(office, "kepala_dinas", asked)
    office.refuses(AlreadyReminded, "kepala_dinas", lambda desks: desks.supervisor.remind(asked.id))


def test_only_whoever_is_above_the_jabatan_that_is_asked_reminds_it(office, asked):
    for name in ("rina", "petugas", "kabid_bdi", "it"):
        office.refuses(NotForYou, name, lambda desks: desks.supervisor.remind(asked.id))


def test_what_was_answered_needs_no_reminder(office, asked):
    office.does("kabid_bdi", lambda desks: desks.messages.opinions.begin(asked.id))
    office.says("kabid_bdi", "Ya.")
    office.refuses(TaskAlreadyDone, "kepala_dinas", lambda desks: desks.supervisor.remind(asked.id))


def test_a_reminder_to_a_post_that_nobody_holds_goes_to_the_administrators(office, asked):
    office.leaves("kabid_bdi", "kabid_bdi")
    assert not reminds(office, "kepala_dinas", asked)
    [(name, told)] = office.told(Tell)
    assert (name, told.message_id) == ("it", "office-lane-unheld")
    assert told.arguments["number"] == office.case.number


def test_nothing_that_is_asked_beside_a_file_can_be_given_to_a_colleague(office, asked):
    office.refuses(NotForYou, "kepala_dinas", lambda desks: desks.supervisor.choose(asked.id, 0))


def test_the_button_below_the_overview_bears_the_number_of_its_line(office, asked):
    view = seen_by(office, "kepala_dinas")
    card = overview_card(view, localizer_for("id", ZoneInfo("Asia/Jakarta")))
    number = view.first + len(view.lines)
    assert f"{number}. " in card.text
    labels = [button.text for row in card.rows for button in row]
    assert f"Ingatkan {number} · {office.case.number}" in labels
