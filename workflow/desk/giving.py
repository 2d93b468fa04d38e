"""Giving a file to a colleague of the same desk: by whoever has it, or by a superior."""

from collections.abc import Collection

from workflow import engine
from workflow.case import Case, Task
from workflow.custody import CustodyEvent, CustodyNote
from workflow.desk.cards import screen_of
from workflow.desk.handing import close_access, reopen_grant
from workflow.ids import PersonId
from workflow.intents import ShowTask, Tell
from workflow.people import Person
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure
from workflow.queries.on_desk import TaskOnDesk
from workflow.queries.people import called
from workflow.queries.verbs import receivers


def offered(work: UnitOfWork, on_desk: TaskOnDesk) -> Collection[str]:
    """To whom whoever has the file may give it."""
    return {str(one.person_id) for one in receivers(work, on_desk)}


def give_to_colleague(
    work: UnitOfWork, me: Person, on_desk: TaskOnDesk, chosen: str, words: str
) -> None:
    """Give one's own file to a colleague, perhaps with a word."""
    file = (on_desk.task, on_desk.case, on_desk.procedure)
    give(work, me, *file, PersonId(int(chosen)), title=on_desk.who.title, words=words)


def give(
    work: UnitOfWork,
    me: Person,
    task: Task,
    case: Case,
    procedure: Procedure,
    to: PersonId,
    *,
    title: str,
    words: str = "",
) -> None:
    """Lay a file on somebody's desk; whoever gets it and whoever had it are told.

    Where files are seen only by grant the access goes with the file.
    """
    given = engine.give(task, to)
    if procedure.is_by_grant(task.lane):
        close_access(work, case)
        reopen_grant(work, case, to)
    work.cases.save_task(given)
    note = CustodyNote(
        task_id=task.id,
        event=CustodyEvent.GIVEN,
        by=me.id,
        title=title,
        at=work.now,
        to=to,
        words=words,
    )
    work.custody.note(case.id, note)
    for phone in work.cards.on_phones(screen_of(task)):
        if phone != to:
            work.tell(phone, ShowTask(task_id=task.id))
    work.tell(to, ShowTask(task_id=task.id, fresh=True))
    if task.holder_id is not None and task.holder_id not in {me.id, to}:
        arguments = {"number": case.number, "name": called(work, to), "title": title}
        work.tell(task.holder_id, Tell(message_id="file-given", arguments=arguments))
