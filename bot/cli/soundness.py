"""What `disposisi doctor` finds about the office's files: closed to strangers, and whole."""

from collections.abc import Iterator
from pathlib import Path

from bot.cli.finding import Finding
from bot.settings import Settings
from storage.database import damage_of, files_of
from storage.private import open_to_others
from storage.unit_of_work import SqlUnitOfWork


def closed_to_strangers(settings: Settings) -> Iterator[Finding]:
    """Whether every user of this machine may read the books, the keys or the data folder."""
    if not settings.data_dir.exists():
        return
    found = list(open_to_others(_kept(settings)))
    yield Finding(
        "modes of files",
        not found,
        "closed to other users of this machine"
        if not found
        else "any user of this machine may read " + ", ".join(str(path) for path in found),
        "" if not found else "chmod o-rwx " + " ".join(str(path) for path in found),
    )


def _kept(settings: Settings) -> Iterator[Path]:
    yield settings.data_dir
    yield from files_of(settings.database)
    yield settings.data_dir / "vault"
    yield settings.vault_key
    yield settings.signing
    if settings.signing.is_dir():
        yield from sorted(settings.signing.iterdir())


def undamaged(settings: Settings) -> Finding | None:
    """A finding where the database's file is damaged; nothing where it is whole."""
    damage = damage_of(settings.database)
    if not damage:
        return None
    return Finding(
        "database",
        False,
        f"is damaged: {damage}",
        "leave its files as they are, stop the bot, and restore the database from your backup",
    )


def kept_sops(work: SqlUnitOfWork) -> Finding:
    """Whether every version of every SOP in the books can still be read."""
    unread = work.procedures.every_set_aside()
    return Finding(
        "kept SOPs",
        not unread,
        "every version can be read"
        if not unread
        else "; ".join(f"{name} v{version}: {_short(why)}" for name, version, why in unread),
        ""
        if not unread
        else "their files wait and all others go on; restore the table `procedures` from a backup",
    )


def _short(why: str) -> str:
    return " ".join(why.splitlines()[-1].split())
