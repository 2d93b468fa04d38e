"""Handing a form in: what was last seen whole goes to the office, as it is then."""

from dataclasses import dataclass

from workflow import engine, filling
from workflow.desk import submitting
from workflow.desk.cards import screen_of
from workflow.desk.form import FormDesk
from workflow.errors import FormMovedOn, ServiceUnknown
from workflow.filling import Draft, FormEnding
from workflow.ids import DraftId, TaskId
from workflow.intents import ShowCase, ShowForm, ShowTask
from workflow.people import Person
from workflow.ports import RandomBytes, UnitOfWork
from workflow.procedure import StepKind
from workflow.queries.answering import unfit_answers
from workflow.queries.rights import who_is


@dataclass(frozen=True, slots=True)
class HandingInDesk:
    """Where a form is handed in."""

    work: UnitOfWork
    me: Person
    random_bytes: RandomBytes
    forms: FormDesk

    def submit(self, draft_id: DraftId) -> None:
        """Hand the form in: a new case, a repaired one, or the work of a step."""
        draft = self.forms.mine(draft_id)
        self._ensure_fit(draft)
        ending, now = FormEnding.HANDED_IN, self.work.now
        self.work.drafts.close(draft.id, ending, at=now)
        self.work.people.set_focus(self.me.id, None, at=now)
        self.work.tell(self.me.id, ShowForm(draft_id=draft.id, fresh=False, said=ending))
        if draft.task_id is None:
            begun = submitting.submit_new(self.work, self.me, self.random_bytes, draft)
            self.work.drafts.close(
                draft.id, FormEnding.HANDED_IN, at=self.work.now, case_id=begun.id
            )
        else:
            self._submit_for(draft.task_id, draft)

    def _ensure_fit(self, draft: Draft) -> None:
        """Raise what stands against handing it in now."""
        if draft.task_id is None and self.work.procedures.latest(draft.procedure_id) is None:
            raise ServiceUnknown
        items = self.forms.items(draft)
        filling.ensure_complete(draft, items, self.forms.told(draft))
        if not draft.in_review:
            raise FormMovedOn  # an old review; what is handed in is what was last seen whole
        # A form may lie half-filled for weeks: a day that was to come then may be past now.
        for unfit in unfit_answers(self.work, draft, items):
            raise unfit

    def _submit_for(self, task_id: TaskId, draft: Draft) -> None:
        """The right to the task is asked again: the form may have lain for weeks."""
        task, case = self.work.cases.task_and_case(task_id)
        procedure = self.work.procedures.get(case.procedure_id, case.procedure_version)
        step = procedure.step(task.step)
        engine.ensure_may_fill(task, step, who_is(self.work, self.me.id, task, case))
        submitting.store(self.work, self.me, draft, case)
        if step.kind is StepKind.SUBMIT:
            submitting.hand_over(self.work, self.me, task, case, procedure)
            if case.applicant_id == self.me.id:
                self.work.tell(self.me.id, ShowCase(case_id=case.id, fresh=True))
            return
        for person_id in self.work.cards.on_phones(screen_of(task)):
            self.work.tell(person_id, ShowTask(task_id=task.id, fresh=person_id == self.me.id))
