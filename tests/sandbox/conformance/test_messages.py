"""Sending text: what arrives, and what Telegram refuses."""

import pytest

from tests.support.clients import Refused, able_to_say

BUTTONS = [
    [
        {"text": "Paraf", "callback_data": "d:81:paraf", "style": "success"},
        {"text": "Kembalikan", "callback_data": "d:81:kembali", "style": "danger"},
    ],
    [{"text": "Nomor", "copy_text": {"text": "REG-2026-0001"}}],
    [{"text": "Dinas", "url": "https://example.go.id/"}],
]


async def no_to(client, **params):
    with pytest.raises(Refused) as refused:
        await client.call("sendMessage", **params)
    code, description = refused.value.code, refused.value.description
    return code, description.removeprefix("Bad Request: ")


async def test_a_message_arrives_as_it_was_sent(client, rina):
    sent = await client.call("sendMessage", chat_id=rina.id, text="Berkas Anda diterima.")
    assert sent["text"] == "Berkas Anda diterima."
    assert sent["from"]["is_bot"] is True
    assert sent["chat"] == {"id": rina.id, "type": "private"} | sent["chat"]
    [*_, shown] = await rina.messages()
    assert (shown["message_id"], shown["text"]) == (sent["message_id"], sent["text"])
    assert shown["out"] is False


async def test_messages_of_a_chat_are_numbered_upwards(client, rina):
    first = await client.call("sendMessage", chat_id=rina.id, text="satu")
    second = await client.call("sendMessage", chat_id=rina.id, text="dua")
    assert second["message_id"] > first["message_id"]
    assert second["date"] >= first["date"]


async def test_buttons_stand_under_the_message(client, rina):
    sent = await client.call(
        "sendMessage", chat_id=rina.id, text="Berkas", reply_markup={"inline_keyboard": BUTTONS}
    )
    assert [len(row) for row in sent["reply_markup"]["inline_keyboard"]] == [2, 1, 1]
    [*_, shown] = await rina.messages()
    paraf, kembali = shown["buttons"][0]
    assert (paraf["text"], paraf["data"], paraf["style"]) == ("Paraf", "d:81:paraf", "success")
    assert kembali["style"] == "danger"
    assert shown["buttons"][1][0]["copy"] == "REG-2026-0001"
    assert shown["buttons"][2][0]["url"] == "https://example.go.id/"


async def test_a_button_carries_sixty_four_bytes(client, rina):
    button = {"text": "Paraf", "callback_data": "é" * 32}
    keyboard = {"inline_keyboard": [[button]]}
    sent = await client.call("sendMessage", chat_id=rina.id, text="Berkas", reply_markup=keyboard)
    assert sent["reply_markup"]["inline_keyboard"] == [[button]]


async def test_a_disabled_button_is_kept_as_one(client, rina):
    button = {"text": "Sudah diparaf", "disabled": {}}
    sent = await client.call(
        "sendMessage",
        chat_id=rina.id,
        text="Berkas",
        reply_markup={"inline_keyboard": [[button]]},
    )
    assert sent["reply_markup"]["inline_keyboard"] == [[button]]


async def test_a_reply_keyboard_stands_below_the_chat(client, rina):
    keyboard = {"keyboard": [[{"text": "Batal"}]], "resize_keyboard": True}
    await client.call("sendMessage", chat_id=rina.id, text="Isi nama", reply_markup=keyboard)
    [*_, shown] = await rina.messages()
    assert shown["keyboard"]


async def test_a_protected_message_says_so(client, rina):
    sent = await client.call("sendMessage", chat_id=rina.id, text="Rahasia", protect_content=True)
    assert sent["has_protected_content"] is True
    [*_, shown] = await rina.messages()
    assert shown["protected"] is True


async def test_a_reply_carries_what_it_answers(client, rina):
    asked = await client.call("sendMessage", chat_id=rina.id, text="Lengkap?")
    sent = await client.call(
        "sendMessage",
        chat_id=rina.id,
        text="Lengkap.",
        reply_parameters={"message_id": asked["message_id"]},
    )
    assert sent["reply_to_message"]["message_id"] == asked["message_id"]
    [*_, shown] = await rina.messages()
    assert shown["reply_to"]


async def test_a_reply_to_nothing_is_refused(client, rina):
    """telegram-bot-api, Client.cpp line 8516."""
    reply = {"message_id": 9999}
    no = await no_to(client, chat_id=rina.id, text="Ya", reply_parameters=reply)
    assert no == (400, "message to be replied not found")
    reply["allow_sending_without_reply"] = True
    sent = await client.call("sendMessage", chat_id=rina.id, text="Ya", reply_parameters=reply)
    assert "reply_to_message" not in sent


async def test_four_thousand_and_ninety_six_characters_fit(client, rina):
    sent = await client.call("sendMessage", chat_id=rina.id, text="x" * 4096)
    assert len(sent["text"]) == 4096


async def test_the_limit_counts_characters_and_not_bytes(client, rina):
    sent = await client.call("sendMessage", chat_id=rina.id, text="👍" * 4096)
    assert len(sent["text"]) == 4096


async def test_the_limit_counts_what_is_left_after_the_tags(client, rina):
    text = "<b>" + "&lt;" * 4096 + "</b>"
    sent = await client.call("sendMessage", chat_id=rina.id, text=text, parse_mode="HTML")
    assert sent["text"] == "<" * 4096


REFUSED = {
    # telegram-bot-api, Client.cpp line 11401
    "message text is empty": {"text": ""},
    # tdlib, MessageEntity.cpp line 4519
    "text must be non-empty": {"text": " \n\t "},
    # tdlib, MessageContent.cpp line 4759
    "message is too long": {"text": "x" * 4097},
    # telegram-bot-api, Client.cpp line 11310
    "text is too long": {"text": "x" * 32769},
    "unsupported parse_mode": {"text": "Halo", "parse_mode": "Prosa"},
    # telegram-bot-api, Client.cpp line 6596
    "chat not found": {"chat_id": 555, "text": "Halo"},
    # telegram-bot-api, Client.cpp line 120
    "reply markup is too long": {
        "text": "Halo",
        "reply_markup": {
            "inline_keyboard": [[{"text": "Paraf", "callback_data": "d"}] * 8] * 13,
        },
    },
    "BUTTON_DATA_INVALID": {
        "text": "Halo",
        "reply_markup": {"inline_keyboard": [[{"text": "Paraf", "callback_data": "é" * 32 + "x"}]]},
    },
    # telegram-bot-api, Client.cpp line 9694
    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard": {
        "text": "Halo",
        "reply_markup": {"inline_keyboard": [[{"text": "Paraf"}]]},
    },
}


@pytest.mark.parametrize("words", REFUSED)
async def test_a_message_is_refused_in_telegrams_words(client, rina, words):
    before = await rina.messages()
    assert await no_to(client, **{"chat_id": rina.id} | REFUSED[words]) == (400, words)
    assert await rina.messages() == before


NOT_MODELLED = {
    "parse_mode MarkdownV2": {"text": "*Halo*", "parse_mode": "MarkdownV2"},
    "InlineKeyboardButton.web_app": {
        "text": "Halo",
        "reply_markup": {
            "inline_keyboard": [[{"text": "Buka", "web_app": {"url": "https://example.go.id/"}}]]
        },
    },
    "the parameter message_effect_id": {"text": "Halo", "message_effect_id": "5104841245755180586"},
}


@pytest.mark.parametrize("words", NOT_MODELLED)
async def test_a_part_that_is_not_modelled_is_refused_by_name(client, rina, words):
    no = await no_to(client, **{"chat_id": rina.id} | NOT_MODELLED[words])
    assert no == (501, f"Not Implemented: the sandbox does not model {words}")


KEYBOARDS_REFUSED = {
    # telegram-bot-api, Client.cpp line 9717
    "can't parse reply keyboard markup JSON object": "{",
    # telegram-bot-api, Client.cpp line 9748
    "object expected as reply markup": [1],
    # telegram-bot-api, Client.cpp line 9708
    'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays': {
        "inline_keyboard": "Paraf"
    },
}


@pytest.mark.parametrize("client", able_to_say("a keyboard that is none"), indirect=True)
@pytest.mark.parametrize("words", KEYBOARDS_REFUSED)
async def test_a_keyboard_that_is_none_is_refused(client, rina, words):
    keyboard = KEYBOARDS_REFUSED[words]
    no = await no_to(client, chat_id=rina.id, text="Halo", reply_markup=keyboard)
    assert no == (400, words)


@pytest.mark.parametrize("client", able_to_say("a call without its chat"), indirect=True)
async def test_a_message_to_nobody_is_refused(client, rina):
    """telegram-bot-api, Client.cpp line 8201."""
    assert await no_to(client, text="Halo") == (400, "chat_id is empty")


async def test_a_bot_does_not_speak_first(client, phone, rina):
    """tdlib, MessagesManager.cpp line 27957."""
    budi = await phone(1009, "Budi")
    assert await no_to(client, chat_id=budi.id, text="Halo") == (400, "chat not found")
    await rina.writes("Ini temanku", forward_of=budi.id)
    assert await no_to(client, chat_id=budi.id, text="Halo") == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )


async def test_a_person_who_blocked_the_bot_is_not_reached(client, rina):
    """telegram-bot-api, Client.cpp line 125."""
    await rina.blocks()
    no = await no_to(client, chat_id=rina.id, text="Halo")
    assert no == (403, "Forbidden: bot was blocked by the user")
    await rina.blocks(blocked=False)
    assert await client.call("sendMessage", chat_id=rina.id, text="Halo")


async def test_a_person_whose_account_is_deleted_is_not_reached(client, rina):
    """telegram-bot-api, Client.cpp line 8136; a block of before does not count any more."""
    await rina.blocks()
    await rina.deletes_the_account()
    no = await no_to(client, chat_id=rina.id, text="Halo")
    assert no == (403, "Forbidden: user is deactivated")


async def test_a_message_is_copied_and_forwarded(client, rina, dewi):
    sent = await client.call("sendMessage", chat_id=rina.id, text="Untuk Dewi juga")
    source = {"chat_id": dewi.id, "from_chat_id": rina.id, "message_id": sent["message_id"]}
    copied = await client.call("copyMessage", **source)
    forwarded = await client.call("forwardMessage", **source)
    assert forwarded["forward_origin"]["type"] == "user"
    copy, forward = (await dewi.messages())[-2:]
    assert (copy["message_id"], copy["text"]) == (copied["message_id"], "Untuk Dewi juga")
    assert (copy["forwarded"], forward["forwarded"]) == (False, True)


async def test_a_protected_message_is_neither_copied_nor_forwarded(client, rina, dewi):
    sent = await client.call("sendMessage", chat_id=rina.id, text="Rahasia", protect_content=True)
    source = {"chat_id": dewi.id, "from_chat_id": rina.id, "message_id": sent["message_id"]}
    for method in ("copyMessage", "forwardMessage"):
        with pytest.raises(Refused) as refused:
            await client.call(method, **source)
        assert refused.value.code == 400
