"""Who may be chosen: into a team, to act in a jabatan, to get a file."""

from collections.abc import Sequence

from workflow.case import Case, Task
from workflow.ids import JabatanId, PersonId
from workflow.people import Acting, Appointment
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure, Share
from workflow.queries.holders import able, goes_to_applicant, holders
from workflow.queries.posts import title_of
from workflow.queries.rights import may_name


def candidates(work: UnitOfWork) -> list[Appointment]:
    """Who may be chosen into a team: every officer once, in the order of their appointments."""
    found: dict[PersonId, Appointment] = {}
    for one in work.people.officers(at=work.now):
        found.setdefault(one.person_id, one)
    return list(found.values())


def may_act(work: UnitOfWork, jabatan: JabatanId) -> Sequence[Appointment]:
    """Officers who may act in a jabatan: each once, those who hold it themselves left out."""
    holding = {
        one.person_id
        for one in work.people.holders_of([jabatan], at=work.now)
        if one.acting is Acting.DEFINITIVE
    }
    found: dict[PersonId, Appointment] = {}
    for one in work.people.officers(at=work.now):
        if one.person_id not in holding and one.jabatan in work.office.jabatan:
            found.setdefault(one.person_id, one)
    return sorted(found.values(), key=lambda one: (one.name, title_of(work, one)))


def colleagues(
    work: UnitOfWork, case: Case, procedure: Procedure, task: Task, *, by: PersonId
) -> list[Appointment]:
    """To whom a file may be given: who may do it in its lane, and does not hold it already.

    Where files are seen only by grant, whoever grants may give it to all of the lane.
    """
    if procedure.lanes[task.lane].share is Share.TOGETHER or goes_to_applicant(
        case, procedure, task.lane
    ):
        return []
    found = able(work, case, procedure, procedure.step(task.step), task.lane)
    if may_name(work, by, task, case):
        found = holders(work, case, procedure, task.lane)
        if task.holder_id is not None and not work.cases.has_grant(case.id, task.holder_id):
            return _appointed(work, case, task, set(found))
    return _appointed(work, case, task, set(found) - {task.holder_id})


def _appointed(
    work: UnitOfWork, case: Case, task: Task, able_ones: set[PersonId]
) -> list[Appointment]:
    jabatan = work.office.holder_of(case.procedure_id, task.lane)
    held = work.people.holders_of([jabatan], at=work.now)
    return [one for one in held if one.person_id in able_ones]
