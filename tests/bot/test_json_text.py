"""Bodies of the Bot API, read and written."""

import json

import pytest

from bot import json_text

HALF = "\ud83d"  # what is left of an emoji that was cut in two


@pytest.mark.parametrize(
    "value",
    [
        {
            "chat_id": 2**53,
            "text": 'Surat "Jawaban" <b>é</b> ✓ 😀\n',
            "silent": True,
            "limit": None,
        },
        {"result": [{"update_id": 1, "at": 1.5, "none": [None]}]},
        [],
        "",
    ],
)
def test_a_body_says_what_python_s_own_module_would_say(value):
    assert json.loads(json_text.written(value)) == value
    assert json_text.read(json.dumps(value).encode()) == value


def test_half_a_character_of_one_chat_keeps_no_other_from_being_read():
    assert json_text.read(b'{"result": [{"text": "\\ud83d"}, {"text": "ya"}]}') == {
        "result": [{"text": HALF}, {"text": "ya"}]
    }
    assert json_text.read(json_text.written({"text": HALF})) == {"text": HALF}


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"ok": tr', b'{"ok": true} x'])
def test_what_is_no_json_is_said_to_be_none(body):
    with pytest.raises(json.JSONDecodeError):
        json_text.read(body)
