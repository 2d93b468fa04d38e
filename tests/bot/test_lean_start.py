"""A bot that starts lean reads Telegram as aiogram does: each model is whole once it is used."""

import json
import subprocess
import sys

import pytest

PRESS = {
    "update_id": 7,
    "callback_query": {
        "id": "1",
        "from": {"id": 5, "is_bot": False, "first_name": "Siti", "language_code": "id"},
        "chat_instance": "1",
        "data": "d:1:paraf",
        "message": {
            "message_id": 3,
            "date": 1789000000,
            "chat": {"id": 5, "type": "private", "first_name": "Siti"},
            "from": {"id": 42, "is_bot": True, "first_name": "Disposisi"},
            "text": "Berkas",
            "entities": [{"type": "bold", "offset": 0, "length": 6}],
        },
    },
}

LEAN = f"""
from bot.cli.lean_start import lean_start

with lean_start():
    import bot.app
from aiogram import types
from aiogram.methods import SendMediaGroup

found = [getattr(types, name) for name in types.__all__]
models = [one for one in found if hasattr(one, "model_rebuild")]
print(len([one for one in models if not one.__pydantic_complete__]))
print(types.Update.model_validate({PRESS!r}).model_dump_json(by_alias=True, exclude_unset=True))
unlike = [types.ChatFullInfo, types.InlineQueryResultGif, types.PaidMediaVideo, SendMediaGroup]
for one in unlike:
    one.model_rebuild()
print([one.__name__ for one in unlike if not one.__pydantic_complete__])
"""


@pytest.fixture(scope="module")
def lean():
    """What a bot that has started lean says: models still to build, the press, models that fail."""
    run = subprocess.run([sys.executable, "-c", LEAN], capture_output=True, text=True, check=True)
    return run.stdout.splitlines()


def test_of_a_press_nothing_is_lost(lean):
    assert json.loads(lean[1]) == PRESS


def test_models_are_built_late_also_those_that_no_update_holds(lean):
    late, _, failed = lean
    assert int(late) > 400
    assert failed == "[]"
