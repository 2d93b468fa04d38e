"""`disposisi`: the command line of the office's IT person."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

# Where each command is written. What it needs takes seconds to import, so only the one that was
# asked for is fetched.
_SINGLE = {
    "sandbox": "bot.cli.sandbox",
    "run": "bot.cli.running",
    "doctor": "bot.cli.doctor",
}
_GROUPS = {
    "db": "bot.cli.database",
    "sop": "bot.cli.procedures",
    "people": "bot.cli.people",
    "archive": "bot.cli.archives",
}


class _OnDemand(TyperGroup):
    def list_commands(self, ctx: Any) -> list[str]:
        return [*_SINGLE, *_GROUPS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        known = self.list_commands(ctx)
        # A word that is no command is told what it may have meant: that takes all of them.
        for name in [cmd_name] if cmd_name in known else known:
            if name not in self.commands:
                self.add_command(_fetched(name), name)
        return super().get_command(ctx, cmd_name)


def _fetched(name: str) -> Any:
    if name in _GROUPS:
        group = typer.main.get_group(import_module(_GROUPS[name]).app)
        group.name = name
        return group
    alone = typer.Typer(add_completion=False)
    alone.command(name=name)(getattr(import_module(_SINGLE[name]), name))
    return typer.main.get_command(alone)


app = typer.Typer(
    cls=_OnDemand,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


@app.callback()
def disposisi() -> None:
    """Runs the SOPs of an Indonesian civil-registry office in Telegram."""


def main() -> None:
    app()
