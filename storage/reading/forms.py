"""The question a person is at, or the review of all answers."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from storage.reading.card_lines import marked
from storage.unit_of_work import SqlUnitOfWork
from workflow import filling
from workflow.answers import doubts_about
from workflow.case import Case, CaseState, Mark, Task
from workflow.expecting import expected_at_the_outset, usual_way
from workflow.filling import Draft, FormEnding
from workflow.forms import Item, Question, Slot, is_optional, item_id
from workflow.ids import DraftId, ItemId, PersonId, ServiceId
from workflow.letters import in_words
from workflow.person_numbers import NumberDoubt
from workflow.procedure import Procedure, StepKind, Way
from workflow.queries.answering import (
    answers_of,
    asks_for_phone,
    handed_in_as,
    items_of,
    unfit_answers,
)
from workflow.queries.handed_in_twice import handed_in_before
from workflow.queries.recalling import recalled
from workflow.queries.rights import who_is
from workflow.screen_names import ScreenName
from workflow.titles import lane_title
from workflow.views.form import (
    ContactView,
    FormView,
    HandedInBefore,
    ItemShown,
    KnownDetails,
    Onward,
    OpenDraft,
    Outset,
    ReviewShown,
    StepAhead,
)
from workflow.views.task import Face, Fact


def form_view(
    work: SqlUnitOfWork, draft_id: DraftId, person_id: PersonId, said: str, *, now: datetime
) -> FormView | None:
    """Nothing for anybody but the one who fills it in."""
    draft = work.drafts.get(draft_id)
    if draft.person_id != person_id:
        return None
    procedure = work.procedures.get(draft.procedure_id, draft.procedure_version)
    items = items_of(procedure, draft)
    task = None if draft.task_id is None else work.cases.task(draft.task_id)
    case = None if draft.case_id is None else work.cases.get(draft.case_id)
    repair = task is not None and procedure.step(task.step).kind is StepKind.SUBMIT
    return FormView(
        draft_id=draft.id,
        procedure_title=procedure.title_of(draft.service),
        place=draft.at,
        places=len(draft.asks),
        reviewing=draft.reviewing,
        repair=repair,
        for_task=task is not None and not repair,
        item=_item(work, procedure, draft, items, task),
        review=_review(work, draft, items) if draft.in_review else None,
        said=said,
        doubts=_doubts(draft, items),
        submit_label=_submit_label(procedure, task),
        cancelling=work.cards.mode(ScreenName.FORM.of(draft_id), person_id).face is Face.CANCEL,
        done=draft.closed,
        ending=_ending(work, draft, said),
        onward=_onward(work, task, case, person_id),
        lane_title="" if task is None else lane_title(work.office, procedure, task.lane),
        number="" if case is None else case.number,
        subject="" if case is None else case.subject,
        outset=_outset(work, procedure, draft, now=now),
        known=_known(work, draft, items),
    )


def _item(
    work: SqlUnitOfWork,
    procedure: Procedure,
    draft: Draft,
    items: Mapping[ItemId, Item],
    task: Task | None,
) -> ItemShown | None:
    item = filling.current(draft, items)
    if item is None:
        return None
    shown = ItemShown(
        ask=item.ask,
        title=item.title,
        example=item.example,
        optional=is_optional(item, answers_of(work, draft, items).told),
        why=_why(task, item),
        marks=() if task is None else marked(procedure, _marks_of(task, item)),
    )
    if isinstance(item, Question):
        return replace(
            shown, kind=item.kind.value, choices=item.choices, answer=_answer(draft, item)
        )
    return replace(
        shown,
        is_file=True,
        accepted=item.accepted,
        most=item.most,
        files=_files(draft, item),
        files_shown=filling.files_shown(draft, item),
    )


def _known(work: SqlUnitOfWork, draft: Draft, items: Mapping[ItemId, Item]) -> KnownDetails | None:
    found = recalled(work, draft, items)
    if found is None:
        return None
    filled = filling.recalled(draft, found.answers)
    lines = tuple(_line(filled, items[name]) for name in draft.asks if name in found.answers)
    return KnownDetails(found.case.id, found.case.number, lines)


def _review(work: SqlUnitOfWork, draft: Draft, items: Mapping[ItemId, Item]) -> ReviewShown:
    told = answers_of(work, draft, items).told
    asked = [items[name] for name in draft.asks]
    return ReviewShown(
        lines=tuple(_line(draft, item) for item in asked),
        missing=tuple(item.title for item in asked if not filling.is_complete(draft, item, told)),
        unfit=unfit_answers(work, draft, items),
        before=_before(work, draft, items),
    )


def _before(
    work: SqlUnitOfWork, draft: Draft, items: Mapping[ItemId, Item]
) -> HandedInBefore | None:
    case = handed_in_before(work, draft, items)
    if case is None:
        return None
    return HandedInBefore(case.id, case.number, case.opened_at, case.state is CaseState.OPEN)


def _outset(
    work: SqlUnitOfWork, procedure: Procedure, draft: Draft, *, now: datetime
) -> Outset | None:
    """What to have ready, and how long it will take: a request is not begun blindly."""
    begins = draft.at == 0 and draft.task_id is None and not draft.reviewing
    if draft.closed or not begins or not procedure.started_by_applicant:
        return None
    slots = [item for item in procedure.items_of(draft.service) if isinstance(item, Slot)]
    return Outset(
        needed=tuple(slot.title for slot in slots if not slot.optional),
        sometimes=tuple(slot.title for slot in slots if slot.optional),
        steps=_ahead(work, procedure, draft.service),
        expected_at=expected_at_the_outset(procedure, work.calendar, now=now),
        now=now,
    )


def _ahead(
    work: SqlUnitOfWork, procedure: Procedure, service: ServiceId | None
) -> tuple[StepAhead, ...]:
    return tuple(
        StepAhead(
            number=step.number,
            short=step.short,
            lane_title=lane_title(work.office, procedure, procedure.lane_of(step, service)),
        )
        for step in usual_way(procedure)
    )


def _ending(work: SqlUnitOfWork, draft: Draft, said: str) -> str:
    """What became of it, also when an old button asks for it again."""
    if not draft.closed:
        return ""
    if said or draft.ending is not None:
        return said or str(draft.ending)
    return FormEnding.HANDED_IN.value if handed_in_as(work, draft) else ""


def _onward(work: SqlUnitOfWork, task: Task | None, case: Case | None, me: PersonId) -> Onward:
    if task is None or case is None or not task.is_open:
        return Onward.DONE
    decides = task.lane in who_is(work, me, task, case).lanes
    return Onward.HERE if decides else Onward.ANOTHER


def contact_view(work: SqlUnitOfWork, draft_id: DraftId, person_id: PersonId) -> ContactView | None:
    """Nothing where the form has gone on meanwhile."""
    draft = work.drafts.get(draft_id)
    procedure = work.procedures.get(draft.procedure_id, draft.procedure_version)
    asked = draft.person_id == person_id and not draft.closed
    return ContactView() if asked and asks_for_phone(draft, items_of(procedure, draft)) else None


def open_draft(work: SqlUnitOfWork, person_id: PersonId) -> OpenDraft | None:
    """The form that this person has begun and not handed in, the newest of several."""
    draft = work.drafts.find_open(person_id)
    if draft is None:
        return None
    procedure = work.procedures.find(draft.procedure_id, draft.procedure_version)
    if procedure is None:
        return None  # nobody can go on with it, and all else is offered
    return OpenDraft(
        title=procedure.title_of(draft.service),
        number="" if draft.case_id is None else work.cases.get(draft.case_id).number,
    )


def _answer(draft: Draft, question: Question) -> str:
    kept = draft.answers.get(question.id)
    return "" if kept is None else in_words(question, kept)


def _files(draft: Draft, slot: Slot) -> tuple[str, ...]:
    return tuple(file.name for file in draft.files.get(slot.id, ()))


def _doubts(draft: Draft, items: Mapping[ItemId, Item]) -> tuple[tuple[str, NumberDoubt], ...]:
    """About the answer just given, or at the review about all of them."""
    before = () if draft.reviewing else draft.asks[max(0, draft.at - 1) : draft.at]
    asked = [items[name] for name in (draft.asks if draft.in_review else before)]
    return tuple(
        (item.title, doubt)
        for item in asked
        if isinstance(item, Question) and item.id in draft.answers
        for doubt in doubts_about(item, draft.answers[item.id])
    )


def _line(draft: Draft, item: Item) -> Fact:
    if isinstance(item, Slot):
        return Fact(title=item.title, value=", ".join(_files(draft, item)), is_file=True)
    return Fact(title=item.title, value=_answer(draft, item))


def _why(task: Task | None, item: Item) -> str:
    """In a repair: the officer's reason, on the item it was given for."""
    if task is None or not task.because:
        return ""
    return task.because if not task.because_marks or _marks_of(task, item) else ""


def _marks_of(task: Task, item: Item) -> list[Mark]:
    return [mark for mark in task.because_marks if mark.item == item_id(item)]


def _submit_label(procedure: Procedure, task: Task | None) -> str:
    step = procedure.first if task is None else procedure.step(task.step)
    if step.kind is not StepKind.SUBMIT:
        return ""
    forward = step.outcome_for(Way.FORWARD)
    return "" if forward is None else step.outcomes[forward].label
