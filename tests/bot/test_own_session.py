"""Nothing of ours, and nothing of aiogram's, speaks to any server but the one that is set."""

import ast
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.types import Update

from bot.keypad import Keypad
from bot.own_session import OwnSession
from tests.support.window import dispatcher

ROOT = Path(__file__).parents[2]
ME = {"id": 7, "is_bot": True, "first_name": "Disposisi", "username": "disposisi_bot"}
# Who opens connections, and to whom: the Bot API, the sandbox's clock, `doctor`'s look at both,
# and the bot's own children.
ALLOWED = {
    "bot/telegram.py",
    "bot/connection_pool.py",
    "bot/proxies.py",
    "bot/clock.py",
    "bot/cli/doctor.py",
    "bot/isolation/isolation.py",
}
OPENERS = {"ClientSession", "AiohttpSession", "create_connection", "urlopen", "open_connection"}


class Line:
    """The client of ours, which notes what is asked."""

    def __init__(self):
        self.asked = []

    async def call(self, method, params):
        self.asked.append(method)
        return ME


def a_command(text):
    person = {"id": 5, "is_bot": False, "first_name": "Siti"}
    entities = [{"type": "bot_command", "offset": 0, "length": len(text)}]
    return {
        "update_id": 1,
        "message": {
            "message_id": 1,
            "date": 0,
            "chat": {"id": 5, "type": "private"},
            "from": person,
            "text": text,
            "entities": entities,
        },
    }


async def test_a_command_with_the_bots_name_is_understood_by_our_own_line():
    line = Line()
    bot = Bot("1:A", session=OwnSession(line))
    update = Update.model_validate(a_command("/tugas@disposisi_bot"), context={"bot": bot})

    async def nothing(*_):
        raise AssertionError

    errand = await dispatcher().feed_update(
        bot, update, ask=nothing, keypad=Keypad(), archive=nothing
    )

    assert callable(errand)
    assert line.asked == ["getMe"]


async def test_aiogram_fetches_no_files():
    session = OwnSession(Line())

    with pytest.raises(PermissionError):
        await anext(session.stream_content("https://example.org/file"))


def test_connections_are_opened_in_few_places():
    found = set()
    for room in ("bot", "workflow", "storage", "messages"):
        for path in (ROOT / room).rglob("*.py"):
            name = str(path.relative_to(ROOT))
            tree = ast.parse(path.read_text(encoding="utf-8"))
            called = {
                node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
                for node in ast.walk(tree)
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name)
            }
            if called & OPENERS and not name.startswith("bot/sandbox/"):
                found.add(name)

    assert found <= ALLOWED
