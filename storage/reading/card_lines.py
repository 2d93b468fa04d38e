"""What cards tell of a case line by line: its answers, its files, and the words that came along."""

from collections.abc import Sequence
from datetime import date

from workflow.bounds import has_lapsed
from workflow.case import Attachment, Case, Mark, Task
from workflow.forms import Question
from workflow.ids import ItemId
from workflow.letters import in_words
from workflow.procedure import Outcome, Procedure, Step, StepKind, Way
from workflow.questions import ANSWER_SLOT, is_answer
from workflow.views.task import Choice, Fact, FileLine, MarkLine, Trail, face_before


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


def files_of(procedure: Procedure, attachments: Sequence[Attachment]) -> tuple[FileLine, ...]:
    return tuple(
        FileLine(
            file_id=file.id,
            title=titled(procedure, file.item),
            name=file.name,
            signatures=file.signatures,
        )
        for file in attachments
    )


def titled(procedure: Procedure, item: ItemId) -> str:
    """What a file was handed in as: for an item of the SOP, or with an answer."""
    return ANSWER_SLOT.title if is_answer(item) else procedure.item_title(item)


def trail_of(history: Sequence[Task], task: Task, procedure: Procedure) -> tuple[Trail, ...]:
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


def repaired_of(history: Sequence[Task], task: Task, procedure: Procedure) -> tuple[str, ...]:
    """The items that the applicant has just sent anew, for whoever asked for them."""
    before = [one for one in history if one.id < task.id]
    if not before or procedure.step(before[-1].step).kind is not StepKind.SUBMIT:
        return ()
    return tuple(procedure.item_title(mark.item) for mark in before[-1].because_marks)


def _sent_back(task: Task, procedure: Procedure) -> bool:
    outcome = procedure.step(task.step).outcomes
    return task.outcome is not None and outcome[task.outcome].way is Way.BACK
