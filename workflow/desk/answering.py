"""Answering what the office asks: in words, with files, by the applicant or the counter."""

from dataclasses import dataclass, replace

from workflow import rights
from workflow.case import Attachment, Case, Task
from workflow.desk import intaking
from workflow.desk.cards import refresh
from workflow.desk.deciding import read_note
from workflow.desk.handed_in_files import as_handed_in
from workflow.desk.question_ends import end_waiting, show_case, stop_answering
from workflow.desk.side_tasks import end_side_task, save_side_task
from workflow.desk.writing import drop_pending_reason
from workflow.errors import (
    AnswerLacking,
    NotFound,
    QuestionAnswered,
    QuestionEnded,
    QuestionWithdrawn,
    SlotFull,
)
from workflow.filling import DraftFile
from workflow.forms import Slot
from workflow.ids import OutcomeId, TaskId
from workflow.intents import RemoveMessage, ShowQuestion, ShowTask
from workflow.pauses import PauseEnd
from workflow.people import Focus, FocusKind, Person
from workflow.plain_text import names_a_number
from workflow.ports import UnitOfWork
from workflow.queries.acting_as import asks_as
from workflow.queries.holders import holding
from workflow.queries.rights import standing
from workflow.questions import ANSWER_SLOT, SideEnd, answer_item
from workflow.rights import Act
from workflow.screen_names import ScreenName
from workflow.side import TaskKind
from workflow.views.task import Face, Mode


@dataclass(frozen=True, slots=True)
class AnswerDesk:
    """Where a question of the office is answered; what was given for it stays until it is sent."""

    work: UnitOfWork
    me: Person

    def begin(self, question_id: TaskId) -> None:
        """Take what is written and sent next for the answer."""
        self._mine(question_id)
        drop_pending_reason(self.work, self.me.id)
        self._go_on(question_id, fresh=True)

    def written(self, question_id: TaskId, text: str, *, message_id: int) -> None:
        """Words; those that came before are replaced."""
        question, _ = self._mine(question_id)
        save_side_task(self.work, replace(question, note=read_note(text, OutcomeId(""))))
        self._go_on(question_id, fresh=True)
        if names_a_number(text):
            self.work.tell(self.me.id, RemoveMessage(message_id=message_id))

    def correct(self, question_id: TaskId, text: str) -> bool:
        """Other words in the place of those that are not sent yet; False once they are."""
        question, _ = self._of_office(question_id)
        if not question.is_open:
            return False
        save_side_task(self.work, replace(question, note=read_note(text, OutcomeId(""))))
        self.work.tell(self.me.id, ShowQuestion(question_id=question_id))
        return True

    def slot(self, question_id: TaskId) -> Slot:
        """Where a file goes; raises before it is fetched what would refuse it."""
        question, case = self._mine(question_id)
        if len(self._files(case, question)) >= ANSWER_SLOT.most:
            raise SlotFull(most=ANSWER_SLOT.most)
        intaking.ensure_not_too_much(self.work, self.me)
        return ANSWER_SLOT

    def attach(self, question_id: TaskId, file: DraftFile, *, message_id: int) -> None:
        """Keep a file for the answer; its copy in the chat is taken away."""
        question, case = self._mine(question_id)
        self.slot(question_id)
        files = [*map(as_handed_in, self._files(case, question)), file]
        self.work.cases.attach(case.id, answer_item(question.id), files, by=self.me.id)
        intaking.count(self.work, self.me, file.size)
        self._go_on(question_id, fresh=True)
        self.work.tell(self.me.id, RemoveMessage(message_id=message_id))

    def send(self, question_id: TaskId) -> None:
        """The answer goes to whoever has the file, and a limit that waited for it runs on."""
        question, case = self._mine(question_id)
        if not question.note and not self._files(case, question):
            raise AnswerLacking
        task = self.work.cases.task(_below(question))
        title = asks_as(self.work, self.me.id, case)
        end_side_task(self.work, question, SideEnd.ANSWERED, by=self.me.id, title=title)
        stop_answering(self.work, self.me.id, question.id)
        at, ending = (self.work, task, case), PauseEnd.ANSWERED
        on = end_waiting(*at, by=self.me.id, title=title, ending=ending)
        if on is not task:
            self.work.cases.save_task(on)
        self._tell(question, on, case)

    def stop(self, question_id: TaskId) -> None:
        """/batal: what was given stays with the question, which can be answered later."""
        stop_answering(self.work, self.me.id, question_id)
        self._turn(question_id, Mode())
        self.work.tell(self.me.id, ShowQuestion(question_id=question_id, fresh=True))

    def _tell(self, question: Task, task: Task, case: Case) -> None:
        for phone in self.work.cards.on_phones(ScreenName.QUESTION.of(question.id)):
            self.work.tell(phone, ShowQuestion(question_id=question.id))
        show_case(self.work, case)
        procedure = self.work.procedures.get(case.procedure_id, case.procedure_version)
        there = holding(self.work, case, procedure, task)
        refresh(self.work, task)
        for person_id in there:
            self.work.tell(person_id, ShowTask(task_id=task.id, fresh=True))

    def _go_on(self, question_id: TaskId, *, fresh: bool) -> None:
        focus = Focus(kind=FocusKind.ANSWER, ref=question_id)
        self.work.people.set_focus(self.me.id, focus, at=self.work.now)
        self._turn(question_id, Mode(face=Face.WRITING))
        self.work.tell(self.me.id, ShowQuestion(question_id=question_id, fresh=fresh))

    def _turn(self, question_id: TaskId, mode: Mode) -> None:
        self.work.cards.turn(ScreenName.QUESTION.of(question_id), self.me.id, mode)

    def _mine(self, question_id: TaskId) -> tuple[Task, Case]:
        """An open question that this person may answer; raises the refusal that fits."""
        question, case = self._of_office(question_id)
        _ensure_open(question)
        return question, case

    def _of_office(self, question_id: TaskId) -> tuple[Task, Case]:
        """A question that this person may answer as long as it is open; NotForYou."""
        question, case = self.work.cases.task_and_case(question_id)
        if question.kind is not TaskKind.QUESTION:
            raise NotFound(f"question {question_id}")
        task = self.work.cases.task(_below(question))
        who = standing(self.work, self.me.id, task, case)
        rights.ensure_ever(Act.ANSWER, task, who)
        return question, case

    def _files(self, case: Case, question: Task) -> list[Attachment]:
        item = answer_item(question.id)
        return [one for one in self.work.cases.attachments(case.id) if one.item == item]


def _below(question: Task) -> TaskId:
    if question.below is None:
        raise NotFound(f"what stands under nothing: {question.id}")
    return question.below


def _ensure_open(question: Task) -> None:
    if question.done_at is None:
        return
    match question.outcome:
        case SideEnd.WITHDRAWN:
            raise QuestionWithdrawn
        case SideEnd.ANSWERED:
            raise QuestionAnswered(at=question.done_at)
    raise QuestionEnded
