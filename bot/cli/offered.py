"""The SOPs that a command may name."""

from bot.cli.reporting import fail, read_settings
from bot.opening import read_procedures
from workflow.errors import ProcedureError
from workflow.procedure import Procedure


def offered() -> list[Procedure]:
    """The SOPs that this office offers; stops with a sentence when their files have a fault."""
    try:
        return [procedure for procedure, _ in read_procedures(read_settings())]
    except ProcedureError as error:
        fail(str(error))


def procedure_named(procedure_id: str) -> Procedure:
    """One of the SOPs that this office offers; stops with a sentence when there is none such."""
    found = {str(one.id): one for one in offered()}
    if procedure_id not in found:
        fail(f"There is no SOP '{procedure_id}'; this office offers {', '.join(found)}.")
    return found[procedure_id]
