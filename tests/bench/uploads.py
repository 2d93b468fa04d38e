"""Fifty people send 20 MB each at once, a bomb among them: what it takes, what it holds up."""

import asyncio
import io
import os
import sys
import tempfile
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
from aiogram.types import Chat, Document, Message

from bot.intake.fetching import Fetcher
from bot.isolation.isolation import Isolation
from storage.vault import Vault
from tests.bench.rows import Row, at_most
from tests.support.odd_files import a_pdf_bomb
from workflow.errors import Refusal
from workflow.forms import Slot
from workflow.ids import DraftId

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
PEOPLE = 50
PIECE = 1 << 18
IDLE = 4.0  # seconds in which nothing is done, to see what the machine itself holds up
SLOT = Slot(id="surat", title="Surat", ask="Kirim.", example="berkas PDF")
PAGE = os.sysconf("SC_PAGE_SIZE")


class Fixed:
    def now(self):
        return NOW


class Line:
    """Telegram that sends everybody the same letter, a little changed, and one of them a bomb."""

    def __init__(self, letter):
        self.letter = letter
        self.bomb = a_pdf_bomb()

    async def download(self, file_id, *, largest, into):
        content = self.bomb if file_id == "0" else self.letter
        for at in range(0, len(content), PIECE):
            await asyncio.to_thread(into.write, memoryview(content)[at : at + PIECE])
        return len(content) + await asyncio.to_thread(into.write, f"\n%{file_id}".encode())


def a_heavy_letter():
    """A PDF of a little less than 20 MB."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.pages[0].Contents = made.make_stream(os.urandom((20 << 20) - 4096))
        made.save(out, compress_streams=False)
    return out.getvalue()


def _own():
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE


def _of_others(server):
    """Memory of the fork server and its processes, what they share counted once."""
    if server is None:
        return 0
    with suppress(OSError):
        tasks = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text(encoding="ascii")
        return sum(map(_proportional, (server.pid, *tasks.split())))
    return 0


def _proportional(pid):
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) << 10
    return 0


async def _weigh(isolation, seen):
    """The highest memory of both; looking at it holds the machine up, so it is done seldom."""
    while True:
        seen["own"] = max(seen["own"], _own())
        seen["others"] = max(seen["others"], await asyncio.to_thread(_of_others, isolation._server))
        await asyncio.sleep(0.1)


async def _watch(seen):
    """The longest time in which the loop did nothing else."""
    before = time.perf_counter()
    while True:
        await asyncio.sleep(0.005)
        now = time.perf_counter()
        seen["held up"] = max(seen["held up"], now - before - 0.005)
        before = time.perf_counter()


async def _send(folder, letter):
    async def asked(_):
        return DraftId(1), SLOT

    isolation = Isolation()
    vault = Vault(Path(folder), bytes(32))
    fetcher = Fetcher(Line(letter), vault, Fixed(), asked, isolation, "")
    own = _own()
    seen = {"own": own, "others": 0, "held up": 0.0}
    watching = asyncio.gather(_watch(seen), _weigh(isolation, seen))
    await asyncio.sleep(IDLE)
    idle, seen["held up"] = seen["held up"], 0.0
    began = time.perf_counter()
    ended = await asyncio.gather(
        *(fetcher(_message(number, len(letter))) for number in range(PEOPLE)),
        return_exceptions=True,
    )
    seconds = time.perf_counter() - began
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching
    await isolation.close()
    refused = [one for one in ended if isinstance(one, BaseException)]
    if len(refused) != 1 or not isinstance(refused[0], Refusal):
        raise AssertionError(f"only the bomb is refused, not {refused}")
    held_up = 1000 * seen["held up"], 1000 * idle
    return (seen["own"] - own) / 1e6, seen["others"] / 1e6, held_up, seconds


def _message(number, size):
    document = Document(
        file_id=str(number), file_unique_id=str(number), file_name="surat.pdf", file_size=size
    )
    chat = Chat(id=number + 1, type="private")
    return Message(message_id=1, date=NOW, chat=chat, document=document)


def rows():
    sys.setswitchinterval(0.0005)  # as the bot sets it
    letter = a_heavy_letter()
    with tempfile.TemporaryDirectory() as folder:
        own, others, (held_up, idle), seconds = asyncio.run(_send(folder, letter))
    what = f"{PEOPLE} uploads of 20 MB at once"
    return [
        at_most(150, own, what=f"{what}: the bot's memory", figure=f"+{own:.0f} MB", unit=" MB"),
        at_most(
            400, others, what=f"{what}: its other processes", figure=f"{others:.0f} MB", unit=" MB"
        ),
        at_most(
            50,
            held_up - idle,
            what=f"{what}: loop held up",
            figure=f"{held_up:.0f} ms",
            beside=f"{idle:.0f} ms with nothing to do",
            unit=" ms more",
        ),
        Row(what=f"{what}: all of them", figure=f"{seconds:.1f} s"),
    ]
