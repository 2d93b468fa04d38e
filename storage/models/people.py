"""Tables of persons, appointments and invitations."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import JSON

from storage.models.base import Base, Moment, partial_index


class PersonRow(Base):
    """Somebody with a phone."""

    __tablename__ = "people"
    __table_args__ = (partial_index("ix_people_administrators", "id", flag="administrator"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    telegram_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    name: Mapped[str] = mapped_column(String(200))
    language: Mapped[str] = mapped_column(String(2))
    consent_version: Mapped[str | None] = mapped_column(String(20))
    consented_at: Mapped[datetime | None] = mapped_column(Moment)
    administrator: Mapped[bool]
    reachable: Mapped[bool]
    joined_at: Mapped[datetime] = mapped_column(Moment)
    last_alarm_at: Mapped[datetime | None] = mapped_column(Moment)
    last_lapse_at: Mapped[datetime | None] = mapped_column(Moment)
    focus: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class ConsentRow(Base):
    """Each acceptance of the privacy notice: whose, of which version, when."""

    __tablename__ = "consents"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    version: Mapped[str] = mapped_column(String(20))
    text_digest: Mapped[str] = mapped_column(String(64))
    accepted_at: Mapped[datetime] = mapped_column(Moment)


class AppointmentRow(Base):
    """A person in a jabatan from a moment, and perhaps until one."""

    __tablename__ = "appointments"
    __table_args__ = (Index("ix_appointments_jabatan", "jabatan", "ends_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    jabatan: Mapped[str] = mapped_column(String(60))
    name: Mapped[str] = mapped_column(String(200))
    nip: Mapped[str] = mapped_column(String(18))
    rank: Mapped[str] = mapped_column(String(60))
    acting: Mapped[str] = mapped_column(String(4))
    begins_at: Mapped[datetime] = mapped_column(Moment)
    ends_at: Mapped[datetime | None] = mapped_column(Moment)
    sk: Mapped[str] = mapped_column(String(60), server_default="")
    # When its beginning or its end is next to be told; nothing when that needs no telling.
    speaks_at: Mapped[datetime | None] = mapped_column(Moment, index=True)
    # Since when the administrators know that the office file does not have this jabatan.
    gone_at: Mapped[datetime | None] = mapped_column(Moment)


class InvitationRow(Base):
    """A one-time link; only the hash of its secret is here."""

    __tablename__ = "invitations"

    id: Mapped[int] = mapped_column(primary_key=True)
    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    jabatan: Mapped[str | None] = mapped_column(String(60))
    administrator: Mapped[bool]
    name: Mapped[str] = mapped_column(String(200))
    nip: Mapped[str] = mapped_column(String(18))
    rank: Mapped[str] = mapped_column(String(60))
    acting: Mapped[str] = mapped_column(String(4))
    created_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    begins_at: Mapped[datetime | None] = mapped_column(Moment)
    ends_at: Mapped[datetime | None] = mapped_column(Moment)
    sk: Mapped[str] = mapped_column(String(60), server_default="")
    spent_at: Mapped[datetime | None] = mapped_column(Moment)
    spent_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    issued_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
