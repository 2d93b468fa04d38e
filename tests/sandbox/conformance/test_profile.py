"""The bot's own face: commands, name, descriptions, menu; and what it sees of a chat."""

import pytest

from tests.support.clients import Refused

HELP = {"command": "bantuan", "description": "Bantuan"}
QUEUE = {"command": "antrean", "description": "Antrean saya"}


async def test_commands_are_shown_on_every_phone(client, rina):
    assert await client.call("setMyCommands", commands=[HELP]) is True
    assert await client.call("getMyCommands") == [HELP]
    assert (await rina.screen())["commands"] == [HELP]


async def test_an_officer_has_a_menu_of_their_own(client, rina, dewi):
    for_dewi = {"type": "chat", "chat_id": dewi.id}
    await client.call("setMyCommands", commands=[HELP])
    await client.call("setMyCommands", commands=[QUEUE], scope=for_dewi)
    assert await client.call("getMyCommands", scope=for_dewi) == [QUEUE]
    assert (await dewi.screen())["commands"] == [QUEUE]
    assert (await rina.screen())["commands"] == [HELP]
    await client.call("deleteMyCommands", scope=for_dewi)
    assert await client.call("getMyCommands", scope=for_dewi) == []
    assert (await dewi.screen())["commands"] == [HELP]


async def test_commands_are_shown_in_the_phones_language(client, phone, rina):
    await client.call("setMyCommands", commands=[HELP])
    help_in_english = {"command": "bantuan", "description": "Help"}
    await client.call("setMyCommands", commands=[help_in_english], language_code="en")
    john = await phone(1010, "John", language="en")
    assert (await john.screen())["commands"] == [help_in_english]
    assert (await rina.screen())["commands"] == [HELP]
    assert await client.call("getMyCommands", language_code="en") == [help_in_english]


@pytest.mark.parametrize(
    ("written", "read", "field", "words"),
    [
        ("setMyName", "getMyName", "name", "Layanan Dukcapil"),
        ("setMyDescription", "getMyDescription", "description", "Permohonan data."),
        ("setMyShortDescription", "getMyShortDescription", "short_description", "Dukcapil"),
    ],
)
async def test_the_bot_describes_itself(client, written, read, field, words):
    assert await client.call(written, **{field: words}) is True
    assert await client.call(read) == {field: words}


async def test_the_menu_button_is_a_chats_own(client, rina):
    commands = {"type": "commands"}
    assert await client.call("setChatMenuButton", chat_id=rina.id, menu_button=commands) is True
    assert await client.call("getChatMenuButton", chat_id=rina.id) == commands


async def test_a_chat_and_its_person_are_told(client, rina):
    chat = await client.call("getChat", chat_id=rina.id)
    assert (chat["type"], chat["first_name"], chat["last_name"]) == (
        "private",
        "Rina",
        "Wulandari",
    )
    member = await client.call("getChatMember", chat_id=rina.id, user_id=rina.id)
    assert (member["status"], member["user"]["id"]) == ("member", rina.id)


@pytest.mark.parametrize("method", ["getChat", "sendChatAction"])
async def test_a_chat_nobody_knows_is_not_found(client, town, method):
    more = {"action": "typing"} if method == "sendChatAction" else {}
    with pytest.raises(Refused) as refused:
        await client.call(method, chat_id=555, **more)
    assert refused.value.description == "Bad Request: chat not found"


async def test_the_bot_does_only_what_telegram_knows(client, rina):
    with pytest.raises(Refused) as refused:
        await client.call("sendChatAction", chat_id=rina.id, action="dancing")
    assert refused.value.description == "Bad Request: wrong parameter action in request"


async def test_a_phone_shows_that_the_bot_is_typing(client, rina):
    assert await client.call("sendChatAction", chat_id=rina.id, action="typing") is True
    assert (await rina.screen())["typing"]
    await client.call("sendMessage", chat_id=rina.id, text="Selesai")
    assert not (await rina.screen())["typing"]


async def test_a_message_is_pinned_and_seen_as_pinned(client, rina):
    sent = await client.call("sendMessage", chat_id=rina.id, text="Penting")
    it = {"chat_id": rina.id, "message_id": sent["message_id"]}
    assert await client.call("pinChatMessage", **it) is True
    chat = await client.call("getChat", chat_id=rina.id)
    assert chat["pinned_message"]["message_id"] == sent["message_id"]


async def test_the_bot_reacts_to_a_message(client, rina):
    [*_, theirs] = await rina.messages()
    assert await client.call(
        "setMessageReaction",
        chat_id=rina.id,
        message_id=theirs["message_id"],
        reaction=[{"type": "emoji", "emoji": "👍"}],
    )
