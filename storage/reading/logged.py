"""The log as an auditor reads it."""

from datetime import datetime

from storage.reading.paging import page_of, reach
from storage.unit_of_work import SqlUnitOfWork
from workflow.case import LinkEvent
from workflow.custody import CustodyEvent
from workflow.ids import PersonId
from workflow.logged import LogEntry, Logged
from workflow.queries.access import audits
from workflow.queries.people import called
from workflow.views.logged import LogLine, LogView

PAGE = 8


def log_view(
    work: SqlUnitOfWork, person_id: PersonId, page: int, *, now: datetime
) -> LogView | None:
    """Nothing for whoever is no auditor any more."""
    if not audits(work, person_id):
        return None
    shown = page_of(work.log.newest(most=reach(page, PAGE)), page, PAGE)
    return LogView(
        lines=tuple(
            LogLine(
                what=one.what,
                event=_event(one),
                case_id=one.case_id,
                number=one.number,
                name=called(work, one.by, at=one.at),
                at=one.at,
            )
            for one in shown.lines
        ),
        page=shown.page,
        pages=shown.pages,
        now=now,
    )


def _event(one: LogEntry) -> CustodyEvent | LinkEvent | None:
    if one.what is Logged.LINK:
        return LinkEvent(one.event)
    return CustodyEvent(one.event) if one.event in set(CustodyEvent) else None
