"""An applicant leaves a request (Cabut permohonan), or time closes it, and it is reopened."""

from dataclasses import dataclass

from workflow import rights, withdrawing
from workflow.alarms import first_word
from workflow.case import Case, CaseState, Task
from workflow.custody import CustodyEvent, CustodyNote
from workflow.desk.cards import screen_of
from workflow.desk.handing import record
from workflow.desk.parting import close_repair
from workflow.desk.writing import drop_pending_reason
from workflow.errors import FormMovedOn
from workflow.ids import CaseId, PersonId
from workflow.intents import ShowCase, ShowKartuKendali, ShowTask, Tell
from workflow.people import Person
from workflow.ports import UnitOfWork
from workflow.queries.acting_as import asks_as
from workflow.queries.holders import goes_to_applicant, holding
from workflow.queries.rights import standing
from workflow.rights import Act
from workflow.screen_names import ScreenName
from workflow.views.task import Face, Mode


@dataclass(frozen=True, slots=True)
class WithdrawingDesk:
    """Where an applicant, or the counter for one, leaves a request or takes it up again."""

    work: UnitOfWork
    me: Person

    def ask(self, case_id: CaseId) -> None:
        """Leaving a request is asked once more."""
        case, _ = self._withdrawable(case_id)
        drop_pending_reason(self.work, self.me.id)
        self._turn(case, Mode(face=Face.WITHDRAW))

    def keep(self, case_id: CaseId) -> None:
        """It was not meant: the request goes on."""
        case = self.work.cases.get(case_id)
        task = self.work.cases.tasks_of(case_id)[-1]
        rights.ensure_ever(Act.WITHDRAW, task, standing(self.work, self.me.id, task, case))
        self._turn(case, Mode())

    def withdraw(self, case_id: CaseId) -> None:
        """End the request; only from the card that asked once more.

        Whoever has the file is told once, and all cards of it say what became of it.
        """
        case, task = self._withdrawable(case_id)
        if self.work.cards.mode(self._screen(case), self.me.id).face is not Face.WITHDRAW:
            raise FormMovedOn
        self.work.cards.turn(self._screen(case), self.me.id, Mode())
        told = _of_office(self.work, case, task)
        title = asks_as(self.work, self.me.id, case)
        leave(self.work, case, task, CaseState.WITHDRAWN, by=self.me.id, title=title)
        news = Tell(message_id="case-withdrawn-told", arguments={"number": case.number})
        for person_id in told:
            if person_id != self.me.id:
                self.work.tell(person_id, news)
        if case.applicant_id is None:
            self.work.tell(self.me.id, ShowKartuKendali(case_id=case_id))

    def reopen(self, case_id: CaseId) -> None:
        """Take up again a request that lapsed: it waits to be repaired, as it did."""
        case = self.work.cases.get(case_id)
        task = self.work.cases.tasks_of(case_id)[-1]
        rights.ensure_ever(Act.REOPEN, task, standing(self.work, self.me.id, task, case))
        reopened, opening = withdrawing.reopening(case, task, at=self.work.now)
        procedure = self.work.procedures.get(case.procedure_id, case.procedure_version)
        lapses = self.work.office.lapses_after
        alarm = first_word(self.work.now, self.work.calendar, self.work.rhythm, lapses=lapses)
        opened = self.work.cases.reopen(reopened, opening, alarm)
        self.work.custody.note(case.id, self._noted(opened, CustodyEvent.REOPENED, case))
        if goes_to_applicant(case, procedure, opened.lane):
            self.work.tell(self.me.id, ShowCase(case_id=case_id, fresh=True))
            return
        for person_id in holding(self.work, reopened, procedure, opened):
            self.work.tell(person_id, ShowTask(task_id=opened.id))

    def _withdrawable(self, case_id: CaseId) -> tuple[Case, Task]:
        """A request that this person may leave now; raises the refusal that fits."""
        case = self.work.cases.get(case_id)
        tasks = self.work.cases.tasks_of(case_id)
        who = standing(self.work, self.me.id, tasks[-1], case)
        rights.ensure_ever(Act.WITHDRAW, tasks[-1], who)
        procedure = self.work.procedures.get(case.procedure_id, case.procedure_version)
        withdrawing.ensure_withdrawable(case, tasks, procedure)
        return case, tasks[-1]

    def _screen(self, case: Case) -> str:
        own = case.applicant_id == self.me.id
        return (ScreenName.CASE if own else ScreenName.KARTU).of(case.id)

    def _turn(self, case: Case, mode: Mode) -> None:
        self.work.cards.turn(self._screen(case), self.me.id, mode)
        own = case.applicant_id == self.me.id
        shown = ShowCase(case_id=case.id) if own else ShowKartuKendali(case_id=case.id)
        self.work.tell(self.me.id, shown)

    def _noted(self, task: Task, event: CustodyEvent, case: Case) -> CustodyNote:
        return CustodyNote(
            task_id=task.id,
            event=event,
            by=self.me.id,
            title=asks_as(self.work, self.me.id, case),
            at=self.work.now,
        )


def leave(
    work: UnitOfWork,
    case: Case,
    task: Task,
    state: CaseState,
    *,
    by: PersonId | None,
    title: str = "",
) -> None:
    """End a case undecided, and tell whom it concerns; raises TaskMoved."""
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    record(work, withdrawing.leave(case, task, state, by=by, at=work.now), procedure)
    if by is not None:
        event = CustodyEvent.CASE_WITHDRAWN
        note = CustodyNote(task_id=task.id, event=event, by=by, title=title, at=work.now)
        work.custody.note(case.id, note)
    begun_by = case.applicant_id if by is None else by
    if begun_by is not None:
        close_repair(work, task, begun_by)


def _of_office(work: UnitOfWork, case: Case, task: Task) -> list[PersonId]:
    """On whose desks of the office it lay."""
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    if goes_to_applicant(case, procedure, task.lane):
        return []
    if not work.cards.on_phones(screen_of(task)):
        return []
    return holding(work, case, procedure, task)
