"""When a case is likely to be answered: the limits that remain along the usual way."""

from collections.abc import Iterable, Iterator
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
    ahead = _office_way(procedure, procedure.step(task.step))
    if not ahead or task.due_at is None:
        return None
    return _kept(ahead[1:], max(task.due_at, now), calendar)


def expected_at_the_outset(
    procedure: Procedure, calendar: OfficeCalendar, *, now: datetime
) -> datetime | None:
    """When a request handed in now would be answered; nothing where a step has no limit."""
    return _kept(_office_way(procedure, procedure.first)[1:], now, calendar)


def usual_way(procedure: Procedure) -> tuple[Step, ...]:
    """The steps that a request takes when nothing comes back, from the first to the last."""
    return tuple(_way_from(procedure, procedure.first))


def _office_way(procedure: Procedure, step: Step) -> list[Step]:
    """The usual way from here on, without what the applicant only confirms at the end."""
    ahead = list(_way_from(procedure, step))
    while ahead and ahead[-1].kind is StepKind.ACKNOWLEDGE:
        ahead.pop()
    return ahead


def _kept(steps: Iterable[Step], at: datetime, calendar: OfficeCalendar) -> datetime | None:
    """When the last of these ends if each limit is just kept."""
    end: datetime | None = at
    for step in steps:
        end = None if end is None or step.limit is None else lapses_at(end, step.limit, calendar)
    return end


def _way_from(procedure: Procedure, step: Step) -> Iterator[Step]:
    """The steps from here to the end by the first way forward of each, none twice."""
    seen = set()
    here: Step | None = step
    while here is not None and here.id not in seen:
        seen.add(here.id)
        yield here
        forward = here.outcome_for(Way.FORWARD)
        to = None if forward is None else here.outcomes[forward].to
        here = None if to is None else procedure.step(to)
