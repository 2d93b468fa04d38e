"""Handing an answer over at the counter: who came for it is asked, and noted down."""

from dataclasses import dataclass

from workflow.collecting import EVENTS, CollectAsk, Collector, read_asked
from workflow.custody import CustodyNote
from workflow.desk.deciding import DecidingDesk
from workflow.errors import CollectorUnnamed, TaskMoved
from workflow.ids import OutcomeId
from workflow.intents import SendPaper, Tell
from workflow.papers import PaperKind
from workflow.people import Focus, FocusKind
from workflow.plain_text import clean, ensure_fits, says_something, without_numbers
from workflow.ports import UnitOfWork
from workflow.procedure import StepKind
from workflow.views.task import Face, Mode

LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class CollectingDesk:
    """One file in the hands of whoever hands its answer over."""

    deciding: DecidingDesk

    @property
    def work(self) -> UnitOfWork:
        return self.deciding.work

    def choose(self, outcome_id: OutcomeId, collector: Collector) -> None:
        """The applicant has it at once; of anybody else the name is asked."""
        words = self._asked(outcome_id).words
        if collector is Collector.SELF:
            self._hand_over(outcome_id, collector, "", words)
            return
        focus = Focus(kind=FocusKind.REASON, ref=self.deciding.task.id, extra=outcome_id)
        self.work.people.set_focus(self.deciding.me.id, focus, at=self.work.now)
        asked = Mode(face=Face.COLLECT, outcome=outcome_id, note=str(CollectAsk(collector, words)))
        self.deciding.turn(asked)

    def named(self, outcome_id: OutcomeId, text: str) -> None:
        """The name of whoever came in the applicant's place; a NIK in it is kept masked."""
        asked = self._asked(outcome_id)
        if asked.collector is None:
            raise TaskMoved
        name = without_numbers(clean(text, lines=False))
        if not says_something(name):
            raise CollectorUnnamed
        ensure_fits(name, longest=LONGEST_NAME)
        self._hand_over(outcome_id, asked.collector, name, asked.words)

    def _asked(self, outcome_id: OutcomeId) -> CollectAsk:
        """What was chosen so far on the card that asks; raises TaskMoved for an older one."""
        mode = self.deciding.mode
        if (mode.face, mode.outcome) != (Face.COLLECT, outcome_id):
            raise TaskMoved
        return read_asked(mode.note)

    def _hand_over(
        self, outcome_id: OutcomeId, collector: Collector, name: str, words: str
    ) -> None:
        """Note who has it, and decide the step: the office has nothing left to give."""
        case, me = self.deciding.case, self.deciding.me
        note = CustodyNote(
            task_id=self.deciding.task.id,
            event=EVENTS[collector],
            by=me.id,
            title=self.deciding.on_desk.who.title,
            at=self.work.now,
            words=name,
        )
        self.work.custody.note(case.id, note)
        self.deciding.decide(outcome_id, words)
        if self.deciding.step.kind is StepKind.ACKNOWLEDGE:
            self.work.tell(me.id, SendPaper(case_id=case.id, kind=PaperKind.TANDA_TERIMA))
        if case.applicant_id is not None and collector is not Collector.SELF:
            told = {"number": case.number, "name": name, "who": collector.value}
            self.work.tell(case.applicant_id, Tell(message_id="collected-told", arguments=told))
