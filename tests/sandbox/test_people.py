"""What people do on their phones, and what the bot hears of it."""

import asyncio
import re
import struct
import zlib
from pathlib import Path

import pytest

from bot.sandbox import phones
from bot.sandbox.visitor import NothingCame, NotPossible

BUTTONS = {
    "inline_keyboard": [
        [{"text": "Paraf", "callback_data": "d:81:paraf", "style": "success"}],
        [{"text": "Buka", "url": "https://example.go.id/a"}],
    ]
}


async def new_updates(sandbox):
    updates = await sandbox.call("getUpdates")
    await sandbox.call("deleteWebhook", drop_pending_updates=True)
    return updates


async def test_a_deep_link_is_opened_with_its_payload(sandbox):
    await sandbox.people.add("Rina Wulandari", 1001)
    await sandbox.people.text(1001, "/start surat_81")
    [update] = await new_updates(sandbox)
    message = update["message"]
    assert message["text"] == "/start surat_81"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["from"] == {
        "id": 1001,
        "is_bot": False,
        "first_name": "Rina",
        "last_name": "Wulandari",
        "language_code": "id",
    }
    assert message["chat"]["type"] == "private"


async def test_a_person_without_an_id_gets_a_free_one(sandbox):
    first = await sandbox.people.add("Siti")
    second = await sandbox.people.add("Budi")
    assert second == first + 1


async def test_the_same_person_again_is_changed_and_not_added(sandbox, rina):
    await sandbox.people.add("Rina Wulandari, S.E.", rina, "Kepala Seksi")
    state = await sandbox.people.state()
    assert [each["name"] for each in state["people"]] == ["Rina Wulandari, S.E."]
    assert len(state["people"][0]["messages"]) == 1


async def test_a_press_reaches_the_bot_and_its_answer_the_person(sandbox, rina):
    await sandbox.call("sendMessage", chat_id=rina, text="Surat 81", reply_markup=BUTTONS)
    [update_id] = await sandbox.people.press(rina, "Paraf")
    assert not (await sandbox.people.answer(rina, update_id, within=0)).answered
    [update] = await new_updates(sandbox)
    query = update["callback_query"]
    assert (query["data"], query["message"]["text"]) == ("d:81:paraf", "Surat 81")
    await sandbox.call(
        "answerCallbackQuery", callback_query_id=query["id"], text="Diparaf", show_alert=True
    )
    answer = await sandbox.people.answer(rina, update_id)
    assert (answer.text, answer.alert) == ("Diparaf", True)


async def test_who_waits_for_an_answer_has_it_at_once(sandbox, rina):
    await sandbox.call("sendMessage", chat_id=rina, text="Surat 81", reply_markup=BUTTONS)
    [update_id] = await sandbox.people.press(rina, "Paraf")
    [update] = await new_updates(sandbox)
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(sandbox.people.answer(rina, update_id))
        query_id = update["callback_query"]["id"]
        group.create_task(sandbox.call("answerCallbackQuery", callback_query_id=query_id))
    assert waiting.result().answered


async def test_a_press_by_label_takes_the_newest_message_that_has_it(sandbox, rina):
    for text in ("Surat 80", "Surat 81"):
        await sandbox.call("sendMessage", chat_id=rina, text=text, reply_markup=BUTTONS)
    await sandbox.call("sendMessage", chat_id=rina, text="Selesai")
    await sandbox.people.press(rina, "Paraf")
    [update] = await new_updates(sandbox)
    assert update["callback_query"]["message"]["text"] == "Surat 81"


async def test_a_press_waits_until_the_button_is_there(sandbox, rina):
    async with asyncio.TaskGroup() as group:
        pressed = group.create_task(sandbox.people.press(rina, "Paraf"))
        await asyncio.sleep(0)
        group.create_task(
            sandbox.call("sendMessage", chat_id=rina, text="Surat 81", reply_markup=BUTTONS)
        )
    assert len(pressed.result()) == 1


async def test_a_button_that_never_comes_is_told_with_the_chat(sandbox, rina):
    with pytest.raises(NothingCame, match="/start"):
        await sandbox.people.press(rina, "Paraf", within=0.1)


async def test_one_press_may_arrive_twice_under_two_ids(sandbox, rina):
    await sandbox.call("sendMessage", chat_id=rina, text="Surat 81", reply_markup=BUTTONS)
    ids = await sandbox.people.press(rina, "Paraf", repeat=2)
    updates = await new_updates(sandbox)
    assert [update["update_id"] for update in updates] == ids
    assert len({update["callback_query"]["id"] for update in updates}) == 2


async def test_only_a_forger_sends_data_that_no_button_has(sandbox, rina):
    sent = await sandbox.call("sendMessage", chat_id=rina, text="Surat 81", reply_markup=BUTTONS)
    body = {"message_id": sent["message_id"], "data": "d:82:paraf"}
    url = f"{sandbox.address}/sandbox/people/{rina}/press"
    async with sandbox.http.post(url, json=body) as response:
        assert response.status == 400
    async with sandbox.http.post(url, json={**body, "forge": True}) as response:
        assert response.status == 200
    [update] = await new_updates(sandbox)
    assert update["callback_query"]["data"] == "d:82:paraf"


async def test_a_link_button_tells_the_bot_nothing(sandbox, rina):
    await sandbox.call("sendMessage", chat_id=rina, text="Surat 81", reply_markup=BUTTONS)
    with pytest.raises(NotPossible, match="tells the bot nothing"):
        await sandbox.people.press(rina, "Buka")


async def test_a_deleted_message_is_inaccessible_to_who_hears_of_the_press(sandbox, rina):
    sent = await sandbox.call("sendMessage", chat_id=rina, text="Surat 81", reply_markup=BUTTONS)
    await sandbox.call("deleteMessage", chat_id=rina, message_id=sent["message_id"])
    await sandbox.people.press(rina, sent["message_id"], data="d:81:paraf")
    [update] = await new_updates(sandbox)
    message = update["callback_query"]["message"]
    assert (message["message_id"], message["date"]) == (sent["message_id"], 0)
    assert "text" not in message


async def test_an_album_is_several_updates_with_the_caption_on_one(sandbox, rina):
    files = [("ktp.pdf", b"%PDF-1"), ("kk.pdf", b"%PDF-2")]
    await sandbox.people.upload(rina, *files, caption="Berkas saya")
    first, second = (update["message"] for update in await new_updates(sandbox))
    assert first["media_group_id"] == second["media_group_id"]
    assert (first["caption"], second.get("caption")) == ("Berkas saya", None)
    assert first["document"]["mime_type"] == "application/pdf"


async def test_an_uploaded_file_opens_on_the_phone_and_is_fetched_by_the_bot(sandbox, rina):
    [number] = await sandbox.people.upload(rina, ("Surat Pengantar é.pdf", b"%PDF-1.7 isi"))
    assert await sandbox.people.file(rina, number) == b"%PDF-1.7 isi"
    [update] = await new_updates(sandbox)
    document = update["message"]["document"]
    assert document["file_name"] == "Surat Pengantar é.pdf"
    file = await sandbox.call("getFile", file_id=document["file_id"])
    url = f"{sandbox.address}/file/bot{sandbox.token}/{file['file_path']}"
    async with sandbox.http.get(url) as response:
        assert await response.read() == b"%PDF-1.7 isi"


async def test_a_file_that_somebody_took_from_the_disk_is_not_there(sandbox, rina, tmp_path):
    [number] = await sandbox.people.upload(rina, ("surat.pdf", b"%PDF-1.7 isi"))
    [update] = await new_updates(sandbox)
    file = await sandbox.call("getFile", file_id=update["message"]["document"]["file_id"])
    [kept] = [path for path in tmp_path.rglob("*.pdf") if path.read_bytes() == b"%PDF-1.7 isi"]
    kept.unlink()

    for url in (
        f"file/bot{sandbox.token}/{file['file_path']}",
        f"sandbox/people/{rina}/files/{number}",
    ):
        async with sandbox.http.get(f"{sandbox.address}/{url}") as response:
            assert response.status == 404


async def test_a_photo_comes_with_a_preview_and_in_full(sandbox, rina):
    await sandbox.people.upload(rina, ("ktp.png", picture(800, 500)), kind="photo")
    [update] = await new_updates(sandbox)
    preview, full = update["message"]["photo"]
    assert (preview["width"], preview["height"]) == (320, 200)
    assert (full["width"], full["height"]) == (800, 500)


async def test_what_is_no_picture_is_no_photo(sandbox, rina):
    with pytest.raises(NotPossible, match="IMAGE_PROCESS_FAILED"):
        await sandbox.people.upload(rina, ("ktp.jpg", b"%PDF-1.7"), kind="photo")


async def test_a_script_in_a_chat_is_never_opened_in_the_browser(sandbox, rina):
    [number] = await sandbox.people.upload(rina, ("a.html", b"<script>alert(1)</script>"))
    url = f"{sandbox.address}/sandbox/people/{rina}/files/{number}"
    async with sandbox.http.get(url) as response:
        assert response.headers["Content-Disposition"].startswith("attachment")
        assert response.content_type == "application/octet-stream"


@pytest.mark.parametrize("kind", ["sticker", "voice", "location", "contact", "animation"])
async def test_not_everything_is_text(sandbox, rina, kind):
    await sandbox.people.send(rina, kind)
    [update] = await new_updates(sandbox)
    assert kind in update["message"]
    assert (await sandbox.people.last(rina))["other"] == kind


async def test_an_edited_text_is_told_as_such(sandbox, rina):
    number = await sandbox.people.text(rina, "Nama: Rian")
    await sandbox.people.edit(rina, number, "Nama: Rina")
    _, update = await new_updates(sandbox)
    assert update["edited_message"]["text"] == "Nama: Rina"
    assert (await sandbox.people.last(rina))["edited"]


async def test_the_bots_message_cannot_be_edited_by_a_person(sandbox, rina):
    sent = await sandbox.call("sendMessage", chat_id=rina, text="Surat 81")
    with pytest.raises(NotPossible, match="own text"):
        await sandbox.people.edit(rina, sent["message_id"], "Surat 82")


async def test_who_blocked_the_bot_is_told_to_it_and_writes_no_more(sandbox, rina):
    await sandbox.people.block(rina)
    [update] = await new_updates(sandbox)
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    with pytest.raises(NotPossible, match="blocked"):
        await sandbox.people.text(rina, "Halo")
    assert "blocked" in await sandbox.refusal("sendMessage", chat_id=rina, text="Halo")
    await sandbox.people.block(rina, blocked=False)
    await sandbox.call("sendMessage", chat_id=rina, text="Halo")


async def test_a_forward_introduces_whom_the_bot_may_still_not_write_to(sandbox, rina):
    siti = await sandbox.people.add("Siti Aminah", 1002)
    assert await sandbox.refusal("sendMessage", chat_id=siti, text="x") == (
        "Bad Request: chat not found"
    )
    await sandbox.people.text(rina, "Dari Siti", forward_of=siti)
    [update] = await new_updates(sandbox)
    assert update["message"]["forward_origin"]["sender_user"]["id"] == siti
    assert await sandbox.refusal("sendMessage", chat_id=siti, text="x") == (
        "Forbidden: bot can't initiate conversation with a user"
    )


async def test_unread_messages_are_those_since_the_person_last_acted(sandbox, rina):
    for text in ("satu", "dua"):
        await sandbox.call("sendMessage", chat_id=rina, text=text)
    assert (await sandbox.people.person(rina))["unread"] == 2
    await sandbox.people.text(rina, "baik")
    assert (await sandbox.people.person(rina))["unread"] == 0


async def test_events_tell_only_whose_chat_changed(sandbox, rina):
    siti = await sandbox.people.add("Siti Aminah", 1002)
    before = (await sandbox.people.state())["rev"]
    await sandbox.call("sendMessage", chat_id=rina, text="Surat 81")
    url = f"{sandbox.address}/sandbox/events?after={before}"
    async with sandbox.http.get(url) as response:
        news = await response.json()
    assert news["rev"] > before
    assert not news["whole"]
    assert [each["id"] for each in news["people"]] == [rina] != [siti]


async def test_who_will_not_wait_for_news_is_told_that_there_is_none(sandbox, rina):
    before = (await sandbox.people.state())["rev"]
    url = f"{sandbox.address}/sandbox/events?after={before}&wait=0"
    async with sandbox.http.get(url) as response:
        news = await response.json()
    assert news["rev"] == before
    assert news["people"] == []


async def test_news_laid_over_what_was_seen_is_what_the_page_shows(sandbox, rina):
    siti = await sandbox.people.add("Siti Aminah", 1002)
    await sandbox.people.state()
    sent = await sandbox.call("sendMessage", chat_id=rina, text="Surat 81")
    await sandbox.people.state()
    await sandbox.call("deleteMessage", chat_id=rina, message_id=sent["message_id"])
    await sandbox.people.block(siti)
    await sandbox.people.read(rina)
    await sandbox.call("setMyCommands", commands=[{"command": "status", "description": "Status"}])
    seen = (await sandbox.people.state())["people"]
    async with sandbox.http.get(f"{sandbox.address}/sandbox/state") as response:
        assert (await response.json())["people"] == seen
    await sandbox.people.reset()
    await sandbox.people.add("Budi Santoso", 1003)
    assert [each["id"] for each in (await sandbox.people.state())["people"]] == [1003]


async def test_after_a_reset_all_phones_are_told_anew(sandbox, rina):
    before = (await sandbox.people.state())["rev"]
    await sandbox.people.reset()
    url = f"{sandbox.address}/sandbox/events?after={before}"
    async with sandbox.http.get(url) as response:
        news = await response.json()
    assert news["whole"]
    assert news["people"] == []


async def test_message_and_update_ids_go_on_after_a_reset(sandbox, rina):
    await sandbox.people.text(rina, "sebelum")
    [before] = await new_updates(sandbox)
    await sandbox.people.reset()
    await sandbox.people.add("Rina Wulandari", rina)
    await sandbox.people.text(rina, "sesudah")
    [after] = await new_updates(sandbox)
    assert after["update_id"] > before["update_id"]
    assert after["message"]["message_id"] > before["message"]["message_id"]


async def test_the_panel_is_shown_and_its_change_is_news(start):
    cases = ["REG-2026-0001"]

    async def panel():
        return {"title": "Pelayanan", "cases": list(cases)}

    async with start(panel=panel) as sandbox:
        assert (await sandbox.people.state())["panel"]["cases"] == ["REG-2026-0001"]
        cases.append("REG-2026-0002")
        await sandbox.people.wait_for(lambda state: len(state["panel"]["cases"]) == 2)


async def test_a_broken_panel_leaves_the_phones_working(start, caplog):
    async def panel():
        raise RuntimeError("no database")

    async with start(panel=panel) as sandbox:
        await sandbox.people.add("Rina Wulandari", 1001)
        state = await sandbox.people.state()
    assert state["panel"] is None
    assert len(state["people"]) == 1
    assert "the panel could not be asked" in caplog.text


async def test_the_page_sees_whether_the_bot_listens(sandbox):
    assert not (await sandbox.people.state())["bot_online"]
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(sandbox.call("getUpdates", timeout=50))
        await sandbox.people.wait_for(lambda state: state["bot_online"])
        poll.cancel()
    await sandbox.people.wait_for(lambda state: not state["bot_online"])


async def test_the_clock_goes_forward_only(sandbox):
    before = await sandbox.people.now()
    after = await sandbox.people.advance(hours=2)
    assert 7200 <= (after - before).total_seconds() < 7210
    with pytest.raises(NotPossible, match="forward"):
        await sandbox.people.travel_to(before)


async def test_who_watches_the_clock_hears_of_its_move(sandbox):
    async def watch():
        async with sandbox.http.get(f"{sandbox.address}/sandbox/clock?after=0") as response:
            return await response.json()

    async with asyncio.TaskGroup() as group:
        watching = group.create_task(watch())
        await sandbox.people.advance(hours=1)
    assert watching.result()["rev"] == 1
    assert watching.result()["offset"] != 0


async def test_typing_is_shown_until_the_message_comes(sandbox, rina):
    await sandbox.call("sendChatAction", chat_id=rina, action="typing")
    assert (await sandbox.people.person(rina))["typing"]
    await sandbox.call("sendMessage", chat_id=rina, text="Surat 81")
    assert not (await sandbox.people.person(rina))["typing"]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("people", {"name": " "}),
        ("people", {"name": "Rina", "id": "satu"}),
        ("people/1001/text", {"text": ""}),
        ("people/1001/text", {}),
        ("people/1001/press", {"message_id": 1}),
        ("people/1001/press", {"message_id": 1, "row": "satu", "column": 0}),
        ("people/1001/send", {"kind": "poll"}),
        ("clock", {}),
        ("clock", {"advance": -1}),
        ("clock", {"to": "2026-11-23T08:00:00"}),
        ("faults", {"kind": "flood", "method": "sendMessage"}),
        ("faults", {"kind": "429", "method": "sendMessage", "times": None}),
    ],
)
async def test_what_cannot_be_is_refused_with_a_sentence(sandbox, rina, path, body):
    async with sandbox.http.post(f"{sandbox.address}/sandbox/{path}", json=body) as response:
        assert response.status == 400
        assert (await response.json())["error"]


WHY = re.compile(r'why="(\w+)"|"Bad Request: .*": "(\w+)"')
SAID = re.compile(r"^    no_(\w+): \"(.*)\",$", re.MULTILINE)


def test_the_page_has_words_in_both_languages_for_what_a_person_cannot_do():
    """The sandbox names the reason, and the page says it in its own language."""
    folder = Path(phones.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    named = {one or other for one, other in WHY.findall(source)} | {"photoTooBig"}
    indonesian, english = (folder / "page/words.js").read_text(encoding="utf-8").split("  en: {")

    for language in (indonesian, english):
        assert {name for name, _ in SAID.findall(language)} == named
    assert not {said for _, said in SAID.findall(indonesian)} & {
        said for _, said in SAID.findall(english)
    }


@pytest.mark.parametrize(
    ("path", "body", "why", "facts"),
    [
        ("people/1001/text", {"text": " "}, "empty", {}),
        ("people/1001/text", {"text": "x" * 4097}, "tooLong", {"most": 4096}),
        ("people", {"name": " "}, "noName", {}),
        ("clock", {"advance": -1}, "backwards", {}),
        ("people/1001/press", {"message_id": 99, "data": "p"}, "noMessage", {}),
    ],
)
async def test_the_reason_is_named_for_the_page(sandbox, rina, path, body, why, facts):
    async with sandbox.http.post(f"{sandbox.address}/sandbox/{path}", json=body) as response:
        told = await response.json()
    assert (response.status, told["why"], told["facts"]) == (400, why, facts)


async def test_nobody_of_that_number(sandbox):
    with pytest.raises(NotPossible, match="no person 1009"):
        await sandbox.people.text(1009, "Halo")


def picture(width, height):
    """A black PNG."""

    def chunk(kind, body):
        checked = kind + body
        return struct.pack(">I", len(body)) + checked + struct.pack(">I", zlib.crc32(checked))

    rows = zlib.compress((b"\0" + bytes(width)) * height)
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = [chunk(b"IHDR", header), chunk(b"IDAT", rows), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)
