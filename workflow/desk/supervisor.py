"""What a supervisor can do: see what is late, with whom, since when, and put it right."""

from dataclasses import dataclass

from workflow.case import Case
from workflow.desk.rights import holding
from workflow.errors import NotForYou, NotOpenToYou, TaskAlreadyDone
from workflow.ids import TaskId
from workflow.intents import ShowOverview, TellAlarms
from workflow.people import Person
from workflow.ports import Clock, UnitOfWork
from workflow.procedure import Procedure


@dataclass(frozen=True, slots=True)
class SupervisorDesk:
    """The superior's counter."""

    work: UnitOfWork
    clock: Clock
    me: Person

    def overview(self, *, fresh: bool) -> None:
        if not self._watched():
            raise NotOpenToYou
        self.work.tell(self.me.id, ShowOverview(fresh=fresh))

    def remind(self, task_id: TaskId) -> None:
        """Remind whoever holds the file, now."""
        now = self.clock.now()
        task, case = self.work.cases.task_and_case(task_id)
        jabatan = self.work.office.holder_of(case.procedure_id, task.lane)
        if jabatan not in self._watched():
            raise NotForYou
        if task.done_at is not None:
            raise TaskAlreadyDone(done_by=task.done_as, done_at=task.done_at)
        for person_id in holding(self.work, case, self._procedure(case), task, now=now):
            self.work.tell(person_id, TellAlarms(task_ids=(task.id,)))

    def _procedure(self, case: Case) -> Procedure:
        return self.work.procedures.get(case.procedure_id, case.procedure_version)

    def _watched(self) -> frozenset[str]:
        held = self.work.people.appointments_of(self.me.id, at=self.clock.now())
        return frozenset(
            jabatan for one in held for jabatan in self.work.office.watched_by(one.jabatan)
        )
