"""Days of the office's own: the only module that reads or writes their table."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Connection, delete, insert, select

from storage.models.post import SpecialDayRow
from storage.prepared import Prepared
from workflow.ids import PersonId
from workflow.working_time import DayKind, SpecialDay

_ALL = Prepared(
    select(
        SpecialDayRow.id,
        SpecialDayRow.kind,
        SpecialDayRow.first_on,
        SpecialDayRow.last_on,
        SpecialDayRow.name,
    ).order_by(SpecialDayRow.first_on, SpecialDayRow.id)
)


class DayRepository:
    """Rows in, domain values out. Never commits: whoever opened the work does."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Sequence[SpecialDay]:
        return tuple(
            SpecialDay(
                id=row.id,
                kind=DayKind(row.kind),
                first_on=row.first_on,
                last_on=row.last_on,
                name=row.name,
            )
            for row in _ALL.all(self._connection)
        )

    def add(
        self,
        kind: DayKind,
        first_on: date,
        last_on: date,
        name: str,
        *,
        by: PersonId,
        at: datetime,
    ) -> None:
        self._connection.execute(
            insert(SpecialDayRow).values(
                kind=kind.value,
                first_on=first_on,
                last_on=last_on,
                name=name,
                added_by=by,
                added_at=at,
            )
        )

    def remove(self, day_id: int) -> None:
        self._connection.execute(delete(SpecialDayRow).where(SpecialDayRow.id == day_id))
