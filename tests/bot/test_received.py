"""What of an update is written down before it is handled."""

import json

import pytest

from bot.intake.updates import received_of

CARD = {
    "message_id": 17,
    "date": 1_795_000_000,
    "chat": {"id": 1001, "type": "private"},
    "text": "Permohonan PDK-2026-00001 · Rina Wulandari",
    "reply_markup": {"inline_keyboard": [[{"text": "Lengkap", "callback_data": "d:1:lengkap"}]]},
}


def a_press(**changes):
    query = {"id": "5", "from": {"id": 1001}, "chat_instance": "9", "data": "d:1:lengkap"}
    return {"update_id": 3, "callback_query": {**query, **changes}}


def kept(raw):
    return json.loads(received_of(raw).body)["callback_query"]


def test_a_press_is_kept_with_the_number_of_its_card_and_without_its_words():
    press = kept(a_press(message=CARD))

    assert press["message"] == {key: CARD[key] for key in ("message_id", "date", "chat")}
    assert press["data"] == "d:1:lengkap"


@pytest.mark.parametrize(
    "message",
    [
        pytest.param({"message_id": 17, "date": 0, "chat": {"id": 1001}}, id="too old to be read"),
        pytest.param("no message", id="of a shape that nobody knows"),
    ],
)
def test_what_else_a_press_was_made_on_is_kept_as_it_came(message):
    assert kept(a_press(message=message))["message"] == message


def test_a_press_may_come_without_its_message():
    assert "message" not in kept(a_press())
