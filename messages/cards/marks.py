"""What a verifier found wanting, in words."""

from messages.cards.fitting import cut
from messages.localizer import Localizer
from workflow.case import Defect
from workflow.views.task import MarkLine


def mark_line(mark: MarkLine, say: Localizer, width: int) -> str:
    """One item of a request and what is wrong with it, as a line of text."""
    title = cut(mark.title, width)
    match mark.defect:
        case Defect.MISSING:
            return say("mark-missing", title=title)
        case Defect.UNCLEAR:
            return say("mark-unclear", title=title)
        case Defect.WRONG:
            return say("mark-wrong", title=title)
    return say("mark-good", title=title)


def mark_button(mark: MarkLine, say: Localizer) -> str:
    """The same on a button, where the state stands first because a phone cuts the end."""
    match mark.defect:
        case Defect.MISSING:
            return say("mark-button-missing", title=mark.title)
        case Defect.UNCLEAR:
            return say("mark-button-unclear", title=mark.title)
        case Defect.WRONG:
            return say("mark-button-wrong", title=mark.title)
    return say("mark-button-good", title=mark.title)
