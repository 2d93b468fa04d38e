"""A bot that starts lean reads Telegram as aiogram does: each model is whole once it is used."""

import json
import subprocess
import sys

from aiogram.types import Update

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

READ = f"""
from bot.cli.lean_start import lean_start

with lean_start():
    import bot.app
from aiogram.types import Update

print(Update.model_validate({PRESS!r}).model_dump_json())
"""

BUILD = """
from bot.cli.lean_start import lean_start

with lean_start():
    from aiogram import types

found = [getattr(types, name) for name in types.__all__]
models = [one for one in found if hasattr(one, "model_rebuild")]
late = [one for one in models if not one.__pydantic_complete__]
for one in models:
    one.model_rebuild()
print(len(late) > 400, [one.__name__ for one in models if not one.__pydantic_complete__])
"""


def said_by(program):
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return run.stdout.strip()


def test_a_press_is_read_as_aiogram_reads_it():
    assert json.loads(said_by(READ)) == json.loads(Update.model_validate(PRESS).model_dump_json())


def test_models_are_built_late_and_each_of_them_can_be():
    assert said_by(BUILD) == "True []"
