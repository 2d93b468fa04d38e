"""What a supervisor can do: see what is late, with whom, since when, and put it right."""

from dataclasses import dataclass

from workflow import engine, rights
from workflow.case import Case, Task
from workflow.desk.giving import give
from workflow.desk.hearing import hearing
from workflow.desk.side_tasks import card_of, save_side_task
from workflow.desk.writing import drop_pending_reason
from workflow.errors import FormMovedOn
from workflow.ids import PersonId, TaskId
from workflow.intents import ShowGiving, ShowOverview, Tell, TellAlarms
from workflow.people import Person
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure
from workflow.queries.access import ensure_watches, watches
from workflow.queries.acting_as import acts_as
from workflow.queries.candidates import colleagues
from workflow.queries.consulting import advisers
from workflow.queries.holders import holding
from workflow.queries.posts import post_title
from workflow.queries.rights import above_asked, standing
from workflow.rights import Act
from workflow.side import TaskKind, jabatan_of
from workflow.titles import lane_title


@dataclass(frozen=True, slots=True)
class SupervisorDesk:
    """The superior's counter."""

    work: UnitOfWork
    me: Person

    def overview(self, page: int = 0, *, fresh: bool) -> None:
        ensure_watches(self.work, self.me.id)
        drop_pending_reason(self.work, self.me.id)
        self.work.tell(self.me.id, ShowOverview(page=page, fresh=fresh))

    def remind(self, task_id: TaskId) -> bool:
        """Remind whoever has the file; False when nobody has, which the administrators hear.

        Raises AlreadyReminded when that was done a moment ago, by whichever superior.
        """
        asked = self.work.cases.task(task_id)
        if asked.kind is not TaskKind.MAIN:
            return self._remind_of_asked(asked)
        task, case = self._watched_task(task_id)
        now = self.work.now
        self.work.cases.save_task(engine.remind(task, at=now))
        procedure = self._procedure(case)
        lying_with = holding(self.work, case, procedure, task)
        for person_id in hearing(self.work, task, procedure, lying_with):
            self.work.tell(person_id, TellAlarms(task_ids=(task.id,)))
        if not lying_with:
            self._tell_administrators(task, case)
        return bool(lying_with)

    def _remind_of_asked(self, asked: Task) -> bool:
        """The same of what a jabatan is asked beside a file: its card comes anew."""
        rights.ensure_ever(Act.REMIND, asked, above_asked(self.work, self.me.id, asked))
        save_side_task(self.work, engine.remind(asked, at=self.work.now))
        jabatan = jabatan_of(asked.lane)
        there = [] if jabatan is None else advisers(self.work, jabatan)
        there = [one for one in there if one != asked.asked_by]
        for person_id in there:
            self.work.tell(person_id, card_of(asked, fresh=True))
        if jabatan is not None and not there:
            number = self.work.cases.get(asked.case_id).number
            self._tell_of_empty(post_title(self.work, jabatan), number)
        return bool(there)

    def choose(self, task_id: TaskId, page: int) -> None:
        """Ask to whom of the lane a file is to be given."""
        self._givable_task(task_id)
        self.work.tell(self.me.id, ShowGiving(task_id=task_id, page=page))

    def give(self, task_id: TaskId, person_id: PersonId) -> None:
        """Give a file to a colleague of the lane, who gets its card.

        Whoever opens such files to one person names another one: the files open with it.
        """
        task, case = self._givable_task(task_id)
        offered = colleagues(self.work, case, self._procedure(case), task, by=self.me.id)
        if person_id not in {one.person_id for one in offered}:
            raise FormMovedOn
        title = acts_as(self.work, self.me.id, task, case)
        give(self.work, self.me, task, case, self._procedure(case), person_id, title=title)
        if watches(self.work, self.me.id):
            self.work.tell(self.me.id, ShowOverview(fresh=False))
        else:
            self.work.tell(self.me.id, ShowGiving(task_id=task_id))

    def _watched_task(self, task_id: TaskId) -> tuple[Task, Case]:
        """An open task at a jabatan that this supervisor watches."""
        task, case = self.work.cases.task_and_case(task_id)
        self._ensure_may(Act.REMIND, task, case)
        return task, case

    def _givable_task(self, task_id: TaskId) -> tuple[Task, Case]:
        """A task that this person watches, or opens to whoever is to do it."""
        task, case = self.work.cases.task_and_case(task_id)
        self._ensure_may(Act.GIVE, task, case)
        return task, case

    def _ensure_may(self, act: Act, task: Task, case: Case) -> None:
        rights.ensure_ever(act, task, standing(self.work, self.me.id, task, case))

    def _tell_administrators(self, task: Task, case: Case) -> None:
        lane = lane_title(self.work.office, self._procedure(case), task.lane)
        self._tell_of_empty(lane, case.number)

    def _tell_of_empty(self, post: str, number: str) -> None:
        arguments = {"lane": post, "number": number}
        for person_id in self.work.people.administrators():
            told = Tell(message_id="office-lane-unheld", arguments=arguments)
            self.work.tell(person_id, told)

    def _procedure(self, case: Case) -> Procedure:
        return self.work.procedures.get(case.procedure_id, case.procedure_version)
