"""`disposisi sop list`, `show`, `check`: what the office's SOP files say, and what is wrong."""

import shutil
import sys
import textwrap
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli.lanes import lanes_without_jabatan
from bot.cli.offered import offered, procedure_named
from bot.cli.paths import routes
from bot.cli.reporting import read_settings, tell, tell_json
from storage.procedure_files import read
from workflow.advising import advice
from workflow.errors import ProcedureError
from workflow.parsing import parse_procedure
from workflow.procedure import Procedure, Step

Json = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]
Files = Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, help="SOP files.")]

_MARGIN = 36
_NARROWEST = 72  # columns; below that a terminal breaks the lines itself


def list_procedures(json: Json = False) -> None:
    """List the SOPs that this office offers."""
    found = offered()
    if json:
        tell_json([_in_short(one) for one in found])
        return
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    for one in found:
        for line in listed(one, width):
            tell(line)
    tell("\nOne step by step, with its paths: disposisi sop show ID")
    tell("Played by invented people:        disposisi sandbox --play ID --fast --out DIR")


def listed(procedure: Procedure, width: int | None) -> list[str]:
    """An SOP in the list; what is too long for *width* goes on below, never cut off."""
    first = f"{procedure.id:24} {len(procedure.steps):>3} steps  "
    margin = " " * _MARGIN
    number = procedure.number or "without a number"
    told = [
        first + procedure.title,
        f"{margin}SOP {number} · begun by {_begun_by(procedure)}",
        margin + procedure.office,
    ]
    if width is None:
        return told
    room = max(width, _NARROWEST)
    return [part for line in told for part in textwrap.wrap(line, room, subsequent_indent=margin)]


def show(
    procedure_id: Annotated[str, typer.Argument(help="As `list` names it, or a file.")],
    json: Json = False,
) -> None:
    """Show one SOP step by step."""
    found = procedure_named(procedure_id)
    ways = routes(found)
    if json:
        paths = [{"name": name, "told": route.told} for name, route in ways.items()]
        tell_json({**found.model_dump(mode="json"), "paths": paths})
        return
    tell(f"{found.title}\n{found.office}\nSOP {found.number or '-'}\n")
    for step in found.steps:
        tell(_line(found, step))
        if step.note:
            tell(f"     ({step.note})")
    if found.note:
        tell(f"\nInferred, and not in the document: {found.note}")
    tell(f"\nPaths, for disposisi sandbox --play {found.id} --path NAME:")
    for name, route in ways.items():
        tell(f"  {name:20} {route.told}")
    tell("Without --path, one case over every return.")


def _in_short(procedure: Procedure) -> dict[str, Any]:
    return {
        "id": procedure.id,
        "title": procedure.title,
        "steps": len(procedure.steps),
        "number": procedure.number,
        "office": procedure.office,
        "begun_by": _begun_by(procedure),
        "services": {name: one.title for name, one in procedure.services.items()},
        "paths": list(routes(procedure)),
    }


def _begun_by(procedure: Procedure) -> str:
    """Whose column is first; the calendar where it begins cases too."""
    days = ", ".join(procedure.begins_on)
    by_calendar = f", and by the calendar on {days}" if days else ""
    return procedure.lanes[procedure.first.lane].title + by_calendar


def _line(procedure: Procedure, step: Step) -> str:
    ways = " · ".join(
        f"{outcome.label} {'✗' if outcome.to is None and outcome.note_required else '→'} "
        f"{outcome.to or 'end'}"
        for outcome in step.outcomes.values()
    )
    limit = step.limit_words or str(step.limit or "-")
    lane = procedure.lanes[step.lane].title
    return f"{step.number:>3}  {lane:28} {step.kind:12} {limit:14} {step.short}\n     {ways}"


def check(files: Files, json: Json = False) -> None:
    """Read SOP files and say in plain words what is wrong with them."""
    results = []
    no_office_yet = read_settings().office_file is None
    for path in files:
        file = read(path)
        try:
            procedure = parse_procedure(file.text, source=file.name)
        except ProcedureError as error:
            results.append({"file": str(path), "ok": False, "faults": str(error).splitlines()[1:]})
        else:
            lanes = lanes_without_jabatan(procedure)
            wrong = [*([] if no_office_yet else lanes), *advice(procedure)]
            faults = [f"  {line}" for line in wrong]
            results.append(
                {
                    "file": str(path),
                    "ok": not faults,
                    "title": procedure.title,
                    "steps": len(procedure.steps),
                    "faults": faults,
                    "notes": lanes if no_office_yet else [],
                }
            )
    if json:
        tell_json(results)
    else:
        for one in results:
            if one["ok"]:
                tell(f"{one['file']}: {one['title']}, {one['steps']} steps, nothing wrong")
                for note in one["notes"]:  # type: ignore[attr-defined]
                    tell(f"  {note}")
            else:
                tell("\n".join([f"{one['file']}:", *one["faults"]]))  # type: ignore[misc]
    raise typer.Exit(code=0 if all(one["ok"] for one in results) else 1)
