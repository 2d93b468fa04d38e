"""When a case is likely to be answered: the limits that remain along the usual way."""

from collections.abc import Iterator
from datetime import datetime

from workflow.case import Task
from workflow.procedure import Procedure, Step, StepKind, Way
from workflow.working_time import OfficeCalendar, lapses_at


def expected_end(
    procedure: Procedure, task: Task, calendar: OfficeCalendar, *, now: datetime
) -> datetime | None:
    """When the office will be done if every limit ahead is just kept; nothing where one has none.

    What the applicant still confirms at the end is not the office's time and does not count.
    """
    ahead = list(_usual_way(procedure, procedure.step(task.step)))
    while ahead and ahead[-1].kind is StepKind.ACKNOWLEDGE:
        ahead.pop()
    if not ahead:
        return None
    if task.due_at is None:
        return None
    at: datetime | None = max(task.due_at, now)
    for step in ahead[1:]:
        at = None if at is None or step.limit is None else lapses_at(at, step.limit, calendar)
    return at


def _usual_way(procedure: Procedure, step: Step) -> Iterator[Step]:
    """The steps from here to the end by the first way forward of each, none twice."""
    seen = set()
    here: Step | None = step
    while here is not None and here.id not in seen:
        seen.add(here.id)
        yield here
        forward = here.outcome_for(Way.FORWARD)
        to = None if forward is None else here.outcomes[forward].to
        here = None if to is None else procedure.step(to)
