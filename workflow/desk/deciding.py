"""Deciding: one press, or as many as it takes to say what, why, and that one is sure."""

from dataclasses import dataclass

from workflow import engine
from workflow.case import Case, Decision, Mark, Task
from workflow.collecting import CollectAsk, collector_in, is_collected_at
from workflow.desk.cards import screen_of, turn
from workflow.desk.handing import receive, record
from workflow.desk.stamping import ground_of
from workflow.desk.writing import stop_writing
from workflow.errors import (
    DraftRequired,
    ListMoved,
    MarksRequired,
    NoteRequired,
    TaskMoved,
    UnknownOutcome,
)
from workflow.filling import by_id
from workflow.ids import ItemId, OutcomeId, PersonId
from workflow.intents import ShowTask, Stamp
from workflow.marking import markable, next_defect
from workflow.people import Focus, FocusKind, Person
from workflow.plain_text import clean, ensure_fits, says_something, without_numbers
from workflow.ports import UnitOfWork
from workflow.procedure import Outcome, Step, StepKind, Way
from workflow.queries.on_desk import TaskOnDesk
from workflow.queries.step_work import ensure_work_done
from workflow.shown import digest_of
from workflow.views.task import Face, Mode, face_before

LONGEST_NOTE = 1000


@dataclass(frozen=True, slots=True)
class DecidingDesk:
    """One file in the hands of whoever may decide it, as `OfficerDesk.acting` has made sure."""

    work: UnitOfWork
    me: Person
    on_desk: TaskOnDesk

    @property
    def task(self) -> Task:
        return self.on_desk.task

    @property
    def case(self) -> Case:
        return self.on_desk.case

    @property
    def step(self) -> Step:
        return self.on_desk.step

    @property
    def mode(self) -> Mode:
        """The face of the card that is turned up on this person's phone."""
        return self.work.cards.mode(screen_of(self.task), self.me.id)

    def press(self, outcome_id: OutcomeId) -> None:
        """One press on a card: decide at once, or turn the card to what is still needed."""
        outcome = self.on_desk.outcome(outcome_id)
        if outcome.way is Way.FORWARD:
            self._forward(outcome_id)
            return
        self._receive()
        if self.on_desk.goes_to_applicant(outcome):
            self.turn(Mode(face=Face.MARKS, outcome=outcome_id))
            return
        self._ask_words(outcome_id)

    def sure(self, outcome_id: OutcomeId, words: str = digest_of("")) -> None:
        """The second press of a signature or a refusal, for the words that the card showed."""
        mode = self.mode
        asked = (mode.face, mode.outcome, digest_of(mode.note))
        if asked != (Face.SURE, outcome_id, words):
            raise TaskMoved
        self.decide(outcome_id, mode.note)

    def mark(self, outcome_id: OutcomeId, name: ItemId) -> None:
        """Mark one item as unclear, wrong or missing; again, and it goes round."""
        if not self.on_desk.goes_to_applicant(self.on_desk.outcome(outcome_id)):
            raise UnknownOutcome(outcome=outcome_id)
        item = by_id(markable(self.on_desk.procedure, self.case)).get(name)
        if item is None:
            raise ListMoved
        marks = {mark.item: mark.defect for mark in self.work.cases.marks(self.task.id)}
        defect = next_defect(item, marks.get(name), there=self._is_there(name))
        mark = None if defect is None else Mark(item=name, defect=defect)
        self.work.cases.set_mark(self.task.id, name, mark)
        self.turn(Mode(face=Face.MARKS, outcome=outcome_id))

    def _is_there(self, name: ItemId) -> bool:
        files = self.work.cases.attachments(self.case.id)
        return name in self.case.answers or any(file.item == name for file in files)

    def reasons(self, outcome_id: OutcomeId) -> None:
        """After the marks, the reason."""
        outcome = self.on_desk.outcome(outcome_id)
        if self.on_desk.goes_to_applicant(outcome) and not self.work.cases.marks(self.task.id):
            raise MarksRequired
        self._ask_words(outcome_id)

    def instruct(self, outcome_id: OutcomeId) -> None:
        """Choose another instruction than the usual one."""
        self.on_desk.outcome(outcome_id)
        self._receive()
        self._ask_words(outcome_id)

    def write(self, outcome_id: OutcomeId) -> None:
        """The reason or instruction will be written as a message."""
        self.on_desk.outcome(outcome_id)
        self._ask_words(outcome_id, face=Face.WRITING)

    def _ask_words(self, outcome_id: OutcomeId, *, face: Face = Face.REASONS) -> None:
        """Own words are taken as well where ready-made ones are offered."""
        focus = Focus(kind=FocusKind.REASON, ref=self.task.id, extra=outcome_id)
        self.work.people.set_focus(self.me.id, focus, at=self.work.now)
        self.turn(Mode(face=face, outcome=outcome_id))

    def ready_made(self, outcome_id: OutcomeId, words: str) -> None:
        """A reason or instruction of the procedure's own, by the digest of its words."""
        outcome = self.on_desk.outcome(outcome_id)
        notes = self.step.instructions if outcome.way is Way.FORWARD else outcome.reasons
        note = next((one for one in notes if digest_of(one) == words), None)
        if note is None:
            raise ListMoved
        self._noted(outcome_id, note)

    def written(self, outcome_id: OutcomeId, text: str) -> None:
        """A reason or instruction in the officer's own words; a NIK in it is kept masked."""
        self._noted(outcome_id, read_note(text, outcome_id))
        # Below the words, so that whoever wrote them sees what they did.
        self.work.tell(self.me.id, ShowTask(task_id=self.task.id, fresh=True))

    def archivable(self) -> Case:
        """The case whose archive this person may make now; raises TaskMoved for an older card."""
        if not self.step.archives or self.mode.face is not Face.KEYPAD:
            raise TaskMoved
        return self.case

    def archived(self, outcome_id: OutcomeId, name: str) -> None:
        """The encrypted archive lies in its folder: that closes the step."""
        self.decide(outcome_id, name)

    def decide(self, outcome_id: OutcomeId, note: str, *, to: PersonId | None = None) -> None:
        """The decision itself, or the order of the signature that is to come before it."""
        outcome = self.on_desk.outcome(outcome_id)
        stop_writing(self.work, self.me.id, self.task)
        if self.step.kind is StepKind.SUBMIT:
            raise DraftRequired
        if outcome.way is Way.FORWARD:
            self._ensure_work_done()
        if outcome.way is Way.FORWARD and (self.step.signs or self.step.numbers):
            self._order_stamp(note or usual_note(self.step))
            return
        self._record(outcome, outcome_id, note, to)

    def _record(
        self, outcome: Outcome, outcome_id: OutcomeId, note: str, to: PersonId | None
    ) -> None:
        """A file that goes back goes to whoever did the step, with what was marked."""
        back = outcome.way is Way.BACK
        if back and outcome.to is not None:
            to = self.work.cases.last_done_by(self.case.id, outcome.to)
        decision = Decision(
            outcome=outcome_id,
            by=self.me.id,
            title=self.on_desk.who.title,
            at=self.work.now,
            note=note,
            marks=self.work.cases.marks(self.task.id) if back else (),
        )
        change = engine.decide(
            self.case,
            self.task,
            decision,
            self.on_desk.procedure,
            self.on_desk.who,
            self.work.calendar,
            given_to=to,
        )
        record(self.work, change, self.on_desk.procedure)

    def _order_stamp(self, note: str) -> None:
        """The mark is set outside the books; the task waits for it, and goes on by itself."""
        ground = ground_of(self.work, self.case, self.step, self.on_desk.who)
        ordered = engine.begin_stamping(
            self.task, self.on_desk.who, of=ground, at=self.work.now, note=note
        )
        self.work.cases.save_task(ordered)
        self.turn(Mode())
        self.work.tell(self.me.id, Stamp(task_id=self.task.id))

    def _noted(self, outcome_id: OutcomeId, note: str) -> None:
        outcome = self.on_desk.outcome(outcome_id)
        stop_writing(self.work, self.me.id, self.task)
        if outcome.way is Way.REFUSE:
            self.turn(Mode(face=Face.SURE, outcome=outcome_id, note=note))
            return
        if outcome.way is Way.FORWARD:
            self._forward(outcome_id, note)
            return
        self.decide(outcome_id, note)

    def _forward(self, outcome_id: OutcomeId, note: str = "") -> None:
        """Decide, or ask first what no words stand for: a person, a team, to be sure."""
        face = self._face_before()
        if not face:
            self.decide(outcome_id, note or usual_note(self.step))
            return
        self._ensure_work_done()
        self._receive()
        if face is Face.SURE:
            note = note or usual_note(self.step)
        if face is Face.COLLECT:
            note = str(CollectAsk(words=note or usual_note(self.step)))
        self.turn(Mode(face=face, outcome=outcome_id, note=note))

    def _face_before(self) -> Face:
        """What is asked before a forward press decides: who came, where an answer is collected.

        That is asked once, of an SOP too in which the office hands over and then confirms.
        """
        asks = is_collected_at(self.on_desk.procedure, self.step, self.case.service)
        if asks and collector_in(self.work.custody.of_case(self.case.id)) is None:
            return Face.COLLECT
        return face_before(self.step)

    def turn(self, mode: Mode) -> None:
        """Turn this person's card to another face."""
        turn(self.work, self.me.id, self.task, mode)

    def _receive(self) -> None:
        receive(self.work, self.task, self.on_desk.who)

    def _ensure_work_done(self) -> None:
        ensure_work_done(self.work, self.case, self.on_desk.procedure, self.task, by=self.me.id)


def usual_note(step: Step) -> str:
    """The instruction that a press without words stands for."""
    return step.instructions[0] if step.instructions else ""


def read_note(text: str, outcome_id: OutcomeId) -> str:
    """A reason or instruction as it is kept; refuses one of nothing, and one too long."""
    note = without_numbers(clean(text, lines=True))
    if not says_something(note):
        raise NoteRequired(outcome=outcome_id)
    ensure_fits(note, longest=LONGEST_NOTE)
    return note
