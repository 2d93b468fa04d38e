"""An office from its backup, in a new folder: whole, or not at all."""

import contextlib
import re
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pyrage

from bot.backup.after import hold_messages, last_given, leap, raise_numbers
from bot.backup.books import BackupFailed, files_named_in, rows_of
from bot.backup.making import (
    BOOKS,
    KEY,
    OFFICE,
    PROCEDURES,
    naming_full_disk,
    read_key,
    unseal,
)
from storage import migrating
from storage.database import writing_engine
from storage.private import make_private
from storage.vault import KEY_BYTES, Vault, ensure_key
from workflow.errors import FileDamaged

# Says for each series and year of the books which number was the last that left the house.
Asking = Callable[[Mapping[tuple[str, int], int]], Mapping[tuple[str, int], int]]


@dataclass(frozen=True, slots=True)
class Restored:
    """What stands in the new folder."""

    made_at: str
    rows: int
    files: int
    held: int
    lacking: tuple[str, ...]


def restore(
    file: Path, keys: Path, to: Path, *, ask: Asking, opener: Path | None = None
) -> Restored:
    """Restore a backup into a folder that is empty or not there; raises BackupFailed.

    *keys* is a copy of the office's folder of keys; *opener* another age key for the books.
    """
    if not file.is_file():
        raise BackupFailed(f"{file} is not there, or is no file.")
    if to.exists() and (not to.is_dir() or any(to.iterdir())):
        raise BackupFailed(f"{to} is not empty; name a new folder, for nothing is overwritten.")
    if not (keys / "vault.key").is_file():
        raise BackupFailed(f"{keys}/vault.key is not there; name the copy of the office's keys.")
    key = read_key(opener or keys / KEY)
    with naming_full_disk(to), _unfinished(to) as folder:
        done = _restored(file, key, keys, folder, ask)
        if to.exists():
            to.rmdir()
        folder.rename(to)
    return done


@contextlib.contextmanager
def _unfinished(to: Path) -> Iterator[Path]:
    """A folder beside the new one, gone again where anything goes wrong."""
    to.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{to.name}-", dir=to.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _restored(
    file: Path, key: pyrage.x25519.Identity, keys: Path, folder: Path, ask: Asking
) -> Restored:
    with _parts(file, folder) as (sealed, vault):
        told = unseal(sealed, key, folder / "opened")
        books = folder / "disposisi.db"
        (folder / "opened" / BOOKS).replace(books)
        if rows_of(books) != told["rows"]:
            raise BackupFailed(
                "The books of the backup have other rows than it tells; take another."
            )
        _ensure_of_today(books)
        lacking = {str(one) for one in told["lacking"]}  # type: ignore[attr-defined]
        shutil.copytree(keys, folder / "keys")
        files = _put_files(folder, vault, files_named_in(books) - lacking)
    _put_texts(folder)
    held = _come_after(books, ask)
    books.chmod(0o600)
    rows = sum(rows_of(books).values())
    return Restored(str(told["made_at"]), rows, files, held, tuple(sorted(lacking)))


@contextlib.contextmanager
def _parts(file: Path, folder: Path) -> Iterator[tuple[Path, Path]]:
    """The sealed books and the folder of files, out of one file or side by side."""
    if file.suffix != ".tar":
        yield file, file.parent / "vault"
        return
    parts = folder / "parts"
    try:
        with tarfile.open(file) as tar:
            tar.extractall(parts, filter="data")
    except tarfile.TarError as error:
        raise BackupFailed(f"{file.name} is cut or changed ({error}); take another.") from None
    if not (parts / "books.age").is_file():
        raise BackupFailed(f"{file.name} holds no books; it is no backup of Disposisi.")
    yield parts / "books.age", parts / "vault"
    shutil.rmtree(parts)


def _ensure_of_today(books: Path) -> None:
    """Bring older books to this version's shape; a later version's are refused (OfficeError)."""
    engine = writing_engine(f"sqlite:///{books}")
    try:
        with engine.begin() as connection:
            migrating.upgrade(connection)
    finally:
        engine.dispose()


def _put_files(folder: Path, source: Path, named: set[str]) -> int:
    key = ensure_key(folder / "keys" / "vault.key")
    if len(key) != KEY_BYTES:
        raise BackupFailed("vault.key is no key of a vault; take the copy of the office's keys.")
    vault = Vault(folder / "vault", key)
    make_private(folder / "vault")
    for digest in sorted(named):
        kept = folder / "vault" / digest[:2] / digest
        make_private(kept.parent)
        try:
            shutil.copyfile(source / digest[:2] / digest, kept)
            kept.chmod(0o600)
            vault.ensure_whole(digest)
        except FileNotFoundError:
            raise BackupFailed(
                f"{source}/{digest[:2]}/{digest} is missing in the backup."
            ) from None
        except FileDamaged:
            raise BackupFailed(
                f"{source}/{digest[:2]}/{digest} does not open: vault.key is another one's, or "
                "the file was changed. Take the key of this office, or another copy of the file."
            ) from None
    return len(named)


def _put_texts(folder: Path) -> None:
    for name in (OFFICE, PROCEDURES):
        if (folder / "opened" / name).exists():
            (folder / "opened" / name).rename(folder / name)
    shutil.rmtree(folder / "opened")


def _come_after(books: Path, ask: Asking) -> int:
    """What the restored books must not do again: ids, numbers, messages. How many are held."""
    with closing(sqlite3.connect(books)) as connection:
        leap(connection)
        given = last_given(connection)
        raise_numbers(connection, ask(given))
        held = hold_messages(connection)
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return held


_SAID = re.compile(r"([^=]+)[-:/](\d{4})=(\d+)")


def said_on_the_line(words: list[str]) -> dict[tuple[str, int], int]:
    """ "PDK-2026=17": of the series PDK of 2026, 17 was the last; raises BackupFailed."""
    said = {}
    for word in words:
        found = _SAID.fullmatch(word)
        if found is None:
            raise BackupFailed(f"{word}: write SERIES-YEAR=NUMBER, like PDK-2026=17.")
        said[found[1], int(found[2])] = int(found[3])
    return said
