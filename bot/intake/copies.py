"""A card that came twice: the older copy goes as soon as somebody presses it.

A bot killed between sending a card and noting it sends it again, and Telegram offers no way to look
for the copy that nobody noted. A press names the message it was made on.
"""

from dataclasses import dataclass

from messages.actions import form, officer
from storage.unit_of_work import SqlUnitOfWork
from workflow.ids import PersonId
from workflow.intents import RemoveMessage

_ON_A_TASK = (
    officer.Decide,
    officer.Sure,
    officer.MarkItem,
    officer.ChooseReason,
    officer.Instruct,
    officer.Ready,
    officer.Write,
    officer.Plain,
    officer.Take,
    officer.Files,
    officer.Letter,
    officer.Sheet,
    officer.GrantTo,
    officer.ChooseMember,
    officer.FormTeam,
    officer.TypeDigit,
    officer.ClearDigits,
    officer.MakeArchive,
)
_ON_A_FORM = (
    form.FormBack,
    form.FormNext,
    form.FormTakeOut,
    form.FormChoose,
    form.FormChange,
    form.FormCancel,
    form.FormDrop,
    form.FormKeep,
    form.FormSubmit,
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
