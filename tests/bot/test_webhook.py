"""The webhook waits for nobody who sends a letter of a request now and then."""

import asyncio
import contextlib
import socket

import pytest

from bot.intake.webhook import SECRET_HEADER, Webhook
from tests.support.fakes import ENVELOPE, FixedClock


class Room:
    lacks_room = False


@pytest.fixture
async def port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    webhook = Webhook(
        secret="rahasia",
        writer=Room(),
        clock=FixedClock(),
        accept=lambda new: None,
        envelope=ENVELOPE,
        patience=0.2,
    )
    await webhook.listen("127.0.0.1", port, "/hook")
    yield port
    await webhook.close()


@contextlib.asynccontextmanager
async def connected(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        yield reader, writer
    finally:
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()


async def test_headers_that_never_end_are_given_up(port):
    async with connected(port) as (reader, writer), asyncio.timeout(20):
        writer.write(b"POST /hook HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        ended = asyncio.ensure_future(reader.read())
        while not ended.done():
            writer.write(b"a")
            await asyncio.sleep(0.02)
        assert ended.exception() is not None or ended.result() == b""


async def test_a_body_that_never_comes_is_answered(port):
    async with connected(port) as (reader, writer), asyncio.timeout(20):
        head = ("POST /hook HTTP/1.1", "Host: x", f"{SECRET_HEADER}: rahasia", "Content-Length: 50")
        writer.write("\r\n".join((*head, "", "")).encode())
        assert b"408" in await reader.readline()


async def test_whoever_asked_in_time_may_ask_again_later(port):
    async with connected(port) as (reader, writer), asyncio.timeout(20):
        for _ in range(2):
            writer.write(b"POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")
            assert b"401" in await reader.readuntil(b"\r\n\r\n")
            await asyncio.sleep(0.3)
