"""The sandbox's bot is kept running, and its last words are kept too."""

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE

from bot.cli.sandbox.keeping import Keeper
from tests.support.command import HERE
from tests.support.phone import until

DIES = "import sys; print('The office cannot be opened.\\nvault.key is no key'); sys.exit(1)"
LIVES = "print('up', flush=True); import time; time.sleep(600)"
TETHERED = f"from bot.cli.parent_watch import end_with_stdin; end_with_stdin(); {LIVES}"
STUBBORN = (
    "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
    f"from bot.cli.parent_watch import end_with_stdin; end_with_stdin(0.1); {LIVES}"
)


def kept(folder, program):
    return Keeper({}, folder / "bot.log", command=(sys.executable, "-c", program))


async def test_a_bot_that_ends_is_started_again_and_its_last_words_are_told(tmp_path):
    keeper = kept(tmp_path, DIES)

    async def started_twice():
        log = tmp_path / "bot.log"
        return log.exists() and log.read_text().count("vault.key is no key") >= 2

    async with keeper.keeping(pause=0.01):
        await until(started_twice, 60)

    assert keeper.trouble["text"] == "The office cannot be opened.\nvault.key is no key"
    assert keeper.trouble["log"].endswith("bot.log")


async def test_a_bot_that_ends_without_a_word_has_its_exit_code_told(tmp_path):
    keeper = kept(tmp_path, "import sys; sys.exit(3)")

    async def in_trouble():
        return keeper.trouble is not None

    async with keeper.keeping(pause=0.01):
        await until(in_trouble, 60)

    assert keeper.trouble["text"] == "It ended (exit 3) and left no words."


async def test_a_bot_sees_from_its_standard_input_that_its_keeper_is_gone(tmp_path):
    """What holds the other end of a pipe is the process alone: when it dies, so does the end."""
    bot = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", TETHERED), stdin=PIPE, stdout=PIPE, cwd=HERE
    )
    assert await bot.stdout.readline() == b"up\n"
    assert bot.returncode is None

    bot.stdin.close()

    assert await asyncio.wait_for(bot.wait(), 60) == -signal.SIGTERM


async def test_a_bot_that_does_not_end_when_told_is_ended(tmp_path):
    bot = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", STUBBORN), stdin=PIPE, stdout=PIPE, cwd=HERE
    )
    assert await bot.stdout.readline() == b"up\n"

    bot.stdin.close()

    assert await asyncio.wait_for(bot.wait(), 60) == 1


async def test_a_bot_that_runs_has_no_trouble_and_ends_with_the_sandbox(tmp_path):
    keeper = kept(tmp_path, LIVES)

    async def is_up():
        log = tmp_path / "bot.log"
        return log.exists() and "up" in log.read_text()

    async with keeper.keeping():
        await until(is_up, 60)
        assert keeper.trouble is None

    assert keeper.trouble is None
