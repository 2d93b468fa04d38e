"""A backup of a running office: made, restored into a scratch folder, and only then kept."""

import contextlib
import io
import json
import os
import random
import shutil
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from importlib.metadata import version
from pathlib import Path

import pyrage

from bot.backup.books import BackupFailed, books_of, copy_books, files_named_in, rows_of
from bot.settings import Settings
from storage.private import make_file_private, make_private
from storage.room import is_full
from storage.vault import KEY_BYTES, Vault, ensure_key, files_in
from workflow.errors import FileDamaged

BOOKS, STORY, OFFICE, PROCEDURES = "books.db", "backup.json", "office.yaml", "procedures"
SAMPLED = 50  # files of the vault that are opened in each backup
KEY = "backup.key"
_ABANDONED = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Made:
    """What a backup holds, and what the office's own books lacked already."""

    file: Path
    tables: int
    rows: int
    files: int
    lacking: tuple[str, ...]


def make_backup(
    settings: Settings,
    folder: Path,
    *,
    at: datetime,
    recipient: str = "",
    one_file: bool = False,
    whole: bool = False,
) -> Made:
    """Make, prove and keep a backup; raises BackupFailed, and then leaves no new one behind.

    *whole* opens every file of the vault there, and not only a sample.
    """
    source = books_of(settings.database)
    if not settings.vault_key.exists():
        raise BackupFailed(f"{settings.vault_key} is not there: no file could be opened again.")
    key = ensure_key(settings.vault_key)
    if len(key) != KEY_BYTES:
        raise BackupFailed(f"{settings.vault_key} is not a vault key.")
    recipients = [own_key(settings).to_public(), *_second(recipient)]
    with naming_full_disk(folder):
        make_private(folder)
        _remove_left_over(folder, at)
        with tempfile.TemporaryDirectory(prefix=".making-", dir=folder) as scratch:
            made = partial(_made, settings, source, Path(scratch), folder, key, recipients, at)
            return made(one_file=one_file, sampled=sys.maxsize if whole else SAMPLED)


def _remove_left_over(folder: Path, at: datetime) -> None:
    """Opened books of a backup whose process was killed; one of today may be at work still."""
    for scratch in folder.glob(".making-*"):
        if scratch.stat().st_mtime < (at - _ABANDONED).timestamp():
            shutil.rmtree(scratch)


def own_key(settings: Settings) -> pyrage.x25519.Identity:
    """The office's backup key, beside the vault's; made at the first backup."""
    path = settings.vault_key.with_name(KEY)
    if not path.exists():
        make_file_private(path)
        path.write_text(str(pyrage.x25519.Identity.generate()), encoding="ascii")
    return read_key(path)


def read_key(path: Path) -> pyrage.x25519.Identity:
    """An age key of a file; raises BackupFailed."""
    try:
        lines = path.read_text(encoding="ascii").split()
        return pyrage.x25519.Identity.from_str(next(x for x in lines if x.startswith("AGE-")))
    except (OSError, ValueError, StopIteration, pyrage.IdentityError):
        raise BackupFailed(f"{path}: no backup key can be read there.") from None


@contextlib.contextmanager
def naming_full_disk(folder: Path) -> Iterator[None]:
    """Turn what the disk says into BackupFailed."""
    try:
        yield
    except OSError as error:
        if is_full(error):
            raise BackupFailed(
                f"{folder}: no room is left on that disk; nothing was kept."
            ) from None
        raise BackupFailed(f"{error.filename or folder}: {error.strerror or error}.") from None


def _second(recipient: str) -> list[pyrage.x25519.Recipient]:
    try:
        return [pyrage.x25519.Recipient.from_str(recipient)] if recipient else []
    except pyrage.RecipientError:
        raise BackupFailed(f"{recipient}: is no age recipient (age1...).") from None


def _made(
    settings: Settings,
    source: Path,
    scratch: Path,
    folder: Path,
    key: bytes,
    recipients: list[pyrage.x25519.Recipient],
    at: datetime,
    *,
    one_file: bool,
    sampled: int,
) -> Made:
    content = scratch / "content"
    make_private(content)
    copy_books(source, content / BOOKS)
    rows, named = rows_of(content / BOOKS), files_named_in(content / BOOKS)
    _copy_files(settings.data_dir / "vault", folder / "vault")
    lacking = sorted(named - {path.name for path in files_in(folder / "vault")})
    story = {
        "disposisi": version("disposisi"),
        "made_at": at.isoformat(),
        "rows": rows,
        "lacking": lacking,
    }
    (content / STORY).write_text(json.dumps(story, indent=2), encoding="utf-8")
    _copy_texts(settings, content)
    sealed = scratch / "sealed"
    _seal(content, sealed, recipients)
    shutil.rmtree(content)
    _prove(sealed, scratch, own_key(settings), rows)
    _sample(Vault(folder / "vault", key), named - set(lacking), sampled)
    name = f"disposisi-{at:%Y%m%dT%H%M%SZ}"
    kept = folder / (f"{name}.tar" if one_file else f"{name}.age")
    if one_file:
        sealed = _one_file(sealed, folder / "vault", scratch / "whole")
    sealed.replace(kept)
    return Made(kept, len(rows), sum(rows.values()), len(named) - len(lacking), tuple(lacking))


def _copy_files(vault: Path, to: Path) -> None:
    """What is not there yet; a file of the vault never changes."""
    make_private(to)
    for path in files_in(vault):
        kept = to / path.parent.name / path.name
        if kept.exists() and kept.stat().st_size == path.stat().st_size:
            continue
        make_private(kept.parent)
        waiting = kept.with_name(f"{kept.name}.part")
        with contextlib.suppress(FileNotFoundError):  # swept meanwhile: nobody refers to it
            shutil.copyfile(path, waiting)
            waiting.chmod(0o600)
            with waiting.open("rb") as file:
                os.fsync(file.fileno())
            waiting.replace(kept)


def _copy_texts(settings: Settings, content: Path) -> None:
    if settings.office_file and settings.office_file.exists():
        shutil.copyfile(settings.office_file, content / OFFICE)
    if settings.procedures_dir and settings.procedures_dir.is_dir():
        (content / PROCEDURES).mkdir()
        for path in settings.procedures_dir.glob("*.y*ml"):
            shutil.copyfile(path, content / PROCEDURES / path.name)


def _seal(content: Path, sealed: Path, recipients: list[pyrage.x25519.Recipient]) -> None:
    packed = sealed.with_name("packed")
    with tarfile.open(packed, "w") as tar:
        for path in sorted(content.iterdir()):
            tar.add(path, arcname=path.name)
    make_file_private(sealed)
    with packed.open("rb") as plain, sealed.open("wb") as closed:
        pyrage.encrypt_io(plain, closed, recipients)
        closed.flush()
        os.fsync(closed.fileno())
    packed.unlink()


def unseal(sealed: Path, key: pyrage.x25519.Identity, into: Path) -> dict[str, object]:
    """Open the books of a backup into a folder; what it tells of itself. Raises BackupFailed."""
    make_private(into)
    packed = into / "packed"
    try:
        with sealed.open("rb") as closed, packed.open("wb") as plain:
            pyrage.decrypt_io(closed, plain, [key])
        with tarfile.open(packed) as tar:
            tar.extractall(into, filter="data")
        packed.unlink()
        told: dict[str, object] = json.loads((into / STORY).read_text(encoding="utf-8"))
    except (pyrage.DecryptError, tarfile.TarError, ValueError, KeyError) as error:
        raise BackupFailed(
            f"{sealed.name} does not open ({error}): the key is another one's, or the file is cut "
            "or changed. Take the key of this backup, or an earlier backup."
        ) from None
    return told


def _prove(sealed: Path, scratch: Path, key: pyrage.x25519.Identity, rows: dict[str, int]) -> None:
    told = unseal(sealed, key, scratch / "proof")
    if not told["rows"] == rows == rows_of(scratch / "proof" / BOOKS):
        raise BackupFailed("The backup, restored, has other rows than the books; it was not kept.")
    shutil.rmtree(scratch / "proof")


def _sample(vault: Vault, named: set[str], most: int) -> None:
    for digest in random.sample(sorted(named), min(most, len(named))):
        try:
            vault.ensure_whole(digest)
        except FileDamaged:
            raise BackupFailed(
                f"vault/{digest[:2]}/{digest} of the backup does not open; the backup was not "
                "kept. Delete that file there, look at the office's own with `disposisi doctor`, "
                "and make the backup again."
            ) from None


def _one_file(sealed: Path, vault: Path, whole: Path) -> Path:
    make_file_private(whole)
    with tarfile.open(whole, "w") as tar:
        tar.add(sealed, arcname="books.age")
        for path in sorted(files_in(vault)):
            tar.add(path, arcname=f"vault/{path.parent.name}/{path.name}")
    return whole


def lock_keys(settings: Settings, file: Path, passphrase: str) -> None:
    """The folder of keys for a passphrase; `disposisi archive open` opens it."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as tar:
        tar.add(settings.vault_key.parent, arcname="keys")
    make_file_private(file)
    file.write_bytes(pyrage.passphrase.encrypt(packed.getvalue(), passphrase))
