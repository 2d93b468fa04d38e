"""Changing and taking back what was sent."""

import pytest

from tests.support.clients import Refused, Upload, able_to_say

PARAF = {"inline_keyboard": [[{"text": "Paraf", "callback_data": "d:81"}]]}
RESI = Upload(name="resi.pdf", content=b"%PDF-1.7 resi")
UNCHANGED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)


async def no_to(client, method, **params):
    with pytest.raises(Refused) as refused:
        await client.call(method, **params)
    return refused.value.description


async def sent(client, person, **more):
    message = await client.call(
        "sendMessage", chat_id=person.id, **{"text": "Berkas", "reply_markup": PARAF} | more
    )
    return {"chat_id": person.id, "message_id": message["message_id"]}


async def test_an_edit_changes_the_text_in_place(client, rina):
    it = await sent(client, rina)
    edited = await client.call("editMessageText", **it, text="<b>Selesai</b>", parse_mode="HTML")
    assert (edited["message_id"], edited["text"]) == (it["message_id"], "Selesai")
    assert edited["edit_date"] >= edited["date"]
    assert "reply_markup" not in edited
    [*_, shown] = await rina.messages()
    assert (shown["html"], shown["edited"], shown["buttons"] or []) == ("<b>Selesai</b>", True, [])


async def test_an_edit_without_a_change_is_refused(client, rina):
    """telegram-bot-api, Client.cpp line 108."""
    it = await sent(client, rina)
    same = {"text": "Berkas", "reply_markup": PARAF}
    assert await no_to(client, "editMessageText", **it, **same) == UNCHANGED
    assert await no_to(client, "editMessageReplyMarkup", **it, reply_markup=PARAF) == UNCHANGED
    assert await client.call("editMessageText", **it, text="Berkas")
    assert await no_to(client, "editMessageReplyMarkup", **it) == UNCHANGED


async def test_the_buttons_alone_are_changed_and_taken_away(client, rina):
    it = await sent(client, rina)
    other = {"inline_keyboard": [[{"text": "Kembalikan", "callback_data": "d:81:kembali"}]]}
    edited = await client.call("editMessageReplyMarkup", **it, reply_markup=other)
    assert edited["reply_markup"]["inline_keyboard"][0][0]["text"] == "Kembalikan"
    assert "reply_markup" not in await client.call("editMessageReplyMarkup", **it)


async def test_an_edit_of_nothing_is_refused(client, rina):
    """telegram-bot-api, Client.cpp line 13541."""
    gone = {"chat_id": rina.id, "message_id": 9999}
    expected = "Bad Request: message to edit not found"
    assert await no_to(client, "editMessageText", **gone, text="x") == expected
    assert await no_to(client, "editMessageReplyMarkup", **gone) == expected


@pytest.mark.parametrize("client", able_to_say("a call without its message"), indirect=True)
@pytest.mark.parametrize("method", ["editMessageReplyMarkup", "deleteMessage"])
async def test_a_message_must_be_named(client, rina, method):
    """telegram-bot-api, Client.cpp line 13792."""
    assert await no_to(client, method, chat_id=rina.id) == (
        "Bad Request: message identifier is not specified"
    )


async def test_a_persons_own_message_is_not_the_bots_to_edit(client, rina):
    [*_, theirs] = await rina.messages()
    it = {"chat_id": rina.id, "message_id": theirs["message_id"]}
    assert await no_to(client, "editMessageText", **it, text="x") == (
        "Bad Request: message can't be edited"
    )


async def test_a_message_with_a_reply_keyboard_stays_as_it_is(client, rina):
    it = await sent(client, rina, reply_markup={"keyboard": [[{"text": "Batal"}]]})
    assert await no_to(client, "editMessageText", **it, text="x") == (
        "Bad Request: message can't be edited"
    )


@pytest.mark.parametrize("client", able_to_say("a keyboard that is none"), indirect=True)
async def test_an_edit_brings_no_reply_keyboard(client, rina):
    it = await sent(client, rina)
    keyboard = {"keyboard": [[{"text": "Batal"}]]}
    assert await no_to(client, "editMessageText", **it, text="x", reply_markup=keyboard) == (
        "Bad Request: inline keyboard expected"
    )


async def test_an_edit_must_fit_what_is_there(client, rina):
    """tdlib, MessagesManager.cpp line 23386."""
    text = await sent(client, rina)
    assert await no_to(client, "editMessageCaption", **text, caption="x") == (
        "Bad Request: there is no caption in the message to edit"
    )
    document = await client.call("sendDocument", chat_id=rina.id, document=RESI)
    it = {"chat_id": rina.id, "message_id": document["message_id"]}
    assert await no_to(client, "editMessageText", **it, text="x") == (
        "Bad Request: there is no text in the message to edit"
    )


async def test_an_edit_is_as_limited_as_a_message(client, rina):
    it = await sent(client, rina)
    assert await no_to(client, "editMessageText", **it, text="x" * 4097) == (
        "Bad Request: message is too long"
    )


async def test_a_caption_is_changed(client, rina):
    document = await client.call(
        "sendDocument", chat_id=rina.id, document=RESI, caption="Resi", reply_markup=PARAF
    )
    it = {"chat_id": rina.id, "message_id": document["message_id"]}
    edited = await client.call(
        "editMessageCaption", **it, caption="Resi <b>baru</b>", parse_mode="HTML"
    )
    assert (edited["caption"], edited["caption_entities"][0]["type"]) == ("Resi baru", "bold")
    assert await no_to(client, "editMessageCaption", **it, caption="x" * 1025) == (
        "Bad Request: message caption is too long"
    )


async def test_a_document_is_exchanged_for_another(client, rina):
    document = await client.call("sendDocument", chat_id=rina.id, document=RESI)
    it = {"chat_id": rina.id, "message_id": document["message_id"]}
    other = Upload(name="jawaban.pdf", content=b"%PDF-1.7 jawaban")
    edited = await client.call(
        "editMessageMedia", **it, media={"type": "document", "media": other, "caption": "Jawaban"}
    )
    assert (edited["document"]["file_name"], edited["caption"]) == ("jawaban.pdf", "Jawaban")
    assert await rina.opens(it["message_id"]) == other.content


async def test_own_messages_can_be_edited_after_any_time(client, town, rina):
    it = await sent(client, rina)
    await town.advance(seconds=400 * 24 * 3600)
    assert (await client.call("editMessageText", **it, text="Selesai"))["text"] == "Selesai"


async def test_a_message_is_deleted_once(client, rina):
    """telegram-bot-api, Client.cpp line 13804."""
    it = await sent(client, rina)
    assert await client.call("deleteMessage", **it) is True
    assert await no_to(client, "deleteMessage", **it) == "Bad Request: message to delete not found"
    assert await no_to(client, "editMessageText", **it, text="x") == (
        "Bad Request: message to edit not found"
    )
    assert it["message_id"] not in [each["message_id"] for each in await rina.messages()]


async def test_an_uploaded_file_is_deleted_from_the_chat(client, rina):
    await rina.uploads(("ktp.pdf", b"%PDF-1.7 ktp"))
    [*_, theirs] = await rina.messages()
    it = {"chat_id": rina.id, "message_id": theirs["message_id"]}
    assert await client.call("deleteMessage", **it) is True


async def test_after_forty_eight_hours_a_message_stays(client, town, rina):
    it = await sent(client, rina)
    await town.advance(seconds=48 * 3600 + 60)
    assert await no_to(client, "deleteMessage", **it) in {
        "Bad Request: message can't be deleted",
        "Bad Request: message can't be deleted for everyone",
    }


async def test_several_messages_are_deleted_at_once(client, rina):
    ids = [(await sent(client, rina))["message_id"] for _ in range(3)]
    assert await client.call("deleteMessages", chat_id=rina.id, message_ids=[*ids, 9999]) is True
    assert not {each["message_id"] for each in await rina.messages()} & set(ids)
