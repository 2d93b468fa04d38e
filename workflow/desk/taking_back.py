"""Taking a decision back (tarik kembali), as long as nobody has built on it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workflow import rights, taking_back
from workflow.alarms import Alarm
from workflow.case import Mark, Task
from workflow.desk.cards import screen_of
from workflow.desk.handing import close_access, reopen_grant
from workflow.desk.on_desk import task_on_desk
from workflow.desk.pausing import end_pause, next_said
from workflow.desk.writing import drop_pending_reason
from workflow.ids import TaskId
from workflow.intents import ShowCase, ShowTask
from workflow.pauses import PauseEnd, stops_of
from workflow.people import Person
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure
from workflow.queries.undoing import ensure_untouched
from workflow.rights import Act
from workflow.taking_back import Undoing


@dataclass(frozen=True, slots=True)
class TakingBackDesk:
    """Where whoever decided undoes it."""

    work: UnitOfWork
    me: Person

    def take_back(self, task_id: TaskId) -> None:
        """Undo one's own decision: the file comes back, and every phone shows it.

        Raises the refusal that fits where it cannot be undone, or not any more.
        """
        drop_pending_reason(self.work, self.me.id)
        on_desk = task_on_desk(self.work, self.me.id, task_id)
        tasks = self.work.cases.tasks_of(on_desk.case.id)
        rights.ensure(Act.TAKE_BACK, on_desk.task, on_desk.who)
        at = (on_desk.task, tasks, on_desk.procedure, on_desk.case)
        ensure_untouched(self.work, *at)
        undoing = taking_back.take_back(*at, self.work.calendar, by=self.me.id, at=self.work.now)
        undoing = self._gone_on(undoing, title=on_desk.who.title)
        opened = self.work.cases.take_back(undoing, _alarm(self.work, on_desk.task))
        self._close_access(undoing, on_desk.procedure)
        self._keep_marks(opened, on_desk.task.marks)
        self._tell(undoing, opened, on_desk.procedure)

    def _gone_on(self, undoing: Undoing, *, title: str) -> Undoing:
        """What is taken back waits for nothing any more: it was given to somebody while on hold."""
        if undoing.recalled is None:
            return undoing
        at = (self.work, undoing.recalled, undoing.case)
        recalled = end_pause(*at, by=self.me.id, title=title, ending=PauseEnd.TAKEN_BACK)
        return replace(undoing, recalled=recalled)

    def _close_access(self, undoing: Undoing, procedure: Procedure) -> None:
        """What the decision had opened to one person is shut again, what it had shut is open."""
        if undoing.recalled is not None and procedure.is_by_grant(undoing.recalled.lane):
            close_access(self.work, undoing.case)
        if procedure.is_by_grant(undoing.opened.lane):
            reopen_grant(self.work, undoing.case, self.me.id)

    def _keep_marks(self, opened: Task, marks: Sequence[Mark]) -> None:
        for mark in marks:
            self.work.cases.set_mark(opened.id, mark.item, mark)

    def _tell(self, undoing: Undoing, opened: Task, procedure: Procedure) -> None:
        """Cards already out are drawn anew; those still waiting to go find nothing to show."""
        for task in (undoing.undone, *([] if undoing.recalled is None else [undoing.recalled])):
            for person_id in self.work.cards.on_phones(screen_of(task)):
                self.work.tell(person_id, ShowTask(task_id=task.id))
        self.work.tell(self.me.id, ShowTask(task_id=opened.id, fresh=True))
        applicant = undoing.case.applicant_id
        if applicant is not None:
            heard = undoing.recalled is None or procedure.lanes[undoing.recalled.lane].applicant
            self.work.tell(applicant, ShowCase(case_id=undoing.case.id, fresh=heard))


def _alarm(work: UnitOfWork, task: Task) -> Alarm | None:
    """What the limit that ran before says next; what it has said already is not said again."""
    stops = stops_of(task, work.pauses.of_case(task.case_id), now=work.now)
    return next_said(work, task.limit_began, task.due_at, stops)
