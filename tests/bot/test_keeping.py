"""The sandbox's bot is kept running, and its last words are kept too."""

import sys

from bot.cli.keeping import Keeper
from tests.support.phone import until

DIES = "import sys; print('The office cannot be opened.\\nvault.key is no key'); sys.exit(1)"
LIVES = "print('up', flush=True); import time; time.sleep(600)"


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


async def test_a_bot_that_runs_has_no_trouble_and_ends_with_the_sandbox(tmp_path):
    keeper = kept(tmp_path, LIVES)

    async def is_up():
        log = tmp_path / "bot.log"
        return log.exists() and "up" in log.read_text()

    async with keeper.keeping():
        await until(is_up, 60)
        assert keeper.trouble is None

    assert keeper.trouble is None
