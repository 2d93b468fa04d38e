"""`disposisi sop bpmn`: an SOP for modellers and process engines."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.offered import procedure_named
from bot.cli.reporting import fail, tell
from workflow.bpmn.writing import bpmn_text


def export_bpmn(
    procedure_id: Annotated[str, typer.Argument(help="As `sop list` names it, or a file.")],
    out: Annotated[Path | None, typer.Option("--out", help="Write it to this file.")] = None,
) -> None:
    """Write one SOP as BPMN 2.0, with its diagram; without --out, on the screen."""
    text = bpmn_text(procedure_named(procedure_id))
    if out is None:
        typer.echo(text, nl=False)
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        fail(f"{out}: cannot be written ({error.strerror}).")
    tell(f"{out}: written; Camunda Modeler, bpmn.io and other BPMN 2.0 tools open it.")
