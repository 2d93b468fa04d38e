"""The SOP that a command names."""

from bot.cli.reporting import fail, read_settings
from bot.opening import read_procedures
from workflow.errors import ProcedureError
from workflow.procedure import Procedure


def procedure_named(procedure_id: str) -> Procedure:
    """One of the SOPs that this office offers; stops with a sentence when there is none such."""
    try:
        offered = {str(one.id): one for one, _ in read_procedures(read_settings())}
    except ProcedureError as error:
        fail(str(error))
    if procedure_id not in offered:
        fail(f"There is no SOP '{procedure_id}'; this office offers {', '.join(offered)}.")
    return offered[procedure_id]
