"""The vault against the books, both ways, folder by folder: a 256th of the files in memory."""

import contextlib
import os
import random
import stat
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from bot.checking.report import Progress, Report
from storage.checking.files import NamedFile, held_by_forms, misnamed, named_in_folder, still_named
from storage.vault import SHORTEST, Vault
from workflow.errors import FileDamaged
from workflow.flaws import Flaw, FlawKind

# The night deletes what nobody refers to; what is older was forgotten by it.
NIGHTLY = 26 * 3600.0
FOLDERS = tuple(f"{number:02x}" for number in range(256))
PART = "files"
# Whose a file is that is no case's.
A_FORM, NOBODY = "form", "nobody"
_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class _Lying:
    """What lies in a folder of the vault."""

    path: Path
    size: int
    age: float
    mode: int


def check_vault(
    engine: Engine,
    folder: Path,
    vault: Vault,
    report: Report,
    told: Progress,
    *,
    most: int,
    folders: Sequence[str] = FOLDERS,
) -> None:
    """Compare, and open up to *most* files, chosen at random where there are more."""
    total = sum(1 for name in folders for _ in names_in(folder / name))
    share = 1.0 if total <= most else most / total
    report.there[PART] = total
    report.add(_foreign(folder))
    with engine.connect() as connection:
        in_forms = held_by_forms(connection)
        report.add(Flaw(FlawKind.FILE_MISNAMED, {"number": one}) for one in misnamed(connection))
    for place, name in enumerate(folders):
        _check_folder(engine, folder / name, vault, in_forms, report, share)
        told(PART, place + 1, len(folders))


def _check_folder(
    engine: Engine,
    folder: Path,
    vault: Vault,
    in_forms: frozenset[str],
    report: Report,
    share: float,
) -> None:
    # Read before the folder is: a file is kept before its row is.
    with engine.connect() as connection:
        named = named_in_folder(connection, folder.name)
    forms = [one for one in in_forms if one.startswith(folder.name)]
    lying = {one.path.name: one for one in _lying(folder)}
    report.add(_missing(engine, {**dict.fromkeys(forms), **named}, lying))
    for digest, one in lying.items():
        report.looked["names"] += 1
        opened = random.random() < share  # noqa: S311  # a sample, no secret
        report.looked[PART] += opened
        whose = NamedFile(A_FORM, None) if digest in forms else None
        flaws = list(_of_file(vault, one, named.get(digest, whose), opens=opened))
        if not flaws and digest not in named and digest not in forms and one.age > NIGHTLY:
            flaws = list(_unreferred(engine, digest))
        report.add(flaws)


def _of_file(vault: Vault, one: _Lying, known: NamedFile | None, *, opens: bool) -> Iterator[Flaw]:
    digest = one.path.name
    number = NOBODY if known is None else known.number
    if one.mode & stat.S_IRWXO:
        yield Flaw(FlawKind.OPEN_TO_OTHERS, {"path": str(one.path)})
    if len(digest) != 64 or not set(digest) <= _HEX or not digest.startswith(one.path.parent.name):
        yield Flaw(FlawKind.FILE_FOREIGN, {"path": str(one.path)})
        return
    if known is not None and known.size not in (None, one.size - SHORTEST):
        yield Flaw(FlawKind.FILE_OTHER_SIZE, _facts(digest, number))
    if opens and _hurt(vault, digest):
        yield Flaw(FlawKind.FILE_DAMAGED, _facts(digest, number))


def _hurt(vault: Vault, digest: str) -> bool:
    try:
        vault.ensure_whole(digest)
    except FileDamaged as damaged:
        return not damaged.missing  # swept meanwhile
    return False


def _missing(
    engine: Engine, named: Mapping[str, NamedFile | None], lying: Mapping[str, _Lying]
) -> Iterator[Flaw]:
    lacking = named.keys() - lying.keys()
    if not lacking:
        return
    with engine.connect() as connection:
        still = still_named(connection, sorted(lacking))
    for digest in sorted(still):
        known = named[digest]
        yield Flaw(FlawKind.FILE_MISSING, _facts(digest, known.number if known else A_FORM))


def _unreferred(engine: Engine, digest: str) -> Iterator[Flaw]:
    with engine.connect() as connection:
        if not still_named(connection, [digest]):
            yield Flaw(FlawKind.FILE_UNREFERRED, {"digest": f"{digest[:2]}/{digest}"})


def _facts(digest: str, number: str) -> dict[str, str | int]:
    return {"digest": f"{digest[:2]}/{digest}", "number": number}


def _lying(folder: Path) -> Iterator[_Lying]:
    now = time.time()
    for entry in names_in(folder):
        with contextlib.suppress(FileNotFoundError):  # swept meanwhile
            found = entry.stat()
            age = now - found.st_mtime
            if "." not in entry.name or age > NIGHTLY:  # else half written, in this moment
                yield _Lying(Path(entry.path), found.st_size, age, found.st_mode)


def names_in(folder: Path) -> Iterator[os.DirEntry[str]]:
    """What lies in a folder, in no order; nothing where it is not there."""
    with contextlib.suppress(FileNotFoundError), os.scandir(folder) as entries:
        yield from entries


def _foreign(folder: Path) -> Iterator[Flaw]:
    """What lies in the vault itself, where only its 256 folders do."""
    for entry in names_in(folder):
        if entry.name not in FOLDERS:
            yield Flaw(FlawKind.FILE_FOREIGN, {"path": entry.path})
