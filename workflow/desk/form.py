"""Filling in a form, one question at a time: for applicants and officers alike."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from workflow import filling
from workflow.answers import read_answer
from workflow.desk import intaking
from workflow.desk.contact import offer_contact, withdraw_contact
from workflow.errors import (
    FileWanted,
    FormClosed,
    FormHandedIn,
    FormMovedOn,
    FormSaved,
    NoOpenForm,
    NotAChoice,
    Refusal,
    TextWanted,
)
from workflow.filling import Draft, DraftFile, FormEnding
from workflow.forms import Item, Question, Slot
from workflow.ids import CaseId, DraftId, ItemId
from workflow.intents import (
    RemoveMessage,
    ShowForm,
    ShowWelcome,
)
from workflow.people import Asked, Focus, FocusKind, Person
from workflow.plain_text import names_a_number
from workflow.ports import UnitOfWork
from workflow.queries.access import ensure_own_form
from workflow.queries.answering import (
    answers_of,
    asks_for_phone,
    handed_in_as,
    items_of,
    saved_in,
)
from workflow.queries.recalling import recalled
from workflow.screen_names import ScreenName
from workflow.views.task import Face, Mode


@dataclass(frozen=True, slots=True)
class FormDesk:
    """The table at which forms are filled in. What was typed or handed in is never lost."""

    work: UnitOfWork
    me: Person

    def go_on_with(self, draft: Draft) -> None:
        """Show a form where it was left, and take what is written next for it."""
        now = self.work.now
        self.work.people.set_focus(self.me.id, Focus(kind=FocusKind.FORM, ref=draft.id), at=now)
        self.work.cards.turn(ScreenName.FORM.of(draft.id), self.me.id, Mode())
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
        self.go_on_with(draft)

    def items(self, draft: Draft) -> dict[ItemId, Item]:
        """Every item that a form may ask, by its id."""
        procedure = self.work.procedures.get(draft.procedure_id, draft.procedure_version)
        return items_of(procedure, draft)

    def text(self, draft_id: DraftId, text: str, *, message_id: int) -> None:
        """Take words as the answer to the question at hand."""
        draft = self.mine(draft_id)
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
        draft = self.mine(draft_id)
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

    def recall(self, draft_id: DraftId, place: int, case_id: CaseId) -> None:
        """Fill in at once what one's last request told, of the very request that was shown."""
        draft = self._at(draft_id, place)
        known = recalled(self.work, draft, self.items(draft))
        if known is None or known.case.id != case_id:
            raise FormMovedOn
        asked = Asked(kind=FocusKind.FORM, ref=draft.id, extra=draft.asks[place])
        self.work.words.let_go(self.me.id, asked)
        self._keep(filling.recalled(draft, known.answers), fresh=False)

    def _answer(self, draft: Draft, question: Question, text: str, *, fresh: bool = True) -> None:
        today = self.work.today
        kept = filling.answered(draft, question, text, today=today)
        unfit = answers_of(self.work, kept, self.items(draft)).unfit(question)
        if unfit is not None:
            raise unfit
        self._keep(kept, fresh=fresh)

    def slot(self, draft_id: DraftId) -> Slot:
        """The slot that a file would go into now; raise TextWanted where words are asked."""
        draft = self.mine(draft_id)
        item = filling.current(draft, self.items(draft))
        if isinstance(item, Slot):
            return item
        raise _words_wanted(item)

    def free_slot(self, draft_id: DraftId) -> Slot:
        """The slot that a file would go into; raise before it is fetched what would refuse it."""
        slot = self.slot(draft_id)
        filling.ensure_place(self.mine(draft_id), slot)
        intaking.ensure_not_too_much(self.work, self.me)
        return slot

    def expected(self, draft_id: DraftId) -> None:
        """Raise the refusal that says what is wanted now: words, or a file."""
        draft = self.mine(draft_id)
        item = filling.current(draft, self.items(draft))
        if isinstance(item, Slot):
            raise FileWanted(title=item.title, accepted=item.accepted)
        raise _words_wanted(item)

    def attach(self, draft_id: DraftId, file: DraftFile, *, message_id: int) -> None:
        """Put a stored file into the slot at hand; its copy in the chat is taken away."""
        draft = self.mine(draft_id)
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
        self._keep(filling.passed(draft, item, self.told(draft)), fresh=False)

    def told(self, draft: Draft) -> Mapping[str, str]:
        """The form's answers above those that its case knows already."""
        return answers_of(self.work, draft, {}).told

    def back(self, draft_id: DraftId, place: int) -> None:
        self._keep(filling.stepped_back(self._at(draft_id, place)), fresh=False)

    def change(self, draft_id: DraftId, item: int) -> None:
        draft = self.mine(draft_id)
        if not draft.in_review:
            raise FormMovedOn
        self._keep(filling.changing(draft, item), fresh=False)

    def ask_cancel(self, draft_id: DraftId) -> None:
        """Cancelling throws answers away, so it is asked once more."""
        draft = self.mine(draft_id)
        self.work.cards.turn(ScreenName.FORM.of(draft.id), self.me.id, Mode(face=Face.CANCEL))
        self.work.tell(self.me.id, ShowForm(draft_id=draft.id, fresh=False))

    def keep(self, draft_id: DraftId) -> None:
        draft = self.mine(draft_id)
        self._keep(draft, fresh=False)

    def cancel(self, draft_id: DraftId) -> None:
        """Throw a form away; only from the card that asked once more."""
        now = self.work.now
        draft = self.mine(draft_id)
        if self.work.cards.mode(ScreenName.FORM.of(draft.id), self.me.id).face is not Face.CANCEL:
            raise FormMovedOn
        self.work.drafts.close(draft.id, FormEnding.CANCELLED, at=now)
        self.work.people.set_focus(self.me.id, None, at=now)
        self.work.tell(
            self.me.id, ShowForm(draft_id=draft.id, fresh=False, said=FormEnding.CANCELLED)
        )
        withdraw_contact(self.work, self.me.id)
        if draft.task_id is None:
            self.work.tell(self.me.id, ShowWelcome())

    def _keep(self, draft: Draft, *, fresh: bool = True, said: str = "") -> None:
        now = self.work.now
        self.work.drafts.save(replace(draft, changed_at=now))
        self.work.people.set_focus(self.me.id, Focus(kind=FocusKind.FORM, ref=draft.id), at=now)
        self.work.cards.turn(ScreenName.FORM.of(draft.id), self.me.id, Mode())
        self.work.tell(self.me.id, ShowForm(draft_id=draft.id, fresh=fresh, said=said))
        self._offer_contact(draft, anew=False)

    def mine(self, draft_id: DraftId) -> Draft:
        """An open form of one's own; raises the refusal that fits any other."""
        draft = self.work.drafts.get(draft_id)
        ensure_own_form(draft, self.me.id)
        if number := handed_in_as(self.work, draft):
            raise FormHandedIn(number=number)
        if number := saved_in(self.work, draft):
            raise FormSaved(number=number)
        if draft.closed:
            raise FormClosed
        return draft

    def _at(self, draft_id: DraftId, place: int) -> Draft:
        draft = self.mine(draft_id)
        if draft.at != place:
            raise FormMovedOn
        return draft


def _words_wanted(item: Item | None) -> Refusal:
    """What to say where a file came and none is asked: the answer in words, or a button."""
    if isinstance(item, Question) and item.choices:
        return NotAChoice()
    return TextWanted(example="" if item is None else item.example)
