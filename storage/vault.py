"""The vault: files encrypted at rest, each found by a digest of its content."""

import base64
import hashlib
import hmac
import io
import itertools
import os
import secrets
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import GCM

from storage.away import FileGone, OutageLog
from storage.private import make_private
from storage.room import NoRoom, Room, free_in, is_full, takes
from workflow.errors import FileDamaged, OfficeError

KEY_BYTES = 32
NONCE_BYTES, TAG_BYTES = 12, 16  # what AES-GCM asks for, and adds
SHORTEST = NONCE_BYTES + TAG_BYTES
PIECE = 1 << 17  # bytes that are encrypted at once
# One file may be damaged by itself; of so many, one opens when the key is the right one.
TRIED = 3
# What a file leaves of the disk, for the books.
LEFT = 1 << 20  # bytes


class Vault:
    """A folder of encrypted files (AES-256-GCM).

    The name of a file is a keyed digest of what is in it: the same content is kept once, and
    nobody without the key can tell whether a certain document lies here.
    """

    def __init__(self, folder: Path, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise OfficeError(f"the vault's key must have {KEY_BYTES} bytes, this has {len(key)}")
        self._folder = folder
        self._room = Room(f"files in {folder}")
        self._absence = OutageLog(f"The folder of files {folder}")
        self._was_there = folder.exists()
        self._names = hashlib.sha256(b"names" + key).digest()
        self._key = hashlib.sha256(b"files" + key).digest()
        self._keeping = threading.Lock()  # a file found here is not swept before it is kept

    def put(self, content: bytes) -> str:
        """Keep *content*; return its digest. Done when it is on the disk; raises NoRoom."""
        return self.put_file(io.BytesIO(content))

    def put_file(self, source: BinaryIO) -> str:
        """Keep what an open file holds, in pieces: no file is ever whole in memory."""
        digest = self._digest(source)
        if self._is_here(digest):
            return digest
        path = self._path(digest)
        self._ensure_there()
        try:
            make_private(self._folder)
            make_private(path.parent)
            _sync_folder(self._folder)
            _write(path, self._sealed(source, digest))
        except OSError as error:
            if not is_full(error):
                raise
            raise self._no_room() from error
        self._room.found()
        self._was_there = True
        return digest

    @contextmanager
    def passing(self) -> Iterator[BinaryIO]:
        """An open file without a name, gone when it is closed; raises NoRoom on a full disk."""
        self._ensure_there()
        try:
            make_private(self._folder)
            self._was_there = True
            # Without a buffer: processes that read it too share its place.
            with tempfile.TemporaryFile(dir=self._folder, buffering=0) as file:
                yield file
        except OSError as error:
            if not is_full(error):
                raise
            raise self._no_room() from error

    def _digest(self, source: BinaryIO) -> str:
        named = hmac.new(self._names, digestmod=hashlib.sha256)
        for piece in _pieces(source):
            named.update(piece)
        return named.hexdigest()

    def _is_here(self, digest: str) -> bool:
        """Whether it is kept already; what is kept anew is as young as a new file."""
        with self._keeping:
            try:
                os.utime(self._path(digest))
            except FileNotFoundError:
                return False
        return True

    def _sealed(self, source: BinaryIO, digest: str) -> Iterator[bytes]:
        """Encrypted piece by piece: all at once would hold the interpreter's lock for 40 ms."""
        nonce = os.urandom(NONCE_BYTES)
        sealing = Cipher(AES(self._key), GCM(nonce)).encryptor()
        sealing.authenticate_additional_data(digest.encode())
        yield nonce
        for piece in _pieces(source):
            yield sealing.update(piece)
        yield sealing.finalize() + sealing.tag

    def ensure_room(self, size: int) -> None:
        """Raise NoRoom where a file of *size* bytes would not fit; spares fetching it in vain."""
        if free_in(self._folder) < size + LEFT:
            raise self._no_room()
        if self._room.is_lacking and not takes(self._folder):
            raise self._no_room()
        self._room.found()

    def _ensure_there(self) -> None:
        """Raise NoRoom where the folder was taken away: a new one would stand in its way back."""
        if self._folder.exists():
            self._absence.found()
        elif self._was_there:
            gone = FileGone(self._folder)
            self._absence.missed(gone)
            raise NoRoom(f"{self._folder}: is not there any more") from gone

    def _no_room(self) -> NoRoom:
        self._room.missed()
        return NoRoom(f"{self._folder}: no room for another file")

    def get(self, digest: str) -> bytes:
        """Return what was kept; FileDamaged when it is not there, or does not open."""
        return b"".join(self.pieces_of(digest))

    def size_of(self, digest: str) -> int:
        """How many bytes were kept; raises FileDamaged where there are none."""
        try:
            return self._path(digest).stat().st_size - SHORTEST
        except FileNotFoundError:
            raise FileDamaged(digest, missing=True) from None

    def ensure_whole(self, digest: str) -> None:
        """Read a file to its end and keep nothing of it; raises FileDamaged."""
        for _ in self.pieces_of(digest):
            pass

    def pieces_of(self, digest: str) -> Iterator[bytes]:
        """What was kept, piece by piece; raises FileDamaged, at the latest behind the last one."""
        try:
            with self._path(digest).open("rb") as sealed:
                yield from self._opened(sealed, digest)
        except FileNotFoundError:
            raise FileDamaged(digest, missing=True) from None
        except (InvalidTag, ValueError):  # ValueError: not even nonce and tag are left
            raise FileDamaged(digest) from None

    def _opened(self, sealed: BinaryIO, digest: str) -> Iterator[bytes]:
        end = sealed.seek(-TAG_BYTES, os.SEEK_END) if _size(sealed) >= SHORTEST else -1
        if end < 0:
            raise ValueError("cut off")
        tag = sealed.read(TAG_BYTES)
        sealed.seek(0)
        opening = Cipher(AES(self._key), GCM(sealed.read(NONCE_BYTES), tag)).decryptor()
        opening.authenticate_additional_data(digest.encode())
        left = end - NONCE_BYTES
        while left:
            piece = sealed.read(min(PIECE, left))
            left -= len(piece)
            yield opening.update(piece)
        opening.finalize()

    def folders(self) -> list[str]:
        """The folders in which files lie, each with a 256th of them."""
        return sorted(path.name for path in self._folder.glob("??") if path.is_dir())

    def old_in(self, folder: str, *, before: float) -> list[str]:
        """The names of files in a folder that were kept *before*; also of half-written ones."""
        found = [path for path in (self._folder / folder).iterdir() if path.is_file()]
        return [path.name for path in found if path.stat().st_mtime < before]

    def size_of_folder(self, folder: str) -> int:
        """Bytes on the disk of all files in one of them."""
        return sum(path.stat().st_size for path in (self._folder / folder).iterdir())

    def forget(self, digest: str, *, before: float) -> bool:
        """Delete a file that nobody refers to; False when it was kept anew since *before*."""
        path = self._path(digest)
        with self._keeping:  # `put` makes what it finds young before it is relied upon
            if not path.exists() or path.stat().st_mtime >= before:
                return False
            path.unlink()
        return True

    def ensure_opens(self) -> None:
        """Raise OfficeError when what lies here was kept under another key; a few are tried."""
        tried = list(itertools.islice(files_in(self._folder), TRIED))
        if tried and not any(self._opens(path.name) for path in tried):
            raise OfficeError(
                f"{self._folder}: the files here do not open with the vault's key; put back the "
                "key they were kept under"
            )

    def _opens(self, digest: str) -> bool:
        try:
            self.get(digest)
        except FileDamaged:
            return False
        return True

    def _path(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest


def _pieces(source: BinaryIO) -> Iterator[bytes]:
    source.seek(0)
    while piece := source.read(PIECE):
        yield piece


def _size(file: BinaryIO) -> int:
    return file.seek(0, os.SEEK_END)


def files_in(folder: Path) -> Iterator[Path]:
    """What lies in a vault's folder, in no order; half-written files left out."""
    return (path for path in folder.glob("??/*") if "." not in path.name)


def ensure_key(path: Path) -> bytes:
    """Read the vault's key; make one at first start, readable by the owner alone."""
    try:
        return base64.b64decode(path.read_text(encoding="ascii").strip(), validate=True)
    except FileNotFoundError:
        pass
    except ValueError:
        raise OfficeError(f"{path}: not a vault key; restore the key from your backup") from None
    key = secrets.token_bytes(KEY_BYTES)
    make_private(path.parent)
    _write(path, [base64.b64encode(key)])
    return key


def _write(path: Path, content: Iterable[bytes]) -> None:
    """Put a file there whole or not at all, readable by the owner alone; then it is on the disk."""
    waiting = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.writelines(content)
            file.flush()
            os.fsync(file.fileno())
        waiting.replace(path)
    except BaseException:
        waiting.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """A new name is safe only when the folder that holds it is on the disk too."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
