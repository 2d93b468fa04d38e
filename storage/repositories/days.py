"""Days of the office's own: the only module that reads or writes their table."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from storage.models.post import RamadanQuestionRow, SpecialDayRow
from storage.prepared import Prepared
from workflow.hours import hours_in_words, read_hours
from workflow.ids import PersonId
from workflow.opening_hours import Spans
from workflow.special_days import DayKind, SpecialDay

_ALL = Prepared(
    select(
        SpecialDayRow.id,
        SpecialDayRow.kind,
        SpecialDayRow.first_on,
        SpecialDayRow.last_on,
        SpecialDayRow.name,
        SpecialDayRow.hours,
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
                spans=read_hours(row.hours) if row.hours else (),
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
        spans: Spans = (),
    ) -> None:
        self._connection.execute(
            insert(SpecialDayRow).values(
                kind=kind.value,
                first_on=first_on,
                last_on=last_on,
                name=name,
                hours=hours_in_words(spans),
                added_by=by,
                added_at=at,
            )
        )

    def remove(self, day_id: int) -> None:
        self._connection.execute(delete(SpecialDayRow).where(SpecialDayRow.id == day_id))

    def was_asked(self, first_on: date, *, near: timedelta) -> bool:
        """Whether the administrators were asked for the Ramadan that begins about this day."""
        found = select(RamadanQuestionRow.first_on).where(
            RamadanQuestionRow.first_on.between(first_on - near, first_on + near)
        )
        return self._connection.execute(found).first() is not None

    def note_asked(self, first_on: date, *, at: datetime) -> None:
        self._connection.execute(insert(RamadanQuestionRow).values(first_on=first_on, asked_at=at))
