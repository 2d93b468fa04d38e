"""`disposisi backup`, `restore` and `held`: what an office needs when its disk is lost."""

import getpass
import signal
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.reporting import fail, read_settings, tell
from bot.clock import SystemClock
from workflow.errors import DisposisiError


def backup(
    folder: Annotated[Path, typer.Argument(help="Where backups lie; on another disk.")],
    one_file: Annotated[bool, typer.Option(help="All in one file, for a move.")] = False,
    with_keys: Annotated[bool, typer.Option(help="Also the keys, for a passphrase.")] = False,
    recipient: Annotated[str, typer.Option(help="A second age recipient (age1...).")] = "",
    by_rule: Annotated[
        bool, typer.Option("--prune", help="Then keep 7 daily, 4 weekly, 12 monthly backups.")
    ] = False,
    whole: Annotated[
        bool, typer.Option(help="Open every file of the vault there, not only a sample.")
    ] = False,
) -> None:
    """Back the office up while it runs, and restore the backup once to see that it is good."""
    from bot.backup.making import lock_keys, make_backup

    settings, at = read_settings(), SystemClock().now()
    try:
        passphrase = _new_passphrase() if with_keys else ""
        with leaving_nothing():
            made = make_backup(
                settings, folder, at=at, recipient=recipient, one_file=one_file, whole=whole
            )
        tell(
            f"{made.file}: {made.tables} tables, {made.rows} rows, {made.files} files; "
            "restored once, and good."
        )
        if with_keys:
            keys = folder / f"keys-{at:%Y%m%dT%H%M%SZ}.tar.gz.age"
            lock_keys(settings, keys, passphrase)
            tell(f"{keys}: the keys. Keep it elsewhere; `disposisi archive open` opens it.")
        if by_rule:
            _by_rule(folder)
    except DisposisiError as error:
        fail(str(error))
    if made.lacking:
        fail(f"These files were missing in the office already: {', '.join(made.lacking)}", code=2)
    if not with_keys:
        tell(f"The keys are not in it: keep a copy of {settings.vault_key.parent} elsewhere.")


def restore(
    file: Annotated[Path, typer.Argument(help="A backup: disposisi-….age, or ….tar.")],
    data_dir: Annotated[Path, typer.Option(help="A new folder, empty or not there.")],
    keys: Annotated[Path, typer.Option(help="A copy of the office's folder of keys.")],
    identity: Annotated[Path | None, typer.Option(help="Another age key of the backup.")] = None,
    last: Annotated[
        list[str] | None,
        typer.Option(help="Last number that left the house: PDK-2026=17. May be repeated."),
    ] = None,
    as_in_the_books: Annotated[
        bool, typer.Option(help="No number left the house after the backup; do not ask.")
    ] = False,
) -> None:
    """Put an office back from its backup into a new folder; whole, or not at all."""
    from bot.backup.restoring import restore as restored
    from bot.backup.restoring import said_on_the_line

    try:
        said = said_on_the_line(last or [])

        def ask(given: Mapping[tuple[str, int], int]) -> dict[tuple[str, int], int]:
            open_ones = {} if as_in_the_books else {k: v for k, v in given.items() if k not in said}
            return {**_asked(open_ones), **said}

        done = restored(file, keys, data_dir, ask=ask, opener=identity)
    except DisposisiError as error:
        fail(f"Nothing was restored. {error}")
    tell(f"{data_dir}: the office as of {done.made_at}; {done.rows} rows, {done.files} files.")
    if done.lacking:
        tell(f"Missing already when the backup was made: {', '.join(done.lacking)}")
    if done.held:
        tell(
            f"{done.held} messages that waited are held, signatures among them. Look with "
            "`disposisi held`, then send them (--send) or let them go (--drop)."
        )
    tell(f"Start it with DISPOSISI_DATA_DIR={data_dir}; the old machine must not run beside it.")


def held(
    send: Annotated[bool, typer.Option("--send", help="Send them.")] = False,
    drop: Annotated[bool, typer.Option("--drop", help="Never send them.")] = False,
) -> None:
    """Messages that waited in a restored backup: count them, send them, or let them go."""
    from bot.backup.after import drop_held, held_messages, send_held
    from bot.backup.books import books_of

    if send and drop:
        fail("Choose --send or --drop.")
    try:
        with closing(sqlite3.connect(books_of(read_settings().database), timeout=10)) as books:
            found = held_messages(books)
            if send or drop:
                settle = send_held if send else drop_held
                count = settle(books, at=SystemClock().now())
                books.commit()
                tell(f"{count} messages {'will be sent' if send else 'are dropped'}.")
                return
    except DisposisiError as error:
        fail(str(error))
    for kind, count in found.items():
        tell(f"{kind}: {count}")
    tell(f"{sum(found.values())} messages are held.")


def _asked(given: Mapping[tuple[str, int], int]) -> dict[tuple[str, int], int]:
    """For each series which number left the house last; Enter takes what the books say."""
    if given and not sys.stdin.isatty():
        from bot.backup.books import BackupFailed

        lacking = ", ".join(
            f"--last {series}-{year}={last}" for (series, year), last in given.items()
        )
        raise BackupFailed(
            "Which numbers left the house last? Look at the last papers, and say it "
            f"(the books know {lacking}), or --as-in-the-books."
        )
    return {
        (series, year): typer.prompt(f"Last number of {series} in {year}", default=last, type=int)
        for (series, year), last in given.items()
    }


def _by_rule(folder: Path) -> None:
    from bot.backup.keeping import prune
    from bot.backup.making import naming_full_disk

    with naming_full_disk(folder):
        gone = prune(folder)
    tell(f"{len(gone)} older backups were deleted by the rule.")


@contextmanager
def leaving_nothing() -> Iterator[None]:
    """Whoever ends us while the books lie open in the scratch folder: it goes first."""
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _new_passphrase() -> str:
    if not sys.stdin.isatty():
        said = sys.stdin.readline().rstrip("\n")
    else:
        said = getpass.getpass("Passphrase for the keys: ")
        if said != getpass.getpass("Once more: "):
            fail("The two are not the same; nothing was made.")
    if not said:
        fail("A passphrase is needed for --with-keys; nothing was made.")
    return said
