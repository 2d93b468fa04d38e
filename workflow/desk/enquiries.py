"""An applicant asks the office about a case (Tanya kantor); whoever is asked answers."""

from dataclasses import dataclass, replace

from workflow import rights
from workflow.alarms import Alarm, Listener, Watch, first_alarm, next_alarm
from workflow.case import Case, CaseState, Task
from workflow.desk.deciding import read_note
from workflow.desk.question_ends import show_case
from workflow.desk.side_tasks import begin_side_task, card_of, end_side_task
from workflow.desk.writing import drop_pending_reason
from workflow.errors import EnquiryOpen, EnquiryTooLate, NotFound, OwnEnquiry
from workflow.ids import CaseId, OutcomeId, PersonId, TaskId
from workflow.intents import (
    RemoveMessage,
    ShowEnquiry,
    ShowWelcome,
    Tell,
)
from workflow.listening import who_hears
from workflow.people import Focus, FocusKind, Person
from workflow.plain_text import names_a_number
from workflow.ports import UnitOfWork
from workflow.queries.acting_as import asks_as
from workflow.queries.consulting import advisers
from workflow.queries.enquiries import asked_office, open_enquiry
from workflow.queries.holders import living
from workflow.queries.posts import post_title
from workflow.queries.questions import asked_people
from workflow.queries.rights import adviser, standing
from workflow.questions import SideEnd
from workflow.rights import Act
from workflow.screen_names import ScreenName
from workflow.side import TaskKind, jabatan_lane, jabatan_of
from workflow.views.task import Face, Mode
from workflow.working_time import lapses_at


@dataclass(frozen=True, slots=True)
class EnquiryDesk:
    """Where an applicant, or the counter for one, asks about a case."""

    work: UnitOfWork
    me: Person

    def begin(self, case_id: CaseId) -> None:
        """Take what is written next for the question."""
        case, _ = self._own(case_id)
        drop_pending_reason(self.work, self.me.id)
        focus = Focus(kind=FocusKind.ENQUIRY, ref=case_id)
        self.work.people.set_focus(self.me.id, focus, at=self.work.now)
        self.work.tell(
            self.me.id, Tell(message_id="enquiry-ask", arguments={"number": case.number})
        )

    def written(self, case_id: CaseId, text: str, *, message_id: int) -> None:
        """The question goes to whoever has the file; a NIK in it is kept masked."""
        case, task = self._own(case_id)
        words = read_note(text, OutcomeId(""))
        jabatan, people = asked_office(self.work, case, task, by=self.me.id)
        due_at = lapses_at(self.work.now, self.work.office.enquiry_limit, self.work.calendar)
        enquiry = begin_side_task(
            self.work,
            task,
            TaskKind.ENQUIRY,
            jabatan_lane(jabatan),
            by=self.me.id,
            title=asks_as(self.work, self.me.id, case),
            words=words,
            due_at=due_at,
        )
        alarm = first_alarm(_watch(self.work, enquiry))
        self.work.cases.set_due({enquiry.id: (due_at, alarm)})
        self.work.people.set_focus(self.me.id, None, at=self.work.now)
        for person_id in (self.me.id, *people):
            self.work.tell(person_id, ShowEnquiry(enquiry_id=enquiry.id, fresh=True))
        show_case(self.work, case)
        if names_a_number(text):
            self.work.tell(self.me.id, RemoveMessage(message_id=message_id))

    def stop(self) -> None:
        """/batal: nothing was asked."""
        self.work.people.set_focus(self.me.id, None, at=self.work.now)
        self.work.tell(self.me.id, ShowWelcome())

    def _own(self, case_id: CaseId) -> tuple[Case, Task]:
        """A running case about which this person may ask now; raises the refusal that fits."""
        case = self.work.cases.get(case_id)
        task = self.work.cases.tasks_of(case_id)[-1]
        rights.ensure_ever(Act.ENQUIRE, task, standing(self.work, self.me.id, task, case))
        if case.state is not CaseState.OPEN:
            raise EnquiryTooLate
        if open_enquiry(self.work, case) is not None:
            raise EnquiryOpen
        return case, task


@dataclass(frozen=True, slots=True)
class ReplyDesk:
    """Where whoever is asked answers: one press, then the words."""

    work: UnitOfWork
    me: Person

    def open(self, asked_id: TaskId) -> None:
        """From a list: what one's jabatan is asked beside a file, of whatever kind."""
        asked = self.work.cases.task(asked_id)
        rights.ensure_open(Act.SEE, asked, adviser(self.work, self.me.id, asked))
        self.work.tell(self.me.id, card_of(asked, fresh=True))

    def begin(self, enquiry_id: TaskId) -> None:
        """Take what is written next for the answer."""
        self._open(enquiry_id)
        drop_pending_reason(self.work, self.me.id)
        focus = Focus(kind=FocusKind.REPLY, ref=enquiry_id)
        self.work.people.set_focus(self.me.id, focus, at=self.work.now)
        self._turn(enquiry_id, Mode(face=Face.WRITING))
        self.work.tell(self.me.id, ShowEnquiry(enquiry_id=enquiry_id, fresh=True))

    def written(self, enquiry_id: TaskId, text: str) -> None:
        """The answer goes to whoever asked; a NIK in it is kept masked."""
        enquiry, case = self._open(enquiry_id)
        answered = replace(enquiry, note=read_note(text, OutcomeId("")))
        title = adviser(self.work, self.me.id, enquiry).title
        end_side_task(self.work, answered, SideEnd.ANSWERED, by=self.me.id, title=title)
        self._put_aside(enquiry_id)
        asked = dict.fromkeys([*asked_people(self.work, case), *_asker(enquiry)])
        for phone in self.work.cards.on_phones(ScreenName.ENQUIRY.of(enquiry_id)):
            if phone not in asked:
                self.work.tell(phone, ShowEnquiry(enquiry_id=enquiry_id))
        for person_id in asked:
            self.work.tell(person_id, ShowEnquiry(enquiry_id=enquiry_id, fresh=True))
        show_case(self.work, case)

    def stop(self, enquiry_id: TaskId) -> None:
        """/batal: the question stays, and can be answered later."""
        self._put_aside(enquiry_id)
        self.show(enquiry_id)

    def show(self, enquiry_id: TaskId) -> None:
        self.work.tell(self.me.id, ShowEnquiry(enquiry_id=enquiry_id, fresh=True))

    def _put_aside(self, enquiry_id: TaskId) -> None:
        self.work.people.set_focus(self.me.id, None, at=self.work.now)
        self._turn(enquiry_id, Mode())

    def _turn(self, enquiry_id: TaskId, mode: Mode) -> None:
        self.work.cards.turn(ScreenName.ENQUIRY.of(enquiry_id), self.me.id, mode)

    def _open(self, enquiry_id: TaskId) -> tuple[Task, Case]:
        """A question that this person may answer now; raises the refusal that fits."""
        enquiry, case = self.work.cases.task_and_case(enquiry_id)
        rights.ensure_ever(Act.REPLY, enquiry, adviser(self.work, self.me.id, enquiry))
        if enquiry.kind is not TaskKind.ENQUIRY:
            raise NotFound(f"enquiry {enquiry_id}")
        if self.me.id in _asker(enquiry):
            raise OwnEnquiry
        return enquiry, case


def _asker(enquiry: Task) -> list[PersonId]:
    return [] if enquiry.asked_by is None else [enquiry.asked_by]


def remind_of_enquiry(work: UnitOfWork, enquiry: Task, case: Case, alarm: Alarm) -> Alarm | None:
    """It waits for its answer as a file waits: whoever is asked hears, then who is above them.

    What it says next is returned.
    """
    jabatan = jabatan_of(enquiry.lane)
    if jabatan is None:
        return None
    lying_with = [one for one in advisers(work, jabatan) if one not in _asker(enquiry)]
    within_reach = work.people.within_reach(lying_with)
    at = (work.office.above(jabatan), lying_with, within_reach, living(work))
    for person_id, listener in who_hears(alarm.listeners, *at):
        if listener is Listener.OFFICER:
            work.tell(person_id, ShowEnquiry(enquiry_id=enquiry.id, fresh=True))
        else:
            told = {"number": case.number, "title": post_title(work, jabatan)}
            work.tell(person_id, Tell(message_id="enquiry-late", arguments=told))
    return next_alarm(alarm.kind, work.now, _watch(work, enquiry))


def _watch(work: UnitOfWork, enquiry: Task) -> Watch:
    return Watch(
        opened_at=enquiry.opened_at,
        due_at=enquiry.due_at,
        calendar=work.calendar,
        rhythm=work.rhythm,
    )
