"""Acts that are to be two persons', where one person would do or does both."""

from messages.localizer import Localizer
from workflow.people import Barred


def waived_line(waived: Barred | None, say: Localizer) -> list[str]:
    """That one person did, or does, what should be two persons'; nothing where two did."""
    match waived:
        case Barred.OWN_REQUEST:
            return [say("task-own-request-waived")]
        case Barred.OWN_PARAF:
            return [say("task-own-paraf-waived")]
    return []


def barred_line(barred: Barred, say: Localizer) -> str:
    """Why somebody who sits there does not act on this file."""
    if barred is Barred.OWN_PARAF:
        return say("task-own-paraf-barred")
    return say("task-own-request-barred")
