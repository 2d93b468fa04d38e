"""The encrypted archive of a case: age format, opened by its passphrase and by nothing else."""

import asyncio
import io
import json
import tarfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pyrage
from sqlalchemy import Connection

from bot.delivery.rendering import draw_paper
from storage.reading.papers import paper_of
from storage.room import NoRoom, is_full
from storage.unit_of_work import SqlUnitOfWork, Standing
from storage.vault import Vault
from workflow.ids import CaseId
from workflow.in_force import is_signed
from workflow.papers import Paper
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
    standing: Standing
    clock: Clock
    vault: Vault
    folder: Path
    bot_name: Callable[[], str]

    async def __call__(self, case_id: CaseId, passphrase: str) -> str:
        """Return the name of the archive in the folder `archives`; raises NoRoom."""
        content = await self.run(lambda connection: self._content(connection, case_id))
        return await asyncio.to_thread(self._write, content, passphrase)

    def _content(self, connection: Connection, case_id: CaseId) -> Content:
        work = SqlUnitOfWork(connection, self.standing, self.clock)
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
                work, case_id, "kartu_kendali", bot_name=self.bot_name(), now=self.clock.now()
            ),
        )

    def _write(self, content: Content, passphrase: str) -> str:
        at = self.clock.now()
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w:gz") as archive:
            told = json.dumps(content.told, ensure_ascii=False, indent=2).encode()
            _add(archive, "berkas.json", told, at)
            for name, digest in content.stored:
                _add(archive, name, self.vault.get(digest), at)
            drawn = draw_paper(
                content.kartu_kendali, Language.INDONESIAN, self.standing.calendar.tz
            )
            _add(archive, "kartu_kendali.pdf", drawn, at)
        locked = pyrage.passphrase.encrypt(packed.getvalue(), passphrase)
        name = f"{content.number}.tar.gz.age"
        waiting = self.folder / f"{name}.part"
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            waiting.write_bytes(locked)
            waiting.replace(self.folder / name)
        except OSError as error:
            if not is_full(error):
                raise
            waiting.unlink(missing_ok=True)
            raise NoRoom(f"{self.folder}: no room for an archive") from error
        return name


def _add(archive: tarfile.TarFile, name: str, content: bytes, at: datetime) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = len(content)
    entry.mtime = int(at.timestamp())
    archive.addfile(entry, io.BytesIO(content))


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
