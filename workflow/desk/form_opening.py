"""Opening a form: of a service that somebody asks for, or of a task that lies before them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from workflow import engine
from workflow.case import Attachment, Case, Task
from workflow.desk import submitting
from workflow.desk.beginning import BeginningDesk, offered
from workflow.desk.form import FormDesk
from workflow.desk.handed_in_files import as_handed_in
from workflow.desk.handing import receive
from workflow.errors import NoOpenForm
from workflow.filling import Draft, DraftFile
from workflow.forms import Item, item_id
from workflow.ids import DraftId, ItemId, ProcedureId, ServiceId, TaskId
from workflow.intents import ShowPrivacy
from workflow.people import Person
from workflow.ports import RandomBytes, UnitOfWork
from workflow.procedure import Procedure, Step, StepKind
from workflow.queries.access import ensure_may_begin, ensure_no_stranger, holds
from workflow.queries.rights import who_is


@dataclass(frozen=True, slots=True)
class FormOpeningDesk:
    """The counter where forms are handed out. One begun before is gone on with."""

    work: UnitOfWork
    me: Person
    random_bytes: RandomBytes
    forms: FormDesk

    def begin(self, procedure_id: ProcedureId, service: ServiceId | None) -> None:
        """Open the form of a service, or go on with the one begun before."""
        version, procedure = offered(self.work, procedure_id)
        ensure_may_begin(self.work, self.me, procedure, service)
        at_desk = holds(self.work, self.me, procedure, procedure.desk)
        if procedure.started_by_applicant and not at_desk and not self._has_consented():
            choice = f"{procedure_id}:{service or ''}"
            self.work.tell(self.me.id, ShowPrivacy(choice=choice))
            return
        if procedure.started_by_applicant and not at_desk:
            submitting.ensure_not_too_many(self.work, self.me)
        begun = self.work.drafts.find_begun(self.me.id, procedure_id, service)
        if begun is not None and self._can_be_read(begun):
            self.forms.go_on_with(begun)
            return
        items = procedure.items_of(service)
        if not items:
            BeginningDesk(self.work, self.me, self.random_bytes).ask(procedure_id, service)
            return
        draft = self._blank(procedure_id, version, service, items)
        self._open(replace(draft, at_desk=at_desk))

    def _can_be_read(self, draft: Draft) -> bool:
        found = self.work.procedures.find(draft.procedure_id, draft.procedure_version)
        return found is not None

    def _has_consented(self) -> bool:
        present = self.work.people.get(self.me.id).consent_version
        return present == self.work.office.privacy.version

    def begin_task(self, task_id: TaskId) -> None:
        """Open the form that belongs to a task: a repair, or the work of a step."""
        task, case = self.work.cases.task_and_case(task_id)
        procedure = self.work.procedures.get(case.procedure_id, case.procedure_version)
        step = procedure.step(task.step)
        who = who_is(self.work, self.me.id, task, case)
        ensure_no_stranger(self.work, task, who, step)
        engine.ensure_may_fill(task, step, who)
        receive(self.work, task, who)
        begun = self.work.drafts.find_for_task(task_id, self.me.id)
        if begun is not None:
            self.forms.go_on_with(begun)
            return
        draft = self._of_task(task, case, _asked_at(procedure, step, case))
        if step.kind is StepKind.SUBMIT and task.because_marks:
            marked = tuple(mark.item for mark in task.because_marks)
            self._open(replace(draft, asks=marked))
            return
        if not draft.asks:
            raise NoOpenForm
        self._open(self._as_it_stands(draft, case))

    def _as_it_stands(self, draft: Draft, case: Case) -> Draft:
        """A form that was handed in before opens at its review, with all that it held."""
        known: dict[str, str] = {
            one: case.answers[one] for one in draft.asks if one in case.answers
        }
        if not known:
            return draft
        files = _handed_in(self.work.cases.attachments(case.id), draft.asks)
        return replace(draft, answers=known, files=files, at=len(draft.asks))

    def _of_task(self, task: Task, case: Case, items: Sequence[Item]) -> Draft:
        draft = self._blank(case.procedure_id, case.procedure_version, case.service, items)
        return replace(draft, case_id=task.case_id, task_id=task.id)

    def _blank(
        self,
        procedure_id: ProcedureId,
        version: int,
        service: ServiceId | None,
        items: Sequence[Item],
    ) -> Draft:
        return Draft(
            id=DraftId(0),
            person_id=self.me.id,
            procedure_id=procedure_id,
            procedure_version=version,
            service=service,
            case_id=None,
            task_id=None,
            asks=tuple(item_id(item) for item in items),
            started_at=self.work.now,
            changed_at=self.work.now,
        )

    def _open(self, draft: Draft) -> None:
        self.forms.go_on_with(self.work.drafts.add(draft))


def _asked_at(procedure: Procedure, step: Step, case: Case) -> tuple[Item, ...]:
    """What the form of a step asks: the whole request at a step of handing in, else its work."""
    if step.kind is StepKind.SUBMIT:
        return procedure.items_of(case.service)
    return procedure.work_of(step, case.service)


def _handed_in(
    attachments: Sequence[Attachment], asks: Sequence[ItemId]
) -> Mapping[str, tuple[DraftFile, ...]]:
    """The files of a case as a form has them, each in its slot."""
    files: dict[str, tuple[DraftFile, ...]] = {}
    for kept in attachments:
        if kept.item in asks:
            files[kept.item] = (*files.get(kept.item, ()), as_handed_in(kept))
    return files
