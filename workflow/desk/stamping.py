"""Setting a signature or the office's seal: begun by a press, ended when the paper is stored."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workflow import engine
from workflow.case import Case, CasePaper, Decision, PaperState, Task
from workflow.desk.handing import record, screen_of
from workflow.desk.rights import title_of, who_is
from workflow.ids import PaperId, TaskId
from workflow.intents import ShowTask, Tell
from workflow.numbering import LetterNumber, letter_number
from workflow.people import Appointment, Person
from workflow.ports import Clock, UnitOfWork
from workflow.procedure import Procedure, Way


class Mark(StrEnum):
    """What is set on the letter."""

    SIGNATURE = "signature"
    SEAL = "seal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be set on which letter, by whom; values only, so that a thread may do it."""

    task: Task
    case: Case
    procedure: Procedure
    kind: PaperId
    mark: Mark
    number: str
    signatory: Appointment | None
    title: str
    paper: CasePaper | None
    at: datetime


@dataclass(frozen=True, slots=True)
class StampingDesk:
    """Where letters go in to be signed and come out signed."""

    work: UnitOfWork
    clock: Clock
    me: Person

    def order(self, task_id: TaskId) -> Order | None:
        """What has to be set now; nothing when the task has gone on already.

        Reserves the nomor surat the first time, so that the signed bytes carry it. Asked again
        after a crash, it gives the same number.
        """
        task, case = self.work.cases.task_and_case(task_id)
        if task.signing_since is None or task.done_at is not None:
            return None
        procedure = self.work.procedures.get(case.procedure_id, case.procedure_version)
        step = procedure.step(task.step)
        kind = step.signs or step.numbers
        if kind is None:
            return None
        now = self.clock.now()
        held = self.work.people.appointments_of(self.me.id, at=now)
        jabatan = self.work.office.holder_of(case.procedure_id, task.lane)
        signatory = next((one for one in held if one.jabatan == jabatan), None)
        who = who_is(self.work, self.me.id, task, case, now=now)
        return Order(
            task=task,
            case=case,
            procedure=procedure,
            kind=kind,
            mark=Mark.SIGNATURE if step.signs else Mark.SEAL,
            number=self._number(case, procedure, kind, now),
            signatory=signatory,
            title=who.title if signatory is None else title_of(self.work, signatory),
            paper=self.work.cases.paper(case.id, kind),
            at=now,
        )

    def _number(self, case: Case, procedure: Procedure, kind: PaperId, now: datetime) -> str:
        reserved = self.work.numbers.find_reserved(case.id)
        if reserved is not None:
            return reserved.text
        series = procedure.papers[kind].classification
        today = now.astimezone(self.work.calendar.tz).date()
        running = self.work.numbers.next_running(f"surat:{series}", today.year)
        text = letter_number(series, running, self.work.office.unit_code, today)
        self.work.numbers.reserve(
            LetterNumber(
                series=series,
                year=today.year,
                running=running,
                text=text,
                case_id=case.id,
                reserved_at=now,
                booked_at=None,
                explained="",
            )
        )
        return text

    def set(self, order: Order, digest: str) -> None:
        """The paper is stored with its mark: the task goes on, the seal books the number."""
        now = self.clock.now()
        task, case = self.work.cases.task_and_case(order.task.id)
        state = PaperState.SIGNED if order.mark is Mark.SIGNATURE else PaperState.SEALED
        self.work.cases.put_paper(
            CasePaper(
                id=0,
                case_id=case.id,
                kind=order.kind,
                state=state,
                digest=digest,
                number=order.number,
                made_at=now,
            )
        )
        registered = any(step.numbers == order.kind for step in order.procedure.steps)
        if order.mark is Mark.SEAL or not registered:
            self.work.numbers.book(case.id, at=now)
        step = order.procedure.step(task.step)
        forward = step.outcome_for(Way.FORWARD)
        if forward is None:
            return
        decision = Decision(outcome=forward, by=self.me.id, title=order.title, at=now)
        change = engine.finish_stamping(case, task, decision, order.procedure, self.work.calendar)
        record(self.work, change, order.procedure, now=now)

    def failed(self, task_id: TaskId) -> None:
        """The mark could not be set: the press may be made again, and the officer is told so."""
        task = self.work.cases.task(task_id)
        if task.signing_since is None:
            return
        self.work.cases.save_task(engine.stamping_failed(task))
        self.work.tell(self.me.id, Tell(message_id="stamp-failed"))
        for person_id in self.work.cards.on_phones(screen_of(task)):
            self.work.tell(person_id, ShowTask(task_id=task_id))
