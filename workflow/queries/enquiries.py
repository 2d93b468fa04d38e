"""An applicant's questions to the office: which is open, and who is to answer."""

from collections.abc import Iterator

from workflow.case import Case, Task
from workflow.errors import NobodyToAsk
from workflow.ids import JabatanId, PersonId
from workflow.listening import watchers
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure
from workflow.queries.consulting import advisers
from workflow.queries.questions import asked_people
from workflow.side import TaskKind


def open_enquiry(work: UnitOfWork, case: Case) -> Task | None:
    """What the applicant asked about a case, and nobody has answered."""
    found = work.cases.side_tasks_of(case.id)
    return next((one for one in found if one.kind is TaskKind.ENQUIRY and one.is_open), None)


def may_hear(work: UnitOfWork, person_id: PersonId, enquiry: Task, case: Case) -> bool:
    """Whether the answer is for this person: whoever asks now, or asked it at the counter.

    An applicant from whose phone the case was parted is neither.
    """
    at_counter = person_id == enquiry.asked_by and enquiry.asked_as != ""
    return at_counter or person_id in asked_people(work, case)


def asked_office(
    work: UnitOfWork, case: Case, task: Task, *, by: PersonId
) -> tuple[JabatanId, list[PersonId]]:
    """Which jabatan a question about a case goes to, and who there: whoever has the file first.

    Where it lies with nobody of the office it is the desk's, else of those above. Nobody is asked
    what they ask themselves. Raises NobodyToAsk.
    """
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    for jabatan in dict.fromkeys(_posts(work, procedure, task)):
        there = [one for one in advisers(work, jabatan) if one != by]
        if task.is_open and task.holder_id in there:
            return jabatan, [task.holder_id]
        if there:
            return jabatan, there
    raise NobodyToAsk


def _posts(work: UnitOfWork, procedure: Procedure, task: Task) -> Iterator[JabatanId]:
    column = procedure.lanes[task.lane]
    if not (column.applicant or column.team):
        yield work.office.holder_of(procedure.id, task.lane)
    if procedure.desk is not None:
        yield work.office.holder_of(procedure.id, procedure.desk)
    yield from watchers(work.office, procedure, task.lane)
