"""Filling in a form, one question at a time: for applicants and officers alike."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from workflow import engine, filling
from workflow.case import Case, Task
from workflow.desk import intaking, submitting
from workflow.desk.beginning import BeginningDesk, ensure_may_begin, holds, offered
from workflow.desk.cards import screen_of
from workflow.desk.contact import offer_contact, withdraw_contact
from workflow.desk.handing import receive
from workflow.desk.on_desk import ensure_no_stranger
from workflow.errors import (
    FileWanted,
    FormHandedIn,
    FormMovedOn,
    NoOpenForm,
    NotAChoice,
    NotForYou,
    Refusal,
    ServiceUnknown,
    TextWanted,
)
from workflow.filling import Draft, DraftFile
from workflow.forms import Item, Question, Slot, item_id, names_a_number, read_answer
from workflow.ids import DraftId, ItemId, ProcedureId, ServiceId, TaskId
from workflow.intents import (
    RemoveMessage,
    ShowCase,
    ShowForm,
    ShowPrivacy,
    ShowTask,
    ShowWelcome,
)
from workflow.people import Asked, Focus, FocusKind, Person
from workflow.ports import RandomBytes, UnitOfWork
from workflow.procedure import StepKind
from workflow.queries.answering import (
    answers_of,
    asks_for_phone,
    handed_in_as,
    items_of,
    unfit_answers,
)
from workflow.queries.rights import who_is
from workflow.views.task import Face, Mode


@dataclass(frozen=True, slots=True)
class FormDesk:
    """The table at which forms are filled in. What was typed or handed in is never lost."""

    work: UnitOfWork
    me: Person
    random_bytes: RandomBytes

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
            self._go_on(begun)
            return
        items = procedure.items_of(service)
        if not items:
            BeginningDesk(self.work, self.me, self.random_bytes).ask(procedure_id, service)
            return
        asks = tuple(item_id(item) for item in items)
        self._open(procedure_id, version, service, asks=asks, at_desk=at_desk)

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
            self._go_on(begun)
            return
        marked = tuple(mark.item for mark in task.because_marks)
        if step.kind is StepKind.SUBMIT and marked:
            self._open_for(task, case, marked, answers={}, at=0)
            return
        submits = step.kind is StepKind.SUBMIT
        items = (
            procedure.items_of(case.service) if submits else procedure.work_of(step, case.service)
        )
        asks = tuple(item_id(item) for item in items)
        if not asks:
            raise NoOpenForm
        known: dict[str, str] = {name: case.answers[name] for name in asks if name in case.answers}
        again = bool(known)
        self._open_for(task, case, asks, answers=known, at=len(asks) if again else 0)

    def _open_for(
        self,
        task: Task,
        case: Case,
        asks: tuple[ItemId, ...],
        *,
        answers: Mapping[str, str],
        at: int,
    ) -> None:
        files: dict[str, tuple[DraftFile, ...]] = {}
        if at:
            for kept in self.work.cases.attachments(case.id):
                if kept.item in asks:
                    file = DraftFile(
                        digest=kept.digest,
                        name=kept.name,
                        media_type=kept.media_type,
                        size=kept.size,
                        at=kept.uploaded_at,
                    )
                    files[kept.item] = (*files.get(kept.item, ()), file)
        self._open(
            case.procedure_id,
            case.procedure_version,
            case.service,
            asks=asks,
            task=task,
            answers=answers,
            files=files,
            at=at,
        )

    def _open(
        self,
        procedure_id: ProcedureId,
        version: int,
        service: ServiceId | None,
        *,
        asks: tuple[ItemId, ...],
        task: Task | None = None,
        answers: Mapping[str, str] | None = None,
        files: Mapping[str, tuple[DraftFile, ...]] | None = None,
        at: int = 0,
        at_desk: bool | None = None,
    ) -> None:
        now = self.work.now
        draft = self.work.drafts.add(
            Draft(
                id=DraftId(0),
                person_id=self.me.id,
                procedure_id=procedure_id,
                procedure_version=version,
                service=service,
                case_id=None if task is None else task.case_id,
                task_id=None if task is None else task.id,
                asks=asks,
                answers=answers or {},
                files=files or {},
                at=at,
                at_desk=at_desk,
                started_at=now,
                changed_at=now,
            )
        )
        self._go_on(draft)

    def _go_on(self, draft: Draft) -> None:
        now = self.work.now
        self.work.people.set_focus(self.me.id, Focus(kind=FocusKind.FORM, ref=draft.id), at=now)
        self.work.cards.turn(f"form:{draft.id}", self.me.id, Mode())
        self.work.tell(self.me.id, ShowForm(draft_id=draft.id))
        self._offer_contact(draft, anew=True)

    def _offer_contact(self, draft: Draft, *, anew: bool) -> None:
        items = self.items(draft)
        offer_contact(self.work, self.me.id, draft, items, anew=anew)

    def resume(self) -> None:
        """Show the open form again, where it was left."""
        draft = self.work.drafts.find_open(self.me.id)
        if draft is None:
            raise NoOpenForm
        self._go_on(draft)

    def items(self, draft: Draft) -> dict[ItemId, Item]:
        procedure = self.work.procedures.get(draft.procedure_id, draft.procedure_version)
        return items_of(procedure, draft)

    def text(self, draft_id: DraftId, text: str, *, message_id: int) -> None:
        """Take words as the answer to the question at hand."""
        draft = self._mine(draft_id)
        item = filling.current(draft, self.items(draft))
        if item is None:
            self.work.tell(self.me.id, ShowForm(draft_id=draft.id))
            return
        if isinstance(item, Slot):
            raise FileWanted(title=item.title, accepted=item.accepted)
        self._answer(draft, item, text)
        if item.masked or names_a_number(text):
            self.work.tell(self.me.id, RemoveMessage(message_id=message_id))

    def asks_for_phone(self, draft_id: DraftId) -> bool:
        draft = self._mine(draft_id)
        return asks_for_phone(draft, self.items(draft))

    def asked(self, draft_id: DraftId) -> ItemId | None:
        """The item that an open form of one's own asks now; nothing at its review."""
        draft = self.work.drafts.get(draft_id)
        if draft.closed or draft.in_review or draft.person_id != self.me.id:
            return None
        return draft.asks[draft.at]

    def correct(self, draft_id: DraftId, name: ItemId, text: str, *, message_id: int) -> bool:
        """Take other words in the place of an answer; False when the form was handed in."""
        draft = self.work.drafts.get(draft_id)
        if draft.closed or draft.person_id != self.me.id or name not in draft.answers:
            return False
        question = self.items(draft)[name]
        if not isinstance(question, Question):
            return False
        now = self.work.now
        today = self.work.today
        answer = read_answer(question, text, today=today)
        kept = replace(draft, answers={**draft.answers, name: answer}, changed_at=now)
        unfit = answers_of(self.work, kept, self.items(draft)).unfit(question)
        if unfit is not None:
            raise unfit
        self.work.drafts.save(kept)
        self.work.tell(self.me.id, ShowForm(draft_id=draft.id, fresh=False))
        if question.masked:
            self.work.tell(self.me.id, RemoveMessage(message_id=message_id))
        return True

    def choose(self, draft_id: DraftId, place: int, choice: int) -> None:
        draft = self._at(draft_id, place)
        item = filling.current(draft, self.items(draft))
        if not isinstance(item, Question) or not 0 <= choice < len(item.choices):
            raise FormMovedOn
        asked = Asked(kind=FocusKind.FORM, ref=draft.id, extra=item.id)
        self.work.words.let_go(self.me.id, asked)
        self._answer(draft, item, item.choices[choice], fresh=False)

    def _answer(self, draft: Draft, question: Question, text: str, *, fresh: bool = True) -> None:
        today = self.work.today
        kept = filling.answered(draft, question, text, today=today)
        unfit = answers_of(self.work, kept, self.items(draft)).unfit(question)
        if unfit is not None:
            raise unfit
        self._keep(kept, fresh=fresh)

    def slot(self, draft_id: DraftId) -> Slot:
        """The slot that a file would go into now; raise TextWanted where words are asked."""
        draft = self._mine(draft_id)
        item = filling.current(draft, self.items(draft))
        if isinstance(item, Slot):
            return item
        raise _words_wanted(item)

    def free_slot(self, draft_id: DraftId) -> Slot:
        """The slot that a file would go into; raise before it is fetched what would refuse it."""
        slot = self.slot(draft_id)
        filling.ensure_place(self._mine(draft_id), slot)
        intaking.ensure_not_too_much(self.work, self.me)
        return slot

    def expected(self, draft_id: DraftId) -> None:
        """Raise the refusal that says what is wanted now: words, or a file."""
        draft = self._mine(draft_id)
        item = filling.current(draft, self.items(draft))
        if isinstance(item, Slot):
            raise FileWanted(title=item.title, accepted=item.accepted)
        raise _words_wanted(item)

    def attach(self, draft_id: DraftId, file: DraftFile, *, message_id: int) -> None:
        """Put a stored file into the slot at hand; its copy in the chat is taken away."""
        draft = self._mine(draft_id)
        slot = self.slot(draft_id)
        self._keep(filling.attached(draft, slot, file), said="received")
        intaking.count(self.work, self.me, file.size)
        self.work.tell(self.me.id, RemoveMessage(message_id=message_id))

    def take_out(self, draft_id: DraftId, place: int, shown: str) -> None:
        """Take the last of the files shown out of the slot at hand, to hand in another."""
        draft = self._at(draft_id, place)
        item = filling.current(draft, self.items(draft))
        if not isinstance(item, Slot) or filling.files_shown(draft, item) != shown:
            raise FormMovedOn
        self._keep(filling.without_last(draft, item), fresh=False)

    def go_on(self, draft_id: DraftId, place: int) -> None:
        """Leave a slot, or skip what is optional."""
        draft = self._at(draft_id, place)
        item = filling.current(draft, self.items(draft))
        if item is None:
            raise FormMovedOn
        self._keep(filling.passed(draft, item, self._told(draft)), fresh=False)

    def _told(self, draft: Draft) -> Mapping[str, str]:
        """The form's answers above those that its case knows already."""
        return answers_of(self.work, draft, {}).told

    def back(self, draft_id: DraftId, place: int) -> None:
        self._keep(filling.stepped_back(self._at(draft_id, place)), fresh=False)

    def change(self, draft_id: DraftId, item: int) -> None:
        draft = self._mine(draft_id)
        if not draft.in_review:
            raise FormMovedOn
        self._keep(filling.changing(draft, item), fresh=False)

    def ask_cancel(self, draft_id: DraftId) -> None:
        """Cancelling throws answers away, so it is asked once more."""
        draft = self._mine(draft_id)
        self.work.cards.turn(f"form:{draft.id}", self.me.id, Mode(face=Face.CANCEL))
        self.work.tell(self.me.id, ShowForm(draft_id=draft.id, fresh=False))

    def keep(self, draft_id: DraftId) -> None:
        draft = self._mine(draft_id)
        self._keep(draft, fresh=False)

    def cancel(self, draft_id: DraftId) -> None:
        """Throw a form away; only from the card that asked once more."""
        now = self.work.now
        draft = self._mine(draft_id)
        if self.work.cards.mode(f"form:{draft.id}", self.me.id).face is not Face.CANCEL:
            raise FormMovedOn
        self.work.drafts.close(draft.id, at=now)
        self.work.people.set_focus(self.me.id, None, at=now)
        self.work.tell(self.me.id, ShowForm(draft_id=draft.id, fresh=False, said="cancelled"))
        withdraw_contact(self.work, self.me.id)
        if draft.task_id is None:
            self.work.tell(self.me.id, ShowWelcome())

    def _keep(self, draft: Draft, *, fresh: bool = True, said: str = "") -> None:
        now = self.work.now
        self.work.drafts.save(replace(draft, changed_at=now))
        self.work.people.set_focus(self.me.id, Focus(kind=FocusKind.FORM, ref=draft.id), at=now)
        self.work.cards.turn(f"form:{draft.id}", self.me.id, Mode())
        self.work.tell(self.me.id, ShowForm(draft_id=draft.id, fresh=fresh, said=said))
        self._offer_contact(draft, anew=False)

    def _mine(self, draft_id: DraftId) -> Draft:
        draft = self.work.drafts.get(draft_id)
        if draft.person_id != self.me.id:
            raise NotForYou
        if number := handed_in_as(self.work, draft):
            raise FormHandedIn(number=number)
        if draft.closed:
            raise NoOpenForm
        return draft

    def _at(self, draft_id: DraftId, place: int) -> Draft:
        draft = self._mine(draft_id)
        if draft.at != place:
            raise FormMovedOn
        return draft

    def submit(self, draft_id: DraftId) -> None:
        """Hand the form in: a new case, a repaired one, or the work of a step."""
        draft = self._mine(draft_id)
        if draft.task_id is None and self.work.procedures.latest(draft.procedure_id) is None:
            raise ServiceUnknown
        items = self.items(draft)
        filling.ensure_complete(draft, items, self._told(draft))
        if not draft.in_review:
            raise FormMovedOn  # an old review; what is handed in is what was last seen whole
        now = self.work.now
        # A form may lie half-filled for weeks: a day that was to come then may be past now.
        for unfit in unfit_answers(self.work, draft, items):
            raise unfit
        self.work.drafts.close(draft.id, at=now)
        self.work.people.set_focus(self.me.id, None, at=now)
        self.work.tell(self.me.id, ShowForm(draft_id=draft.id, fresh=False, said="handed_in"))
        if draft.task_id is None:
            begun = submitting.submit_new(self.work, self.me, self.random_bytes, draft)
            self.work.drafts.close(draft.id, at=now, case_id=begun.id)
            return
        task, case = self.work.cases.task_and_case(draft.task_id)
        procedure = self.work.procedures.get(case.procedure_id, case.procedure_version)
        who = who_is(self.work, self.me.id, task, case)
        engine.ensure_may_fill(task, procedure.step(task.step), who)
        submitting.store(self.work, self.me, draft, case)
        if procedure.step(task.step).kind is StepKind.SUBMIT:
            submitting.hand_over(self.work, self.me, task, case, procedure)
            if case.applicant_id == self.me.id:
                self.work.tell(self.me.id, ShowCase(case_id=case.id, fresh=True))
            return
        for person_id in self.work.cards.on_phones(screen_of(task)):
            self.work.tell(person_id, ShowTask(task_id=task.id, fresh=person_id == self.me.id))


def _words_wanted(item: Item | None) -> Refusal:
    """What to say where a file came and none is asked: the answer in words, or a button."""
    if isinstance(item, Question) and item.choices:
        return NotAChoice()
    return TextWanted(example="" if item is None else item.example)
