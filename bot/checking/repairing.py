"""What a check has found and can be put right by itself, while the bot stands still."""

import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from bot.backup.books import copy_books
from bot.checking.checking import CheckFailed
from bot.checking.report import Report
from bot.checking.vault import NIGHTLY
from bot.settings import Settings
from storage.checking.mending import make_index, mirror_case, raise_counter
from storage.database import files_of, writing_engine
from storage.private import close_to_others, make_file_private, make_private
from storage.sole import sole_of
from storage.vault import Vault, ensure_key
from workflow.flaws import Flaw, FlawKind

FOLDER = "before-repair"
# In the books; a copy of them is kept before.
IN_BOOKS = (FlawKind.INDEX_MISSING, FlawKind.MIRROR_WRONG, FlawKind.COUNTER_BEHIND)
REPAIRED = (*IN_BOOKS, FlawKind.FILE_UNREFERRED, FlawKind.OPEN_TO_OTHERS)


def to_repair(report: Report) -> Sequence[FlawKind]:
    """Which kinds of what was found can be put right here."""
    return [kind for kind in REPAIRED if report.counts[kind]]


def repair(settings: Settings, report: Report, *, at: datetime) -> Path | None:
    """Put it right; the copy of the books of before, where these were changed.

    Raises CheckFailed while the bot runs, and where rows contradict an index; BackupFailed where
    no copy can be made. Then the books are as they were.
    """
    sole = sole_of(settings.database)
    if not sole.take():
        raise CheckFailed("The bot is running: stop it first (`systemctl stop disposisi`).")
    try:
        close_to_others(Path(str(one.facts["path"])) for one in _of(report, "OPEN_TO_OTHERS"))
        kept = None
        if any(report.counts[kind] for kind in IN_BOOKS):
            kept = _kept(settings, at)
            _in_books(settings, report)
        _forget(settings, _of(report, "FILE_UNREFERRED"))
        return kept
    finally:
        sole.give_back()


def _of(report: Report, kind: str) -> Sequence[Flaw]:
    return report.named[FlawKind[kind]]


def _kept(settings: Settings, at: datetime) -> Path | None:
    """A copy of the books as they stand; a server's are copied by its own means."""
    books = files_of(settings.database)
    if not books:
        return None
    folder = settings.data_dir / FOLDER
    make_private(folder)
    kept = folder / f"disposisi-{at:%Y%m%dT%H%M%SZ}.db"
    make_file_private(kept)
    copy_books(books[0], kept)
    return kept


def _in_books(settings: Settings, report: Report) -> None:
    engine = writing_engine(settings.database)
    try:
        with engine.begin() as connection:
            _mend(connection, report)
    except IntegrityError as error:
        raise CheckFailed(
            f"An index cannot be made, for rows contradict it ({error.orig}); nothing in the books "
            "was changed. Restore them from a backup."
        ) from None
    finally:
        engine.dispose()


def _mend(connection: Connection, report: Report) -> None:
    for one in _of(report, "INDEX_MISSING"):
        make_index(connection, str(one.facts["table"]), str(one.facts["index"]))
    for one in _of(report, "MIRROR_WRONG"):
        mirror_case(connection, int(one.facts["task"]))
    for one in _of(report, "COUNTER_BEHIND"):
        facts = one.facts
        raise_counter(connection, str(facts["series"]), int(facts["year"]), int(facts["given"]))


def _forget(settings: Settings, flaws: Sequence[Flaw]) -> None:
    if not flaws:
        return
    vault = Vault(settings.data_dir / "vault", ensure_key(settings.vault_key))
    for one in flaws:
        _, _, digest = str(one.facts["digest"]).partition("/")
        vault.forget(digest, before=time.time() - NIGHTLY)
