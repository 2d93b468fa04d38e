"""Persons, appointments, invitations: the only module that reads or writes their tables."""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, or_, select, update

from storage.models.base import Moment
from storage.models.people import AppointmentRow, ConsentRow, InvitationRow, PersonRow
from storage.prepared import Prepared
from workflow.errors import ChangedMeanwhile, NotFound
from workflow.ids import JabatanId, PersonId
from workflow.people import (
    Acting,
    Appointment,
    Focus,
    FocusKind,
    Invitation,
    Language,
    Person,
)

_PEOPLE = PersonRow.__table__
_APPOINTMENTS = AppointmentRow.__table__
_INVITATIONS = InvitationRow.__table__


class PeopleRepository:
    """Rows in, domain values out. Never commits: whoever opened the work does."""

    def __init__(self, connection: Connection, known: Collection[JabatanId] | None = None) -> None:
        self._connection = connection
        # The jabatan of the office file; an appointment to any other gives no right.
        self._known = known
        # Within one unit of work the same question has the same answer.
        self._held: dict[tuple[PersonId, datetime], Sequence[Appointment]] = {}
        self._holders: dict[tuple[frozenset[JabatanId], datetime], Sequence[Appointment]] = {}
        self._focus: dict[PersonId, Focus | None] = {}
        self._reach: dict[PersonId, bool] = {}

    def get(self, person_id: PersonId) -> Person:
        row = _PERSON_BY_ID.first(self._connection, id=person_id)
        if row is None:
            raise NotFound(f"person {person_id}")
        return _person(row)

    def find_by_telegram(self, telegram_id: int) -> Person | None:
        row = _PERSON_BY_TELEGRAM.first(self._connection, id=telegram_id)
        if row is None:
            return None
        person = _person(row)
        self._focus[person.id] = _focus(row.focus)  # whoever comes in is asked about it next
        return person

    def add(self, telegram_id: int, *, name: str, language: Language, at: datetime) -> Person:
        person_id = self._connection.execute(
            insert(PersonRow)
            .values(
                telegram_id=telegram_id,
                name=name[:200],
                language=language.value,
                administrator=False,
                reachable=True,
                joined_at=at,
            )
            .returning(PersonRow.id)
        ).scalar_one()
        return self.get(PersonId(person_id))

    def set_language(self, person_id: PersonId, language: Language) -> None:
        self._change(person_id, language=language.value)

    def set_reachable(self, person_id: PersonId, reachable: bool) -> None:
        self._reach.pop(person_id, None)
        self._change(person_id, reachable=reachable)

    def make_administrator(self, person_id: PersonId) -> None:
        self._change(person_id, administrator=True)

    def dismiss_administrator(self, person_id: PersonId) -> None:
        self._change(person_id, administrator=False)

    def set_consent(self, person_id: PersonId, version: str, text: str, *, at: datetime) -> None:
        self._change(person_id, consent_version=version, consented_at=at)
        self._connection.execute(
            insert(ConsentRow).values(
                person_id=person_id,
                version=version,
                text_digest=hashlib.sha256(text.encode()).hexdigest(),
                accepted_at=at,
            )
        )

    def consented_at(self, person_id: PersonId, version: str) -> datetime | None:
        """When a person accepted this version, if it is the one accepted last."""
        found = select(PersonRow.consented_at).where(
            PersonRow.id == person_id, PersonRow.consent_version == version
        )
        return self._connection.execute(found).scalar_one_or_none()

    def _change(self, person_id: PersonId, **values: Any) -> None:
        self._connection.execute(
            update(PersonRow).where(PersonRow.id == person_id).values(**values)
        )

    def administrators(self) -> Sequence[PersonId]:
        found = select(PersonRow.id).where(PersonRow.administrator).order_by(PersonRow.id)
        return [PersonId(one) for one in self._connection.scalars(found)]

    def within_reach(self, people: Collection[PersonId]) -> frozenset[PersonId]:
        """Those of these people to whom Telegram delivers."""
        unknown = set(people) - self._reach.keys()
        if unknown:
            found = select(PersonRow.id, PersonRow.reachable).where(PersonRow.id.in_(unknown))
            self._reach |= {PersonId(id_): can for id_, can in self._connection.execute(found)}
        return frozenset(one for one in people if self._reach.get(one))

    def focus(self, person_id: PersonId) -> Focus | None:
        if person_id not in self._focus:
            row = _FOCUS.first(self._connection, id=person_id)
            self._focus[person_id] = None if row is None else _focus(row.focus)
        return self._focus[person_id]

    def set_focus(self, person_id: PersonId, focus: Focus | None, *, at: datetime) -> None:
        self._focus.pop(person_id, None)
        self._change(person_id, focus=None if focus is None else asdict(focus))

    def appointments_of(self, person_id: PersonId, *, at: datetime) -> Sequence[Appointment]:
        return self._context(self.on_record(person_id, at=at))

    def on_record(self, person_id: PersonId, *, at: datetime) -> Sequence[Appointment]:
        """What somebody held at a moment, for papers and names: rights come from the others."""
        key = (person_id, at)
        if key not in self._held:
            rows = _APPOINTMENTS_OF.all(self._connection, person_id=person_id, at=at)
            self._held[key] = [_appointment(row) for row in rows]
        return self._held[key]

    def without_post(self, *, at: datetime) -> Sequence[Appointment]:
        """Appointments in force to a jabatan that the office file does not have."""
        known = self._known
        held = [_appointment(row) for row in self._connection.execute(_IN_FORCE, {"at": at})]
        return [one for one in held if known is not None and one.jabatan not in known]

    def without_post_told(self) -> Collection[int]:
        """Of which appointments the administrators know that their jabatan has gone."""
        found = select(AppointmentRow.id).where(AppointmentRow.gone_at.is_not(None))
        return set(self._connection.scalars(found))

    def set_without_post_told(self, appointments: Collection[int], *, at: datetime) -> None:
        """These, and no others."""
        gone = AppointmentRow.gone_at.is_not(None)
        self._connection.execute(update(AppointmentRow).where(gone).values(gone_at=None))
        self._connection.execute(
            update(AppointmentRow).where(AppointmentRow.id.in_(appointments)).values(gone_at=at)
        )

    def _context(self, found: Iterable[Appointment]) -> list[Appointment]:
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
            self._holders[key] = self._context(
                _appointment(row) for row in sorted(rows, key=lambda row: row.id)
            )
        return self._holders[key]

    def officers(self, *, at: datetime) -> Sequence[Appointment]:
        """Everybody who holds a jabatan now."""
        found = self._connection.execute(_IN_FORCE, {"at": at})
        return self._context(_appointment(row) for row in found)

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

    def appointments_speaking(self, at: datetime) -> Sequence[Appointment]:
        """Appointments whose beginning or end is to be told by now."""
        found = select(*_APPOINTMENTS.c).where(AppointmentRow.speaks_at <= at)
        rows = self._connection.execute(found.order_by(AppointmentRow.speaks_at))
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

    def invite(
        self,
        *,
        secret_hash: str,
        jabatan: JabatanId | None,
        administrator: bool,
        name: str,
        nip: str,
        rank: str,
        acting: Acting,
        at: datetime,
        expires_at: datetime,
        begins_at: datetime | None = None,
        ends_at: datetime | None = None,
        sk: str = "",
        issued_by: PersonId | None = None,
    ) -> None:
        self._connection.execute(
            insert(InvitationRow).values(
                secret_hash=secret_hash,
                jabatan=jabatan,
                administrator=administrator,
                name=name,
                nip=nip,
                rank=rank,
                acting=acting.value,
                created_at=at,
                expires_at=expires_at,
                begins_at=begins_at,
                ends_at=ends_at,
                sk=sk,
                issued_by=issued_by,
            )
        )

    def find_invitation(self, secret_hash: str) -> Invitation | None:
        found = select(*_INVITATIONS.c).where(InvitationRow.secret_hash == secret_hash)
        row = self._connection.execute(found).one_or_none()
        return None if row is None else _invitation(row)

    def open_invitations(self, *, at: datetime) -> Sequence[Invitation]:
        """Links that may still be used, the oldest first."""
        found = (
            select(*_INVITATIONS.c)
            .where(InvitationRow.spent_at.is_(None), InvitationRow.expires_at > at)
            .order_by(InvitationRow.id)
        )
        return [_invitation(row) for row in self._connection.execute(found)]

    def cancel_invitation(self, invitation_id: int, *, at: datetime) -> None:
        """A link that nobody has used is void from now on."""
        cancelled = self._connection.execute(
            update(InvitationRow)
            .where(
                InvitationRow.id == invitation_id,
                InvitationRow.spent_at.is_(None),
                InvitationRow.expires_at > at,
            )
            .values(expires_at=at)
            .returning(InvitationRow.id)
        )
        if cancelled.one_or_none() is None:
            raise NotFound(f"an open invitation {invitation_id}")

    def spend(self, invitation_id: int, *, by: PersonId, at: datetime) -> None:
        spent = self._connection.execute(
            update(InvitationRow)
            .where(InvitationRow.id == invitation_id, InvitationRow.spent_at.is_(None))
            .values(spent_at=at, spent_by=by)
            .returning(InvitationRow.id)
        )
        if spent.one_or_none() is None:
            raise ChangedMeanwhile(f"invitation {invitation_id}")

    def last_lapse_at(self, people: Collection[PersonId]) -> Mapping[PersonId, datetime]:
        """When each was last told of a limit that is over."""
        found = select(PersonRow.id, PersonRow.last_lapse_at).where(
            PersonRow.id.in_(people), PersonRow.last_lapse_at.is_not(None)
        )
        return {PersonId(row.id): row.last_lapse_at for row in self._connection.execute(found)}

    def set_last_lapse_at(self, people: Collection[PersonId], at: datetime) -> None:
        if people:
            self._connection.execute(
                update(PersonRow).where(PersonRow.id.in_(people)).values(last_lapse_at=at)
            )

    def last_alarm_at(self, people: Collection[PersonId]) -> Mapping[PersonId, datetime]:
        found = select(PersonRow.id, PersonRow.last_alarm_at).where(
            PersonRow.id.in_(people), PersonRow.last_alarm_at.is_not(None)
        )
        return {PersonId(row.id): row.last_alarm_at for row in self._connection.execute(found)}

    def set_last_alarm_at(self, people: Collection[PersonId], at: datetime) -> None:
        if people:
            self._connection.execute(
                update(PersonRow).where(PersonRow.id.in_(people)).values(last_alarm_at=at)
            )


_PERSON = select(
    PersonRow.id,
    PersonRow.telegram_id,
    PersonRow.name,
    PersonRow.language,
    PersonRow.consent_version,
    PersonRow.administrator,
    PersonRow.reachable,
)

_PERSON_BY_ID = Prepared(_PERSON.where(PersonRow.id == bindparam("id")))
_PERSON_BY_TELEGRAM = Prepared(
    _PERSON.add_columns(PersonRow.focus).where(PersonRow.telegram_id == bindparam("id"))
)
_FOCUS = Prepared(select(PersonRow.focus).where(PersonRow.id == bindparam("id")))
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
_HOLDERS_OF = Prepared(_IN_FORCE.where(AppointmentRow.jabatan == bindparam("jabatan")))


def _person(row: Any) -> Person:
    return Person(
        id=PersonId(row.id),
        telegram_id=row.telegram_id,
        name=row.name,
        language=Language(row.language),
        consent_version=row.consent_version,
        administrator=row.administrator,
        reachable=row.reachable,
    )


def _focus(kept: Any) -> Focus | None:
    if not kept:
        return None
    return Focus(kind=FocusKind(kept["kind"]), ref=kept["ref"], extra=kept["extra"])


def _invitation(row: Any) -> Invitation:
    return Invitation(
        id=row.id,
        jabatan=None if row.jabatan is None else JabatanId(row.jabatan),
        administrator=row.administrator,
        name=row.name,
        nip=row.nip,
        rank=row.rank,
        acting=Acting(row.acting),
        expires_at=row.expires_at,
        spent_at=row.spent_at,
        begins_at=row.begins_at,
        ends_at=row.ends_at,
        sk=row.sk,
        issued_by=None if row.issued_by is None else PersonId(row.issued_by),
    )


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
