"""`disposisi`: the command line of the office's IT person."""

from typing import Annotated, ClassVar

import typer

from bot.cli.on_demand import OnDemand


class _Commands(OnDemand):
    written: ClassVar = {
        "sandbox": "bot.cli.sandbox.command:sandbox",
        "run": "bot.cli.running:run",
        "doctor": "bot.cli.doctor:doctor",
        "check": "bot.cli.checking:check",
        "upgrade": "bot.cli.upgrading:upgrade",
        "db": "bot.cli.database:app",
        "sop": "bot.cli.sops:app",
        "people": "bot.cli.people:app",
        "archive": "bot.cli.archives:app",
        "backup": "bot.cli.backups:backup",
        "restore": "bot.cli.backups:restore",
        "held": "bot.cli.backups:held",
    }


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


def _tell_version(asked: bool) -> None:
    if asked:
        from bot.cli.version import version_line

        typer.echo(version_line())
        raise typer.Exit


@app.callback()
def disposisi(
    _version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_tell_version,
            is_eager=True,
            help="Print the version and end.",
        ),
    ] = False,
) -> None:
    """Runs the SOPs of an Indonesian civil-registry office in Telegram."""


def main() -> None:
    app()
