"""An own message that is edited: taken while nobody has acted on its words, else told so."""

from dataclasses import dataclass

from workflow import engine
from workflow.desk.cards import screen_of
from workflow.desk.deciding import read_note
from workflow.desk.form import FormDesk
from workflow.desk.mandates import MandateDesk
from workflow.desk.messages import MessageDesk
from workflow.desk.on_desk import task_on_desk
from workflow.errors import NotFound, Refusal
from workflow.ids import DraftId, ItemId, OutcomeId, TaskId
from workflow.intents import RemoveMessage, ShowTask, Tell
from workflow.mandate import Wanted
from workflow.people import Asked, FocusKind, Person
from workflow.plain_text import names_a_number
from workflow.ports import UnitOfWork
from workflow.views.task import Face, Mode

# Faces of a card that hold the words of somebody who has not decided by them yet.
_BEFORE_DECIDING = frozenset({Face.SURE, Face.GRANT, Face.TEAM, Face.KEYPAD})


@dataclass(frozen=True, slots=True)
class CorrectionDesk:
    """Telegram shows an edited message as if it had been so from the start."""

    work: UnitOfWork
    me: Person
    messages: MessageDesk
    forms: FormDesk
    mandates: MandateDesk

    def correct(self, text: str, *, message_id: int) -> None:
        """Edited words: in the place of the first, as an answer at last, or not at all."""
        words = self.work.words.find(self.me.id, message_id)
        if words is None:
            self._tell("edit-changes-nothing")
        elif words.taken:
            self._replace(words.asked, text, message_id)
        elif self.messages.asked() == words.asked:
            self.messages.hear(text, message_id=message_id)
        else:
            self._tell("edit-changes-nothing")

    def file(self) -> None:
        """A file, or the words under one, were edited: the office has what came first."""
        self._tell("edit-file-stands")

    def _replace(self, asked: Asked, text: str, message_id: int) -> None:
        """What cannot stand in the place of the first words leaves them, and says why."""
        try:
            taken = self._is_replaced(asked, text, message_id)
        except NotFound:
            taken = False
        except Refusal as refusal:
            self._tell(refusal.message_id, **refusal.arguments)
            taken = False
        self._tell("edit-taken" if taken else "edit-first-stands")
        if names_a_number(text):
            self.work.tell(self.me.id, RemoveMessage(message_id=message_id))

    def _is_replaced(self, asked: Asked, text: str, message_id: int) -> bool:
        match asked.kind:
            case FocusKind.FORM:
                answer = ItemId(asked.extra)
                return self.forms.correct(DraftId(asked.ref), answer, text, message_id=message_id)
            case FocusKind.REASON:
                return self._is_note_replaced(TaskId(asked.ref), OutcomeId(asked.extra), text)
            case FocusKind.ANSWER:
                return self.messages.answers.correct(TaskId(asked.ref), text)
            case FocusKind.MANDATE:
                return self.mandates.correct(Wanted(asked.extra), text)
        return False

    def _is_note_replaced(self, task_id: TaskId, outcome: OutcomeId, text: str) -> bool:
        """The reason or instruction on a card that waits for the press that decides."""
        on_desk = task_on_desk(self.work, self.me.id, task_id)
        screen = screen_of(on_desk.task)
        mode = self.work.cards.mode(screen, self.me.id)
        if mode.face not in _BEFORE_DECIDING or mode.outcome != outcome or not on_desk.task.is_open:
            return False
        engine.ensure_may_act(on_desk.task, on_desk.who)
        note = read_note(text, outcome)
        self.work.cards.turn(screen, self.me.id, Mode(face=mode.face, outcome=outcome, note=note))
        self.work.tell(self.me.id, ShowTask(task_id=task_id))
        return True

    def _tell(self, message_id: str, **arguments: str | int) -> None:
        self.work.tell(self.me.id, Tell(message_id=message_id, arguments=arguments))
