"""How a screen, a sentence and a file reach a phone, and what of the old stays on it."""

import time
from datetime import timedelta

import pytest

from bot.delivery.limits import Pacer
from bot.delivery.screens.documents import Attached, Stored
from bot.delivery.screens.rows import Removal, RenderedIntent
from bot.delivery.sending import Sender
from bot.telegram import NotSent, Refused, Uncertain
from storage.outbox import Claimed
from storage.unit_of_work import OfficeContext
from tests.support.builders import sample_calendar, sample_office
from tests.support.views import a_case_view, a_form_view, a_task_view, a_welcome_view
from workflow.ids import PaperId, PersonId
from workflow.intents import (
    RemoveMessage,
    SendAttachment,
    SendPaper,
    ShowCase,
    ShowForm,
    ShowTask,
    ShowWelcome,
    TakeBack,
    Tell,
)
from workflow.people import Language
from workflow.views.taking import TakingBackView

CHAT, OLD, NEW = 7, 40, 41
SENTENCE = Tell(message_id="stamp-failed")
TOO_OLD = Refused(400, "Bad Request: message can't be deleted for everyone", None)
BLOCKED = Refused(403, "Forbidden: bot was blocked by the user", None)


class Line:
    """Telegram, where everything arrives but what was told to fail."""

    def __init__(self):
        self.called = []
        self.fails = {}

    async def call(self, method, params):
        self.called.append((method, params))
        if method in self.fails:
            raise self.fails[method]
        return {"message_id": NEW}

    async def upload(self, method, params, *, field, name, content):
        self.file = (field, name, content)
        return await self.call(method, params)

    @property
    def methods(self):
        return [method for method, _ in self.called]

    def said(self, method):
        [params] = [params for called, params in self.called if called == method]
        return params


class Books:
    """A writer that finds no room so many times."""

    def __init__(self, without_room=0):
        self._left = without_room

    @property
    def lacks_room(self):
        return self._left > 0

    async def room(self):
        self._left -= 1


class Vault:
    """One file lies in it."""

    def get(self, digest):
        assert digest == "digest"
        return b"%PDF-1.7"


@pytest.fixture
def line():
    return Line()


@pytest.fixture
def sender(line):
    return a_sender(line)


def a_sender(line, books=None):
    context = OfficeContext(office=sample_office(), calendar=sample_calendar())
    return Sender(line, books or Books(), Vault(), context, Pacer(0, time.monotonic))


def rendered(intent, view, message_id=None):
    claimed = Claimed(
        id=1,
        person_id=PersonId(1),
        chat_id=CHAT,
        language=Language.INDONESIAN,
        intent=intent,
        attempts=0,
    )
    return RenderedIntent(claimed=claimed, view=view, screen="", message_id=message_id)


def a_task(*, fresh, at=OLD):
    return rendered(ShowTask(task_id=81, fresh=fresh), a_task_view(), at)


async def test_a_screen_that_is_nowhere_comes_as_a_message(line, sender):
    sent = await sender.send(a_task(fresh=False, at=None))
    assert (line.methods, sent.message_id) == (["sendMessage"], NEW)
    assert line.said("sendMessage")["chat_id"] == CHAT


async def test_a_screen_that_is_there_changes_in_its_place(line, sender):
    sent = await sender.send(a_task(fresh=False))
    assert (line.methods, sent.message_id) == (["editMessageText"], OLD)
    assert line.said("editMessageText")["message_id"] == OLD


async def test_a_screen_that_says_the_same_already_has_arrived(line, sender):
    line.fails["editMessageText"] = Refused(400, "Bad Request: message is not modified", None)
    sent = await sender.send(a_task(fresh=False))
    assert (line.methods, sent.message_id) == (["editMessageText"], OLD)


@pytest.mark.parametrize(
    "gone", ["message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID"]
)
async def test_a_screen_that_was_deleted_comes_anew(line, sender, gone):
    line.fails["editMessageText"] = Refused(400, f"Bad Request: {gone}", None)
    sent = await sender.send(a_task(fresh=False))
    assert (line.methods, sent.message_id) == (["editMessageText", "sendMessage"], NEW)


@pytest.mark.parametrize("ending", [BLOCKED, NotSent("no line"), Uncertain("502")])
async def test_what_else_becomes_of_an_edit_is_for_whoever_sends_to_know(line, sender, ending):
    line.fails["editMessageText"] = ending
    with pytest.raises(type(ending)):
        await sender.send(a_task(fresh=False))
    assert line.methods == ["editMessageText"]


@pytest.mark.parametrize(
    ("intent", "view"),
    [
        (ShowTask(task_id=81, fresh=True), a_task_view()),
        (ShowCase(case_id=17, fresh=True), a_case_view()),
    ],
)
async def test_where_a_file_lies_stands_on_the_newest_card_alone(line, sender, intent, view):
    sent = await sender.send(rendered(intent, view, OLD))
    assert (line.methods, sent.message_id) == (["sendMessage", "editMessageText"], NEW)
    left = line.said("editMessageText")
    assert left["message_id"] == OLD
    assert "lihat pesan terbaru" in left["text"]
    assert left["reply_markup"] == {"inline_keyboard": []}


async def test_words_that_stay_true_stay_and_lose_their_buttons(line, sender):
    await sender.send(rendered(ShowWelcome(), a_welcome_view(), OLD))
    assert line.methods == ["sendMessage", "editMessageReplyMarkup"]
    assert line.said("editMessageReplyMarkup") == {"chat_id": CHAT, "message_id": OLD}


async def test_a_question_that_was_not_answered_is_asked_in_one_place(line, sender):
    again = rendered(ShowForm(draft_id=5, said="again"), a_form_view(said="again"), OLD)
    await sender.send(again)
    assert line.methods == ["sendMessage", "deleteMessage"]


@pytest.mark.parametrize("fault", [BLOCKED, NotSent("no line"), Uncertain("502")])
@pytest.mark.parametrize(
    ("intent", "view", "tidying"),
    [
        (ShowTask(task_id=81, fresh=True), a_task_view(), "editMessageText"),
        (ShowWelcome(), a_welcome_view(), "editMessageReplyMarkup"),
        (ShowForm(draft_id=5, said="again"), a_form_view(said="again"), "deleteMessage"),
    ],
)
async def test_what_has_arrived_is_not_sent_again_because_the_old_could_not_be_tidied(
    line, sender, intent, view, tidying, fault
):
    line.fails[tidying] = fault
    assert (await sender.send(rendered(intent, view, OLD))).message_id == NEW
    assert line.methods == ["sendMessage", tidying]


async def test_what_is_no_longer_for_this_person_is_not_sent(line, sender):
    assert (await sender.send(rendered(ShowTask(task_id=81), None))).message_id is None
    assert line.called == []


async def test_a_message_is_taken_out_of_the_chat(line, sender):
    await sender.send(rendered(RemoveMessage(message_id=OLD), Removal(OLD)))
    assert line.called == [("deleteMessage", {"chat_id": CHAT, "message_id": OLD})]


async def test_a_message_too_old_to_be_deleted_loses_its_buttons(line, sender):
    line.fails = {"deleteMessage": TOO_OLD, "editMessageReplyMarkup": TOO_OLD}
    await sender.send(rendered(RemoveMessage(message_id=OLD), Removal(OLD)))
    assert line.methods == ["deleteMessage", "editMessageReplyMarkup"]


async def test_a_message_that_could_not_be_deleted_now_is_tried_again(line, sender):
    line.fails["deleteMessage"] = Refused(429, "Too Many Requests", 5.0)
    with pytest.raises(Refused):
        await sender.send(rendered(RemoveMessage(message_id=OLD), Removal(OLD)))


async def test_many_messages_go_by_one_call(line, sender):
    await sender.send(rendered(TakeBack(), TakingBackView(messages=(3, 4), following=None)))
    assert line.called == [("deleteMessages", {"chat_id": CHAT, "message_ids": [3, 4]})]


async def test_where_nothing_is_to_be_taken_back_telegram_is_not_asked(line, sender):
    await sender.send(rendered(TakeBack(), TakingBackView(messages=(), following=None)))
    assert line.called == []


async def test_an_applicants_file_stays_half_a_day_with_an_officer_and_is_passed_on_to_nobody(
    line, sender
):
    file = Attached(digest="digest", asked="KTP", name="ktp.pdf", to_officer=True, passes=True)
    sent = await sender.send(rendered(SendAttachment(case_id=17, file_id=3), file))
    assert line.file == ("document", "ktp.pdf", b"%PDF-1.7")
    assert line.said("sendDocument")["protect_content"] is True
    assert (sent.message_id, sent.passing) == (NEW, timedelta(hours=12))


@pytest.mark.parametrize("to_officer", [True, False])
async def test_a_letter_stays_where_it_was_sent(line, sender, to_officer):
    letter = Stored(
        digest="digest",
        kind=PaperId("surat_jawaban"),
        number="PDK-2026-00017",
        to_officer=to_officer,
        title="Surat jawaban",
    )
    sent = await sender.send(rendered(SendPaper(case_id=17, kind="surat_jawaban"), letter))
    assert line.said("sendDocument")["protect_content"] is to_officer
    assert sent.passing is None


async def test_while_nothing_can_be_written_down_nothing_is_sent(line):
    books, seen = Books(without_room=3), []
    room = books.room

    async def looked_for():
        seen.append(list(line.called))
        await room()

    books.room = looked_for
    await a_sender(line, books).send(rendered(SENTENCE, SENTENCE))
    assert seen == [[], [], []]
    assert line.methods == ["sendMessage"]
