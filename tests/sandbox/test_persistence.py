"""What was acknowledged outlives the sandbox, however it ended."""

import asyncio
import contextlib
import signal
import sqlite3
import sys
from pathlib import Path

import aiohttp
import pytest

from bot.sandbox.store import FolderInUse, Store
from bot.sandbox.visitor import People

HOUSE = Path(__file__).parents[2]
SERVER = """
import asyncio, sys
from pathlib import Path
from bot.sandbox.server import Sandbox

async def main():
    sandbox = Sandbox(folder=Path(sys.argv[1]), token="42:SANDBOX", flood_limits=False)
    async with sandbox.listening() as address:
        print(address, flush=True)
        await asyncio.Event().wait()

asyncio.run(main())
"""
BUTTONS = {"inline_keyboard": [[{"text": "Paraf", "callback_data": "d:81"}]]}


async def test_everything_is_there_again_after_a_restart(start):
    async with start() as before:
        rina = await before.people.add("Rina Wulandari", 1001, "Pemohon")
        await before.people.text(rina, "/start")
        [number] = await before.people.upload(rina, ("ktp.pdf", b"%PDF-1.7"))
        await before.call("sendMessage", chat_id=rina, text="<b>Surat</b>", parse_mode="HTML")
        await before.call("setMyCommands", commands=[{"command": "tugas", "description": "Tugas"}])
        await before.call("getUpdates", allowed_updates=["message", "callback_query"])
        await before.people.advance(hours=20)
        state_before, now_before = await before.people.state(), await before.people.now()
        waiting = (await before.call("getUpdates", offset=1))[0]["update_id"]
    async with start() as after:
        state = await after.people.state()
        assert state["people"] == state_before["people"]
        assert state["rev"] >= state_before["rev"]
        assert await after.people.file(rina, number) == b"%PDF-1.7"
        assert 0 <= (await after.people.now() - now_before).total_seconds() < 60
        updates = await after.call("getUpdates")
        assert [update["update_id"] for update in updates] == [waiting, waiting + 1]
        info = await after.call("getWebhookInfo")
        assert info["allowed_updates"] == ["message", "callback_query"]


async def test_ids_are_not_given_twice(start):
    async with start() as before:
        await before.people.add("Rina", 1001)
        await before.people.text(1001, "satu")
        [first] = await before.call("getUpdates")
        await before.call("getUpdates", offset=first["update_id"] + 1)
    async with start() as after:
        await after.people.text(1001, "dua")
        [second] = await after.call("getUpdates")
        assert second["update_id"] == first["update_id"] + 1
        assert second["message"]["message_id"] == first["message"]["message_id"] + 1


async def test_a_press_is_answered_after_a_restart(start):
    async with start() as before:
        await before.people.add("Rina", 1001)
        await before.people.text(1001, "/start")
        await before.call("sendMessage", chat_id=1001, text="Surat 81", reply_markup=BUTTONS)
        [update_id] = await before.people.press(1001, "Paraf")
    async with start() as after:
        _, update = await after.call("getUpdates")
        query_id = update["callback_query"]["id"]
        await after.call("answerCallbackQuery", callback_query_id=query_id, text="Diparaf")
        assert (await after.people.answer(1001, update_id)).text == "Diparaf"


async def test_a_webhook_is_still_set_after_a_restart(start):
    url = "http://127.0.0.1:9/hook"
    async with start() as before:
        await before.call("setWebhook", url=url, max_connections=3)
    async with start() as after:
        info = await after.call("getWebhookInfo")
        assert (info["url"], info["max_connections"]) == (url, 3)


async def test_a_killed_sandbox_loses_nothing_it_acknowledged(tmp_path):
    process, address = await start_process(tmp_path)
    async with People(address) as people, aiohttp.ClientSession() as http:
        await people.add("Rina", 1001)
        acknowledged = [await people.text(1001, f"pesan {number}") for number in range(30)]
        url = f"{address}/bot42:SANDBOX/sendMessage"
        for number in range(30):
            async with http.post(url, json={"chat_id": 1001, "text": f"{number}"}) as response:
                acknowledged.append((await response.json())["result"]["message_id"])
        process.send_signal(signal.SIGKILL)
        await process.wait()
    process, address = await start_process(tmp_path)
    try:
        async with People(address) as people, aiohttp.ClientSession() as http:
            kept = [message["message_id"] for message in await people.messages(1001)]
            assert kept == acknowledged
            async with http.get(f"{address}/bot42:SANDBOX/getUpdates") as response:
                assert len((await response.json())["result"]) == 30
    finally:
        process.kill()
        await process.wait()


async def start_process(folder):
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", SERVER, str(folder), cwd=HOUSE, stdout=asyncio.subprocess.PIPE
    )
    address = (await process.stdout.readline()).decode().strip()
    return process, address


async def test_two_sandboxes_do_not_share_a_folder(start):
    async with start():
        with pytest.raises(FolderInUse):
            async with start():
                pass


def test_a_folder_of_an_earlier_version_goes_on(tmp_path):
    with contextlib.closing(sqlite3.connect(tmp_path / "sandbox.sqlite3")) as old:
        old.execute(
            "CREATE TABLE people (id INTEGER PRIMARY KEY, place INTEGER NOT NULL,"
            " name TEXT NOT NULL,"
            " role TEXT NOT NULL, username TEXT, language TEXT NOT NULL,"
            " blocked INTEGER NOT NULL DEFAULT 0, started INTEGER NOT NULL DEFAULT 0,"
            " known INTEGER NOT NULL DEFAULT 0, unread INTEGER NOT NULL DEFAULT 0,"
            " rev INTEGER NOT NULL)"
        )
        old.execute("INSERT INTO people VALUES (1001, 1, 'Rina', '', NULL, 'id', 0, 1, 1, 0, 1)")
        old.commit()

    with contextlib.closing(Store(tmp_path)) as store:
        [rina] = store.rows("SELECT name, deactivated FROM people")

    assert tuple(rina) == ("Rina", 0)
