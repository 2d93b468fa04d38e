"""Words written to the bot: an answer, a reason, or nothing that was asked for."""

from dataclasses import dataclass

from workflow.desk.administrator import AdministratorDesk
from workflow.desk.amending import AmendingDesk
from workflow.desk.answering import AnswerDesk
from workflow.desk.bulk import BulkDesk
from workflow.desk.calendar import CalendarDesk
from workflow.desk.consulting import OpinionDesk
from workflow.desk.enquiries import EnquiryDesk, ReplyDesk
from workflow.desk.form import FormDesk
from workflow.desk.linking import LinkingDesk
from workflow.desk.looking_up import LookUp
from workflow.desk.mandates import MandateDesk
from workflow.desk.officer import OfficerDesk
from workflow.desk.searching import SearchDesk
from workflow.desk.verbs import VerbDesk
from workflow.errors import NotUnderstood, TextWanted
from workflow.filling import DraftFile
from workflow.forms import Slot
from workflow.ids import CaseId, DraftId, JabatanId, OutcomeId, TaskId
from workflow.intents import (
    RemoveMessage,
    ShowForm,
    ShowQuestion,
    ShowTask,
    ShowWelcome,
    Tell,
)
from workflow.mandate import read as read_mandate
from workflow.office_intents import ShowMandate
from workflow.people import Asked, Focus, FocusKind, Person, Words
from workflow.plain_text import names_a_number
from workflow.ports import UnitOfWork
from workflow.queries.access import administers


@dataclass(frozen=True, slots=True)
class MessageDesk:
    """Takes a message for what the bot has asked this person last."""

    work: UnitOfWork
    me: Person
    forms: FormDesk
    officer: OfficerDesk
    administrator: AdministratorDesk
    mandates: MandateDesk
    calendar: CalendarDesk
    lookup: LookUp
    search: SearchDesk
    answers: AnswerDesk

    def _amending(self) -> AmendingDesk:
        return AmendingDesk(self.work, self.me, self.administrator.random_bytes)

    def hear(self, text: str, *, message_id: int) -> None:
        """Take words; raise NotUnderstood when nothing was asked, and no case or code was named.

        A form left open is offered again: words may have been meant for it, and may not.
        """
        if self.work.people.focus(self.me.id) is None and self.lookup.opens(text):
            return
        if self._left_open() is not None:
            self.work.tell(self.me.id, Tell(message_id="form-still-open"))
            return
        asked = self.asked()
        self._take(self._focus(), text, message_id)
        if asked is not None:
            words, now = Words(asked=asked, taken=True), self.work.now
            self.work.words.note(self.me.id, message_id, words, at=now)

    def asked(self) -> Asked | None:
        """What words would be an answer to now."""
        focus = self.work.people.focus(self.me.id)
        if focus is None:
            return None
        match focus.kind:
            case FocusKind.FORM:
                item = self.forms.asked(DraftId(focus.ref))
                return None if item is None else Asked(kind=focus.kind, ref=focus.ref, extra=item)
            case FocusKind.REASON | FocusKind.VERB | FocusKind.OPINION:
                return Asked(kind=focus.kind, ref=focus.ref, extra=focus.extra)
            case FocusKind.MANDATE:
                return Asked(kind=focus.kind, extra=read_mandate(focus.extra).wanted)
        return Asked(kind=focus.kind, ref=focus.ref)

    def note_refused(self, message_id: int) -> None:
        """An answer that was refused may be edited until it is one."""
        asked = self.asked()
        if asked is not None:
            words = Words(asked=asked, taken=False)
            self.work.words.note(self.me.id, message_id, words, at=self.work.now)

    def _take(self, focus: Focus, text: str, message_id: int) -> None:
        match focus.kind:
            case FocusKind.FORM:
                self.forms.text(DraftId(focus.ref), text, message_id=message_id)
            case FocusKind.REASON:
                self.officer.written(TaskId(focus.ref), OutcomeId(focus.extra), text)
                if names_a_number(text):
                    self.work.tell(self.me.id, RemoveMessage(message_id=message_id))
            case FocusKind.BULK:
                BulkDesk(self.work, self.me).written(text)
            case FocusKind.VERB:
                self.verbs.written(TaskId(focus.ref), focus.extra, text)
            case FocusKind.ANSWER:
                self.answers.written(TaskId(focus.ref), text, message_id=message_id)
            case FocusKind.OPINION:
                self.opinions.written(TaskId(focus.ref), text)
            case FocusKind.ENQUIRY:
                enquiries = EnquiryDesk(self.work, self.me)
                enquiries.written(CaseId(focus.ref), text, message_id=message_id)
            case FocusKind.REPLY:
                ReplyDesk(self.work, self.me).written(TaskId(focus.ref), text)
            case FocusKind.CORRECTION:
                self._amending().written(CaseId(focus.ref), text, message_id=message_id)
            case FocusKind.LINK:
                self._linking().answer(CaseId(focus.ref), text, message_id=message_id)
            case FocusKind.INVITATION:
                self.administrator.invite(JabatanId(focus.extra), text)
            case FocusKind.MANDATE:
                self.mandates.written(text)
            case FocusKind.CLOSURE:
                self.calendar.close(text)
            case FocusKind.OPENING:
                self.calendar.open(text)
            case FocusKind.RAMADAN:
                self.calendar.set_ramadan(text)
            case FocusKind.SEARCH:
                self.search.hear(text)

    def slot(self) -> tuple[Focus, Slot]:
        """Where a file would go; raise the refusal that fits when none was asked for, or taken."""
        focus = self._focus()
        match focus.kind:
            case FocusKind.FORM:
                return focus, self.forms.free_slot(DraftId(focus.ref))
            case FocusKind.ANSWER:
                return focus, self.answers.slot(TaskId(focus.ref))
        raise TextWanted(example="")

    def attach(self, focus: Focus, file: DraftFile, *, message_id: int) -> None:
        """Put a stored file where it was asked for."""
        if focus.kind is FocusKind.ANSWER:
            self.answers.attach(TaskId(focus.ref), file, message_id=message_id)
        else:
            self.forms.attach(DraftId(focus.ref), file, message_id=message_id)

    def contact(self, number: str, *, message_id: int) -> None:
        """A contact was shared: a telephone number, where one is asked; else a strange thing."""
        focus = self._focus()
        if focus.kind is not FocusKind.FORM or not self.forms.asks_for_phone(DraftId(focus.ref)):
            self.strange()
            return
        self.hear(number, message_id=message_id)

    def strange(self) -> None:
        """A sticker, a voice note, a place: say what is wanted instead."""
        focus = self._focus()
        if focus.kind is FocusKind.FORM:
            self.forms.expected(DraftId(focus.ref))
        raise TextWanted(example="")

    def stop(self) -> None:
        """/batal: leave what was asked last; a form is asked about first."""
        left_open = self._left_open()
        if left_open is not None:
            self.forms.ask_cancel(left_open)
            return
        focus = self.work.people.focus(self.me.id)
        if focus is None:
            self.work.tell(self.me.id, Tell(message_id="nothing-to-stop"))
            return
        match focus.kind:
            case FocusKind.FORM:
                self.forms.ask_cancel(DraftId(focus.ref))
            case FocusKind.BULK:
                BulkDesk(self.work, self.me).finish()
            case FocusKind.REASON | FocusKind.VERB:
                self.officer.plain(TaskId(focus.ref))
            case FocusKind.ANSWER:
                self.answers.stop(TaskId(focus.ref))
            case FocusKind.OPINION:
                self.opinions.stop(TaskId(focus.ref))
            case FocusKind.ENQUIRY:
                EnquiryDesk(self.work, self.me).stop()
            case FocusKind.REPLY:
                ReplyDesk(self.work, self.me).stop(TaskId(focus.ref))
            case FocusKind.CORRECTION:
                self._amending().stop()
            case FocusKind.LINK | FocusKind.SEARCH:
                self.work.people.set_focus(self.me.id, None, at=self.work.now)
                self.work.tell(self.me.id, ShowWelcome())
            case FocusKind.INVITATION:
                self.work.people.set_focus(self.me.id, None, at=self.work.now)
                self.administrator.overview(fresh=True)
            case FocusKind.MANDATE:
                self.mandates.stop()
            case FocusKind.CLOSURE | FocusKind.OPENING | FocusKind.RAMADAN:
                self.calendar.show(0, fresh=True)

    def ask_again(self) -> None:
        """After a refusal, the question that is still open: it comes to where the eye is."""
        focus = self.work.people.focus(self.me.id)
        if focus is None:
            return
        match focus.kind:
            case FocusKind.FORM:
                self.work.tell(self.me.id, ShowForm(draft_id=DraftId(focus.ref), said="again"))
            case FocusKind.BULK:
                BulkDesk(self.work, self.me).show()
            case FocusKind.REASON | FocusKind.VERB:
                self.work.tell(self.me.id, ShowTask(task_id=TaskId(focus.ref), fresh=True))
            case FocusKind.ANSWER:
                self.work.tell(self.me.id, ShowQuestion(question_id=TaskId(focus.ref), fresh=True))
            case FocusKind.OPINION:
                self.opinions.show(TaskId(focus.ref))
            case FocusKind.REPLY:
                ReplyDesk(self.work, self.me).show(TaskId(focus.ref))
            case FocusKind.MANDATE:
                self.work.tell(self.me.id, ShowMandate(fresh=True))
            case FocusKind.LINK:
                self._linking().ask_again(CaseId(focus.ref))
            case FocusKind.INVITATION if administers(self.me):
                self.administrator.ask_invitation(JabatanId(focus.extra))
            case FocusKind.CLOSURE if administers(self.me):
                self.calendar.ask_closure()
            case FocusKind.OPENING if administers(self.me):
                self.calendar.ask_opening()
            case FocusKind.RAMADAN if administers(self.me):
                self.calendar.ask_ramadan()

    @property
    def verbs(self) -> VerbDesk:
        return VerbDesk(self.work, self.me)

    @property
    def opinions(self) -> OpinionDesk:
        return OpinionDesk(self.work, self.me)

    def _linking(self) -> LinkingDesk:
        return LinkingDesk(self.work, self.me)

    def _left_open(self) -> DraftId | None:
        """The form that waits while the bot has asked for nothing."""
        if self.work.people.focus(self.me.id) is not None:
            return None
        draft = self.work.drafts.find_open(self.me.id)
        return None if draft is None else draft.id

    def _focus(self) -> Focus:
        focus = self.work.people.focus(self.me.id)
        if focus is None:
            raise NotUnderstood
        return focus
