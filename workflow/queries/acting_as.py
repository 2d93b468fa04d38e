"""As what somebody acts on a file: what a paper and a message name them by."""

from workflow.case import Case, Task
from workflow.ids import PersonId
from workflow.listening import watchers
from workflow.ports import UnitOfWork
from workflow.queries.granting import granters_of
from workflow.queries.posts import title_of
from workflow.queries.rights import who_is
from workflow.titles import lane_title


def acts_as(work: UnitOfWork, person_id: PersonId, task: Task, case: Case) -> str:
    """The jabatan in which they have the file, else the one that is above it or opens it to others.

    Empty for whoever holds none of these.
    """
    who = who_is(work, person_id, task, case)
    if task.lane in who.lanes:
        return who.title
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    held = work.people.appointments_of(person_id, at=work.now)
    above = {
        *watchers(work.office, procedure, task.lane),
        *granters_of(work, case, procedure, task.lane),
    }
    post = next((one for one in held if one.jabatan in above), None)
    return "" if post is None else title_of(work, post)


def asks_as(work: UnitOfWork, person_id: PersonId, case: Case) -> str:
    """As what somebody does what is the applicant's to do: nothing for the applicant themselves,
    the counter's lane for whoever does it in their name.
    """
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    if case.applicant_id == person_id or procedure.desk is None:
        return ""
    return lane_title(work.office, procedure, procedure.desk)
