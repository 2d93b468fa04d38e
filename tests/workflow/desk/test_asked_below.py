"""What those below are asked beside files stands in /pantau: with whom, since when, until when."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from messages.cards.supervisor import overview_card
from messages.localizer import localizer_for
from storage.reading.queues import overview_view
from tests.support.builders import at
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
