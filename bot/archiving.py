"""The encrypted archive of a case: age format, opened by its passphrase and by nothing else."""

import asyncio
import contextlib
import io
import json
import os
import tarfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pyrage
from sqlalchemy import Connection

from bot.delivery.papers import draw_paper, paper_of
from bot.isolation.isolation import Isolation
from storage.private import make_private
from storage.room import NoRoom, is_full
from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from storage.vault import Vault
from workflow.errors import ArchiveLacking, FileDamaged
from workflow.ids import CaseId
from workflow.in_force import is_signed
from workflow.papers import Paper, PaperKind
from workflow.people import Language
from workflow.ports import Clock

FOLDER = "archives"


class ArchiveUnreadable(Exception):
    """The passphrase is another one's, or the file is not an archive; the text says which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What goes into an archive: files that lie in the vault, and what is drawn or written now."""

    number: str
    told: dict[str, object]
    stored: tuple[tuple[str, str], ...]
    kartu_kendali: Paper


@dataclass(frozen=True, slots=True)
class Archiver:
    """Reads a case, packs it, locks it with the passphrase, and forgets the passphrase."""

    run: Callable[[Callable[[Connection], Content]], Awaitable[Content]]
    context: OfficeContext
    clock: Clock
    vault: Vault
    folder: Path
    bot_name: Callable[[], str]
    isolation: Isolation
    damaged: Callable[[FileDamaged], None]

    async def __call__(self, case_id: CaseId, passphrase: str) -> str:
        """Return the name of the archive in the folder `archives`.

        Raises NoRoom, or ArchiveLacking where a file of the case does not open.
        """
        content = await self.run(lambda connection: self._content(connection, case_id))
        drawn = await asyncio.to_thread(
            draw_paper, content.kartu_kendali, Language.INDONESIAN, self.context.calendar.tz
        )
        name = f"{content.number}.tar.gz.age"
        try:
            with self._being_written(name) as file:
                await self._lock(content, drawn, passphrase, file)
        except FileDamaged as damaged:
            self.damaged(damaged)
            lacking = next(name for name, digest in content.stored if digest == damaged.digest)
            raise ArchiveLacking(name=lacking) from damaged
        return name

    @contextlib.contextmanager
    def _being_written(self, name: str) -> Iterator[BinaryIO]:
        """The archive is there whole, or not at all."""
        waiting = self.folder / f"{name}.part"
        try:
            make_private(self.folder)
            descriptor = os.open(waiting, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "rb+") as file:
                yield file
                os.fsync(descriptor)
            waiting.replace(self.folder / name)
        except BaseException as error:
            waiting.unlink(missing_ok=True)
            if is_full(error, self.folder):
                raise NoRoom(f"{self.folder}: no room for an archive") from error
            raise

    async def _lock(self, content: Content, drawn: bytes, passphrase: str, file: BinaryIO) -> None:
        """The passphrase and the files go to a process of its own along a line nobody else has."""
        told = json.dumps(content.told, ensure_ascii=False, indent=2).encode()
        made = {"berkas.json": told, "kartu_kendali.pdf": drawn}
        sizes = [
            *((name, len(words)) for name, words in made.items()),
            *((name, self.vault.size_of(digest)) for name, digest in content.stored),
        ]
        await self.isolation.run(
            "archive",
            {
                "passphrase": passphrase,
                "at": int(self.clock.now().timestamp()),
                "entries": [{"name": name, "size": size} for name, size in sizes],
            },
            file,
            self._bytes_of(made, content),
        )

    async def _bytes_of(self, made: Mapping[str, bytes], content: Content) -> AsyncIterator[bytes]:
        for words in made.values():
            yield words
        for _, digest in content.stored:
            pieces = self.vault.pieces_of(digest)
            while piece := await asyncio.to_thread(next, pieces, b""):
                yield piece

    def _content(self, connection: Connection, case_id: CaseId) -> Content:
        work = SqlUnitOfWork(connection, self.context, self.clock.now())
        case = work.cases.get(case_id)
        procedure = work.procedures.get(case.procedure_id, case.procedure_version)
        tasks = work.cases.tasks_of(case_id)
        files = [
            (f"berkas/{one.id}-{one.name}", one.digest) for one in work.cases.attachments(case_id)
        ]
        letters = [
            (f"naskah/{kind}.pdf", paper.digest)
            for kind in procedure.papers
            if (paper := work.cases.paper(case_id, kind)) is not None
            and is_signed(kind, tasks, procedure)
        ]
        return Content(
            number=case.number,
            told={
                "number": case.number,
                "procedure": case.procedure_id,
                "version": case.procedure_version,
                "subject": case.subject,
                "state": case.state.value,
                "opened_at": case.opened_at.isoformat(),
                "answers": dict(case.answers),
            },
            stored=(*files, *letters),
            kartu_kendali=paper_of(
                work, case_id, PaperKind.KARTU_KENDALI, bot_name=self.bot_name(), now=work.now
            ),
        )


def open_archive(path: Path, passphrase: str, out: Path) -> list[str]:
    """Restore an archive into a folder; return the names of what it held."""
    try:
        packed = pyrage.passphrase.decrypt(path.read_bytes(), passphrase)
    except pyrage.DecryptError as error:
        raise ArchiveUnreadable(f"{path.name} does not open: {error}") from None
    out.mkdir(parents=True, exist_ok=True)
    with tarfile.open(fileobj=io.BytesIO(packed), mode="r:gz") as archive:
        archive.extractall(out, filter="data")
        return archive.getnames()
