"""Files both ways: the bytes that went in come out, and Telegram's limits hold."""

import io

import pytest
from PIL import Image

from tests.support.clients import Refused, Upload, able_to_say, updates

TWENTY_MIB = 20 * 1024 * 1024
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40


def a_picture(width=320, height=200):
    drawn = io.BytesIO()
    Image.new("RGB", (width, height), "#2a6").save(drawn, "PNG")
    return drawn.getvalue()


async def the_message(client):
    [update] = await updates(client)
    return update["message"]


async def test_a_document_reaches_the_phone(client, rina):
    resi = Upload(name="resi.pdf", content=PDF)
    sent = await client.call("sendDocument", chat_id=rina.id, document=resi, caption="Resi")
    document = sent["document"]
    assert (document["file_name"], document["file_size"]) == ("resi.pdf", len(PDF))
    assert sent["caption"] == "Resi"
    [*_, shown] = await rina.messages()
    assert (shown["file"]["kind"], shown["file"]["name"]) == ("document", "resi.pdf")
    assert (shown["file"]["size"], shown["file"]["mime"]) == (len(PDF), "application/pdf")
    assert await rina.opens(sent["message_id"]) == PDF


@pytest.mark.parametrize("name", ["Surat jawaban Wahyuningsih é.pdf", "شهادة.pdf", "a'b (1).pdf"])
async def test_a_files_name_may_be_anyones(client, rina, name):
    sent = await client.call(
        "sendDocument", chat_id=rina.id, document=Upload(name=name, content=PDF)
    )
    assert sent["document"]["file_name"] == name
    assert await rina.opens(sent["message_id"]) == PDF


async def test_a_photo_reaches_the_phone_in_its_sizes(client, rina):
    picture = a_picture()
    sent = await client.call(
        "sendPhoto", chat_id=rina.id, photo=Upload(name="grafik.png", content=picture)
    )
    largest = sent["photo"][-1]
    assert (largest["width"], largest["height"]) == (320, 200)
    [*_, shown] = await rina.messages()
    assert shown["file"]["kind"] == "photo"
    assert await rina.opens(sent["message_id"]) == picture


async def test_a_file_is_sent_again_by_its_id(client, rina, dewi):
    first = await client.call(
        "sendDocument", chat_id=rina.id, document=Upload(name="resi.pdf", content=PDF)
    )
    again = await client.call(
        "sendDocument", chat_id=dewi.id, document=first["document"]["file_id"]
    )
    assert again["document"]["file_unique_id"] == first["document"]["file_unique_id"]
    assert await dewi.opens(again["message_id"]) == PDF


async def test_what_a_person_uploads_is_downloaded_byte_for_byte(client, rina):
    await rina.uploads(("ktp.pdf", PDF), caption="KTP saya")
    message = await the_message(client)
    document = message["document"]
    assert (document["file_name"], document["mime_type"]) == ("ktp.pdf", "application/pdf")
    assert (document["file_size"], message["caption"]) == (len(PDF), "KTP saya")
    assert await client.download(document["file_id"]) == PDF
    file = await client.call("getFile", file_id=document["file_id"])
    assert file["file_unique_id"] == document["file_unique_id"]
    assert file["file_size"] == len(PDF)


async def test_what_a_person_uploads_as_a_photo_comes_in_sizes(client, rina):
    await rina.uploads(("ktp.png", a_picture(1600, 900)), kind="photo")
    message = await the_message(client)
    sizes = [(size["width"], size["height"]) for size in message["photo"]]
    assert sizes == sorted(sizes)
    assert await client.download(message["photo"][-1]["file_id"])
    assert "document" not in message


async def test_more_than_twenty_mebibytes_are_not_downloaded(client, rina):
    """telegram-bot-api, Client.cpp line 15817."""
    await rina.uploads(("besar.pdf", bytes(TWENTY_MIB + 1)))
    document = (await the_message(client))["document"]
    assert document["file_size"] == TWENTY_MIB + 1
    with pytest.raises(Refused) as refused:
        await client.call("getFile", file_id=document["file_id"])
    assert (refused.value.code, refused.value.description) == (400, "Bad Request: file is too big")


async def test_twenty_mebibytes_are_downloaded(http, rina):
    await rina.uploads(("besar.pdf", bytes(TWENTY_MIB)))
    document = (await the_message(http))["document"]
    assert len(await http.download(document["file_id"])) == TWENTY_MIB


async def test_more_than_fifty_mebibytes_are_not_taken_from_a_bot(http, rina):
    large = Upload(name="besar.pdf", content=bytes(50 * 1024 * 1024 + 1))
    with pytest.raises(Refused) as refused:
        await http.call("sendDocument", chat_id=rina.id, document=large)
    assert (refused.value.code, refused.value.description) == (413, "Request Entity Too Large")


async def test_a_file_id_that_is_none_is_refused(client, rina):
    """telegram-bot-api, Client.cpp line 8366; tdlib, FileManager.cpp line 3986."""
    with pytest.raises(Refused) as asked:
        await client.call("getFile", file_id="bukan-berkas")
    assert asked.value.description == "Bad Request: invalid file_id"
    with pytest.raises(Refused) as refused:
        await client.call("sendDocument", chat_id=rina.id, document="bukan-berkas")
    assert refused.value.description == (
        "Bad Request: wrong remote file identifier specified: "
        "can't unserialize it. Wrong last symbol"
    )


@pytest.mark.parametrize("client", able_to_say("a document without a file"), indirect=True)
async def test_a_file_is_named_by_an_id(client):
    """telegram-bot-api, Client.cpp line 6857."""
    with pytest.raises(Refused) as refused:
        await client.call("getFile")
    assert refused.value.description == "Bad Request: file_id not specified"


async def test_a_photo_has_the_name_of_one(client, rina):
    """tdlib, MessagesManager.cpp."""
    letter = Upload(name="surat.pdf", content=PDF)
    with pytest.raises(Refused) as refused:
        await client.call("sendPhoto", chat_id=rina.id, photo=letter)
    assert refused.value.description == (
        "Bad Request: photo has unsupported extension. "
        "Use one of .jpg, .jpeg, .gif, .png, .tif or .bmp"
    )


async def test_a_photo_is_no_document(client, rina):
    """tdlib, FileManager.cpp line 4044."""
    sent = await client.call(
        "sendPhoto", chat_id=rina.id, photo=Upload(name="grafik.png", content=a_picture())
    )
    with pytest.raises(Refused) as refused:
        await client.call("sendDocument", chat_id=rina.id, document=sent["photo"][-1]["file_id"])
    assert refused.value.description == "Bad Request: can't use file of type Photo as Document"


@pytest.mark.parametrize("client", able_to_say("a document without a file"), indirect=True)
@pytest.mark.parametrize("kind", ["document", "photo"])
async def test_a_document_without_a_file_is_refused(client, rina, kind):
    with pytest.raises(Refused) as refused:
        await client.call(f"send{kind.title()}", chat_id=rina.id)
    assert refused.value.description == f"Bad Request: there is no {kind} in the request"


async def test_a_long_caption_is_refused(client, rina):
    """tdlib, MessageContent.cpp line 5242."""
    resi = Upload(name="resi.pdf", content=PDF)
    with pytest.raises(Refused) as refused:
        await client.call("sendDocument", chat_id=rina.id, document=resi, caption="x" * 1025)
    assert refused.value.description == "Bad Request: message caption is too long"


@pytest.mark.parametrize("kind", ["sticker", "voice", "location", "contact", "animation"])
async def test_other_things_a_person_sends_arrive_as_what_they_are(client, rina, kind):
    await rina.sends(kind)
    assert kind in await the_message(client)
