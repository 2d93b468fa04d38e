"""Buttons that outlived their screen: what a press on one of them leaves on the phone.

A card that came twice loses its older copy as soon as somebody presses that. A bot killed between
sending a card and noting it sends it again, and Telegram offers no way to look for the copy that
nobody noted. A press names the message it was made on.
"""

from dataclasses import dataclass

from messages.actions import form, officer, outdated
from storage.unit_of_work import SqlUnitOfWork
from workflow.ids import DraftId, PersonId, TaskId
from workflow.intents import RemoveMessage, ShowForm, ShowTask

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
    officer.ShowFiles,
    officer.ShowLetter,
    officer.ShowLembarDisposisi,
    officer.ShowAnswers,
    officer.Numbers,
    officer.GrantTo,
    officer.ChooseMember,
    officer.FormTeam,
    officer.TypeDigit,
    officer.DigitNotKept,
    officer.ClearDigits,
    officer.MakeArchive,
    *outdated.ON_A_TASK,
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
    *outdated.ON_A_FORM,
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


def show_present(work: SqlUnitOfWork, person_id: PersonId, press: Press) -> None:
    """Show the task or the question as it is now to whoever pressed an outdated button of it.

    It comes down to where the eye is, unless it was that very message.
    """
    screen = _screen_under(press.data)
    kind, _, number = screen.partition(":")
    if kind not in {"task", "form"} or not (number.isascii() and number.isdecimal()):
        return
    fresh = press.message_id != work.cards.message(screen, person_id)
    if kind == "task":
        work.tell(person_id, ShowTask(task_id=TaskId(int(number)), fresh=fresh))
    else:
        work.tell(person_id, ShowForm(draft_id=DraftId(int(number)), fresh=fresh))


def _screen_under(data: str) -> str:
    tag, _, rest = data.partition(":")
    return f"{_SCREENS.get(tag, '')}:{rest.partition(':')[0]}"
