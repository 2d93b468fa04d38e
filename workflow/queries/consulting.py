"""Consultations about a file: which wait, who may be asked, and who may answer."""

from collections.abc import Iterable

from workflow.case import Task
from workflow.consulting import ConsultationEnd
from workflow.ids import JabatanId, PersonId
from workflow.people import on_duty
from workflow.ports import UnitOfWork
from workflow.queries.on_desk import TaskOnDesk
from workflow.side import TaskKind, jabatan_of


def consultations(work: UnitOfWork, task: Task) -> list[Task]:
    """What other jabatan were asked while a file lay at one step, in order."""
    return consultations_below(task, work.cases.side_tasks_of(task.case_id))


def consultations_below(task: Task, asked: Iterable[Task]) -> list[Task]:
    """The same among all that was asked in its case."""
    return [one for one in asked if one.kind is TaskKind.CONSULTATION and one.below == task.id]


def is_given(asked: Task) -> bool:
    """Whether the opinion came."""
    return asked.outcome is not None and asked.outcome == str(ConsultationEnd.GIVEN)


def consultable(work: UnitOfWork, on_desk: TaskOnDesk) -> list[JabatanId]:
    """Who may be asked: somebody sits there, it is not oneself, and it was not asked already."""
    me, task = on_desk.who.person_id, on_desk.task
    asked = {jabatan_of(one.lane) for one in consultations(work, task) if one.is_open}
    lane = work.office.holder_of(on_desk.procedure.id, task.lane)
    own = {one.jabatan for one in work.people.appointments_of(me, at=work.now)}
    return [
        one
        for one in work.office.jabatan
        if one not in {*asked, *own, lane} and advisers(work, one)
    ]


def advisers(work: UnitOfWork, jabatan: JabatanId) -> list[PersonId]:
    """To whom a question to a jabatan is brought."""
    return [one.person_id for one in on_duty(work.people.holders_of([jabatan], at=work.now))]
