"""Work that is done in processes of their own: what strangers send, and what takes long."""

import asyncio
import contextlib
import json
import os
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from typing import Any, BinaryIO

from bot.isolation.fork_server import BEGUN
from bot.isolation.jobs import JOBS, LONGEST_ANSWER, NAMES

# So many at once: with their limits they stay under 400 MB, and leave the bot its share.
AT_ONCE = 2
# How often a job is begun anew when the fork server died under it.
TRIES = 3
_BEGINNING = 60.0  # seconds; the first of a kind waits until its module is loaded
_SLACK = 15.0  # seconds that a process is given beyond its own patience


class ProcessDied(Exception):
    """The process of a job ended without an answer: too much memory, time, or a crash."""


class NotBegun(Exception):
    """No process can be begun now; that says nothing about the job."""


async def _nothing() -> AsyncIterator[bytes]:
    return
    yield b""


class Isolation:
    """Begins processes by way of a fork server, which it starts when it is first needed."""

    def __init__(self, *, at_once: int = AT_ONCE) -> None:
        self._places = asyncio.Semaphore(at_once)
        self._starting = asyncio.Lock()
        self._server: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self.at_work = 0  # jobs under way now

    async def run(
        self,
        job: str,
        told: Mapping[str, Any],
        file: BinaryIO,
        body: AsyncIterator[bytes] | None = None,
    ) -> Mapping[str, Any]:
        """Do a job with *told*, an open *file* and the bytes of *body*; return its answer.

        Raises ProcessDied, which costs this job alone, or NotBegun. *body* is read only once the
        process is there.
        """
        async with self._places:
            self.at_work += 1
            try:
                return await self._done(job, told, file, body)
            finally:
                self.at_work -= 1

    async def _done(
        self,
        job: str,
        told: Mapping[str, Any],
        file: BinaryIO,
        body: AsyncIterator[bytes] | None,
    ) -> Mapping[str, Any]:
        for _ in range(TRIES):
            if (line := await self._begin(job, file)) is not None:
                return await _answer(line, told, body or _nothing(), JOBS[job].patience)
        raise NotBegun(job)

    async def _begin(self, job: str, file: BinaryIO) -> socket.socket | None:
        """The line to a process that has begun; nothing when the fork server has to be renewed."""
        ours, theirs = socket.socketpair()
        with theirs:
            control = await self._open_control()
            try:
                socket.send_fds(
                    control, [bytes([NAMES.index(job)])], [theirs.fileno(), file.fileno()]
                )
            except OSError:
                ours.close()
                await self._let_go(control)
                return None
        ours.setblocking(False)
        if await _has_begun(ours):
            return ours
        ours.close()
        await self._let_go(control)
        return None

    async def _let_go(self, control: socket.socket) -> None:
        """The fork server is not well; unless somebody has started another one already."""
        if control is self._control:
            await self.close()

    async def _open_control(self) -> socket.socket:
        async with self._starting:
            if self._control is None:
                ours, theirs = socket.socketpair()
                with theirs:
                    self._server = await asyncio.to_thread(_start, theirs)
                self._control = ours
            return self._control

    async def close(self) -> None:
        """Let the fork server end; what it has begun ends by its own limits."""
        server, self._server = self._server, None
        control, self._control = self._control, None
        if control is not None:
            control.close()
        if server is not None:
            await asyncio.to_thread(_see_off, server)


async def _has_begun(line: socket.socket) -> bool:
    try:
        async with asyncio.timeout(_BEGINNING):
            return await asyncio.get_running_loop().sock_recv(line, 1) == BEGUN
    except (ConnectionError, TimeoutError):
        return False


def _start(theirs: socket.socket) -> "subprocess.Popen[bytes]":
    """The environment is left behind: it holds the token."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "bot.isolation.fork_server", str(theirs.fileno())],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        env={**kept, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        pass_fds=[theirs.fileno()],
    )


def _see_off(server: "subprocess.Popen[bytes]") -> None:
    try:
        server.wait(5.0)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


async def _answer(
    line: socket.socket, told: Mapping[str, Any], body: AsyncIterator[bytes], patience: float
) -> Mapping[str, Any]:
    reader, writer = await asyncio.open_connection(sock=line)
    try:
        async with asyncio.timeout(patience + _SLACK):
            with contextlib.suppress(ConnectionError):  # it died while it listened
                await _tell(writer, told, body)
            said = await _heard(reader)
    except TimeoutError:
        raise ProcessDied("no answer in time") from None
    finally:
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()
    return _read(said)


async def _tell(
    writer: asyncio.StreamWriter, told: Mapping[str, Any], body: AsyncIterator[bytes]
) -> None:
    writer.write(json.dumps(told).encode() + b"\n")
    await writer.drain()
    async for part in body:
        writer.write(part)
        await writer.drain()
    writer.write_eof()


async def _heard(reader: asyncio.StreamReader) -> bytes:
    said = b""
    with contextlib.suppress(ConnectionError):
        while len(said) <= LONGEST_ANSWER and (part := await reader.read(LONGEST_ANSWER)):
            said += part
    return said


def _read(said: bytes) -> Mapping[str, Any]:
    """A process that has opened a stranger's file is believed no more than the file."""
    if not said or len(said) > LONGEST_ANSWER:
        raise ProcessDied("no answer")
    try:
        answer = json.loads(said)
    except ValueError:
        raise ProcessDied("an answer that was cut off") from None
    if not isinstance(answer, dict):
        raise ProcessDied("an answer of another shape")
    return answer
