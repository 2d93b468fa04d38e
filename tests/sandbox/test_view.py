"""How often the panel is looked at: a look costs, and a change that is not seen is no news."""

import json

import pytest

from bot.sandbox.bot_api import BotApi
from bot.sandbox.telegram import EmbeddedTelegram
from bot.sandbox.view import View
from tests.sandbox.conftest import MONDAY, TOKEN


class Watched:
    """A view whose seconds pass when the test says so, and a panel that counts its looks."""

    def __init__(self, telegram):
        self.telegram = telegram
        self.passed = 0.0
        self.looks = 0
        self.cases = 1
        self.meanwhile = None
        receiving = BotApi(telegram, token=TOKEN, gate=None).receiving
        self.view = View(telegram, receiving, self.panel, lambda: self.passed)

    async def panel(self):
        self.looks += 1
        if self.meanwhile is not None:
            self.meanwhile()
        return {"cases": self.cases}

    async def after(self, seconds):
        """What is shown after so many seconds more."""
        self.passed += seconds
        return json.loads(await self.view.state())["panel"]

    def something_happens(self):
        self.telegram.revisions.touch(1001)


@pytest.fixture
async def watched(tmp_path):
    telegram = EmbeddedTelegram(tmp_path, bot_id=42, name="Bot", username="bot", starts_at=MONDAY)
    watched = Watched(telegram)
    await watched.after(0)
    yield watched
    telegram.close()


async def test_where_nothing_happens_it_is_looked_at_every_second(watched):
    for _ in range(20):
        await watched.after(0.25)
    assert watched.looks == 1 + 5


async def test_what_came_with_a_message_is_shown_a_tenth_of_a_second_later(watched):
    watched.something_happens()
    watched.cases = 2
    assert await watched.after(0.125) == {"cases": 2}


async def test_many_messages_at_once_are_one_look(watched):
    for _ in range(10):
        watched.something_happens()
        await watched.after(1 / 64)
    assert watched.looks == 1 + 1


async def test_its_own_change_is_no_reason_to_look_again(watched):
    watched.something_happens()
    watched.cases = 2
    await watched.after(0.125)
    await watched.after(0.5)
    assert watched.looks == 1 + 1


async def test_what_happens_while_it_is_looked_at_is_looked_at_once_more(watched):
    watched.something_happens()
    watched.meanwhile = watched.something_happens
    await watched.after(0.125)
    watched.meanwhile = None
    watched.cases = 2
    assert await watched.after(0.125) == {"cases": 2}
    await watched.after(0.5)
    assert watched.looks == 1 + 2


async def test_a_broken_panel_is_not_asked_more_often(watched):
    def broken():
        raise RuntimeError("no database")

    watched.something_happens()
    watched.meanwhile = broken
    for _ in range(8):
        await watched.after(0.125)
    assert watched.looks == 1 + 1
