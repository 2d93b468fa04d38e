"""Whether a letter holds: what is said to whoever scans its code."""

from collections.abc import Sequence
from enum import StrEnum

from workflow.case import Case, CasePaper, CaseState, PaperState, Task
from workflow.in_force import is_registered, is_signed
from workflow.procedure import Procedure


class Validity(StrEnum):
    """Whether a signed letter holds."""

    IN_FORCE = "in-force"
    UNREGISTERED = "unregistered"  # signed, and not yet numbered and sealed
    REPLACED = "replaced"  # sent back after its signature: another one is or will be signed
    REFUSED = "refused"  # its case was refused afterwards


def validity_of(
    letter: CasePaper,
    newest: CasePaper | None,
    case: Case,
    tasks: Sequence[Task],
    procedure: Procedure,
) -> Validity:
    """How a letter stands beside the *newest* of its kind."""
    if newest is None or newest.code != letter.code:
        return Validity.REPLACED
    if case.state is CaseState.REFUSED:
        return Validity.REFUSED
    if not is_signed(letter.kind, tasks, procedure):
        return Validity.REPLACED
    if is_registered(letter.kind, procedure) and newest.state is not PaperState.SEALED:
        return Validity.UNREGISTERED
    return Validity.IN_FORCE
