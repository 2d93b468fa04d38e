"""A refusal brings its question along, and a language changes the screen that is looked at."""

import pytest

from messages.actions.everybody import Accept, Speak, SpeakFirst
from tests.support.builders import COUNTER_SOP, an_office
from tests.support.office import JAKARTA_DATA, open_office
from tests.support.window import Window
from workflow.errors import AnswerTooLong, NotSixteenDigits
from workflow.intents import (
    ListCommands,
    ShowForm,
    ShowPrivacy,
    ShowTask,
    ShowWelcome,
    Tell,
)
from workflow.people import Language

SHOWN = 40


@pytest.fixture
def office():
    with open_office(office=an_office(), sops=(COUNTER_SOP,)) as office:
        yield office


@pytest.fixture
def window(office):
    return Window(office)


def the_question(draft):
    return ShowForm(draft_id=draft.id, said="again")


async def test_what_cannot_be_an_answer_is_refused_and_the_question_comes_again(office, window):
    office.consents()
    draft = office.begins()
    for _ in range(3):
        handled = await window.writes("rina", "a" * 900)
        assert isinstance(handled.refusal, AnswerTooLong)
        told = window.hears("rina")
        assert isinstance(told[0], Tell)
        assert told[1:] == [the_question(draft)]


async def test_a_sticker_where_a_file_is_asked_brings_the_question_again(office, window):
    office.consents()
    office.begins()
    office.answers_until("rina", "identitas")
    await window.writes(
        "rina",
        "",
        venue={"location": {"latitude": 0, "longitude": 0}, "title": "x", "address": "y"},
    )
    assert window.hears("rina")[-1] == the_question(office.form_of("rina"))


async def test_a_mistyped_nik_brings_the_question_again(office, window):
    office.consents()
    office.begins()
    office.answers_until("rina", "nik")
    handled = await window.writes("rina", "123")
    assert isinstance(handled.refusal, NotSixteenDigits)
    assert the_question(office.form_of("rina")) in window.hears("rina")


async def test_a_reason_too_long_brings_its_card_again(office, window):
    office.applies()
    task = office.task
    office.marks("petugas", "kembalikan", "identitas")
    office.does("petugas", lambda desks: desks.officer.acting(task.id).write("kembalikan"))
    await window.writes("petugas", "a" * 2000)
    assert window.hears("petugas")[-1] == ShowTask(task_id=task.id, fresh=True)


async def test_whoever_was_asked_nothing_hears_only_why(window):
    await window.writes("budi", "halo")
    assert len(window.hears("budi")) == 1


async def test_a_press_is_refused_in_its_answer_and_asks_nothing_again(office, window):
    office.consents()
    office.begins()
    await window.presses("rina", "d:99:lengkap")
    assert window.hears("rina") == []


class TestLanguage:
    async def test_under_the_privacy_notice_keeps_the_service_that_was_chosen(self, office, window):
        office.does("rina", lambda desks: desks.form_opening.begin("loket-layanan", "kia"))
        office.work.cards.lay("privacy", office.ids["rina"], SHOWN)

        await window.presses("rina", SpeakFirst("en", "loket-layanan", "kia"), on=SHOWN)
        notice = ShowPrivacy(choice="loket-layanan:kia", fresh=False)
        assert window.hears("rina") == [ListCommands(), notice]
        assert office.work.people.get(office.ids["rina"]).language is Language.ENGLISH

        version = office.work.office.privacy.version
        await window.presses("rina", Accept(version, "loket-layanan", "kia"), on=SHOWN)
        assert office.form_of("rina").service == "kia"

    async def test_on_the_first_screen_changes_that_screen_and_posts_no_other(self, office, window):
        office.work.cards.lay("welcome", office.ids["rina"], SHOWN)
        for language in ("en", "id"):
            await window.presses("rina", Speak(language), on=SHOWN)
            assert window.hears("rina") == [ListCommands(), ShowWelcome(fresh=False)]

    async def test_on_an_old_first_screen_comes_down_to_where_the_eye_is(self, office, window):
        office.work.cards.lay("welcome", office.ids["rina"], SHOWN)
        await window.presses("rina", Speak("en"), on=SHOWN - 10)
        assert ShowWelcome(fresh=True) in window.hears("rina")

    async def test_asked_for_within_a_form_shows_the_question_again(self, office, window):
        office.consents()
        draft = office.begins(procedure_id=JAKARTA_DATA)
        await window.writes("rina", "/bahasa")
        assert window.hears("rina") == [ListCommands(), the_question(draft)]

    async def test_a_language_that_is_none_changes_nothing(self, office, window):
        handled = await window.presses("rina", "sn:xx::", on=SHOWN)
        assert handled.refusal is not None
        assert office.work.people.get(office.ids["rina"]).language is Language.INDONESIAN
