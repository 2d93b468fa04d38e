import asyncio
import os
import signal
import tempfile
from pathlib import Path

import pytest

from bot.intake.inspecting import inspect_apart
from bot.isolation.isolation import Isolation
from tests.support.odd_files import (
    BROKEN_PDF,
    PROGRAM,
    a_pdf,
    a_pdf_bomb,
    a_pdf_that,
    a_photo,
    greets_by_javascript,
)
from workflow.errors import Active, FileActive, FileBroken, FileHeavy, FileWrongType
from workflow.forms import MediaType, Slot

PAPER = Slot(id="surat", title="Surat", ask="Kirim.", example="berkas PDF")


@pytest.fixture
async def apart():
    isolation = Isolation()
    yield isolation
    await isolation.close()


async def looked_at(apart, content, name="surat.pdf"):
    with tempfile.TemporaryFile(buffering=0) as file:
        file.write(content)
        return await inspect_apart(apart, file, name=name, slot=PAPER)


def environment_of(pid):
    told = Path(f"/proc/{pid}/environ")
    return told.read_bytes() if told.exists() else b""


async def test_a_document_and_a_photo_are_taken_for_what_they_are(apart):
    assert await looked_at(apart, a_pdf()) is MediaType.PDF
    assert await looked_at(apart, a_photo()) is MediaType.JPEG


async def test_a_refusal_says_the_same_as_it_would_in_the_bot(apart):
    with pytest.raises(FileBroken) as broken:
        await looked_at(apart, BROKEN_PDF, "rusak.pdf")
    with pytest.raises(FileWrongType) as wrong:
        await looked_at(apart, PROGRAM)
    with pytest.raises(FileActive) as active:
        await looked_at(apart, a_pdf_that(greets_by_javascript))

    assert broken.value.name == "rusak.pdf"
    assert wrong.value.accepted == PAPER.accepted
    assert active.value.what is Active.JAVASCRIPT


async def test_a_document_of_some_kilobytes_that_unpacks_to_gigabytes_costs_only_itself(apart):
    bomb = a_pdf_bomb()
    assert len(bomb) < 1 << 16

    ended = await asyncio.gather(
        looked_at(apart, bomb),
        *(looked_at(apart, a_pdf()) for _ in range(4)),
        return_exceptions=True,
    )

    assert isinstance(ended[0], FileHeavy | FileBroken)
    assert ended[1:] == [MediaType.PDF] * 4


async def test_when_the_fork_server_dies_the_next_file_finds_another(apart):
    await looked_at(apart, a_pdf())
    os.kill(apart._server.pid, signal.SIGKILL)

    assert await looked_at(apart, a_pdf()) is MediaType.PDF


async def test_what_looks_at_strangers_files_knows_no_token(apart, monkeypatch):
    monkeypatch.setenv("DISPOSISI_BOT_TOKEN", "123456:RAHASIA")
    await looked_at(apart, a_pdf())

    assert b"RAHASIA" not in environment_of(apart._server.pid)


async def test_an_archive_is_locked_elsewhere_while_the_bot_goes_on(apart):
    entry = {"name": "berkas.json", "size": 5}
    told = {"passphrase": "123456", "at": 0, "entries": [entry]}

    async def body():
        yield b"hel"
        yield b"lo"

    with tempfile.TemporaryFile(buffering=0) as file:
        await apart.run("archive", told, file, body())
        file.seek(0)
        locked = file.read()

    assert b"hello" not in locked
    assert locked.startswith(b"age-encryption.org")
