"""Teams, grants and begun days: the only module that reads or writes their tables."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from storage.models.cases import (
    BegunRow,
    CaseRow,
    DisclosureRow,
    GrantRow,
    LinkRow,
    MemberRow,
    TaskRow,
)
from storage.prepared import Prepared
from workflow.case import Link, LinkEvent, Task
from workflow.errors import ChangedMeanwhile
from workflow.ids import CaseId, LaneId, PersonId, ProcedureId

_TEAM = Prepared(
    select(MemberRow.person_id)
    .where(MemberRow.case_id == bindparam("case_id"), MemberRow.lane == bindparam("lane"))
    .order_by(MemberRow.place, MemberRow.person_id)
)


class CircleRepository:
    """Who belongs to one case, beyond the lanes of its SOP."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def team(self, case_id: CaseId, lane: LaneId) -> Sequence[PersonId]:
        """Its members, whoever leads it first."""
        rows = _TEAM.all(self._connection, case_id=case_id, lane=lane)
        return [PersonId(row.person_id) for row in rows]

    def set_member(
        self, case_id: CaseId, lane: LaneId, person_id: PersonId, *, member: bool
    ) -> None:
        """Take somebody in, behind those that are there, or out; who is there keeps their place."""
        if member and person_id in self.team(case_id, lane):
            return
        self._connection.execute(
            delete(MemberRow).where(
                MemberRow.case_id == case_id,
                MemberRow.lane == lane,
                MemberRow.person_id == person_id,
            )
        )
        if member:
            self._connection.execute(
                insert(MemberRow).values(
                    case_id=case_id, lane=lane, person_id=person_id, place=self._last(case_id, lane)
                )
            )

    def note_disclosure(self, task: Task, person_id: PersonId, *, at: datetime) -> None:
        """Write down who was shown the numbers of a case whole."""
        self._connection.execute(
            insert(DisclosureRow).values(
                case_id=task.case_id, task_id=task.id, person_id=person_id, at=at
            )
        )

    def _last(self, case_id: CaseId, lane: LaneId) -> int:
        """The place behind all members of a team."""
        found = select(func.max(MemberRow.place)).where(
            MemberRow.case_id == case_id, MemberRow.lane == lane
        )
        return (self._connection.execute(found).scalar() or 0) + 1

    def open_grant(self, case_id: CaseId, person_id: PersonId, *, at: datetime) -> None:
        """Open a case's files to one person; who had them before has them no more."""
        self.close_grants(case_id, at=at)
        self._connection.execute(
            insert(GrantRow).values(case_id=case_id, person_id=person_id, opened_at=at)
        )

    def close_grants(self, case_id: CaseId, *, at: datetime) -> None:
        self._connection.execute(
            update(GrantRow)
            .where(GrantRow.case_id == case_id, GrantRow.closed_at.is_(None))
            .values(closed_at=at)
        )

    def last_granted(self, case_id: CaseId) -> PersonId | None:
        """To whom the files of a case were opened last, whether they are still open or not."""
        found = select(GrantRow.person_id).where(GrantRow.case_id == case_id)
        last = self._connection.execute(found.order_by(GrantRow.id.desc()).limit(1)).scalar()
        return None if last is None else PersonId(last)

    def has_grant(self, case_id: CaseId, person_id: PersonId) -> bool:
        found = select(GrantRow.id).where(
            GrantRow.case_id == case_id,
            GrantRow.person_id == person_id,
            GrantRow.closed_at.is_(None),
        )
        return self._connection.execute(found).first() is not None

    def link_applicant(self, case_id: CaseId, person_id: PersonId) -> None:
        """Give a case entered at the desk its applicant; the first to come with the resi."""
        linked = self._connection.execute(
            update(CaseRow)
            .where(CaseRow.id == case_id, CaseRow.applicant_id.is_(None))
            .values(applicant_id=person_id)
            .returning(CaseRow.id)
        )
        if linked.one_or_none() is None:
            raise ChangedMeanwhile(f"case {case_id} has an applicant")
        self._at_desk(case_id, at_desk=False)

    def unlink_applicant(self, case_id: CaseId, *, code: str) -> None:
        """Part a case from a phone; the link on the old resi is void."""
        self._connection.execute(
            update(CaseRow).where(CaseRow.id == case_id).values(applicant_id=None, link_code=code)
        )
        self._at_desk(case_id, at_desk=True)

    def _at_desk(self, case_id: CaseId, *, at_desk: bool) -> None:
        """Whether the desk does from now on what is the applicant's to do."""
        self._connection.execute(
            update(TaskRow)
            .where(TaskRow.case_id == case_id, TaskRow.done_at.is_(None))
            .values(at_desk=at_desk)
        )

    def links(self, case_id: CaseId) -> Sequence[Link]:
        """What became of the link on a case's resi, in order."""
        found = select(LinkRow).where(LinkRow.case_id == case_id).order_by(LinkRow.id)
        columns = found.with_only_columns(LinkRow.person_id, LinkRow.what, LinkRow.at)
        return [
            Link(person_id=PersonId(row.person_id), what=LinkEvent(row.what), at=row.at)
            for row in self._connection.execute(columns)
        ]

    def note_link(
        self, case_id: CaseId, person_id: PersonId, what: LinkEvent, *, at: datetime
    ) -> None:
        self._connection.execute(
            insert(LinkRow).values(case_id=case_id, person_id=person_id, what=what.value, at=at)
        )

    def begun_on(self, procedure_id: ProcedureId, day: date) -> bool:
        found = select(BegunRow.case_id).where(
            BegunRow.procedure_id == procedure_id, BegunRow.day == day
        )
        return self._connection.execute(found).first() is not None

    def note_begun(self, procedure_id: ProcedureId, day: date, case_id: CaseId) -> None:
        self._connection.execute(
            insert(BegunRow).values(procedure_id=procedure_id, day=day, case_id=case_id)
        )
