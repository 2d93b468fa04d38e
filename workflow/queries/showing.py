"""Whether what a press asked for may still be shown: asked again when it is sent.

Between the press and the message lie a queue, a slow chat, a broken line, a stop of the machine.
"""

from workflow import rights
from workflow.case import Case
from workflow.errors import SopSetAside
from workflow.ids import CaseId, PersonId, TaskId
from workflow.intents import (
    Intent,
    SendAttachment,
    SendPaper,
    SendSop,
    ShowDays,
    ShowEnding,
    ShowKartuKendali,
    ShowMandate,
    ShowOffice,
    ShowPost,
    ShowPosts,
)
from workflow.papers import PAPERS, Audience, PaperKind
from workflow.ports import UnitOfWork
from workflow.queries.rights import may_follow, may_read_kartu, may_see, who_is
from workflow.rights import Act


def may_be_shown(work: UnitOfWork, person_id: PersonId, intent: Intent) -> bool:
    """False where the right to it has gone since it was asked for.

    Cards of a task, of an applicant's case and of a form are read for whoever looks: they say
    themselves what is left to see. Lists of work show what is somebody's now.
    """
    match intent:
        case ShowOffice() | ShowPosts() | ShowPost() | ShowEnding() | ShowMandate() | ShowDays():
            return work.people.get(person_id).administrator
        case SendSop():
            return work.people.get(person_id).administrator
        case ShowKartuKendali():
            case = work.cases.get(CaseId(intent.case_id))
            return may_read_kartu(work, person_id, case)
        case SendPaper():
            return _paper(work, person_id, intent)
        case SendAttachment():
            case = work.cases.get(CaseId(intent.case_id))
            return may_follow(case, person_id) or may_read(work, person_id, case)
    return True


def may_keep(work: UnitOfWork, person_id: PersonId, what: str | SendPaper | SendAttachment) -> bool:
    """Whether a screen, by its name, or a file may stay on a phone.

    Whoever holds no jabatan keeps no screen of the office: that needs no look at each file.
    Where the SOP cannot be read, nobody can tell who may, and nobody keeps it.
    """
    try:
        return _may_keep(work, person_id, what)
    except SopSetAside:
        return False


def _may_keep(
    work: UnitOfWork, person_id: PersonId, what: str | SendPaper | SendAttachment
) -> bool:
    if not isinstance(what, str):
        return may_be_shown(work, person_id, what)
    name, _, ref = what.partition(":")
    held = work.people.appointments_of(person_id, at=work.now)
    match name:
        case "task" | "kartu" | "queue" | "overview" if not held:
            return False
        case "task":
            return may_see(work, person_id, TaskId(int(ref)))
        case "kartu":
            return may_read_kartu(work, person_id, work.cases.get(CaseId(int(ref))))
        case "case":
            return may_follow(work.cases.get(CaseId(int(ref))), person_id)
        case "overview":
            return any(work.office.watched_by(one.jabatan) for one in held)
        case "office":
            return work.people.get(person_id).administrator
    return True


def _paper(work: UnitOfWork, person_id: PersonId, intent: SendPaper) -> bool:
    """The applicant's own are another question: whether they are released."""
    case = work.cases.get(CaseId(intent.case_id))
    if may_follow(case, person_id):
        return True
    if isinstance(intent.kind, PaperKind) and PAPERS[intent.kind].audience is not Audience.DESKS:
        return may_read_kartu(work, person_id, case)
    return may_read(work, person_id, case)


def may_read(work: UnitOfWork, person_id: PersonId, case: Case) -> bool:
    """Whether an officer may open the files and letters of a case, wherever it lies now."""
    task = work.cases.tasks_of(case.id)[-1]
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    who = who_is(work, person_id, task, case)
    return rights.may(Act.READ, task, who, helpers=procedure.step(task.step).helpers)
