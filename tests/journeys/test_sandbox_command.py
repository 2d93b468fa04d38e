import asyncio
import contextlib
import os
import signal
import sys
from pathlib import Path

import pytest

from bot.sandbox.visitor import People
from tests.support.command import HERE
from tests.support.phone import until

COMING = 60.0  # seconds; a bot has to import aiogram first


@contextlib.asynccontextmanager
async def started(folder, **settings):
    bare = {name: one for name, one in os.environ.items() if not name.startswith("DISPOSISI_")}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "sandbox", "--port", "0"),
        cwd=folder,
        env={
            **bare,
            "PYTHONPATH": str(HERE),
            "DISPOSISI_DATA_DIR": str(folder / "data"),
            **settings,
        },
        stdout=asyncio.subprocess.PIPE,
    )
    yield process
    if process.returncode is None:
        process.kill()
        await process.wait()


@pytest.fixture
async def sandbox(tmp_path):
    async with started(tmp_path) as process:
        yield process


async def address_of(process):
    return (await process.stdout.readline()).decode().removeprefix("Disposisi: ").strip()


def bots_of(folder):
    """The processes that run a bot on this folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
            environment = (process / "environ").read_bytes()
        except OSError:
            continue
        if b"\0run\0" in command and str(folder).encode() in environment:
            found.append(int(process.name))
    return found


async def test_a_bot_that_dies_is_started_again_and_none_stays_behind(sandbox, tmp_path):
    async with People(await address_of(sandbox)) as people:
        await people.wait_for(lambda state: state["bot_online"], COMING, what="the bot")
        [first] = bots_of(tmp_path)
        before = (await people.journal())[-1]["n"]

        os.kill(first, signal.SIGKILL)

        async def is_open_again():
            return [one for one in await people.journal(before) if one["method"] == "getMe"]

        await until(is_open_again, COMING)

    sandbox.terminate()
    code = await asyncio.wait_for(sandbox.wait(), 30)

    assert code == 0
    assert bots_of(tmp_path) == []


async def test_a_sandbox_that_is_killed_takes_its_bot_with_it(sandbox, tmp_path):
    async with People(await address_of(sandbox)) as people:
        await people.wait_for(lambda state: state["bot_online"], COMING, what="the bot")
    [bot] = bots_of(tmp_path)

    sandbox.kill()
    await sandbox.wait()

    async def is_gone():
        return bot not in bots_of(tmp_path)

    await until(is_gone, COMING)


async def test_a_bot_that_was_started_by_hand_does_not_care_who_started_it(tmp_path):
    """A service has no standard input; Telegram may be away as well, and the bot waits for it."""
    bot = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=tmp_path,
        env={
            "PYTHONPATH": str(HERE),
            "DISPOSISI_BOT_TOKEN": "42:SANDBOX",
            "DISPOSISI_TELEGRAM_API_BASE": "http://127.0.0.1:9",
            "DISPOSISI_DATA_DIR": str(tmp_path / "data"),
            "DISPOSISI_OFFICE_FILE": "",
        },
        stdin=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(COMING):
            for _ in range(2):
                while b"does not answer" not in (line := await bot.stderr.readline()):
                    assert line, "the bot ended"
        assert bot.returncode is None
    finally:
        bot.kill()
        await bot.wait()


async def test_an_office_that_cannot_be_opened_is_told_on_the_page(tmp_path):
    office = tmp_path / "kantor.yaml"
    office.write_text("jabatan: {}\n", encoding="utf-8")

    async with (
        started(tmp_path, DISPOSISI_OFFICE_FILE=str(office)) as sandbox,
        People(await address_of(sandbox)) as people,
    ):

        def told(state):
            return bool((state["panel"] or {}).get("trouble"))

        await people.wait_for(told, COMING, what="what is wrong with the office")
        trouble = (await people.state())["panel"]["trouble"]
        sandbox.terminate()
        code = await asyncio.wait_for(sandbox.wait(), 30)

    assert trouble["kind"] == "office"
    assert "kantor.yaml" in trouble["text"]
    assert code == 0
    assert bots_of(tmp_path) == []
