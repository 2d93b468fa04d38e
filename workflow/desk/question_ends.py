"""What ends a question to the applicant: its answer, whoever asked, or the file that goes on."""

from collections.abc import Iterable

from workflow.case import Case, Task
from workflow.desk.pausing import end_pause
from workflow.desk.side_tasks import end_side_task
from workflow.desk.writing import put_down
from workflow.ids import PersonId, TaskId
from workflow.intents import ShowCase, ShowQuestion, Tell
from workflow.pauses import PauseEnd, Whose
from workflow.people import FocusKind
from workflow.ports import UnitOfWork
from workflow.queries.questions import asked_people, open_among
from workflow.questions import SideEnd
from workflow.screen_names import ScreenName


def end_waiting(
    work: UnitOfWork, task: Task, case: Case, *, by: PersonId, title: str, ending: PauseEnd
) -> Task:
    """The task as it is once no answer is waited for, to be saved; on hold it stays so."""
    if task.pause_id is None or work.pauses.get(task.pause_id).whose is not Whose.APPLICANT:
        return task
    return end_pause(work, task, case, by=by, title=title, ending=ending)


def overtake_question(work: UnitOfWork, case: Case, done: Task, asked: Iterable[Task]) -> None:
    """The step ends without the answer: the question is closed, and the applicant told, once.

    Whoever left the request knows it.
    """
    question = open_among(done, asked)
    if question is not None and done.done_by is not None:
        at = (SideEnd.OVERTAKEN, done.done_by, done.done_as)
        told = None if done.left_as is not None else "question-overtaken"
        end_question(work, case, question, *at, told=told)


def end_question(
    work: UnitOfWork,
    case: Case,
    question: Task,
    ending: SideEnd,
    by: PersonId,
    title: str,
    *,
    told: str | None,
) -> None:
    end_side_task(work, question, ending, by=by, title=title)
    for person_id in work.cards.on_phones(ScreenName.QUESTION.of(question.id)):
        stop_answering(work, person_id, question.id)
        work.tell(person_id, ShowQuestion(question_id=question.id))
    if told is None:
        return
    for person_id in asked_people(work, case):
        work.tell(person_id, Tell(message_id=told, arguments={"number": case.number}))


def stop_answering(work: UnitOfWork, person_id: PersonId, question_id: TaskId) -> None:
    """What is written next is no answer to it any more."""
    put_down(work, person_id, FocusKind.ANSWER, question_id)


def show_case(work: UnitOfWork, case: Case) -> None:
    """The status card on the applicant's phone is drawn anew, if it lies there."""
    applicant = case.applicant_id
    if applicant is None or work.cards.message(ScreenName.CASE.of(case.id), applicant) is None:
        return
    work.tell(applicant, ShowCase(case_id=case.id))
