"""Files in chats: real bytes in a folder, and what Telegram tells a bot about them."""

import asyncio
import mimetypes
import secrets
import sqlite3
from dataclasses import astuple, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from bot.sandbox import pictures
from bot.sandbox.store import Store

LARGEST_DOWNLOAD = 20 << 20
"""Bytes a bot may fetch with getFile (telegram-bot-api, MAX_DOWNLOAD_FILE_SIZE)."""

_PREFIXES = {"document": "BQACAgUAAxkB", "photo": "AgACAgUAAxkB"}
_OTHER_PREFIX = "CAACAgUAAxkB"


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One stored file. `path` is relative, as getFile gives it."""

    file_id: str
    unique_id: str
    kind: str
    path: str
    name: str
    mime: str
    size: int
    width: int | None = None
    height: int | None = None

    def as_document(self) -> dict[str, Any]:
        return {
            "file_name": self.name,
            "mime_type": self.mime,
            **self.as_reference(),
        }

    def as_photo_size(self) -> dict[str, Any]:
        return {**self.as_reference(), "width": self.width, "height": self.height}

    def as_reference(self) -> dict[str, Any]:
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": self.size,
        }


class FileStore:
    """The files of all chats. Bytes are on disk before the row that names them."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._folder = folder

    def keep(
        self,
        data: bytes,
        *,
        kind: str,
        name: str,
        mime: str | None = None,
        size: tuple[int, int] | None = None,
    ) -> File:
        """Store bytes under a new file_id. The MIME type follows the name, as at Telegram."""
        path = f"{kind}s/file_{self._store.next('files')}{_safe_suffix(name)}"
        target = self._folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        file = File(
            file_id=_PREFIXES.get(kind, _OTHER_PREFIX) + secrets.token_urlsafe(24),
            unique_id="AgAD" + secrets.token_urlsafe(9),
            kind=kind,
            path=path,
            name=name,
            mime=mimetypes.guess_type(name)[0] or mime or "application/octet-stream",
            size=len(data),
            width=size[0] if size else None,
            height=size[1] if size else None,
        )
        self._store.execute("INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", *astuple(file))
        return file

    def keep_photo(self, data: bytes, *, name: str, size: tuple[int, int]) -> tuple[File, ...]:
        """A picture as Telegram offers it: a small preview first, the picture last."""
        picture = self.keep(data, kind="photo", name=_picture_name(data, name), size=size)
        small = pictures.preview_size(*size)
        if small == size:
            return (picture,)
        preview = self.keep(pictures.grey(*small), kind="photo", name="preview.png", size=small)
        return preview, picture

    def find(self, file_id: str) -> File | None:
        return self._find("SELECT * FROM files WHERE file_id = ?", file_id)

    def at(self, path: str) -> File | None:
        return self._find("SELECT * FROM files WHERE path = ?", path)

    async def content(self, file: File | None) -> bytes | None:
        """The whole file; nothing when there is none, or somebody took it away from the disk.

        Whole, since one that aiohttp reads while it is sent stays open when its reader goes.
        """
        if file is None or not (path := self._folder / file.path).exists():
            return None
        return await asyncio.to_thread(path.read_bytes)

    def forget_all(self) -> None:
        for row in self._store.rows("SELECT path FROM files"):
            (self._folder / row["path"]).unlink(missing_ok=True)
        self._store.execute("DELETE FROM files")

    def _find(self, sql: str, key: str) -> File | None:
        row: sqlite3.Row | None = self._store.row(sql, key)
        return None if row is None else File(**dict(row))


def _safe_suffix(name: str) -> str:
    suffix = PurePosixPath(name).suffix.lower()
    return suffix if suffix[1:].isalnum() and suffix.isascii() and len(suffix) <= 10 else ""


def _picture_name(data: bytes, name: str) -> str:
    if data[:2] == b"\xff\xd8":
        return "photo.jpg"
    return name if PurePosixPath(name).suffix else "photo.png"
