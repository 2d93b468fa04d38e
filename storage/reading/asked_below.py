"""What jabatan are asked beside files and have not answered, for whoever is above them."""

from collections.abc import Collection, Set
from datetime import datetime

from storage.reading.paging import named
from storage.unit_of_work import SqlUnitOfWork
from workflow.case import Case, Task
from workflow.ids import JabatanId, LaneId, ProcedureId
from workflow.people import Appointment, on_duty
from workflow.queries.posts import post_title
from workflow.side import jabatan_lane, jabatan_of
from workflow.views.due import due
from workflow.views.supervisor import WatchedAsked

# How much of what is asked beside files one list names.
ASKED = 8


def lanes_of(
    work: SqlUnitOfWork, posts: Collection[JabatanId]
) -> frozenset[tuple[ProcedureId, LaneId]]:
    """Where what these jabatan are asked lies, in whatever SOP."""
    return frozenset(
        (one.id, jabatan_lane(post)) for one in work.procedures.in_use() for post in posts
    )


def asked_below(
    work: SqlUnitOfWork, own: Set[JabatanId], *, now: datetime
) -> tuple[WatchedAsked, ...]:
    """What those below these posts are asked, the first due of it; what is asked of oneself stands
    in the own list of work."""
    office = work.office
    below = {one for one in office.jabatan if not own.isdisjoint(office.above(one))} - own
    found = work.cases.asked_in(lanes_of(work, below), most=ASKED) if below else []
    sitting = on_duty(work.people.holders_of(below, at=now)) if found else []
    return tuple(_line(work, one, case, sitting, now) for one, case in found)


def _line(
    work: SqlUnitOfWork, asked: Task, case: Case, sitting: Collection[Appointment], now: datetime
) -> WatchedAsked:
    jabatan = jabatan_of(asked.lane) or JabatanId("")
    return WatchedAsked(
        asked_id=asked.id,
        kind=asked.kind,
        case_number=case.number,
        holder=", ".join(named(one) for one in sitting if one.jabatan == jabatan),
        jabatan=post_title(work, jabatan),
        due=due(asked.due_at, work.calendar, now=now),
        opened_at=asked.opened_at,
    )
