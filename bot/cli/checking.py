"""`disposisi check`: are books and files of this office as they must be."""

import sys
import time
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from sqlalchemy.exc import SQLAlchemyError

from bot.cli.reporting import fail, read_settings, tell, tell_json
from messages.localizer import LANGUAGES, Localizer, localizer_for
from workflow.errors import DisposisiError

FAULTY, UNCHECKED = 1, 3
ALL = sys.maxsize


def check(
    json: Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")] = False,
    every: Annotated[
        bool, typer.Option("--all", help="Open every file and letter, however many there are.")
    ] = False,
    language: Annotated[str, typer.Option(help="id or en.")] = "id",
) -> None:
    """Check books and vault beside the running bot. 0: all is well, 1: faults, 3: not checked."""
    from bot.checking.checking import MOST_FILES, MOST_LETTERS, check_office
    from bot.checking.telling import as_json, lines

    say, settings = speaking(language), read_settings()
    most = (ALL, ALL) if every else (MOST_FILES, MOST_LETTERS)
    try:
        report = check_office(settings, Told(), most_files=most[0], most_letters=most[1])
    except (DisposisiError, OSError) as error:
        fail(str(error), code=UNCHECKED)
    except (SQLAlchemyError, ImportError) as error:
        fail(f"The database cannot be read: {str(error).splitlines()[0]}", code=UNCHECKED)
    if json:
        tell_json(as_json(report, say))
    else:
        for line in lines(report, say):
            tell(line)
    raise typer.Exit(code=0 if report.is_well else FAULTY)


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
