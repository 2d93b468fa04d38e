"""The card an officer decides from, as it is true now."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from storage.reading.dossiers import Dossier, Dossiers
from storage.reading.lanes import lanes_of
from storage.reading.paging import MOST_COUNTED
from storage.unit_of_work import SqlUnitOfWork
from workflow import rights
from workflow.bounds import has_lapsed
from workflow.case import Attachment, Case, Defect, Mark, Task
from workflow.forms import Item, Question, item_id
from workflow.ids import ItemId, LaneId, PersonId, TaskId
from workflow.in_force import disposisi_of, is_signed
from workflow.kartu_kendali import is_recalled
from workflow.letters import in_words
from workflow.marking import markable
from workflow.people import Who
from workflow.procedure import Outcome, Procedure, Step, StepKind, Way
from workflow.queries.candidates import candidates
from workflow.queries.disclosing import is_disclosed_to
from workflow.queries.drafting import letters_begun
from workflow.queries.holders import able, holders
from workflow.queries.posts import post_title
from workflow.queries.rights import who_is
from workflow.queries.step_work import is_work_done
from workflow.queries.undoing import can_take_back
from workflow.rights import Act
from workflow.sharing import MOST, is_shared_out, told_among
from workflow.titles import lane_title
from workflow.views.due import due
from workflow.views.task import (
    Choice,
    DecisionShown,
    Face,
    Fact,
    FileLine,
    MarkLine,
    Mode,
    PapersShown,
    PersonLine,
    StepShown,
    TaskAwayView,
    TaskView,
    Trail,
    WorkShown,
    face_before,
)

_MARKED = frozenset({Face.MARKS, Face.REASONS, Face.WRITING})


def task_view(
    work: SqlUnitOfWork,
    task_id: TaskId,
    person_id: PersonId,
    *,
    now: datetime,
    dossiers: Dossiers | None = None,
) -> TaskView | TaskAwayView | None:
    """What stands on a task's card on this person's phone; nothing when it is not for them.

    A card that lies on a phone whose owner has left the lane loses its words and buttons.
    `dossiers` are shared by the cards that are read in one transaction.
    """
    dossier = (dossiers or Dossiers(work)).of(task_id)
    task, case = dossier.task(task_id), dossier.case
    who = who_is(work, person_id, task, case)
    step = dossier.procedure.step(task.step)
    helpers = dossier.procedure.helpers_of(step, case.service)
    if not rights.may(Act.SEE, task, who, helpers=helpers):
        lies = work.cards.message(f"task:{task_id}", person_id) is not None
        return TaskAwayView(case_number=case.number) if lies else None
    if is_recalled(task) and work.cards.message(f"task:{task_id}", person_id) is None:
        return None  # it was taken back before it went out to this phone
    return _Card(
        work=work,
        dossier=dossier,
        task=task,
        person_id=person_id,
        who=who,
        helpers=helpers,
        now=now,
    ).view()


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
    def reads(self) -> bool:
        return rights.may(Act.READ, self.task, self.who, helpers=self.helpers)

    def view(self) -> TaskView:
        work, task, case, procedure = self.work, self.task, self.case, self.procedure
        step, history, now = self.step, self.dossier.tasks, self.now
        mode = work.cards.mode(f"task:{task.id}", self.person_id) if task.is_open else Mode()
        return TaskView(
            task_id=task.id,
            case_id=case.id,
            case_number=case.number,
            procedure_title=procedure.title_of(case.service),
            step=_step(step, procedure),
            subject=case.subject,
            facts=facts(procedure, case, today=now.astimezone(work.calendar.tz).date()),
            added=any(item.id in case.answers for one in procedure.steps for item in one.form),
            files=_files(procedure, self.dossier.attachments) if self.reads else (),
            trail=_trail(history, task, procedure),
            repaired=_repaired(history, task, procedure),
            because=task.because,
            because_marks=marked(procedure, task.because_marks),
            opened_at=task.opened_at,
            due=due(task.due_at, work.calendar, now=task.done_at or now),
            received_at=task.received_at,
            choices=choices(step) if self.decides else (),
            instructions=step.instructions if self.decides else (),
            marks=_markable(work, procedure, case, task) if mode.face in _MARKED else (),
            mode=mode,
            people=_people(work, procedure, case, step, mode, now),
            work=self._work(),
            papers=self._papers(),
            numbers=is_disclosed_to(self.who, task, case, procedure),
            stamping=task.signing_since is not None and task.is_open,
            mine=self.decides and task.holder_id in (None, self.person_id),
            barred=self.who.barred,
            waived=self.who.waived or rights.done_alone(task, case, history, procedure),
            helping=self._helping(),
            holder="" if task.holder_id is None else _name(work, task.holder_id, now),
            done=self._done(),
            now=now,
            told=_told(work, task, case, procedure, now),
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
        tasks, titles = self.dossier.tasks, self.procedure.papers
        begun = letters_begun(self.work, self.case, self.procedure, tasks) if self.reads else ()
        letter = begun[0] if begun else None
        return PapersShown(
            letter="" if letter is None else titles[letter].title,
            signed=letter is not None and is_signed(letter, tasks, self.procedure),
            signs="" if self.step.signs is None else titles[self.step.signs].title,
            sheet=self.reads and bool(disposisi_of(tasks, self.procedure)),
        )

    def _helping(self) -> str:
        helps = any(lane in self.who.lanes for lane in self.helpers)
        if self.decides or not helps:
            return ""
        return lane_title(self.work.office, self.procedure, self.task.lane)

    def _done(self) -> DecisionShown | None:
        task = self.task
        if task.done_at is None:
            return None
        outcome = None if task.outcome is None else self.step.outcomes[task.outcome]
        next_task, waiting = _ahead(self.work, self.person_id, task, now=self.now)
        return DecisionShown(
            at=task.done_at,
            by="" if task.done_by is None else _name(self.work, task.done_by, self.now),
            title=task.done_as,
            label="" if outcome is None else outcome.label,
            note=task.note,
            marks=marked(self.procedure, task.marks),
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
    told = told_among(sitting, work.cards.on_phones(f"task:{task.id}"))
    few = len(told) <= MOST and len(told) < len(sitting)
    return tuple(_name(work, one, now) for one in told) if few else ()


def choices(step: Step) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            outcome=name,
            label=outcome.label,
            way=outcome.way,
            confirm=_is_asked_again(step, outcome),
            reasons=outcome.reasons,
            ask=outcome.ask,
        )
        for name, outcome in step.outcomes.items()
    )


def _asks(items: Sequence[Item]) -> Literal["words", "files", "both"]:
    """Whether a form asks for words, for files, or for both."""
    words = any(isinstance(item, Question) for item in items)
    if all(isinstance(item, Question) for item in items):
        return "words"
    return "both" if words else "files"


def _is_asked_again(step: Step, outcome: Outcome) -> bool:
    """True where the words are not the last that is asked before the decision holds."""
    if outcome.way is Way.FORWARD:
        return bool(face_before(step))
    return outcome.way is Way.REFUSE


def facts(procedure: Procedure, case: Case, *, today: date) -> tuple[Fact, ...]:
    """The answers of the request as they may stand in a chat: numbers of persons masked."""
    return tuple(
        Fact(
            title=item.title,
            value=in_words(item, case.answers[item.id]),
            lapsed=has_lapsed(item, case.answers[item.id], today=today),
        )
        for item in procedure.items_of(case.service)
        if isinstance(item, Question) and item.id in case.answers
    )


def marked(procedure: Procedure, marks: Sequence[Mark]) -> tuple[MarkLine, ...]:
    return tuple(
        MarkLine(title=procedure.item_title(mark.item), defect=mark.defect) for mark in marks
    )


def _files(procedure: Procedure, attachments: Sequence[Attachment]) -> tuple[FileLine, ...]:
    return tuple(
        FileLine(
            file_id=file.id,
            title=procedure.item_title(file.item),
            name=file.name,
            signatures=file.signatures,
        )
        for file in attachments
    )


def _trail(history: Sequence[Task], task: Task, procedure: Procedure) -> tuple[Trail, ...]:
    """Instructions and reasons that came with the file, the newest last.

    Why a file was sent back is told until the step that did so has let it pass.
    """
    before = [one for one in history if one.id < task.id and one.undone_at is None]
    passed = {one.step: one.id for one in before if not _sent_back(one, procedure)}
    return tuple(
        Trail(title=one.done_as, at=one.done_at, note=one.note)
        for one in before
        if one.note and one.done_at is not None
        if not _sent_back(one, procedure) or passed.get(one.step, 0) < one.id
    )


def _repaired(history: Sequence[Task], task: Task, procedure: Procedure) -> tuple[str, ...]:
    """The items that the applicant has just sent anew, for whoever asked for them."""
    before = [one for one in history if one.id < task.id]
    if not before or procedure.step(before[-1].step).kind is not StepKind.SUBMIT:
        return ()
    return tuple(procedure.item_title(mark.item) for mark in before[-1].because_marks)


def _sent_back(task: Task, procedure: Procedure) -> bool:
    outcome = procedure.step(task.step).outcomes
    return task.outcome is not None and outcome[task.outcome].way is Way.BACK


def _markable(
    work: SqlUnitOfWork, procedure: Procedure, case: Case, task: Task
) -> tuple[MarkLine, ...]:
    marks: dict[ItemId, Defect] = {mark.item: mark.defect for mark in work.cases.marks(task.id)}
    return tuple(
        MarkLine(item=item_id(item), title=item.title, defect=marks.get(item_id(item)))
        for item in markable(procedure, case)
    )


def _people(
    work: SqlUnitOfWork, procedure: Procedure, case: Case, step: Step, mode: Mode, now: datetime
) -> tuple[PersonLine, ...]:
    """Whom this face of the card lets choose."""
    if mode.face is Face.TEAM and step.appoints is not None:
        team = work.cases.team(case.id, step.appoints)
        return tuple(
            PersonLine(
                person_id=one.person_id,
                name=one.name,
                jabatan=post_title(work, one.jabatan),
                chosen=one.person_id in team,
                leads=one.person_id == next(iter(team), None),
            )
            for one in candidates(work)
        )
    if mode.face is Face.GRANT and step.grants is not None:
        return tuple(
            PersonLine(
                person_id=person_id,
                name=_name(work, person_id, now),
                jabatan=lane_title(work.office, procedure, step.grants),
                chosen=False,
            )
            for person_id in holders(work, case, procedure, step.grants)
        )
    return ()


def _name(work: SqlUnitOfWork, person_id: PersonId, now: datetime) -> str:
    """An officer by the name in the appointment, an applicant by the name on the phone."""
    held = work.people.on_record(person_id, at=now)
    return held[0].name if held else work.people.get(person_id).name


def _ahead(
    work: SqlUnitOfWork, person_id: PersonId, task: Task, *, now: datetime
) -> tuple[TaskId | None, int]:
    """For whoever decided this task: what comes next."""
    if task.is_open or task.done_by != person_id:
        return None, 0
    return work.cases.ahead_of(person_id, lanes_of(work, person_id, now=now), most=MOST_COUNTED)
