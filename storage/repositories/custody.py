"""What was done with files while they lay: the only module that reads or writes its table."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select

from storage.models.custody import CustodyNoteRow
from storage.prepared import Prepared
from workflow.custody import CustodyEvent, CustodyNote
from workflow.ids import CaseId, PersonId, TaskId

_NOTES = select(*CustodyNoteRow.__table__.c)
_OF_CASE = Prepared(
    _NOTES.where(CustodyNoteRow.case_id == bindparam("case_id")).order_by(CustodyNoteRow.id)
)
_LAST_OF_TASK = Prepared(
    _NOTES.where(
        CustodyNoteRow.task_id == bindparam("task_id"), CustodyNoteRow.event == bindparam("event")
    )
    .order_by(CustodyNoteRow.id.desc())
    .limit(1)
)


class CustodyRepository:
    """Rows in, domain values out. Never commits: whoever opened the work does."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def note(self, case_id: CaseId, note: CustodyNote) -> None:
        self._connection.execute(
            insert(CustodyNoteRow).values(
                case_id=case_id,
                task_id=note.task_id,
                event=note.event.value,
                by_id=note.by,
                title=note.title,
                at=note.at,
                to_id=note.to,
                words=note.words,
            )
        )

    def of_case(self, case_id: CaseId) -> Sequence[CustodyNote]:
        """Everything noted of a case, in its order."""
        return [_note(row) for row in _OF_CASE.all(self._connection, case_id=case_id)]

    def last(self, task_id: TaskId, event: CustodyEvent) -> CustodyNote | None:
        """The newest note of this kind on one task."""
        row = _LAST_OF_TASK.first(self._connection, task_id=task_id, event=event.value)
        return None if row is None else _note(row)


def _note(row: Any) -> CustodyNote:
    return CustodyNote(
        task_id=TaskId(row.task_id),
        event=CustodyEvent(row.event),
        by=PersonId(row.by_id),
        title=row.title,
        at=row.at,
        to=None if row.to_id is None else PersonId(row.to_id),
        words=row.words,
    )
