"""Asking the applicant about a file that stays where it is (Tanya pemohon), and withdrawing it."""

from workflow.case import Case, Task
from workflow.desk.cards import refresh
from workflow.desk.handing import receive
from workflow.desk.pausing import begin_pause
from workflow.desk.question_ends import end_question, end_waiting, show_case
from workflow.desk.side_tasks import begin_side_task
from workflow.desk.writing import ask_for_words
from workflow.errors import VerbGone, WaitingNotChosen
from workflow.ids import PauseId
from workflow.intents import ShowQuestion, Tell
from workflow.pauses import Pause, PauseEnd, Whose
from workflow.people import Person
from workflow.ports import UnitOfWork
from workflow.queries.on_desk import TaskOnDesk
from workflow.queries.questions import asked_people, open_question
from workflow.questions import AskChoices, SideEnd, read_ask
from workflow.side import APPLICANT_LANE, TaskKind
from workflow.verbs import Verb


def offered(work: UnitOfWork, on_desk: TaskOnDesk) -> AskChoices:
    """The office's ready-made questions and own words; whether the limit waits, where it runs."""
    return AskChoices(work.office, can_wait=on_desk.task.pause_id is None)


def ask_applicant(
    work: UnitOfWork, me: Person, on_desk: TaskOnDesk, chosen: str, words: str
) -> None:
    """A question, then whether the limit waits, and for one of one's own the words."""
    choice = read_ask(chosen)
    if choice is None:
        raise VerbGone
    if choice.waits is None and words:
        raise WaitingNotChosen
    if choice.waits is None or (choice.ready is None and not words):
        ask_for_words(work, me.id, on_desk.task, Verb.ASK, str(choice))
        return
    text = words if choice.ready is None else work.office.questions[choice.ready].text
    _ask(work, me, on_desk, text, waits=choice.waits)


def _ask(work: UnitOfWork, me: Person, on_desk: TaskOnDesk, text: str, *, waits: bool) -> None:
    receive(work, on_desk.task, on_desk.who)
    task, case = work.cases.task_and_case(on_desk.task.id)
    question = begin_side_task(
        work,
        task,
        TaskKind.QUESTION,
        APPLICANT_LANE,
        by=me.id,
        title=on_desk.who.title,
        words=text,
    )
    if waits:
        begin_pause(work, task, _waiting(work, me, on_desk, task, text))
    refresh(work, work.cases.task(task.id))
    _bring(work, me, case, question)


def _waiting(work: UnitOfWork, me: Person, on_desk: TaskOnDesk, task: Task, text: str) -> Pause:
    """Until the answer comes it is the applicant's time."""
    return Pause(
        id=PauseId(0),
        case_id=on_desk.case.id,
        task_id=task.id,
        jabatan=work.office.holder_of(on_desk.procedure.id, task.lane),
        reason=None,
        words=text,
        whose=Whose.APPLICANT,
        begun_at=work.now,
        begun_by=me.id,
        begun_as=on_desk.who.title,
        stopped_at=work.now,
    )


def _bring(work: UnitOfWork, me: Person, case: Case, question: Task) -> None:
    """To the applicant, or to the counter for whoever has no Telegram."""
    people = asked_people(work, case)
    for person_id in people:
        work.tell(person_id, ShowQuestion(question_id=question.id, fresh=True))
    show_case(work, case)
    if case.applicant_id is not None and not work.people.within_reach(people):
        told = Tell(message_id="question-out-of-reach", arguments={"number": case.number})
        work.tell(me.id, told)


def withdraw_question(
    work: UnitOfWork, me: Person, on_desk: TaskOnDesk, chosen: str, words: str
) -> None:
    """Whoever has the file needs no answer any more; the applicant is told so, once."""
    question = open_question(work, on_desk.task)
    if question is None:
        raise VerbGone
    as_what = on_desk.who.title
    ending = PauseEnd.LIFTED
    on = end_waiting(work, on_desk.task, on_desk.case, by=me.id, title=as_what, ending=ending)
    work.cases.save_task(on)
    at = (SideEnd.WITHDRAWN, me.id, on_desk.who.title)
    end_question(work, on_desk.case, question, *at, told="question-withdrawn")
    refresh(work, work.cases.task(on.id))
