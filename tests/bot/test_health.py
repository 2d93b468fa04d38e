"""What a monitor and the service manager hear of the bot."""

import asyncio
import contextlib
import io
import json
import logging
import socket
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from bot.health import metrics
from bot.health.logs import UPDATE, JsonLines
from bot.health.page import HealthPage, Vitals
from bot.health.pulse import Pulse
from bot.health.systemd import Systemd
from storage.reading.waiting import Waiting
from tests.support.fakes import MONDAY_MORNING, FixedClock

NOTHING = Waiting(updates=0, oldest_update=None, parked=0, messages={})


class Writer:
    """Answers what it was given, or is stuck."""

    def __init__(self):
        self.lacks_room = False
        self.waiting = NOTHING

    async def run(self, _do):
        return self.waiting


class Elapsed:
    def __init__(self):
        self.seconds = 0.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def elapsed():
    return Elapsed()


@pytest.fixture
def writer():
    return Writer()


@pytest.fixture
def pulse(writer, elapsed):
    return Pulse(writer, elapsed=elapsed)


@pytest.fixture
def line():
    return {"reached": True}


@pytest.fixture
async def asked(writer, pulse, line):
    vitals = Vitals(
        pulse=pulse,
        writer=writer,
        clock=FixedClock(),
        is_reached=lambda: line["reached"],
        disk_free=lambda: 5 << 30,
        certificates=lambda: {"seal": MONDAY_MORNING + timedelta(days=20)},
    )
    page = HealthPage(vitals)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    await page.listen("127.0.0.1", port)

    async def ask(path):
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{port}{path}") as response,
        ):
            return response.status, await response.text()

    yield ask
    await page.close()


async def test_a_bot_at_work_is_healthy_and_ready(asked):
    assert await asked("/healthz") == (200, '{"healthy": true}')
    assert await asked("/readyz") == (200, '{"ready": true}')


async def test_a_writer_that_answers_no_more_is_worth_a_new_start(asked, elapsed):
    elapsed.seconds = 31.0
    status, said = await asked("/healthz")
    assert status == 503
    assert "start the bot anew" in said
    assert (await asked("/readyz"))[0] == 503


async def test_a_full_disk_is_not_mended_by_a_new_start(asked, writer, elapsed):
    writer.lacks_room, elapsed.seconds = True, 31.0
    assert (await asked("/healthz"))[0] == 200
    status, said = await asked("/readyz")
    assert status == 503
    assert "room on the disk" in said


async def test_without_telegram_nothing_is_ready(asked, line):
    line["reached"] = False
    status, said = await asked("/readyz")
    assert status == 503
    assert "Telegram could not be reached" in said


async def test_the_oldest_of_each_kind_is_told_in_seconds(asked, writer, pulse):
    writer.waiting = Waiting(
        updates=3,
        oldest_update=MONDAY_MORNING - timedelta(seconds=90),
        parked=1,
        messages={"ShowTask": MONDAY_MORNING - timedelta(seconds=7)},
    )
    await pulse.ask()
    _, said = await asked("/metrics")
    assert "disposisi_inbox_oldest_seconds 90.0" in said
    assert "disposisi_inbox_parked 1.0" in said
    assert 'disposisi_outbox_oldest_seconds{kind="ShowTask"} 7.0' in said
    assert 'disposisi_certificate_days_left{key="seal"} 20.0' in said
    writer.waiting = NOTHING
    await pulse.ask()
    _, said = await asked("/metrics")
    assert "ShowTask" not in said


def test_no_more_is_counted_than_somebody_reads():
    assert len(list(metrics.REGISTRY.collect())) <= 40


@contextlib.contextmanager
def service_listening(tmp_path, **environment):
    """A service manager that listens, and what the bot knows of it."""
    address = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind(address)
        heard.setblocking(False)
        yield heard, Systemd({"NOTIFY_SOCKET": address, **environment})


async def next_word(heard):
    async with asyncio.timeout(20):
        return (await asyncio.get_running_loop().sock_recv(heard, 100)).decode()


async def test_the_service_manager_hears_that_the_office_is_open_and_that_it_closes(tmp_path):
    with service_listening(tmp_path) as (heard, systemd):
        systemd.ready()
        systemd.stopping()
        assert await next_word(heard) == "READY=1"
        assert await next_word(heard) == "STOPPING=1"


async def test_signs_of_life_come_while_the_writer_answers_and_no_longer(tmp_path):
    healthy = {"writer": True}
    with service_listening(tmp_path, WATCHDOG_USEC="30000") as (heard, systemd):
        living = asyncio.ensure_future(systemd.stay_awake(healthy=lambda: healthy["writer"]))
        assert await next_word(heard) == "WATCHDOG=1"
        healthy["writer"] = False
        with contextlib.suppress(BlockingIOError):
            while heard.recv(100):
                pass
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.2):
                await asyncio.get_running_loop().sock_recv(heard, 100)
        living.cancel()


async def test_without_a_service_manager_nothing_is_said():
    systemd = Systemd({})
    systemd.ready()
    systemd.stopping()


def test_a_watchdog_meant_for_another_process_is_not_fed(tmp_path):
    with service_listening(tmp_path, WATCHDOG_USEC="30000", WATCHDOG_PID="1") as (_, systemd):
        assert not systemd.is_watched


def test_a_line_of_the_log_is_one_object_and_names_its_update():
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(JsonLines())
    record = logging.makeLogRecord(
        {"name": "bot.test", "levelname": "WARNING", "msg": "case %s\nwaits", "args": (12,)}
    )
    token = UPDATE.set(4711)
    handler.emit(record)
    UPDATE.reset(token)
    [line] = out.getvalue().splitlines()
    told = json.loads(line)
    assert datetime.fromisoformat(told.pop("at")).tzinfo == UTC
    assert told == {
        "level": "WARNING",
        "logger": "bot.test",
        "message": "case 12\nwaits",
        "update": 4711,
    }
