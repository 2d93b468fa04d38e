"""An upgrade, rehearsed on a copy of the books: will this version read what the office has?"""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from bot.backup.books import books_of, copy_books, rows_of
from bot.checking.books import audited
from bot.checking.checking import CheckFailed
from bot.checking.report import Progress, Report
from bot.clock import SystemClock
from bot.files import read_office, read_procedures
from bot.opening import context_for
from bot.settings import Settings
from messages.cards.kartu_kendali import kartu_kendali_card
from messages.localizer import LANGUAGES, localizer_for
from storage import migrating
from storage.checking import shape, sops, waiting
from storage.checking.cases import page_of_cases
from storage.database import looking_engine, writing_engine
from storage.private import make_file_private, make_private
from storage.reading.kartu_kendali import kartu_kendali_view
from storage.reading.moments import latest_moment
from storage.room import free_in
from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from workflow.auditing import Audited
from workflow.errors import DisposisiError
from workflow.flaws import Flaw, FlawKind

PAGE = 100


@dataclass(slots=True)
class Rehearsed:
    """What came of it: from which shape to which, how long that took, what was read."""

    before: str = ""
    after: str = ""
    seconds: float = 0.0
    megabytes: float = 0.0
    report: Report = field(default_factory=Report)


def rehearse(settings: Settings, told: Progress, *, at: datetime) -> Rehearsed:
    """Copy, migrate and read; the office's own books are only read.

    Raises CheckFailed, BackupFailed, or OfficeError and ProcedureError for a file of the office
    that this version does not take.
    """
    context = context_for(read_office(settings), now=at)
    read_procedures(settings)
    done = Rehearsed()
    with _copied(settings, done, told) as copy:
        rows = rows_of(copy)
        if not _migrated(copy, done):
            return done
        told("migrations", 1, 1)
        _compare(rows, rows_of(copy), done.report)
        engine = looking_engine(f"sqlite:///{copy}")
        try:
            _read(engine, context, done.report, told)
        finally:
            engine.dispose()
    return done


@contextmanager
def _copied(settings: Settings, done: Rehearsed, told: Progress) -> Iterator[Path]:
    """The books in a scratch folder beside them, gone afterwards."""
    source = books_of(settings.database)
    size = source.stat().st_size
    # The copy, and as much again for what a migration writes anew.
    if free_in(settings.data_dir) < 3 * size:
        raise CheckFailed(
            f"{settings.data_dir}: the rehearsal needs {3 * size >> 20} MB there; make room."
        )
    make_private(settings.data_dir)
    scratch = Path(tempfile.mkdtemp(prefix=".rehearsal-", dir=settings.data_dir))
    try:
        copy = scratch / "books.db"
        make_file_private(copy)
        copy_books(source, copy)
        done.megabytes = size / (1 << 20)
        told("copy", 1, 1)
        yield copy
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _migrated(copy: Path, done: Rehearsed) -> bool:
    engine = writing_engine(f"sqlite:///{copy}")
    began = time.perf_counter()
    try:
        with engine.begin() as connection:
            done.before = migrating.revision(connection) or "-"
            migrating.upgrade(connection)
            done.after = migrating.revision(connection) or "-"
    except DisposisiError:
        raise
    except Exception as error:  # whatever a migration meets, this is the place to meet it
        said = str(getattr(error, "orig", error)).partition("\n")[0]
        done.report.add([Flaw(FlawKind.MIGRATION_FAILED, {"said": said})])
        return False
    finally:
        engine.dispose()
        done.seconds = time.perf_counter() - began
    return True


def _compare(before: dict[str, int], after: dict[str, int], report: Report) -> None:
    """Rows that a migration took away; a table of today's that was not there has none to lose."""
    for table in sorted(before):
        if after.get(table, 0) < before[table]:
            rows = {"before": before[table], "after": after.get(table, 0)}
            report.add([Flaw(FlawKind.ROWS_GONE, {"table": table, **rows})])


def _read(engine: Engine, context: OfficeContext, report: Report, told: Progress) -> None:
    with engine.connect() as connection:
        report.add(shape.flaws_of_shape(connection))
        report.looked["sops"] = sops.count_of_sops(connection)
        report.add(sops.flaws_of_sops(connection))
        told("sops", 1, 1)
        for part, flaws in (
            ("messages", waiting.flaws_of_messages(connection)),
            ("forms", waiting.flaws_of_forms(connection)),
        ):
            for flaw in flaws:
                report.looked[part] += 1
                report.add([] if flaw is None else [flaw])
            told(part, 1, 1)
    _replay(engine, context, report, told)


def _replay(engine: Engine, context: OfficeContext, report: Report, told: Progress) -> None:
    """Every running case from its kartu kendali, which is drawn as its holder sees it."""
    with engine.connect() as connection:
        latest = latest_moment(connection)
    now = max(filter(None, (SystemClock().now(), latest)))
    after: int | None = 0
    while after is not None:
        with engine.connect() as connection:
            page = page_of_cases(connection, after, size=PAGE, running=True)
            report.add(page.flaws)
            work = SqlUnitOfWork(connection, context, now)
            for one in page.cases:
                report.looked["running"] += 1
                report.add(_replayed(work, one))
        after = page.after
        told("running", report.looked["running"], report.looked["running"])


def _replayed(work: SqlUnitOfWork, one: Audited) -> Iterator[Flaw]:
    wrong = list(audited(work, one))
    yield from wrong
    if wrong or work.procedures.find(one.case.procedure_id, one.case.procedure_version) is None:
        return
    try:
        _draw(work, one)
    except Exception as error:
        facts = {"number": one.case.number, "said": type(error).__name__}
        yield Flaw(FlawKind.CARD_UNDRAWN, facts)


def _draw(work: SqlUnitOfWork, one: Audited) -> None:
    view = kartu_kendali_view(work, one.case.id, now=work.now)
    for language in LANGUAGES:
        kartu_kendali_card(view, localizer_for(language, work.calendar.tz))
