"""The SOPs that a command may name."""

from pathlib import Path

from bot.cli.reporting import fail, read_settings
from bot.files import read_procedures
from storage.procedure_files import read
from workflow.errors import ProcedureError
from workflow.parsing import parse_procedure
from workflow.procedure import Procedure


def offered() -> list[Procedure]:
    """The SOPs that this office offers; stops with a sentence when their files have a fault."""
    try:
        return [procedure for procedure, _ in read_procedures(read_settings())]
    except ProcedureError as error:
        fail(str(error))


def procedure_named(procedure_id: str) -> Procedure:
    """One of the SOPs that this office offers, or that of a file; else stops with a sentence."""
    if procedure_id.endswith((".yaml", ".yml")):
        return _in_file(Path(procedure_id))
    found = {str(one.id): one for one in offered()}
    if procedure_id not in found:
        fail(f"There is no SOP '{procedure_id}'; this office offers {', '.join(found)}.")
    return found[procedure_id]


def _in_file(path: Path) -> Procedure:
    try:
        return parse_procedure(read(path).text, source=path.name)
    except OSError as error:
        fail(f"{path}: cannot be read ({error.strerror}).")
    except ProcedureError as error:
        fail(str(error))
