"""`disposisi sop …`: look after the office's SOP files."""

from typing import ClassVar

import typer

from bot.cli.on_demand import OnDemand


class _Commands(OnDemand):
    written: ClassVar = {
        "import": "bot.cli.importing:import_sop",
        "bpmn": "bot.cli.bpmn:export_bpmn",
        "diagram": "bot.cli.diagrams:diagram",
        "simulate": "bot.cli.simulating:simulate_sop",
        "schema": "bot.cli.schema:schema",
        "list": "bot.cli.procedures:list_procedures",
        "show": "bot.cli.procedures:show",
        "check": "bot.cli.procedures:check",
    }


app = typer.Typer(cls=_Commands, no_args_is_help=True)


@app.callback()
def sop() -> None:
    """Look after the office's SOP files."""
