"""`disposisi archive …`: open the encrypted archives of cases."""

import getpass
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.reporting import fail, tell

app = typer.Typer(no_args_is_help=True)


@app.callback()
def archive() -> None:
    """Open the encrypted archives of cases."""


@app.command(name="open")
def open_file(
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="A file that ends in .age.")
    ],
    out: Annotated[Path, typer.Option(help="Where to put what it holds.")] = Path("archive"),
) -> None:
    """Restore an archive; the passphrase is asked, or read from standard input."""
    from bot.archiving import ArchiveUnreadable, open_archive

    asked = getpass.getpass("Passphrase: ") if sys.stdin.isatty() else sys.stdin.readline()
    try:
        names = open_archive(file, asked.rstrip("\n"), out)
    except ArchiveUnreadable as error:
        fail(f"{error}\nCheck the passphrase; it is kept nowhere, and nobody can tell it.")
    for name in names:
        tell(f"{out / name}")
