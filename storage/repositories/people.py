"""Persons: whom the bot knows, what it has asked them, what they were told last."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from storage.models.people import ConsentRow, PersonRow
from storage.prepared import Prepared
from storage.repositories.appointments import AppointmentRepository
from storage.repositories.invitations import InvitationRepository
from workflow.errors import NotFound
from workflow.ids import JabatanId, PersonId
from workflow.people import Focus, FocusKind, Language, Person


class PeopleRepository(AppointmentRepository, InvitationRepository):
    """Rows in, domain values out. Never commits: whoever opened the work does."""

    def __init__(self, connection: Connection, known: Collection[JabatanId] | None = None) -> None:
        super().__init__(connection, known)
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
