"""Who is spoken to about a file that lies with many."""

from collections.abc import Sequence

from workflow.case import Task
from workflow.desk.cards import screen_of
from workflow.ids import PersonId
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure
from workflow.sharing import MOST, is_shared_out, next_told, told_among


def hearing(
    work: UnitOfWork, task: Task, procedure: Procedure, lying_with: Sequence[PersonId]
) -> list[PersonId]:
    """Who is spoken to about a file: of many with whom it lies those who were told of it.

    A few others, where Telegram reaches none of these or all were told once.
    """
    if not is_shared_out(procedure.lanes[task.lane], lying_with):
        return list(lying_with)
    within_reach = work.people.within_reach(lying_with)
    told = told_among(lying_with, work.cards.on_phones(screen_of(task)))
    there = [one for one in told if one in within_reach]
    if 0 < len(there) <= MOST:
        return there
    return next_told(there or lying_with, {}, within_reach, turn=task.case_id)
