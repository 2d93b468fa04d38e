"""`disposisi check`: are books and files of this office as they must be."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from sqlalchemy.exc import SQLAlchemyError

from bot.checking.report import Report
from bot.cli.reporting import fail, read_settings, tell, tell_json
from bot.clock import SystemClock
from bot.settings import Settings
from messages.localizer import LANGUAGES, Localizer, localizer_for
from workflow.errors import DisposisiError

FAULTY, UNCHECKED = 1, 3
ALL = sys.maxsize


def check(
    json: Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")] = False,
    every: Annotated[
        bool, typer.Option("--all", help="Open every file and letter, however many there are.")
    ] = False,
    repair: Annotated[
        bool, typer.Option("--repair", help="Say what can be put right, ask, and do it.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="With --repair: do not ask.")] = False,
    language: Annotated[str, typer.Option(help="id or en.")] = "id",
) -> None:
    """Check books and vault beside the running bot. 0: all is well, 1: faults, 3: not checked."""
    say, settings = speaking(language), read_settings()
    if json and repair:
        fail("--json and --repair do not go together.", code=UNCHECKED)
    if yes and not repair:
        fail("--yes belongs to --repair.", code=UNCHECKED)
    with saying_why():
        report = _look(settings, every=every, named=ALL if repair else None)
        if repair and _repaired(settings, report, say, yes=yes):
            report = _look(settings, every=every)
    if json:
        from bot.checking.telling import as_json

        tell_json(as_json(report, say))
    else:
        _tell_all(report, say)
    raise typer.Exit(code=0 if report.is_well else FAULTY)


@contextmanager
def saying_why() -> Iterator[None]:
    """What keeps a check from being made, in a sentence."""
    try:
        yield
    except (DisposisiError, OSError) as error:
        fail(str(error), code=UNCHECKED)
    except (SQLAlchemyError, ImportError) as error:
        fail(f"The database cannot be read: {str(error).splitlines()[0]}", code=UNCHECKED)


def _look(settings: Settings, *, every: bool, named: int | None = None) -> Report:
    from bot.checking.checking import MOST_FILES, MOST_LETTERS, check_office
    from bot.checking.report import NAMED

    return check_office(
        settings,
        Told(),
        most_files=ALL if every else MOST_FILES,
        most_letters=ALL if every else MOST_LETTERS,
        named=named or NAMED,
    )


def _tell_all(report: Report, say: Localizer) -> None:
    from bot.checking.telling import lines

    for line in lines(report, say):
        tell(line)


def _repaired(settings: Settings, report: Report, say: Localizer, *, yes: bool) -> bool:
    """Say what would be done, and do it when that is wanted; whether it was done."""
    from bot.checking.repairing import FOLDER, IN_BOOKS, repair, to_repair
    from bot.checking.telling import plan

    kinds = to_repair(report)
    if not kinds:
        tell(say("check-repair-nothing"))
        return False
    changes_books = any(kind in IN_BOOKS for kind in kinds)
    tell(plan(report, kinds, say, folder=settings.data_dir / FOLDER if changes_books else None))
    if not yes and not (sys.stdin.isatty() and typer.confirm(say("check-repair-ask"))):
        tell(say("check-repair-not-done"))
        return False
    kept = repair(settings, report, at=SystemClock().now())
    if kept is not None:
        tell(say("check-repair-kept", file=str(kept)))
    tell(say("check-repair-done"))
    return True


def speaking(language: str) -> Localizer:
    if language not in LANGUAGES:
        fail(f"--language is {' or '.join(LANGUAGES)}.", code=UNCHECKED)
    return localizer_for(language, ZoneInfo("Asia/Jakarta"), escape=str)


class Told:
    """How far it has come, to standard error: a line when a part is done, and every few seconds."""

    def __init__(self, *, rhythm: float = 5.0) -> None:
        self._rhythm = rhythm
        self._said = time.monotonic()

    def __call__(self, part: str, done: int, of: int) -> None:
        now = time.monotonic()
        if done < of and now - self._said < self._rhythm:
            return
        self._said = now
        typer.echo(f"{part}: {done} / {of}", err=True)
