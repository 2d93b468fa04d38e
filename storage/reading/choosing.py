"""What the faces of a card let choose: items to mark, people to name."""

from datetime import datetime

from storage.unit_of_work import SqlUnitOfWork
from workflow.case import Case, Defect, Task
from workflow.forms import item_id
from workflow.ids import ItemId
from workflow.marking import markable
from workflow.procedure import Procedure, Step
from workflow.queries.candidates import candidates
from workflow.queries.holders import holders
from workflow.queries.people import called
from workflow.queries.posts import post_title
from workflow.titles import lane_title
from workflow.views.task import Face, MarkLine, Mode, PersonLine


def marks_to_set(
    work: SqlUnitOfWork, procedure: Procedure, case: Case, task: Task
) -> tuple[MarkLine, ...]:
    marks: dict[ItemId, Defect] = {mark.item: mark.defect for mark in work.cases.marks(task.id)}
    return tuple(
        MarkLine(item=item_id(item), title=item.title, defect=marks.get(item_id(item)))
        for item in markable(procedure, case)
    )


def people_to_choose(
    work: SqlUnitOfWork, procedure: Procedure, case: Case, step: Step, mode: Mode, now: datetime
) -> tuple[PersonLine, ...]:
    """Whom this face of the card lets choose."""
    if mode.face is Face.TEAM and step.appoints is not None:
        team = work.cases.team(case.id, step.appoints)
        return tuple(
            PersonLine(
                person_id=one.person_id,
                name=one.name,
                jabatan=post_title(work, one.jabatan),
                chosen=one.person_id in team,
                leads=one.person_id == next(iter(team), None),
            )
            for one in candidates(work)
        )
    if mode.face is Face.GRANT and step.grants is not None:
        return tuple(
            PersonLine(
                person_id=person_id,
                name=called(work, person_id, at=now),
                jabatan=lane_title(work.office, procedure, step.grants),
                chosen=False,
            )
            for person_id in holders(work, case, procedure, step.grants)
        )
    return ()
