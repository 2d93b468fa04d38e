import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from bot.sandbox.visitor import People
from tests.support.command import HERE
from tests.support.phone import until

COMING = 60.0  # seconds; a bot has to import aiogram first


@pytest.fixture
async def sandbox(tmp_path):
    bare = {name: one for name, one in os.environ.items() if not name.startswith("DISPOSISI_")}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "sandbox", "--port", "0"),
        cwd=tmp_path,
        env={**bare, "PYTHONPATH": str(HERE), "DISPOSISI_DATA_DIR": str(tmp_path / "data")},
        stdout=asyncio.subprocess.PIPE,
    )
    yield process
    if process.returncode is None:
        process.kill()
        await process.wait()


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
    address = (await sandbox.stdout.readline()).decode().removeprefix("Disposisi: ").strip()
    async with People(address) as people:
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
