"""The log over all files, from the tables that each tell a part of it."""

import heapq
from collections.abc import Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, select

from storage.models.cases import CaseRow, DisclosureRow, LinkRow
from storage.models.custody import CustodyNoteRow
from workflow.ids import CaseId, PersonId
from workflow.logged import LogEntry, Logged


class LogRepository:
    """Rows in, domain values out. Never commits: whoever opened the work does."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def newest(self, *, most: int) -> Sequence[LogEntry]:
        """The newest lines of the whole house, the newest first; each table is read so far only."""
        parts = [
            self._of(Logged.NUMBERS, DisclosureRow, DisclosureRow.person_id, None, most),
            self._of(
                Logged.NOTED, CustodyNoteRow, CustodyNoteRow.by_id, CustodyNoteRow.event, most
            ),
            self._of(Logged.LINK, LinkRow, LinkRow.person_id, LinkRow.what, most),
        ]
        merged = heapq.merge(*parts, key=lambda one: one.at, reverse=True)
        return list(islice(merged, most))

    def _of(self, what: Logged, row: Any, by: Any, event: Any, most: int) -> list[LogEntry]:
        columns = [row.case_id, CaseRow.number, by.label("by"), row.at]
        columns += [] if event is None else [event.label("event")]
        found = (
            select(*columns)
            .join(CaseRow, CaseRow.id == row.case_id)
            .order_by(row.id.desc())
            .limit(most)
        )
        return [
            LogEntry(
                what=what,
                event="" if event is None else one.event,
                case_id=CaseId(one.case_id),
                number=one.number,
                by=PersonId(one.by),
                at=one.at,
            )
            for one in self._connection.execute(found)
        ]
