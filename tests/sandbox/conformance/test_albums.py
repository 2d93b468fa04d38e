"""Albums: several messages that belong together."""

import pytest

from tests.support.clients import Refused, Upload, updates


def a_document(name):
    return {"type": "document", "media": Upload(name=name, content=b"%PDF-1.7 " + name.encode())}


async def test_an_album_is_as_many_messages_under_one_mark(client, rina):
    media = [a_document(name) for name in ("satu.pdf", "dua.pdf", "tiga.pdf")]
    media[0]["caption"] = "Tiga berkas"
    sent = await client.call("sendMediaGroup", chat_id=rina.id, media=media)
    assert [each["document"]["file_name"] for each in sent] == ["satu.pdf", "dua.pdf", "tiga.pdf"]
    assert len({each["media_group_id"] for each in sent}) == 1
    assert [each.get("caption") for each in sent] == ["Tiga berkas", None, None]
    shown = (await rina.messages())[-3:]
    assert len({each["album"] for each in shown}) == 1
    assert shown[0]["album"] is not None
    assert await rina.opens(sent[1]["message_id"]) == b"%PDF-1.7 dua.pdf"


async def test_a_persons_album_arrives_as_an_update_for_each_file(client, rina):
    files = [(f"{number}.pdf", b"%PDF-1.7 " + str(number).encode()) for number in range(3)]
    await rina.uploads(*files, caption="KK dan KTP")
    messages = [update["message"] for update in await updates(client)]
    assert [each["document"]["file_name"] for each in messages] == ["0.pdf", "1.pdf", "2.pdf"]
    assert len({each["media_group_id"] for each in messages}) == 1
    assert [each.get("caption") for each in messages] == ["KK dan KTP", None, None]
    for (_, content), message in zip(files, messages, strict=True):
        assert await client.download(message["document"]["file_id"]) == content


async def test_one_file_is_no_album(client, rina):
    await rina.uploads(("0.pdf", b"%PDF-1.7"))
    [update] = await updates(client)
    assert "media_group_id" not in update["message"]


# tdlib, MessageContent.cpp line 5326
REFUSED = {
    "too many messages to send as an album": [a_document(f"{n}.pdf") for n in range(11)],
    "there are no messages to send": [],
    "can't use the media of the specified type in the album": [
        a_document("satu.pdf"),
        {"type": "animation", "media": Upload(name="a.gif", content=b"GIF89a")},
    ],
}


@pytest.mark.parametrize("words", REFUSED)
async def test_an_album_is_refused_in_telegrams_words(http, rina, words):
    with pytest.raises(Refused) as refused:
        await http.call("sendMediaGroup", chat_id=rina.id, media=REFUSED[words])
    assert refused.value.description == f"Bad Request: {words}"
