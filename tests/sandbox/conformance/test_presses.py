"""Buttons that are pressed: once, twice, too late."""

import pytest

from tests.support.clients import Refused, updates

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
BUTTONS = {
    "inline_keyboard": [
        [
            {"text": "Paraf", "callback_data": "d:81:paraf"},
            {"text": "Kembalikan", "callback_data": "d:81:kembali"},
        ]
    ]
}


@pytest.fixture
async def card(http, rina):
    """The id of a message with two buttons on Rina's phone."""
    sent = await http.call("sendMessage", chat_id=rina.id, text="Berkas", reply_markup=BUTTONS)
    return sent["message_id"]


async def the_press(client):
    [update] = await updates(client)
    return update["callback_query"]


async def test_a_press_tells_who_pressed_what_and_where(client, rina, card):
    [update_id] = await rina.presses(card, "d:81:paraf")
    [update] = await updates(client)
    press = update["callback_query"]
    assert update["update_id"] == update_id
    assert (press["data"], press["from"]["id"]) == ("d:81:paraf", rina.id)
    assert press["message"]["message_id"] == card
    assert press["message"]["reply_markup"]["inline_keyboard"][0][0]["text"] == "Paraf"
    assert press["chat_instance"]


async def test_a_button_is_pressed_by_its_place(client, town, rina, card):
    await town.press(rina.id, card, "Kembalikan")
    assert (await the_press(client))["data"] == "d:81:kembali"


async def test_the_answer_is_seen_by_who_pressed(client, rina, card):
    [update_id] = await rina.presses(card, "d:81:paraf")
    press = await the_press(client)
    answer = {"callback_query_id": press["id"], "text": "Sudah diparaf", "show_alert": True}
    assert await client.call("answerCallbackQuery", **answer) is True
    told = await rina.answer_to(update_id)
    assert (told.answered, told.text, told.alert) == (True, "Sudah diparaf", True)


async def test_a_press_is_answered_once(client, rina, card):
    """telegram-bot-api, Client.cpp line 146."""
    await rina.presses(card, "d:81:paraf")
    press = await the_press(client)
    await client.call("answerCallbackQuery", callback_query_id=press["id"])
    for query_id in (press["id"], "1234567890"):
        with pytest.raises(Refused) as refused:
            await client.call("answerCallbackQuery", callback_query_id=query_id)
        assert (refused.value.code, refused.value.description) == (400, TOO_OLD)


async def test_an_answer_has_room_for_two_hundred_characters(client, rina, card):
    await rina.presses(card, "d:81:paraf")
    press = await the_press(client)
    with pytest.raises(Refused) as refused:
        await client.call("answerCallbackQuery", callback_query_id=press["id"], text="x" * 201)
    assert refused.value.description == "Bad Request: MESSAGE_TOO_LONG"
    assert await client.call("answerCallbackQuery", callback_query_id=press["id"], text="x" * 200)


async def test_a_press_waits_for_the_bot_for_a_hundred_and_fifty_seconds(client, town, rina, card):
    """telegram-bot-api, Client.cpp line 17158."""
    await rina.presses(card, "d:81:paraf")
    await town.advance(seconds=140)
    assert len(await updates(client)) == 1
    await town.advance(seconds=15)
    assert await updates(client) == []


async def test_a_press_that_came_late_is_not_answered(client, town, rina, card):
    await rina.presses(card, "d:81:paraf")
    press = await the_press(client)
    await town.advance(seconds=3600)
    with pytest.raises(Refused) as refused:
        await client.call("answerCallbackQuery", callback_query_id=press["id"])
    assert refused.value.description == TOO_OLD


async def test_one_press_may_come_twice_under_two_numbers(client, rina, card):
    first, second = await rina.presses(card, "d:81:paraf", repeat=2)
    found = await updates(client)
    assert [update["update_id"] for update in found] == [first, second]
    assert [update["callback_query"]["data"] for update in found] == ["d:81:paraf"] * 2


async def test_a_press_on_what_is_gone_says_so(client, rina, card):
    await client.call("deleteMessage", chat_id=rina.id, message_id=card)
    await rina.presses(card, "d:81:paraf")
    message = (await the_press(client))["message"]
    assert (message["message_id"], message["date"]) == (card, 0)


async def test_only_a_forger_presses_what_no_button_says(client, sandbox, rina, card):
    press = f"{sandbox.address}/sandbox/people/{rina.id}/press"
    body = {"message_id": card, "data": "d:81:hapus"}
    async with sandbox.http.post(press, json=body) as answer:
        assert 400 <= answer.status < 500
    async with sandbox.http.post(press, json=body | {"forge": True}) as answer:
        assert answer.status == 200
    assert (await the_press(client))["data"] == "d:81:hapus"


async def test_the_same_chat_is_the_same_instance(client, rina, card):
    await rina.presses(card, "d:81:paraf")
    await rina.presses(card, "d:81:kembali")
    one, other = await updates(client)
    assert one["callback_query"]["chat_instance"] == other["callback_query"]["chat_instance"]
    assert one["callback_query"]["id"] != other["callback_query"]["id"]
