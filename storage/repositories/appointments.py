"""Who holds which jabatan, from when to when: the only module that reads or writes that table."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, or_, select, update

from storage.models.base import Moment
from storage.models.people import AppointmentRow
from storage.prepared import Prepared
from workflow.errors import NotFound
from workflow.ids import JabatanId, PersonId
from workflow.people import Acting, Appointment

_APPOINTMENTS = AppointmentRow.__table__
_IN_FORCE = (
    select(*_APPOINTMENTS.c)
    .where(
        AppointmentRow.begins_at <= bindparam("at", type_=Moment),
        or_(
            AppointmentRow.ends_at.is_(None),
            AppointmentRow.ends_at > bindparam("at", type_=Moment),
        ),
    )
    .order_by(AppointmentRow.id)
)
_APPOINTMENTS_OF = Prepared(_IN_FORCE.where(AppointmentRow.person_id == bindparam("person_id")))
_ALL_IN_FORCE = Prepared(_IN_FORCE)
_HOLDERS_OF = Prepared(_IN_FORCE.where(AppointmentRow.jabatan == bindparam("jabatan")))


class AppointmentRepository:
    """Appointments of a person, and the holders of a jabatan."""

    def __init__(self, connection: Connection, known: Collection[JabatanId] | None = None) -> None:
        self._connection = connection
        # The jabatan of the office file; an appointment to any other gives no right.
        self._known = known
        # Within one unit of work the same question has the same answer.
        self._held: dict[tuple[PersonId, datetime], Sequence[Appointment]] = {}
        self._holders: dict[tuple[frozenset[JabatanId], datetime], Sequence[Appointment]] = {}
        self._officers: dict[datetime, Sequence[Appointment]] = {}

    def appointments_of(self, person_id: PersonId, *, at: datetime) -> Sequence[Appointment]:
        return self._known_posts(self.on_record(person_id, at=at))

    def on_record(self, person_id: PersonId, *, at: datetime) -> Sequence[Appointment]:
        """What somebody held at a moment, for papers and names: rights come from the others."""
        key = (person_id, at)
        if key not in self._held:
            rows = _APPOINTMENTS_OF.all(self._connection, person_id=person_id, at=at)
            self._held[key] = [_appointment(row) for row in rows]
        return self._held[key]

    def to_come_or_held(self, person_id: PersonId, *, at: datetime) -> Sequence[Appointment]:
        """What somebody holds at a moment, or is to hold later."""
        found = select(*_APPOINTMENTS.c).where(
            AppointmentRow.person_id == person_id,
            or_(AppointmentRow.ends_at.is_(None), AppointmentRow.ends_at > at),
        )
        rows = self._connection.execute(found.order_by(AppointmentRow.id))
        return [_appointment(row) for row in rows]

    def without_post(self, *, at: datetime) -> Sequence[Appointment]:
        """Appointments in force to a jabatan that the office file does not have."""
        known = self._known
        held = [_appointment(row) for row in self._connection.execute(_IN_FORCE, {"at": at})]
        return [one for one in held if known is not None and one.jabatan not in known]

    def without_post_told(self) -> Collection[int]:
        """The appointments whose lost jabatan the administrators know of."""
        found = select(AppointmentRow.id).where(AppointmentRow.gone_at.is_not(None))
        return set(self._connection.scalars(found))

    def set_without_post_told(self, appointments: Collection[int], *, at: datetime) -> None:
        """These, and no others."""
        gone = AppointmentRow.gone_at.is_not(None)
        self._connection.execute(update(AppointmentRow).where(gone).values(gone_at=None))
        self._connection.execute(
            update(AppointmentRow).where(AppointmentRow.id.in_(appointments)).values(gone_at=at)
        )

    def _known_posts(self, found: Iterable[Appointment]) -> list[Appointment]:
        known = self._known
        return [one for one in found if known is None or one.jabatan in known]

    def holders_of(self, jabatan: Collection[JabatanId], *, at: datetime) -> Sequence[Appointment]:
        key = (frozenset(jabatan), at)
        if key not in self._holders:
            rows = [
                row
                for one in sorted(key[0])
                for row in _HOLDERS_OF.all(self._connection, jabatan=one, at=at)
            ]
            self._holders[key] = self._known_posts(
                _appointment(row) for row in sorted(rows, key=lambda row: row.id)
            )
        return self._holders[key]

    def officers(self, *, at: datetime) -> Sequence[Appointment]:
        """Everybody who holds a jabatan now."""
        if at not in self._officers:
            rows = _ALL_IN_FORCE.all(self._connection, at=at)
            self._officers[at] = self._known_posts(_appointment(row) for row in rows)
        return self._officers[at]

    def appointment(self, appointment_id: int) -> Appointment:
        found = select(*_APPOINTMENTS.c).where(AppointmentRow.id == appointment_id)
        row = self._connection.execute(found).one_or_none()
        if row is None:
            raise NotFound(f"appointment {appointment_id}")
        return _appointment(row)

    def appointments_to(self, jabatan: JabatanId, *, at: datetime) -> Sequence[Appointment]:
        """Who holds a jabatan now, and who is to hold it later."""
        found = (
            select(*_APPOINTMENTS.c)
            .where(
                AppointmentRow.jabatan == jabatan,
                or_(AppointmentRow.ends_at.is_(None), AppointmentRow.ends_at > at),
            )
            .order_by(AppointmentRow.begins_at, AppointmentRow.id)
        )
        return [_appointment(row) for row in self._connection.execute(found)]

    def end(self, appointment_id: int, *, at: datetime) -> None:
        """End an appointment; one that has not begun never will."""
        self._forget()
        begun = self.appointment(appointment_id).begins_at
        self._connection.execute(
            update(AppointmentRow)
            .where(AppointmentRow.id == appointment_id)
            .values(ends_at=max(at, begun), speaks_at=None)
        )

    def appointments_speaking(self, at: datetime, *, limit: int) -> Sequence[Appointment]:
        """The first *limit* appointments whose beginning or end is to be told by now."""
        found = select(*_APPOINTMENTS.c).where(AppointmentRow.speaks_at <= at)
        rows = self._connection.execute(found.order_by(AppointmentRow.speaks_at).limit(limit))
        return [_appointment(row) for row in rows]

    def set_speaks_at(self, appointment_id: int, at: datetime | None) -> None:
        self._connection.execute(
            update(AppointmentRow).where(AppointmentRow.id == appointment_id).values(speaks_at=at)
        )

    def next_speaks_at(self) -> datetime | None:
        found = select(func.min(AppointmentRow.speaks_at))
        return self._connection.execute(found).scalar_one_or_none()

    def _forget(self) -> None:
        self._held.clear()
        self._officers.clear()
        self._holders.clear()

    def appoint(self, appointment: Appointment, *, speaks_at: datetime | None = None) -> None:
        """Give a person a jabatan; the same jabatan is not held twice by one person."""
        self._forget()
        self._connection.execute(
            update(AppointmentRow)
            .where(
                AppointmentRow.person_id == appointment.person_id,
                AppointmentRow.jabatan == appointment.jabatan,
                or_(
                    AppointmentRow.ends_at.is_(None),
                    AppointmentRow.ends_at > appointment.begins_at,
                ),
            )
            .values(ends_at=appointment.begins_at, speaks_at=None)
        )
        values = {**asdict(appointment), "speaks_at": speaks_at}
        del values["id"]
        self._connection.execute(insert(AppointmentRow).values(**values))


def _appointment(row: Any) -> Appointment:
    return Appointment(
        id=row.id,
        person_id=PersonId(row.person_id),
        jabatan=JabatanId(row.jabatan),
        name=row.name,
        nip=row.nip,
        rank=row.rank,
        acting=Acting(row.acting),
        begins_at=row.begins_at,
        ends_at=row.ends_at,
        sk=row.sk,
    )
