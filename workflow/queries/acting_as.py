"""As what somebody acts on a file: what a paper and a message name them by."""

from workflow.case import Case, Task
from workflow.ids import PersonId
from workflow.listening import watchers
from workflow.ports import UnitOfWork
from workflow.queries.granting import granters_of
from workflow.queries.posts import title_of
from workflow.queries.rights import who_is


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
