"""Setting a signature or the office's seal: begun by a press, ended when the paper is stored."""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from workflow import engine, rights
from workflow.case import Case, CasePaper, Decision, PaperState, Task
from workflow.desk.cards import refresh
from workflow.desk.handing import give_back, record
from workflow.desk.hearing import hearing
from workflow.desk.search_terms import note_letter
from workflow.errors import TaskMoved
from workflow.ids import PaperId, TaskId
from workflow.in_force import is_registered
from workflow.intents import Tell
from workflow.numbering import LetterNumber, letter_number, letter_series
from workflow.people import Appointment, Person, Who
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure, Step, Way
from workflow.queries.holders import holding
from workflow.queries.rights import who_is
from workflow.rights import Act


class StampKind(StrEnum):
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
    stamp: StampKind
    number: str
    signatory: Appointment | None
    title: str
    paper: CasePaper | None
    at: datetime


@dataclass(frozen=True, slots=True)
class StampingDesk:
    """Where letters go in to be signed and come out signed."""

    work: UnitOfWork
    me: Person

    def order(self, task_id: TaskId) -> Order | None:
        """What has to be set now; nothing when the task has gone on already.

        Reserves the nomor surat the first time, so that the signed bytes carry it. Asked again
        after a crash, it gives the same number.
        """
        task, case = self.work.cases.task_and_case(task_id)
        if task.signing_since is None or task.done_at is not None or not self._is_mine(task):
            return None
        procedure = self.work.procedures.get(case.procedure_id, case.procedure_version)
        step = procedure.step(task.step)
        kind = step.signs or step.numbers
        if kind is None:
            return None
        now = self.work.now
        who = who_is(self.work, self.me.id, task, case)
        if not self._still(task, case, step, who):
            self._give_up(task, case, who)
            return None
        return Order(
            task=task,
            case=case,
            procedure=procedure,
            kind=kind,
            stamp=StampKind.SIGNATURE if step.signs else StampKind.SEAL,
            number=self._number(case, procedure, kind),
            signatory=who.appointment,
            title=who.title,
            paper=self.work.cases.paper(case.id, kind),
            at=now,
        )

    def _is_mine(self, task: Task) -> bool:
        """Whether it was this person's press; before it was kept, the intent alone said whose."""
        return task.signing_by in {None, self.me.id}

    def _still(self, task: Task, case: Case, step: Step, who: Who) -> bool:
        """Whether the right, the capacity and what is to be signed are as they were at the press.

        Between the press and the deed lie a thread, a slow chat, a stop of the machine.
        """
        if not rights.may(Act.SET_MARK, task, who) or (step.signs and who.appointment is None):
            return False
        if task.signing_by is None:
            return True
        appointed = None if who.appointment is None else who.appointment.id
        ground = ground_of(self.work, case, step, who)
        return (task.signing_as, task.signing_of) == (appointed, ground)

    def _give_up(self, task: Task, case: Case, who: Who) -> None:
        """No mark without the right to it: the file lies in its lane again, and all are told."""
        give_back(self.work, engine.stamping_failed(task), case)
        procedure = self.work.procedures.get(case.procedure_id, case.procedure_version)
        sitting = holding(self.work, case, procedure, replace(task, holder_id=None))
        told_of_it = hearing(self.work, task, procedure, sitting)
        told = Tell(message_id="stamp-right-gone", arguments={"number": case.number})
        for person_id in dict.fromkeys((who.person_id, *told_of_it)):
            self.work.tell(person_id, told)

    def _number(self, case: Case, procedure: Procedure, kind: PaperId) -> str:
        reserved = self.work.numbers.find_reserved(case.id, kind)
        if reserved is not None:
            if not reserved.paper:
                self.work.numbers.claim(case.id, kind)
            return reserved.text
        series = procedure.papers[kind].classification
        today = self.work.today
        running = self.work.numbers.next_running(letter_series(series), today.year)
        text = letter_number(series, running, self.work.office.unit_code, today)
        self.work.numbers.reserve(
            LetterNumber(
                series=series,
                year=today.year,
                running=running,
                text=text,
                case_id=case.id,
                reserved_at=self.work.now,
                booked_at=None,
                explained="",
                paper=kind,
            )
        )
        note_letter(self.work, case, text)
        return text

    def set(self, order: Order, digest: str, *, code: str = "") -> bool:
        """The paper is stored with its mark: the task goes on, the seal books the number.

        *code* is the letter's own, which stands on it since its signature.

        False when the right to it has gone since it was ordered: the paper is no letter then.
        """
        now = self.work.now
        task, case = self.work.cases.task_and_case(order.task.id)
        rights.ensure_not_done(task)
        if task.signing_since != order.task.signing_since or not self._is_mine(task):
            raise TaskMoved
        step = order.procedure.step(task.step)
        who = who_is(self.work, self.me.id, task, case)
        if not self._still(task, case, step, who):
            self._give_up(task, case, who)
            return False
        self._keep(order, case, digest, code)
        forward = step.outcome_for(Way.FORWARD)
        if forward is None:
            return False
        decision = Decision(
            outcome=forward, by=self.me.id, title=order.title, at=now, note=task.note
        )
        change = engine.finish_stamping(case, task, decision, order.procedure, self.work.calendar)
        record(self.work, change, order.procedure)
        return True

    def _keep(self, order: Order, case: Case, digest: str, code: str) -> None:
        now = self.work.now
        sealed = order.paper if order.stamp is StampKind.SEAL else None
        state = PaperState.SIGNED if order.stamp is StampKind.SIGNATURE else PaperState.SEALED
        self.work.cases.put_paper(
            CasePaper(
                id=0,
                case_id=case.id,
                kind=order.kind,
                state=state,
                digest=digest,
                number=order.number,
                made_at=now,
                code=code if sealed is None else sealed.code,
            )
        )
        if sealed is not None or not is_registered(order.kind, order.procedure):
            self.work.numbers.book(case.id, at=now, paper=order.kind)

    def failed(self, task_id: TaskId) -> None:
        """The mark could not be set: the press may be made again, and the officer is told so."""
        task, case = self.work.cases.task_and_case(task_id)
        if task.signing_since is None or not self._is_mine(task):
            return
        procedure = self.work.procedures.get(case.procedure_id, case.procedure_version)
        who = who_is(self.work, self.me.id, task, case)
        if not self._still(task, case, procedure.step(task.step), who):
            self._give_up(task, case, who)
            return
        self.work.cases.save_task(engine.stamping_failed(task))
        self.work.tell(self.me.id, Tell(message_id="stamp-failed"))
        refresh(self.work, task)


def ground_of(work: UnitOfWork, case: Case, step: Step, who: Who) -> str:
    """A digest of all that a letter is made from, and in whose name; of a seal, of its letter.

    What is drawn from the same ground is the same letter, but for its number and its moment.
    """
    if step.numbers is not None and step.signs is None:
        paper = work.cases.paper(case.id, step.numbers)
        ground: object = None if paper is None else paper.digest
    else:
        files = [(file.item, file.digest) for file in work.cases.attachments(case.id)]
        head = work.office.letterhead.model_dump(mode="json")
        version = (case.procedure_id, case.procedure_version, step.id)
        ground = [version, sorted(case.answers.items()), files, head, str(who.appointment)]
    return hashlib.sha256(json.dumps(ground, default=str).encode()).hexdigest()
