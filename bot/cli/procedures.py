"""`disposisi sop …`: look after the office's SOP files."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.bpmn import export_bpmn
from bot.cli.diagrams import diagram
from bot.cli.importing import import_sop
from bot.cli.reporting import fail, read_settings, tell, tell_json
from bot.cli.schema import schema
from bot.cli.simulating import simulate_sop
from bot.opening import read_office, read_procedures
from storage.procedure_files import read
from workflow.checking import advice
from workflow.errors import OfficeError, ProcedureError
from workflow.office import Office
from workflow.parsing import parse_procedure
from workflow.procedure import Procedure, Step

app = typer.Typer(no_args_is_help=True)
app.command(name="import")(import_sop)
app.command(name="bpmn")(export_bpmn)
app.command(name="diagram")(diagram)
app.command(name="simulate")(simulate_sop)
app.command(name="schema")(schema)
Json = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]
Files = Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, help="SOP files.")]


@app.callback()
def sop() -> None:
    """Look after the office's SOP files."""


@app.command(name="list")
def list_procedures(json: Json = False) -> None:
    """List the SOPs that this office offers."""
    found = [
        {"id": one.id, "title": one.title, "steps": len(one.steps), "number": one.number}
        for one in _procedures()
    ]
    if json:
        tell_json(found)
        return
    for one in found:
        tell(f"{one['id']:24} {one['steps']:>3} steps  {one['title']}")


@app.command()
def show(
    procedure_id: Annotated[str, typer.Argument(help="As `list` names it.")], json: Json = False
) -> None:
    """Show one SOP step by step."""
    found = {one.id: one for one in _procedures()}.get(procedure_id)  # type: ignore[call-overload]
    if found is None:
        fail(f"There is no SOP '{procedure_id}'; `disposisi sop list` names them.")
    if json:
        tell_json(found.model_dump(mode="json"))
        return
    tell(f"{found.title}\n{found.office}\nSOP {found.number}\n")
    for step in found.steps:
        tell(_line(found, step))


def _line(procedure: Procedure, step: Step) -> str:
    ways = " · ".join(
        f"{outcome.label} {'✗' if outcome.to is None and outcome.note_required else '→'} "
        f"{outcome.to or 'end'}"
        for outcome in step.outcomes.values()
    )
    limit = step.limit_words or str(step.limit or "-")
    lane = procedure.lanes[step.lane].title
    return f"{step.number:>3}  {lane:28} {step.kind:12} {limit:14} {step.short}\n     {ways}"


@app.command()
def check(files: Files, json: Json = False) -> None:
    """Read SOP files and say in plain words what is wrong with them."""
    results = []
    office = _office()
    for path in files:
        file = read(path)
        try:
            procedure = parse_procedure(file.text, source=file.name)
        except ProcedureError as error:
            results.append({"file": str(path), "ok": False, "faults": str(error).splitlines()[1:]})
        else:
            faults = [
                f"  {line}"
                for line in (*lanes_without_jabatan(procedure, office), *advice(procedure))
            ]
            results.append(
                {
                    "file": str(path),
                    "ok": not faults,
                    "title": procedure.title,
                    "steps": len(procedure.steps),
                    "faults": faults,
                }
            )
    if json:
        tell_json(results)
    else:
        for one in results:
            if one["ok"]:
                tell(f"{one['file']}: {one['title']}, {one['steps']} steps, nothing wrong")
            else:
                tell("\n".join([f"{one['file']}:", *one["faults"]]))  # type: ignore[misc]
    raise typer.Exit(code=0 if all(one["ok"] for one in results) else 1)


def lanes_without_jabatan(procedure: Procedure, office: Office) -> list[str]:
    """Lanes that nobody can hold in this office."""
    return [
        f"lanes.{lane}: this office has no jabatan '{office.holder_of(procedure.id, lane)}'; "
        f"write under lanes.{procedure.id} in the office file which jabatan sits there"
        for lane, column in procedure.lanes.items()
        if not column.applicant
        and not column.team
        and office.holder_of(procedure.id, lane) not in office.jabatan
    ]


def _procedures() -> list[Procedure]:
    try:
        return [procedure for procedure, _ in read_procedures(read_settings())]
    except ProcedureError as error:
        fail(str(error))


def _office() -> Office:
    try:
        return read_office(read_settings())
    except OfficeError as error:
        fail(str(error))
