"""The whole number of a person stands in a chat for two minutes, and cannot be passed on."""

import time
from datetime import timedelta

import pytest

from bot.delivery.limits import Pacer
from bot.delivery.screens.rows import RenderedIntent
from bot.delivery.sending import Sender
from storage.outbox import Claimed
from storage.unit_of_work import OfficeContext
from tests.support.builders import sample_calendar, sample_office
from workflow.ids import PersonId
from workflow.intents import TellNumbers
from workflow.people import Language
from workflow.views.numbers import NumbersView

NIK = "3175034708900001"


class Line:
    """Telegram, where everything arrives."""

    def __init__(self):
        self.called = []

    async def call(self, method, params):
        self.called.append((method, params))
        return {"message_id": 5}


class Books:
    """A writer with room."""

    lacks_room = False


@pytest.fixture
def line():
    return Line()


@pytest.fixture
def sender(line):
    context = OfficeContext(office=sample_office(), calendar=sample_calendar())
    return Sender(line, Books(), None, context, Pacer(0, time.monotonic))


def shown(view):
    claimed = Claimed(
        id=1,
        person_id=PersonId(1),
        chat_id=7,
        language=Language.INDONESIAN,
        intent=TellNumbers(task_id=81),
        attempts=0,
    )
    return RenderedIntent(claimed=claimed, view=view, screen="", message_id=None)


async def test_it_is_sent_protected_to_be_copied_and_taken_away_after_two_minutes(line, sender):
    view = NumbersView(number="PDK-2026-00001", lines=(("NIK pemohon", NIK),))
    sent = await sender.send(shown(view))
    [(method, params)] = line.called
    assert method == "sendMessage"
    assert f"NIK pemohon: <code>{NIK}</code>" in params["text"]
    assert "dua menit" in params["text"]
    assert params["protect_content"] is True
    assert sent.passing == timedelta(minutes=2)


async def test_without_the_right_nothing_is_sent(line, sender):
    sent = await sender.send(shown(None))
    assert line.called == []
    assert sent.passing is None
