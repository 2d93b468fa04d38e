"""Buttons that outlived their screen: what a press on one of them leaves on the phone.

A card that came twice loses its older copy as soon as somebody presses that. A bot killed between
sending a card and noting it sends it again, and Telegram offers no way to look for the copy that
nobody noted. A press names the message it was made on.
"""

from collections.abc import Callable
from dataclasses import dataclass

from bot.presses.table import action_of
from storage.unit_of_work import SqlUnitOfWork
from workflow.ids import DraftId, PauseId, PersonId, TaskId
from workflow.intents import AskAgreement, Intent, RemoveMessage, ShowForm, ShowTask
from workflow.screen_names import ScreenName


@dataclass(frozen=True, slots=True)
class Press:
    """On which message somebody pressed, and what its button carries."""

    message_id: int
    data: str


def take_away_copy(work: SqlUnitOfWork, person_id: PersonId, press: Press) -> None:
    """Remove the pressed message when a newer one shows its screen."""
    under = _screen_under(press.data)
    shown = None if under is None else work.cards.message(under.screen, person_id)
    if shown is not None and 0 < press.message_id < shown:
        work.tell(person_id, RemoveMessage(message_id=press.message_id))


def show_present(work: SqlUnitOfWork, person_id: PersonId, press: Press) -> None:
    """Show the task or the question as it is now to whoever pressed an outdated button of it.

    It comes down to where the eye is, unless it was that very message.
    """
    under = _screen_under(press.data)
    if under is not None:
        fresh = press.message_id != work.cards.message(under.screen, person_id)
        work.tell(person_id, under.shown(fresh))


@dataclass(frozen=True, slots=True)
class _Under:
    """The screen on which a button stands, and what shows it."""

    screen: str
    shown: Callable[[bool], Intent]


def _screen_under(data: str) -> _Under | None:
    """By the number that the button holds; nothing where it stands in a list as well."""
    action = action_of(data)
    pause_id: PauseId | None = getattr(action, "pause_id", None)
    if pause_id is not None:
        return _Under(
            ScreenName.HOLD.of(pause_id),
            lambda fresh: AskAgreement(pause_id=pause_id, fresh=fresh),
        )
    if action is None or not action.on_its_card:
        return None
    task_id: TaskId | None = getattr(action, "task_id", None)
    if task_id is not None:
        return _Under(
            ScreenName.TASK.of(task_id), lambda fresh: ShowTask(task_id=task_id, fresh=fresh)
        )
    draft_id: DraftId | None = getattr(action, "draft_id", None)
    if draft_id is not None:
        return _Under(
            ScreenName.FORM.of(draft_id), lambda fresh: ShowForm(draft_id=draft_id, fresh=fresh)
        )
    return None
