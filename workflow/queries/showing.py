"""Whether what a press asked for may still be shown: asked again when it is sent.

Between the press and the message lie a queue, a slow chat, a broken line, a stop of the machine.
"""

from collections.abc import Callable, Mapping
from typing import Any

from workflow import rights
from workflow.case import Case
from workflow.errors import SopSetAside
from workflow.ids import CaseId, PauseId, PersonId, TaskId
from workflow.intents import (
    AskAgreement,
    Intent,
    SendAttachment,
    SendPaper,
    SendSop,
    ShowKartuKendali,
)
from workflow.office_intents import (
    ShowDays,
    ShowEnding,
    ShowMandate,
    ShowOffice,
    ShowPost,
    ShowPosts,
)
from workflow.papers import PAPERS, Audience, PaperKind
from workflow.ports import UnitOfWork
from workflow.queries.access import administers
from workflow.queries.enquiries import may_hear
from workflow.queries.questions import asked_people
from workflow.queries.rights import (
    adviser,
    may_fetch,
    may_follow,
    may_read_kartu,
    may_see,
    standing,
    who_is,
)
from workflow.rights import Act, State, allowed, relations
from workflow.screen_names import ScreenName


def may_be_shown(work: UnitOfWork, person_id: PersonId, intent: Intent) -> bool:
    """False where the right to it has gone since it was asked for.

    Cards of a task, of an applicant's case and of a form are read for whoever looks: they say
    themselves what is left to see. Lists of work show what is somebody's now.
    """
    asked = _SHOWN.get(type(intent))
    return asked is None or asked(work, person_id, intent)


def may_keep(work: UnitOfWork, person_id: PersonId, what: str | SendPaper | SendAttachment) -> bool:
    """Whether a screen, by its name, or a file may stay on a phone.

    Where the SOP cannot be read, nobody can tell who may, and nobody keeps it.
    """
    try:
        if isinstance(what, str):
            return _may_keep_screen(work, person_id, what)
        return may_be_shown(work, person_id, what)
    except SopSetAside:
        return False


def _may_keep_screen(work: UnitOfWork, person_id: PersonId, screen: str) -> bool:
    """Whoever holds no jabatan keeps no screen of officers: that needs no look at each file."""
    name, _, ref = screen.partition(":")
    if name in _OFFICERS_ONLY and not work.people.appointments_of(person_id, at=work.now):
        return False
    asked = _KEPT.get(name)
    return asked is None or asked(work, person_id, int(ref or 0))


def _administrator(work: UnitOfWork, person_id: PersonId, _: object) -> bool:
    return administers(work.people.get(person_id))


def _kartu(work: UnitOfWork, person_id: PersonId, case_id: int) -> bool:
    return may_read_kartu(work, person_id, work.cases.get(CaseId(case_id)))


def _own_case(work: UnitOfWork, person_id: PersonId, case_id: int) -> bool:
    return may_follow(work.cases.get(CaseId(case_id)), person_id)


def _question(work: UnitOfWork, person_id: PersonId, question_id: int) -> bool:
    _, case = work.cases.task_and_case(TaskId(question_id))
    return person_id in asked_people(work, case)


def _enquiry(work: UnitOfWork, person_id: PersonId, enquiry_id: int) -> bool:
    enquiry, case = work.cases.task_and_case(TaskId(enquiry_id))
    asked = adviser(work, person_id, enquiry)
    return bool(asked.also) or may_hear(work, person_id, enquiry, case)


def _consultation(work: UnitOfWork, person_id: PersonId, asked_id: int) -> bool:
    asked = work.cases.task(TaskId(asked_id))
    return rights.may(Act.SEE, asked, adviser(work, person_id, asked))


def _survey(work: UnitOfWork, person_id: PersonId, case_id: int) -> bool:
    case = work.cases.get(CaseId(case_id))
    task = work.cases.tasks_of(case.id)[-1]
    found = relations(task, standing(work, person_id, task, case))
    return allowed(Act.RATE, found, State.DONE)


def _overview(work: UnitOfWork, person_id: PersonId, _: int) -> bool:
    held = work.people.appointments_of(person_id, at=work.now)
    return any(work.office.watched_by(one.jabatan) for one in held)


def _hold(work: UnitOfWork, person_id: PersonId, pause_id: int) -> bool:
    """Open to those above the desk where the file lay; what became of it, too."""
    pause = work.pauses.get(PauseId(pause_id))
    task, case = work.cases.task_and_case(pause.task_id)
    found = relations(task, standing(work, person_id, task, case))
    return allowed(Act.AGREE, found, State.OPEN)


def _attachment(work: UnitOfWork, person_id: PersonId, intent: SendAttachment) -> bool:
    case = work.cases.get(intent.case_id)
    if may_follow(case, person_id) or may_read(work, person_id, case):
        return True
    return may_fetch(work, person_id, case)


def _paper(work: UnitOfWork, person_id: PersonId, intent: SendPaper) -> bool:
    """The applicant's own are another question: whether they are released."""
    case = work.cases.get(intent.case_id)
    if may_follow(case, person_id):
        return True
    if isinstance(intent.kind, PaperKind) and PAPERS[intent.kind].audience is not Audience.DESKS:
        return may_read_kartu(work, person_id, case)
    return may_read(work, person_id, case) or may_fetch(work, person_id, case)


def may_read(work: UnitOfWork, person_id: PersonId, case: Case) -> bool:
    """Whether an officer may open the files and letters of a case, wherever it lies now."""
    task = work.cases.tasks_of(case.id)[-1]
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    who = who_is(work, person_id, task, case)
    return rights.may(Act.READ, task, who, helpers=procedure.step(task.step).helpers)


# What needs a right when it is sent; everything else says itself what is left to see.
_SHOWN: Mapping[type[Intent], Callable[[UnitOfWork, PersonId, Any], bool]] = {
    ShowOffice: _administrator,
    ShowPosts: _administrator,
    ShowPost: _administrator,
    ShowEnding: _administrator,
    ShowMandate: _administrator,
    ShowDays: _administrator,
    SendSop: _administrator,
    ShowKartuKendali: lambda work, person_id, intent: _kartu(work, person_id, intent.case_id),
    AskAgreement: lambda work, person_id, intent: _hold(work, person_id, intent.pause_id),
    SendPaper: _paper,
    SendAttachment: _attachment,
}
# What needs a right to stay on a phone, by the number of its case or task.
_KEPT: Mapping[str, Callable[[UnitOfWork, PersonId, int], bool]] = {
    ScreenName.TASK: lambda work, person_id, ref: may_see(work, person_id, TaskId(ref)),
    ScreenName.KARTU: _kartu,
    ScreenName.CASE: _own_case,
    ScreenName.QUESTION: _question,
    ScreenName.ENQUIRY: _enquiry,
    ScreenName.CONSULTATION: _consultation,
    ScreenName.SURVEY: _survey,
    ScreenName.OVERVIEW: _overview,
    ScreenName.HOLD: _hold,
    ScreenName.OFFICE: _administrator,
    # It names many files, and what is looked for anew is found anew.
    ScreenName.FOUND: lambda work, person_id, ref: False,
}
_OFFICERS_ONLY = frozenset(
    {
        ScreenName.BULK,
        ScreenName.LOG,
        ScreenName.SATISFACTION,
        ScreenName.TASK,
        ScreenName.KARTU,
        ScreenName.QUEUE,
        ScreenName.OVERVIEW,
        ScreenName.HOLD,
    }
)
