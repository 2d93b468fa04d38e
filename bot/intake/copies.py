"""A card that came twice: the older copy goes as soon as somebody presses it.

A bot killed between sending a card and noting it sends it again, and Telegram offers no way to look
for the copy that nobody noted. A press names the message it was made on.
"""

from dataclasses import dataclass

from messages import actions
from storage.unit_of_work import SqlUnitOfWork
from workflow.ids import PersonId
from workflow.intents import RemoveMessage

_ON_A_TASK = (
    actions.Decide,
    actions.Sure,
    actions.MarkItem,
    actions.ChooseReason,
    actions.Instruct,
    actions.Ready,
    actions.Write,
    actions.Plain,
    actions.Take,
    actions.Files,
    actions.Letter,
    actions.Sheet,
    actions.GrantTo,
    actions.ChooseMember,
    actions.FormTeam,
    actions.TypeDigit,
    actions.ClearDigits,
    actions.MakeArchive,
)
_ON_A_FORM = (
    actions.FormBack,
    actions.FormNext,
    actions.FormEmpty,
    actions.FormChoose,
    actions.FormChange,
    actions.FormCancel,
    actions.FormDrop,
    actions.FormKeep,
    actions.FormSubmit,
)
_SCREENS = {
    **{action.tag: "task" for action in _ON_A_TASK},
    **{action.tag: "form" for action in _ON_A_FORM},
}


@dataclass(frozen=True, slots=True)
class Press:
    """On which message somebody pressed, and what its button carries."""

    message_id: int
    data: str


def take_away_copy(work: SqlUnitOfWork, person_id: PersonId, press: Press) -> None:
    """Remove the pressed message when a newer one shows its screen."""
    shown = work.cards.message(_screen_under(press.data), person_id)
    if shown is not None and 0 < press.message_id < shown:
        work.tell(person_id, RemoveMessage(message_id=press.message_id))


def _screen_under(data: str) -> str:
    tag, _, rest = data.partition(":")
    return f"{_SCREENS.get(tag, '')}:{rest.partition(':')[0]}"
