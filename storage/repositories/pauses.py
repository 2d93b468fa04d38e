"""What files wait for while they lie on a desk, and have waited for."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from storage.models.pauses import PauseRow
from storage.prepared import Prepared
from workflow.errors import ChangedMeanwhile, NotFound
from workflow.ids import CaseId, JabatanId, PauseId, PersonId, ReasonId, TaskId
from workflow.pauses import Pause, PauseEnd, Whose

_PAUSES = select(*PauseRow.__table__.c)
_OF_CASE = Prepared(_PAUSES.where(PauseRow.case_id == bindparam("case_id")).order_by(PauseRow.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldCount:
    """How often files were put on hold in a jabatan for one reason."""

    jabatan: JabatanId
    reason: ReasonId | None  # nothing for own words
    count: int
    stopped: int  # of them, those for which the limit waited


class PauseRepository:
    """Rows in, domain values out. Never commits: whoever opened the work does."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, pause_id: PauseId) -> Pause:
        row = self._connection.execute(_PAUSES.where(PauseRow.id == pause_id)).one_or_none()
        if row is None:
            raise NotFound(f"pause {pause_id}")
        return pause_of(row._mapping)

    def add(self, pause: Pause) -> Pause:
        """The pause with its number; raises ChangedMeanwhile where the task waits already."""
        adding = insert(PauseRow).values(_values(pause)).returning(PauseRow.id)
        try:
            pause_id = self._connection.execute(adding).scalar_one()
        except IntegrityError as error:
            raise ChangedMeanwhile(f"task {pause.task_id} waits already") from error
        return self.get(PauseId(pause_id))

    def save(self, pause: Pause) -> None:
        """Write what became of a pause; raises ChangedMeanwhile for one that has ended."""
        saved = self._connection.execute(
            update(PauseRow)
            .where(PauseRow.id == pause.id, PauseRow.ended_at.is_(None))
            .values(_values(pause))
        )
        if not saved.rowcount:
            raise ChangedMeanwhile(f"pause {pause.id}")

    def of_case(self, case_id: CaseId) -> Sequence[Pause]:
        rows = _OF_CASE.all(self._connection, case_id=case_id)
        return [pause_of(row._asdict()) for row in rows]

    def stopped_in(self, cases: Collection[CaseId]) -> Mapping[CaseId, Sequence[Pause]]:
        """Those pauses in these cases for which a limit waited."""
        stopped = PauseRow.case_id.in_(cases), PauseRow.stopped_at.is_not(None)
        found: dict[CaseId, list[Pause]] = defaultdict(list)
        for row in self._connection.execute(_PAUSES.where(*stopped).order_by(PauseRow.id)):
            found[CaseId(row.case_id)].append(pause_of(row._mapping))
        return found

    def holds_by_jabatan(self, since: datetime, until: datetime) -> Sequence[HoldCount]:
        """How often files were put on hold from one moment to another, by jabatan and reason.

        For the reports, so that nobody hides lateness in holds; questions are none.
        """
        found = (
            select(
                PauseRow.jabatan,
                PauseRow.reason,
                func.count().label("count"),
                func.count(PauseRow.stopped_at).label("stopped"),
            )
            .where(
                PauseRow.begun_at >= since,
                PauseRow.begun_at < until,
                PauseRow.whose != Whose.APPLICANT.value,
            )
            .group_by(PauseRow.jabatan, PauseRow.reason)
            .order_by(PauseRow.jabatan, PauseRow.reason)
        )
        return [
            HoldCount(
                jabatan=JabatanId(row.jabatan),
                reason=_reason(row.reason),
                count=row._mapping["count"],
                stopped=row.stopped,
            )
            for row in self._connection.execute(found)
        ]


def _values(pause: Pause) -> dict[str, Any]:
    values = asdict(pause)
    del values["id"]
    return values


def pause_of(row: Mapping[Any, Any]) -> Pause:
    return Pause(
        id=PauseId(row["id"]),
        case_id=CaseId(row["case_id"]),
        task_id=TaskId(row["task_id"]),
        jabatan=JabatanId(row["jabatan"]),
        reason=_reason(row["reason"]),
        words=row["words"],
        whose=Whose(row["whose"]),
        begun_at=row["begun_at"],
        begun_by=PersonId(row["begun_by"]),
        begun_as=row["begun_as"],
        until=row["until"],
        stopped_at=row["stopped_at"],
        agreed_by=_person(row["agreed_by"]),
        agreed_as=row["agreed_as"],
        ended_at=row["ended_at"],
        ended_by=_person(row["ended_by"]),
        ended_as=row["ended_as"],
        ending=None if row["ending"] is None else PauseEnd(row["ending"]),
    )


def _reason(kept: str | None) -> ReasonId | None:
    return None if kept is None else ReasonId(kept)


def _person(kept: int | None) -> PersonId | None:
    return None if kept is None else PersonId(kept)
