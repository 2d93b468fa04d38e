"""The vault: files encrypted at rest, each found by a digest of its content."""

import base64
import hashlib
import hmac
import itertools
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.private import make_private
from storage.room import NoRoom, Room, free_in, is_full, takes
from workflow.errors import NotFound, OfficeError

KEY_BYTES = 32
NONCE_BYTES = 12  # what AES-GCM asks for
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
        self._names = hashlib.sha256(b"names" + key).digest()
        self._cipher = AESGCM(hashlib.sha256(b"files" + key).digest())

    def put(self, content: bytes) -> str:
        """Keep *content*; return its digest. Done when it is on the disk; raises NoRoom."""
        digest = hmac.new(self._names, content, hashlib.sha256).hexdigest()
        path = self._path(digest)
        if path.exists():
            return digest
        nonce = os.urandom(NONCE_BYTES)
        sealed = nonce + self._cipher.encrypt(nonce, content, digest.encode())
        try:
            make_private(path.parent)
            _sync_folder(self._folder)
            _write(path, sealed)
        except OSError as error:
            if not is_full(error):
                raise
            raise self._no_room() from error
        self._room.found()
        return digest

    def ensure_room(self, size: int) -> None:
        """Raise NoRoom where a file of *size* bytes would not fit; spares fetching it in vain."""
        if free_in(self._folder) < size + LEFT:
            raise self._no_room()
        if self._room.is_lacking and not takes(self._folder):
            raise self._no_room()
        self._room.found()

    def _no_room(self) -> NoRoom:
        self._room.missed()
        return NoRoom(f"{self._folder}: no room for another file")

    def get(self, digest: str) -> bytes:
        """Return what was kept; NotFound when it is not there or the key is another one's."""
        try:
            sealed = self._path(digest).read_bytes()
        except FileNotFoundError:
            raise NotFound(f"file {digest}") from None
        nonce, body = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        try:
            return self._cipher.decrypt(nonce, body, digest.encode())
        except (InvalidTag, ValueError):  # ValueError: not even a nonce is left
            raise NotFound(f"file {digest}: damaged, or kept under another key") from None

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
        except NotFound:
            return False
        return True

    def _path(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest


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
    _write(path, base64.b64encode(key))
    return key


def _write(path: Path, content: bytes) -> None:
    """Put a file there whole or not at all, readable by the owner alone; then it is on the disk."""
    waiting = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
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
