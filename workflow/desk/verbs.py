"""What an officer can do with a file beside handing it on: one face of the card for each verb."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass

from workflow import rights
from workflow.consulting import also_asked
from workflow.desk import consulting, giving, hold, questions
from workflow.desk.cards import screen_of, turn
from workflow.desk.deciding import read_note
from workflow.desk.on_desk import task_on_desk
from workflow.desk.writing import ask_for_words, drop_pending_reason, stop_writing
from workflow.errors import ListMoved
from workflow.ids import OutcomeId, TaskId
from workflow.people import Person
from workflow.ports import UnitOfWork
from workflow.queries.on_desk import TaskOnDesk
from workflow.queries.verbs import ROWS, is_working
from workflow.verbs import Verb
from workflow.views.task import Face, Mode


@dataclass(frozen=True, slots=True)
class VerbDeed:
    """How a verb is done: what may be chosen for it, and what the choice and the words do."""

    offers: Callable[[UnitOfWork, TaskOnDesk], Container[str]]
    does: Callable[[UnitOfWork, Person, TaskOnDesk, str, str], None]
    # With one more choice beside those made before, where several may be made.
    joins: Callable[[str, str], str] = lambda before, chosen: chosen


DEEDS: Mapping[Verb, VerbDeed] = {
    Verb.LIFT: VerbDeed(lambda work, on_desk: ("",), hold.go_on),
    Verb.HOLD: VerbDeed(hold.offered, hold.put_on_hold),
    Verb.ASK: VerbDeed(questions.offered, questions.ask_applicant),
    Verb.UNASK: VerbDeed(lambda work, on_desk: ("",), questions.withdraw_question),
    Verb.CONSULT: VerbDeed(consulting.offered, consulting.consult, joins=also_asked),
    Verb.GIVE: VerbDeed(giving.offered, giving.give_to_colleague),
}


@dataclass(frozen=True, slots=True)
class VerbDesk:
    """Turns a card to a verb, asks what the verb needs, and does it."""

    work: UnitOfWork
    me: Person

    def more(self, task_id: TaskId) -> None:
        """Turn the card to everything that can be done with the file now."""
        on_desk = self._on_desk(task_id)
        stop_writing(self.work, self.me.id, on_desk.task)
        turn(self.work, self.me.id, on_desk.task, Mode(face=Face.MORE))

    def begin(self, task_id: TaskId, verb: Verb) -> None:
        """Turn the card to what one verb has to know first."""
        on_desk = self._working(task_id, verb)
        stop_writing(self.work, self.me.id, on_desk.task)
        turn(self.work, self.me.id, on_desk.task, Mode(face=Face.VERB, outcome=verb.value))

    def choose(self, task_id: TaskId, verb: Verb, chosen: str) -> None:
        """What the verb is for was chosen: whoever likes may write a word to go with it."""
        on_desk = self._offered(task_id, verb, chosen)
        chosen = DEEDS[verb].joins(self._chosen_before(on_desk, verb), chosen)
        ask_for_words(self.work, self.me.id, on_desk.task, verb, chosen)

    def _chosen_before(self, on_desk: TaskOnDesk, verb: Verb) -> str:
        mode = self.work.cards.mode(screen_of(on_desk.task), self.me.id)
        return mode.note if (mode.face, mode.outcome) == (Face.VERB, verb.value) else ""

    def do(self, task_id: TaskId, verb: Verb, chosen: str, words: str = "") -> None:
        """Do it, with or without words."""
        on_desk = self._offered(task_id, verb, chosen)
        stop_writing(self.work, self.me.id, on_desk.task)
        turn(self.work, self.me.id, on_desk.task, Mode())
        DEEDS[verb].does(self.work, self.me, on_desk, chosen, words)

    def written(self, task_id: TaskId, asked: str, text: str) -> None:
        """The words that go with what was chosen; a NIK in them is kept masked."""
        verb = Verb(asked.partition(":")[0])  # a release before kept the choice behind it
        chosen = self._chosen_before(self._on_desk(task_id), verb)
        self.do(task_id, verb, chosen, read_note(text, OutcomeId("")))

    def _offered(self, task_id: TaskId, verb: Verb, chosen: str) -> TaskOnDesk:
        on_desk = self._working(task_id, verb)
        if chosen not in DEEDS[verb].offers(self.work, on_desk):
            raise ListMoved
        return on_desk

    def _working(self, task_id: TaskId, verb: Verb) -> TaskOnDesk:
        """The file, if the verb works on it now; raises the refusal that fits, or VerbGone."""
        on_desk = self._on_desk(task_id)
        rights.ensure(ROWS[verb].act, on_desk.task, on_desk.who)
        if not is_working(self.work, on_desk, verb):
            raise ROWS[verb].gone
        return on_desk

    def _on_desk(self, task_id: TaskId) -> TaskOnDesk:
        drop_pending_reason(self.work, self.me.id, but=task_id)
        return task_on_desk(self.work, self.me.id, task_id)
