"""Consultations as they end, on all phones that show them."""

from collections.abc import Iterable

from workflow.case import Task
from workflow.consulting import ConsultationEnd
from workflow.desk.side_tasks import end_side_task
from workflow.desk.writing import put_down
from workflow.ids import PersonId, TaskId
from workflow.officer_intents import ShowConsultation
from workflow.people import FocusKind
from workflow.ports import UnitOfWork
from workflow.queries.consulting import consultations_below
from workflow.screen_names import ScreenName


def overtake_opinions(work: UnitOfWork, done: Task, among: Iterable[Task]) -> None:
    """The file went on without them: whoever was asked need not answer any more."""
    for asked in consultations_below(done, among):
        if asked.is_open and done.done_by is not None:
            ending = ConsultationEnd.OVERTAKEN
            end_side_task(work, asked, ending, by=done.done_by, title=done.done_as)
            show_consultation(work, asked)


def show_consultation(work: UnitOfWork, asked: Task) -> None:
    """Cards of it that lie on phones say what became of it; nobody writes for it any more."""
    for person_id in work.cards.on_phones(ScreenName.CONSULTATION.of(asked.id)):
        stop_advising(work, person_id, asked.id)
        work.tell(person_id, ShowConsultation(consultation_id=asked.id))


def stop_advising(work: UnitOfWork, person_id: PersonId, asked: TaskId) -> None:
    """What is written next is no opinion any more."""
    put_down(work, person_id, FocusKind.OPINION, asked)
