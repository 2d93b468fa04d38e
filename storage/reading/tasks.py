"""The card an officer decides from, as it is true now."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from storage.reading.card_lines import choices, facts, files_of, marked, repaired_of, trail_of
from storage.reading.choosing import marks_to_set, people_to_choose
from storage.reading.corrections import why_it_came
from storage.reading.dossiers import Dossier, Dossiers
from storage.reading.lanes import lanes_of
from storage.reading.paging import MOST_COUNTED
from storage.reading.verbs import beside_deciding, mode_of
from storage.unit_of_work import SqlUnitOfWork
from workflow import rights
from workflow.case import Case, Task
from workflow.forms import Item, Question
from workflow.ids import LaneId, PaperId, PersonId, TaskId
from workflow.in_force import disposisi_of, is_signed
from workflow.kartu_kendali import is_recalled
from workflow.people import Who
from workflow.procedure import Procedure, Step, StepKind
from workflow.queries.disclosing import is_disclosed_to
from workflow.queries.drafting import letters_begun
from workflow.queries.holders import able
from workflow.queries.on_desk import TaskOnDesk
from workflow.queries.people import called
from workflow.queries.rights import who_is
from workflow.queries.step_work import is_work_done
from workflow.queries.undoing import can_take_back
from workflow.rights import Act
from workflow.screen_names import ScreenName
from workflow.sharing import MOST, is_shared_out, told_among
from workflow.titles import lane_title
from workflow.views.closed_task import AnyTaskView, ClosedTaskView, DecisionShown, TaskAwayView
from workflow.views.due import due
from workflow.views.task import (
    Face,
    PapersShown,
    StepShown,
    TaskView,
    WorkShown,
)

_MARKED = frozenset({Face.MARKS, Face.REASONS, Face.WRITING})


def task_view(
    work: SqlUnitOfWork,
    task_id: TaskId,
    person_id: PersonId,
    *,
    now: datetime,
    dossiers: Dossiers | None = None,
) -> AnyTaskView | None:
    """What stands on a task's card on this person's phone; nothing when it is not for them.

    A card that lies on a phone whose owner has left the lane loses its words and buttons.
    `dossiers` are shared by the cards that are read in one transaction.
    """
    dossier = (dossiers or Dossiers(work)).of(task_id)
    task, case = dossier.task(task_id), dossier.case
    if task is None:
        return None
    who = who_is(work, person_id, task, case)
    step = dossier.procedure.step(task.step)
    helpers = dossier.procedure.helpers_of(step, case.service)
    screen = ScreenName.TASK.of(task_id)
    if not rights.may(Act.SEE, task, who, helpers=helpers):
        lies = work.cards.message(screen, person_id) is not None
        return TaskAwayView(case_number=case.number) if lies else None
    if is_recalled(task) and work.cards.message(screen, person_id) is None:
        return None  # it was taken back before it went out to this phone
    card = _Card(
        work=work,
        dossier=dossier,
        task=task,
        person_id=person_id,
        who=who,
        helpers=helpers,
        now=now,
    )
    return card.open() if task.done_at is None else card.closed(task.done_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Card:
    """One task, and the person on whose phone its card is."""

    work: SqlUnitOfWork
    dossier: Dossier
    task: Task
    person_id: PersonId
    who: Who
    helpers: Collection[LaneId]
    now: datetime

    @property
    def case(self) -> Case:
        return self.dossier.case

    @property
    def procedure(self) -> Procedure:
        return self.dossier.procedure

    @property
    def step(self) -> Step:
        return self.procedure.step(self.task.step)

    @property
    def decides(self) -> bool:
        return self.task.lane in self.who.lanes and self.who.barred is None

    @property
    def is_theirs(self) -> bool:
        """Whether this person decides it, and nobody else of the lane has taken it."""
        return self.decides and self.task.holder_id in (None, self.person_id)

    @property
    def _on_desk(self) -> TaskOnDesk:
        return TaskOnDesk(self.task, self.case, self.procedure, self.who)

    @property
    def reads(self) -> bool:
        return rights.may(Act.READ, self.task, self.who, helpers=self.helpers)

    def open(self) -> TaskView:
        work, task, case, procedure = self.work, self.task, self.case, self.procedure
        step, history, now = self.step, self.dossier.tasks, self.now
        mode = mode_of(work, task, self.person_id)
        return TaskView(
            task_id=task.id,
            case_id=case.id,
            case_number=case.number,
            procedure_title=procedure.title_of(case.service),
            step=_step(step, procedure),
            subject=case.subject,
            facts=facts(procedure, case, today=now.astimezone(work.calendar.tz).date()),
            added=any(item.id in case.answers for one in procedure.steps for item in one.form),
            files=files_of(procedure, self.dossier.attachments) if self.reads else (),
            trail=trail_of(history, task, procedure),
            repaired=repaired_of(history, task, procedure),
            **why_it_came(work, case, task, procedure),
            opened_at=task.opened_at,
            due=due(task.due_at, work.calendar, now=now),
            received_at=task.received_at,
            choices=choices(step) if self.decides else (),
            instructions=step.instructions if self.decides else (),
            marks=marks_to_set(work, procedure, case, task) if mode.face in _MARKED else (),
            mode=mode,
            people=people_to_choose(work, procedure, case, step, mode, now),
            work=self._work(),
            papers=self._papers(),
            numbers=is_disclosed_to(self.who, task, case, procedure),
            stamping=task.signing_since is not None,
            mine=self.is_theirs,
            barred=self.who.barred,
            waived=self.who.waived,
            helping=self._helping(),
            holder="" if task.holder_id is None else called(work, task.holder_id, at=now),
            beside=beside_deciding(work, self._on_desk, self.dossier, mode, now=now),
            now=now,
            told=_told(work, task, case, procedure, now),
        )

    def closed(self, at: datetime) -> ClosedTaskView:
        task, case, procedure, history = self.task, self.case, self.procedure, self.dossier.tasks
        return ClosedTaskView(
            task_id=task.id,
            case_id=case.id,
            case_number=case.number,
            procedure_title=procedure.title_of(case.service),
            step=_step(self.step, procedure),
            subject=case.subject,
            done=self._done(at),
            mine=self.is_theirs,
            waived=self.who.waived or rights.done_alone(task, case, history, procedure),
            letter=self._letter_title(self._letter()),
            now=self.now,
        )

    def _work(self) -> WorkShown:
        items = self.procedure.work_of(self.step, self.case.service)
        submits = self.step.kind is StepKind.SUBMIT
        return WorkShown(
            wanted=bool(items) or submits,
            asks=_asks(items or self.procedure.items_of(self.case.service)),
            done=not submits and is_work_done(self.work, self.case, self.procedure, self.task),
        )

    def _papers(self) -> PapersShown:
        """Letters and sheets, as far as this person may read them."""
        tasks, letter = self.dossier.tasks, self._letter()
        return PapersShown(
            letter=self._letter_title(letter),
            signed=letter is not None and is_signed(letter, tasks, self.procedure),
            signs=self._letter_title(self.step.signs),
            sheet=self.reads and bool(disposisi_of(tasks, self.procedure)),
        )

    def _letter(self) -> PaperId | None:
        """The letter of this case that may be looked at now."""
        if not self.reads:
            return None
        begun = letters_begun(self.work, self.case, self.procedure, self.dossier.tasks)
        return begun[0] if begun else None

    def _letter_title(self, letter: PaperId | None) -> str:
        return "" if letter is None else self.procedure.papers[letter].title

    def _helping(self) -> str:
        helps = any(lane in self.who.lanes for lane in self.helpers)
        if self.decides or not helps:
            return ""
        return lane_title(self.work.office, self.procedure, self.task.lane)

    def _done(self, at: datetime) -> DecisionShown:
        task = self.task
        outcome = None if task.outcome is None else self.step.outcomes[task.outcome]
        next_task, waiting = _ahead(self.work, self.person_id, task, now=self.now)
        return DecisionShown(
            at=at,
            by="" if task.done_by is None else called(self.work, task.done_by, at=self.now),
            title=task.done_as,
            label="" if outcome is None else outcome.label,
            note=task.note,
            marks=marked(self.procedure, task.marks),
            left_as=task.left_as,
            undone_at=task.undone_at,
            undoable=self._is_undoable(),
            next_task=next_task,
            waiting=waiting,
        )

    def _is_undoable(self) -> bool:
        return self.task.done_by == self.person_id and can_take_back(
            self.work, self.task, self.dossier.tasks, self.procedure, self.case, self.who
        )


def _step(step: Step, procedure: Procedure) -> StepShown:
    return StepShown(
        number=step.number,
        steps=procedure.rows_with(step),
        short=step.short,
        kind=step.kind,
    )


def _told(
    work: SqlUnitOfWork, task: Task, case: Case, procedure: Procedure, now: datetime
) -> tuple[str, ...]:
    """Who was told of a file that nobody has received, where that is a few of many."""
    if not task.is_open or task.received_at is not None or task.holder_id is not None:
        return ()
    sitting = able(work, case, procedure, procedure.step(task.step), task.lane)
    if not is_shared_out(procedure.lanes[task.lane], sitting):
        return ()
    told = told_among(sitting, work.cards.on_phones(ScreenName.TASK.of(task.id)))
    few = len(told) <= MOST and len(told) < len(sitting)
    return tuple(called(work, one, at=now) for one in told) if few else ()


def _asks(items: Sequence[Item]) -> Literal["words", "files", "both"]:
    """Whether a form asks for words, for files, or for both."""
    words = any(isinstance(item, Question) for item in items)
    if all(isinstance(item, Question) for item in items):
        return "words"
    return "both" if words else "files"


def _ahead(
    work: SqlUnitOfWork, person_id: PersonId, task: Task, *, now: datetime
) -> tuple[TaskId | None, int]:
    """For whoever decided this task: what comes next."""
    if task.is_open or task.done_by != person_id:
        return None, 0
    return work.cases.ahead_of(person_id, lanes_of(work, person_id, now=now), most=MOST_COUNTED)
