"""What became of a form, and what becomes of it if it is cancelled."""

from messages.localizer import Localizer
from workflow.views.form import FormView, Onward


def ended(view: FormView, say: Localizer) -> str:
    """What became of the form."""
    procedure = view.procedure_title
    match view.ending:
        case "cancelled":
            return say("form-cancelled", procedure=procedure)
        case "lapsed":
            return say("form-lapsed", procedure=procedure)
        case "handed_in" if view.for_task:
            return _saved(view, say)
        case "handed_in" if view.number:
            return say("form-ended", procedure=procedure, number=view.number)
    return say("form-closed", procedure=procedure)


def _saved(view: FormView, say: Localizer) -> str:
    """What an officer told is kept with the file; who hands it on, where it is not done yet."""
    procedure, number = view.procedure_title, view.number
    match view.onward:
        case Onward.HERE:
            return say("form-saved", procedure=procedure, number=number)
        case Onward.ANOTHER:
            return say(
                "form-saved-for-another", procedure=procedure, number=number, lane=view.lane_title
            )
    return say("form-saved-before", procedure=procedure, number=number)


def cancelling(view: FormView, say: Localizer) -> str:
    """What would be gone, and what would not."""
    procedure, number = view.procedure_title, view.number
    if view.repair:
        return say("form-cancelling-repair", procedure=procedure, number=number)
    if view.for_task:
        return say("form-cancelling-work", procedure=procedure, number=number)
    return say("form-cancelling", procedure=procedure)
