"""Running numbers: the only module that reads or writes their tables."""

from dataclasses import asdict
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.models.cases import CounterRow, LetterNumberRow
from workflow.ids import CaseId, PaperId
from workflow.numbering import DECREES, LetterNumber


class NumberRepository:
    """None is given twice: the counter is raised in the transaction that uses the number."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_running(self, series: str, year: int) -> int:
        """The next number of a series; the first one too is given once, whoever asks with us."""
        dialect = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        given: int = self._connection.execute(
            dialect.insert(CounterRow)
            .values(series=series, year=year, last=1)
            .on_conflict_do_update(
                index_elements=["series", "year"], set_={"last": CounterRow.last + 1}
            )
            .returning(CounterRow.last)
        ).scalar_one()
        return given

    def find_reserved(self, case_id: CaseId, paper: PaperId | None = None) -> LetterNumber | None:
        """The number of a letter of a case; of its first one where none is named.

        A number reserved when a case had but one belongs to whichever letter asks first.
        """
        found = (
            select(*LetterNumberRow.__table__.c)
            .where(LetterNumberRow.case_id == case_id, LetterNumberRow.series != DECREES)
            .order_by(LetterNumberRow.paper.desc() if paper else LetterNumberRow.id)
        )
        if paper is not None:
            found = found.where(LetterNumberRow.paper.in_((paper, "")))
        row = self._connection.execute(found.limit(1)).one_or_none()
        if row is None:
            return None
        return LetterNumber(
            series=row.series,
            year=row.year,
            running=row.running,
            text=row.text,
            case_id=CaseId(row.case_id),
            reserved_at=row.reserved_at,
            booked_at=row.booked_at,
            explained=row.explained,
            paper=row.paper,
        )

    def find_decree(self, case_id: CaseId) -> str:
        """The number of the newest decision made in a case; empty where there is none."""
        found = (
            select(LetterNumberRow.text)
            .where(LetterNumberRow.case_id == case_id, LetterNumberRow.series == DECREES)
            .order_by(LetterNumberRow.id.desc())
            .limit(1)
        )
        return self._connection.execute(found).scalar() or ""

    def reserve(self, number: LetterNumber) -> None:
        self._connection.execute(insert(LetterNumberRow).values(**asdict(number)))

    def claim(self, case_id: CaseId, paper: PaperId) -> None:
        """A number without a letter of its own becomes this one's."""
        self._change(case_id, LetterNumberRow.paper == "", paper=paper)

    def book(self, case_id: CaseId, *, at: datetime, paper: PaperId | None = None) -> None:
        """Book the number of a letter; of all of a case where none is named."""
        whose = [] if paper is None else [LetterNumberRow.paper.in_((paper, ""))]
        self._change(case_id, *whose, booked_at=at)

    def explain(self, case_id: CaseId, why: str) -> None:
        """Say in the book why reserved numbers of a case stay unused."""
        self._change(case_id, LetterNumberRow.booked_at.is_(None), explained=why)

    def _change(self, case_id: CaseId, *which: ColumnElement[bool], **values: object) -> None:
        self._connection.execute(
            update(LetterNumberRow)
            .where(LetterNumberRow.case_id == case_id, LetterNumberRow.series != DECREES, *which)
            .values(**values)
        )
