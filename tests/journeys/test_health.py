"""The health page and the service systemd, with the real bot in a process of its own."""

import os
import signal
import socket

import aiohttp
import pytest

from bot.sandbox.server import Sandbox
from tests.support.bot_process import BotProcess
from tests.support.phone import Phone, until
from tests.support.running import TOKEN, an_office_at_work


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


async def page_of(port, path):
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{port}{path}") as response,
    ):
        return response.status, await response.text()


async def test_a_monitor_sees_what_an_applicant_caused_and_learns_no_name(tmp_path):
    port = free_port()
    async with an_office_at_work(tmp_path, health_listen=f"127.0.0.1:{port}") as office:
        rina = Phone(office, await office.guest("Rina Rahasia"))
        await rina.begins()
        assert (await page_of(port, "/healthz"))[0] == 200
        assert (await page_of(port, "/readyz"))[0] == 200
        status, told = await page_of(port, "/metrics")
        assert status == 200
        assert 'disposisi_updates_total{kind="message",result="done"}' in told
        assert 'disposisi_sends_total{result="sent"}' in told
        assert "disposisi_writer_commit_seconds_count" in told
        assert "Rina" not in told
        assert TOKEN not in told


@pytest.fixture
def heard(tmp_path):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind(str(tmp_path / "notify"))
        heard.settimeout(60)
        yield heard


def all_said(heard):
    """What is said until a second goes by in silence, three times what a watched bot is given."""
    said = set()
    heard.settimeout(1.0)
    while True:
        try:
            said.add(heard.recv(100))
        except TimeoutError:
            return said


async def test_a_bot_that_hangs_gives_no_more_signs_of_life(tmp_path, heard):
    sandbox = Sandbox(folder=tmp_path / "telegram", token=TOKEN)
    async with sandbox.listening() as address:
        bot = BotProcess(
            {
                "DISPOSISI_BOT_TOKEN": TOKEN,
                "DISPOSISI_TELEGRAM_API_BASE": address,
                "DISPOSISI_DATA_DIR": str(tmp_path / "data"),
                "NOTIFY_SOCKET": str(tmp_path / "notify"),
                "WATCHDOG_USEC": "300000",
            },
            tmp_path / "bot.log",
        )
        bot.start()
        try:
            words = set()

            async def is_open_and_alive():
                heard.settimeout(0.01)
                try:
                    words.add(heard.recv(100).decode())
                except TimeoutError:
                    return False
                return {"READY=1", "WATCHDOG=1"} <= words

            await until(is_open_and_alive, 60)
            os.kill(bot.pid, signal.SIGSTOP)
            assert all_said(heard) <= {b"WATCHDOG=1"}  # it ends: nothing more is said
            os.kill(bot.pid, signal.SIGCONT)
            heard.settimeout(20)
            assert heard.recv(100) == b"WATCHDOG=1"
        finally:
            bot.kill()
