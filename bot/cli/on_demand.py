"""Commands whose modules are fetched when they are asked for: what they need takes seconds."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, ClassVar

import typer
from typer.core import TyperGroup


class OnDemand(TyperGroup):
    """A group of commands; `written` says in which module each lies, as "module:name"."""

    written: ClassVar[Mapping[str, str]] = {}

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.written)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        # A word that is no command is told what it may have meant: that takes all of them.
        for name in [cmd_name] if cmd_name in self.written else self.written:
            if name not in self.commands:
                self.add_command(_fetched(name, self.written[name]), name)
        return super().get_command(ctx, cmd_name)


def _fetched(name: str, place: str) -> Any:
    module, _, found = place.partition(":")
    called: Any = getattr(import_module(module), found)
    if isinstance(called, typer.Typer):
        group = typer.main.get_group(called)
        group.name = name
        return group
    alone = typer.Typer(add_completion=False)
    alone.command(name=name)(called)
    return typer.main.get_command(alone)
