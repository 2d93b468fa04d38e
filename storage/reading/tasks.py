"""The card an officer decides from, as it is true now."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal

from storage.reading.dossiers import Dossiers
from storage.reading.lanes import Lane, lanes_of
from storage.reading.paging import MOST_COUNTED
from storage.unit_of_work import SqlUnitOfWork
from workflow import rights
from workflow.bounds import has_lapsed
from workflow.case import Attachment, Case, Defect, Mark, Task
from workflow.forms import Item, Question, item_id
from workflow.ids import ItemId, PersonId, TaskId
from workflow.in_force import disposisi_of, is_signed
from workflow.kartu_kendali import is_recalled
from workflow.letters import in_words
from workflow.marking import markable
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
    Face,
    Fact,
    FileLine,
    MarkLine,
    Mode,
    PersonLine,
    TaskAwayView,
    TaskView,
    Trail,
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
    task, case, procedure = dossier.task(task_id), dossier.case, dossier.procedure
    step = procedure.step(task.step)
    lanes = lanes_of(work, person_id, now=now)
    who = who_is(work, person_id, task, case)
    helpers = procedure.helpers_of(step, case.service)
    decides = task.lane in who.lanes and who.barred is None
    helps = any(lane in who.lanes for lane in helpers)
    if not rights.may(Act.SEE, task, who, helpers=helpers):
        lies = work.cards.message(f"task:{task_id}", person_id) is not None
        return TaskAwayView(case_number=case.number) if lies else None
    if is_recalled(task) and work.cards.message(f"task:{task_id}", person_id) is None:
        return None  # it was taken back before it went out to this phone
    mode = work.cards.mode(f"task:{task_id}", person_id) if task.is_open else Mode()
    reads = rights.may(Act.READ, task, who, helpers=helpers)
    begun = letters_begun(work, case, procedure, dossier.tasks) if reads else ()
    letter = begun[0] if begun else None
    done_outcome = None if task.outcome is None else step.outcomes[task.outcome]
    next_task, ahead = _ahead(work, person_id, task, lanes)
    work_items = procedure.work_of(step, case.service)
    return TaskView(
        task_id=task.id,
        case_id=case.id,
        case_number=case.number,
        procedure_title=procedure.title_of(case.service),
        step_number=step.number,
        steps=procedure.rows_with(step),
        step_short=step.short,
        step_kind=step.kind,
        subject=case.subject,
        facts=facts(procedure, case, today=now.astimezone(work.calendar.tz).date()),
        added=any(item.id in case.answers for one in procedure.steps for item in one.form),
        files=_files(procedure, dossier.attachments) if reads else (),
        trail=_trail(dossier.tasks, task, procedure),
        repaired=_repaired(dossier.tasks, task, procedure),
        because=task.because,
        because_marks=marked(procedure, task.because_marks),
        opened_at=task.opened_at,
        due=due(task.due_at, work.calendar, now=task.done_at or now),
        received_at=task.received_at,
        choices=choices(step) if decides else (),
        instructions=step.instructions if decides else (),
        marks=_markable(work, procedure, case, task) if mode.face in _MARKED else (),
        mode=mode,
        people=_people(work, procedure, case, step, mode, now),
        form_wanted=bool(work_items) or step.kind is StepKind.SUBMIT,
        form_asks=_asks(work_items or procedure.items_of(case.service)),
        form_done=step.kind is not StepKind.SUBMIT and is_work_done(work, case, procedure, task),
        numbers=is_disclosed_to(who, task, case, procedure),
        letter="" if letter is None else procedure.papers[letter].title,
        letter_signed=letter is not None and is_signed(letter, dossier.tasks, procedure),
        signs="" if step.signs is None else procedure.papers[step.signs].title,
        sheet=reads and bool(disposisi_of(dossier.tasks, procedure)),
        stamping=task.signing_since is not None and task.is_open,
        mine=decides and task.holder_id in (None, person_id),
        barred=who.barred,
        waived=who.waived or rights.done_alone(task, case, dossier.tasks, procedure),
        helping="" if decides or not helps else lane_title(work.office, procedure, task.lane),
        holder="" if task.holder_id is None else _name(work, task.holder_id, now),
        done_at=task.done_at,
        done_by="" if task.done_by is None else _name(work, task.done_by, now),
        done_as=task.done_as,
        done_label="" if done_outcome is None else done_outcome.label,
        done_note=task.note,
        done_marks=marked(procedure, task.marks),
        undone_at=task.undone_at,
        undoable=task.done_by == person_id
        and can_take_back(work, task, dossier.tasks, procedure, case, who),
        next_task=next_task,
        waiting=ahead,
        now=now,
        told=_told(work, task, case, procedure, now),
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
    work: SqlUnitOfWork,
    person_id: PersonId,
    task: Task,
    lanes: frozenset[Lane],
) -> tuple[TaskId | None, int]:
    """For whoever decided this task: what comes next."""
    if task.is_open or task.done_by != person_id:
        return None, 0
    return work.cases.ahead_of(person_id, lanes, most=MOST_COUNTED)
