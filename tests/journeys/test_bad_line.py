"""What the network and Telegram itself may do to a bot, each in the middle of somebody's work."""

import contextlib
import socket
from datetime import datetime
from functools import partial

import aiohttp
import pytest

from bot.sandbox.server import Sandbox
from bot.sandbox.visitor import People
from messages.actions.applicant import ShowCasePaper
from messages.actions.form import FormNext
from messages.actions.officer import OpenTask
from tests.support.bot_process import BotProcess
from tests.support.phone import Button, Phone, buttons_of, hand_on, hand_on_to, until
from tests.support.running import MONDAY, TOKEN, an_office_at_work
from workflow.papers import PaperKind

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def calls(office, method, *, after=0, chat=None):
    return [
        one
        for one in await office.people.journal(after, method=method)
        if chat is None or str(one["params"].get("chat_id")) == str(chat)
    ]


async def last_call(office):
    journal = await office.people.journal()
    return journal[-1]["n"]


def seconds_between(one, other):
    first, then = (datetime.fromisoformat(entry["at"]) for entry in (one, other))
    return (then - first).total_seconds()


async def test_when_telegram_says_when_to_come_back_the_bot_comes_back_then(office):
    budi = Phone(office, await office.guest("Budi"))
    await office.people.fault("sendMessage", "429", retry_after=2, chat_id=budi.id)

    await budi.writes("/start")
    await budi.reads("Selamat datang")

    refused, taken = await calls(office, "sendMessage", chat=budi.id)
    assert refused["status"] == 429
    assert seconds_between(refused, taken) >= 2


async def test_nothing_goes_to_anybody_while_telegram_asks_for_a_pause(office):
    budi = Phone(office, await office.guest("Budi"))
    sari = Phone(office, await office.guest("Sari"))
    await office.people.fault("sendMessage", "429", retry_after=2, chat_id=budi.id)
    await budi.writes("/start")
    before = await last_call(office)
    await until(lambda: calls(office, "sendMessage", chat=budi.id))

    await sari.writes("/start")
    await sari.reads("Selamat datang")

    [refused, *_] = await calls(office, "sendMessage", chat=budi.id)
    [taken] = await calls(office, "sendMessage", after=before, chat=sari.id)
    assert seconds_between(refused, taken) >= 1.9


async def test_a_screen_that_met_an_error_of_telegrams_comes_again(office):
    budi = Phone(office, await office.guest("Budi"))
    await office.people.fault("sendMessage", "500", times=2, chat_id=budi.id)

    await budi.writes("/start")
    await budi.reads("Selamat datang")

    tries = await calls(office, "sendMessage", chat=budi.id)
    assert [one["status"] for one in tries] == [500, 500, 200]
    assert seconds_between(tries[1], tries[2]) > seconds_between(tries[0], tries[1]) > 0.9


async def test_a_screen_lost_before_it_arrived_comes_again(office):
    budi = Phone(office, await office.guest("Budi"))
    await office.people.fault("sendMessage", "drop_before", chat_id=budi.id)

    await budi.writes("/start")
    await budi.reads("Selamat datang")


async def test_a_screen_whose_arrival_is_unknown_is_shown_again_and_works(office):
    budi = Phone(office, await office.guest("Budi"))
    await office.people.fault("sendMessage", "drop_after", chat_id=budi.id)

    await budi.begins()

    shown = [one for one in await budi.chat() if "Selamat datang" in one["text"]]
    assert len(shown) == 2


async def test_the_older_of_two_copies_decides_like_the_newer_and_goes(office):
    clerk = Phone(office, office.officer("petugas"))
    await office.people.fault("sendMessage", "drop_after", chat_id=clerk.id)
    number = await Phone(office, await office.guest("Budi")).hands_in()
    task = office.task(number)
    older, newer = await two_copies(clerk, number)

    press = Button(older["message_id"], f"d:{task.id}:lengkap", None, "")
    answer = await clerk.touches(press)
    await office.at_step(number, "3")

    assert not answer.alert
    await until(partial(shows_only, clerk, number, newer["message_id"]))
    [left] = await cards_of(clerk, number)
    assert "✓" in left["text"]
    assert "Lengkap" not in str(buttons_of(left))


async def two_copies(phone, number):
    await until(partial(has_copies, phone, number))
    return await cards_of(phone, number)


async def has_copies(phone, number):
    return len(await cards_of(phone, number)) == 2


async def shows_only(phone, number, message_id):
    return [one["message_id"] for one in await cards_of(phone, number)] == [message_id]


async def cards_of(phone, number):
    return [one for one in await phone.chat() if number in one["text"] and not one["out"]]


async def test_a_card_is_not_sent_again_when_only_the_buttons_of_its_old_message_stay(office):
    budi = Phone(office, await office.guest("Budi"))
    await budi.begins()
    await office.people.fault("editMessageReplyMarkup", "drop_before", chat_id=budi.id)

    await budi.fills_in(office.procedure.items_of(None)[:2])
    third = office.procedure.items_of(None)[2].ask[:60]
    await budi.finds(third)
    await until(partial(is_quiet, office))

    assert len([one for one in await budi.chat() if third in one["text"]]) == 1


async def test_a_card_that_moved_down_comes_once_though_its_old_message_stays(office):
    clerk = Phone(office, office.officer("petugas"))
    number = await Phone(office, await office.guest("Budi")).hands_in()
    card = await clerk.finds(number)
    await office.people.fault("editMessageText", "drop_before", chat_id=clerk.id)

    await clerk.writes("/tugas")
    await clerk.presses(OpenTask, task_id=office.task(number).id)
    await clerk.finds("Anda terima")
    await until(partial(is_quiet, office))

    shown = [one for one in await clerk.chat() if "Anda terima" in one["text"]]
    assert len(shown) == 1
    assert shown[0]["message_id"] != card["message_id"]


async def is_quiet(office):
    return not office.rows(
        "SELECT 1 FROM outbox WHERE state IN ('waiting', 'claimed') AND not_before IS NULL"
    )


async def test_who_writes_faster_than_can_be_answered_hears_the_same_sentence_once(office):
    budi = Phone(office, await office.guest("Budi"))
    await budi.writes("/start")
    await budi.reads("Selamat datang")
    await office.people.fault("sendMessage", "slow", seconds=2, chat_id=budi.id)

    for _ in range(20):
        await budi.writes("apa ini")
    await budi.writes("/bantuan")
    await budi.reads("Bantuan")

    said = [one["text"] for one in await budi.chat() if "belum dapat dipahami" in one["text"]]
    assert 1 <= len(said) < 20


async def test_what_was_said_first_arrives_first_over_a_broken_line(office):
    budi = Phone(office, await office.guest("Budi"))
    await budi.writes("/start")
    await budi.reads("Selamat datang")
    await office.people.fault("sendMessage", "500", times=2, chat_id=budi.id)

    await budi.writes("apa ini")
    await budi.writes("/bantuan")
    await budi.writes("/kantor")
    await budi.finds("hanya untuk petugas")

    said = [one["text"] for one in await budi.chat() if not one["out"]][1:]
    assert ["dipahami" in said[0], "Bantuan" in said[1], "hanya untuk" in said[2]] == [True] * 3


@pytest.mark.parametrize(("kind", "copies"), [("drop_after", 1), ("drop_before", 0)])
async def test_a_paper_whose_arrival_is_unknown_is_offered_and_not_sent_again(office, kind, copies):
    budi = Phone(office, await office.guest("Budi"))
    await budi.begins()
    await budi.fills_in(office.procedure.items_of(None))
    await office.people.fault("sendDocument", kind, chat_id=budi.id)

    await budi.submits()
    await budi.reads("Sambungan terputus")

    assert len(await resi_in(budi)) == copies
    await budi.presses(ShowCasePaper, kind=PaperKind.RESI)
    await until(partial(has_resi, budi, copies + 1))


async def has_resi(phone, copies):
    return len(await resi_in(phone)) == copies


async def resi_in(phone):
    return [one for one in await phone.chat() if one["file"] and "Resi" in one["file"]["name"]]


async def test_the_letter_that_the_line_swallowed_can_be_asked_for_again(office):
    budi = Phone(office, await office.guest("Budi"))
    number = await budi.hands_in()
    await hand_on_to(office, number, "10")
    await office.people.fault("sendDocument", "drop_before", times=2, chat_id=budi.id)

    await hand_on(office, number)
    await budi.finds("Sambungan terputus")
    await budi.presses(ShowCasePaper, kind="answer")

    letter = await budi.gets("Surat")
    assert [one.intact for one in office.signer().check(letter)] == [True, True]
    await budi.gets("berkas_data")


async def test_a_slow_chat_holds_up_nobody_else(office):
    slow = Phone(office, await office.guest("Budi"))
    quick = Phone(office, await office.guest("Sari"))
    await office.people.fault("sendMessage", "slow", seconds=3, chat_id=slow.id)

    await slow.writes("/start")
    await quick.writes("/start")
    await quick.reads("Selamat datang")

    assert [one for one in await slow.chat() if not one["out"]] == []
    await slow.reads("Selamat datang")


@pytest.mark.parametrize("kind", ["500", "drop_before", "429"])
async def test_a_file_that_cannot_be_fetched_yet_is_fetched_later_and_not_lost(office, kind):
    budi = Phone(office, await office.guest("Budi"))
    items = office.procedure.items_of(None)
    await budi.begins()
    await budi.fills_in(items[:9])
    await budi.finds(items[9].ask[:60])
    await office.people.fault("getFile", kind, times=2, retry_after=1)

    await budi.uploads_for(items[9])
    await budi.reads("Berkas diterima (1)")

    assert len(await calls(office, "getFile")) >= 3
    await budi.presses(FormNext, place=9)
    assert "Diterima, sedang kami periksa" not in await budi.said()


async def test_a_second_poller_is_survived(office):
    budi = Phone(office, await office.guest("Budi"))
    url = f"{office.address}/bot{TOKEN}/getUpdates"
    async with aiohttp.ClientSession() as session, session.post(url, json={"timeout": 0}):
        pass

    await budi.writes("/start")
    await budi.reads("Selamat datang")

    assert "another process polls with this token" in office.log()


async def test_an_unreadable_message_of_another_version_stops_nobody(office):
    budi = Phone(office, await office.guest("Budi"))
    await budi.writes("/start")
    await budi.reads("Selamat datang")
    office.write(
        "INSERT INTO outbox (person_id, kind, body, urgency, state, attempts, created_at, error)"
        " SELECT id, 'ShowFuture', '{}', 1, 'waiting', 0, joined_at, '' FROM people"
        " WHERE telegram_id = ?",
        budi.id,
    )

    await budi.writes("/bantuan")
    await budi.reads("Bantuan")

    assert office.rows("SELECT state FROM outbox WHERE kind = 'ShowFuture'") == [("refused",)]


async def test_several_files_at_once_leave_one_card(office):
    budi = Phone(office, await office.guest("Budi"))
    items = office.procedure.items_of(None)
    await budi.begins()
    await budi.fills_in(items[:9])
    await budi.finds(items[9].ask[:60])

    await budi.uploads_for(items[9], copies=4)
    await budi.reads("Berkas diterima (4)")
    await until(partial(is_quiet, office))
    assert len([one for one in await budi.chat() if "Berkas diterima" in one["text"]]) == 1
    await budi.presses(FormNext, place=9)
    await budi.finds(items[10].ask[:60])

    alive = [one for one in await budi.chat() if "Lanjut" in buttons_of(one)]
    assert alive == []


async def has_said(bot, words):
    return words in bot.told()


async def has_dropped(people):
    return [one for one in await people.journal() if one["status"] == 0]


@contextlib.asynccontextmanager
async def a_server(folder, port):
    sandbox = Sandbox(folder=folder, token=TOKEN, starts_at=MONDAY, flood_limits=False)
    async with sandbox.listening(port) as address, People(address) as people:
        yield people


def a_free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture
def lonely_bot(tmp_path):
    port = a_free_port()
    base = f"http://127.0.0.1:{port}"
    bot = BotProcess(
        {
            "DISPOSISI_BOT_TOKEN": TOKEN,
            "DISPOSISI_TELEGRAM_API_BASE": base,
            "DISPOSISI_CLOCK_URL": f"{base}/sandbox/clock",
            "DISPOSISI_DATA_DIR": str(tmp_path / "data"),
            "DISPOSISI_MESSAGES_PER_SECOND": "0",
        },
        tmp_path / "bot.log",
    )
    yield bot, port
    bot.kill()


async def test_a_bot_that_starts_before_its_server_waits_for_it(lonely_bot, tmp_path):
    bot, port = lonely_bot
    bot.start()
    await until(partial(has_said, bot, "cannot be read"))

    async with a_server(tmp_path / "telegram", port) as people:
        await people.add("Budi", 1, "Pemohon")
        await people.text(1, "/start")
        await people.wait_for_text(1, "Selamat datang", 30)

    assert bot.is_running


async def test_a_bot_whose_start_telegram_stumbles_over_opens_all_the_same(lonely_bot, tmp_path):
    bot, port = lonely_bot
    async with a_server(tmp_path / "telegram", port) as people:
        await people.fault("getMe", "429", retry_after=1)
        await people.fault("setMyCommands", "500")
        await people.fault("deleteWebhook", "drop_before")
        await people.add("Budi", 1, "Pemohon")
        bot.start()

        await people.text(1, "/start")
        await people.wait_for_text(1, "Selamat datang", 30)


async def test_a_server_that_is_gone_for_a_while_finds_the_bot_at_work(lonely_bot, tmp_path):
    bot, port = lonely_bot
    async with a_server(tmp_path / "telegram", port) as people:
        await people.add("Budi", 1, "Pemohon")
        bot.start()
        await people.text(1, "/start")
        await people.wait_for_text(1, "Selamat datang", 30)
        await people.fault("sendMessage", "drop_before")
        await people.text(1, "/bantuan")
        await until(partial(has_dropped, people))
    await until(partial(has_said, bot, "Telegram cannot be reached"))

    async with a_server(tmp_path / "telegram", port) as people:
        await people.wait_for_text(1, "Bantuan", 30)
        await people.text(1, "/status")
        await people.wait_for_text(1, "Belum ada permohonan", 40)

    assert "Traceback" not in bot.told()


async def test_within_telegrams_own_limits_everything_arrives_in_the_end(tmp_path):
    async with an_office_at_work(tmp_path, fast=False) as office:
        budi = Phone(office, await office.guest("Budi"))

        for _ in range(5):
            await budi.writes("/bantuan")
        await budi.writes("/status")
        await budi.reads("Belum ada permohonan")

        assert 429 not in {one["status"] for one in await office.people.journal()}
