"""A check of the whole office, or of a sample of it: reads, changes nothing, holds up nobody."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from bot.checking.books import PAGE, BookCheck
from bot.checking.letters import check_letters
from bot.checking.report import NAMED, Progress, Report
from bot.checking.vault import check_vault
from bot.clock import SystemClock
from bot.files import read_office
from bot.opening import context_for, keys_of, open_vault
from bot.settings import Settings
from storage import migrating
from storage.database import damage_of, files_of, looking_engine
from storage.private import open_to_others
from storage.reading.moments import latest_moment
from storage.vault import Vault, ensure_key
from workflow.errors import DisposisiError
from workflow.flaws import Flaw, FlawKind

MOST_FILES, MOST_LETTERS = 20_000, 2_000  # that are opened, unless all are asked for


class CheckFailed(DisposisiError):
    """The office cannot be checked; the text says why and what to do."""


def check_office(
    settings: Settings,
    told: Progress,
    *,
    most_files: int = MOST_FILES,
    most_letters: int = MOST_LETTERS,
    page: int = PAGE,
    named: int = NAMED,
) -> Report:
    """Look at everything; raises CheckFailed, OfficeError or KeysUnusable."""
    report = Report(named)
    report.add(open_paths(settings))
    told("database", 0, 1)
    damage = damage_of(settings.database)
    told("database", 1, 1)
    if damage:
        report.add([Flaw(FlawKind.BOOKS_DAMAGED, {"said": damage})])
        return report
    engine = looking_engine(settings.database)
    try:
        books = book_check(engine, settings, report, told, page=page)
        if books.shape_is_there():
            books.whole()
            _look_at_files(engine, settings, report, told, most_files, most_letters)
    finally:
        engine.dispose()
    return report


def _look_at_files(
    engine: Engine,
    settings: Settings,
    report: Report,
    told: Progress,
    most_files: int,
    most_letters: int,
) -> None:
    if not settings.vault_key.exists():
        open_vault(settings)  # says what to do where files wait for their key
        return
    key = ensure_key(settings.vault_key)
    vault = Vault(settings.data_dir / "vault", key)
    check_vault(engine, settings.data_dir / "vault", vault, report, told, most=most_files)
    if settings.signing.exists():
        signer = keys_of(settings, key)
        check_letters(engine, vault, signer, report, told, most=most_letters)


def book_check(
    engine: Engine, settings: Settings, report: Report, told: Progress, *, page: int = PAGE
) -> BookCheck:
    """The check of the books; raises CheckFailed where they are of another shape."""
    with engine.connect() as connection:
        migrating.ensure_known(connection)
        stands, newest = migrating.revision(connection), migrating.newest(connection)
        if stands != newest:
            raise CheckFailed(
                f"The database stands at {stands or 'nothing'} and needs {newest}: "
                "run `disposisi db upgrade` first."
            )
        latest = latest_moment(connection)

    def now() -> datetime:
        machine = SystemClock().now()
        return machine if latest is None else max(machine, latest)

    return BookCheck(
        engine, context_for(read_office(settings), now=now()), now, report, told, page=page
    )


def open_paths(settings: Settings) -> Iterator[Flaw]:
    """What any user of the machine may read of the office's folder, beside the vault's files."""
    for path in open_to_others(_kept(settings)):
        yield Flaw(FlawKind.OPEN_TO_OTHERS, {"path": str(path)})


def _kept(settings: Settings) -> Iterator[Path]:
    yield settings.data_dir
    yield from files_of(settings.database)
    vault = settings.data_dir / "vault"
    yield vault
    if vault.is_dir():
        yield from sorted(path for path in vault.iterdir() if path.is_dir())
    for keys in dict.fromkeys((settings.vault_key.parent, settings.signing)):
        yield keys
        if keys.is_dir():
            yield from sorted(path for path in keys.iterdir() if path.is_file())
