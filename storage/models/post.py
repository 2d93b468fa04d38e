"""Tables of what comes in and goes out, of cards on phones, and of the office's own files."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Date, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Moment, partial_index


class InboxRow(Base):
    """One update of Telegram, kept before it is acknowledged and marked when handled."""

    __tablename__ = "inbox"
    __table_args__ = (
        Index("ix_inbox_waiting", "handled_at", "update_id"),
        partial_index("ix_inbox_parked", "update_id", flag="parked"),
    )

    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    body: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime] = mapped_column(Moment)
    handled_at: Mapped[datetime | None] = mapped_column(Moment)
    attempts: Mapped[int]
    parked: Mapped[bool]
    error: Mapped[str] = mapped_column(Text)


class OutboxRow(Base):
    """One intent on its way to one person."""

    __tablename__ = "outbox"
    __table_args__ = (
        partial_index(
            "ix_outbox_of_person", "person_id", "urgency", "id", where="state = 'waiting'"
        ),
        partial_index("ix_outbox_later", "not_before", "id", where="state = 'later'"),
        partial_index("ix_outbox_claimed", "person_id", "id", where="state = 'claimed'"),
        partial_index("ix_outbox_gathering", "person_id", "id", where="state = 'gathering'"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    kind: Mapped[str] = mapped_column(String(24))
    body: Mapped[str] = mapped_column(Text)
    urgency: Mapped[int]
    state: Mapped[str] = mapped_column(String(10))
    attempts: Mapped[int]
    not_before: Mapped[datetime | None] = mapped_column(Moment)
    created_at: Mapped[datetime] = mapped_column(Moment)
    settled_at: Mapped[datetime | None] = mapped_column(Moment)
    error: Mapped[str] = mapped_column(Text)


class MailboxRow(Base):
    """Whether something waits for a person, how urgently, and whether it is being sent."""

    __tablename__ = "mailboxes"
    __table_args__ = (
        partial_index(
            "ix_mailboxes_free",
            *("taken", "urgency", "since", "person_id"),
            where="urgency IS NOT NULL",
        ),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    urgency: Mapped[int | None]  # of the most urgent message; nothing when none is known
    since: Mapped[datetime] = mapped_column(Moment)
    taken: Mapped[bool]


class CardRow(Base):
    """A card on a phone: which message it is, and which of its faces is turned up."""

    __tablename__ = "cards"
    __table_args__ = (
        UniqueConstraint("screen", "person_id"),
        Index("ix_cards_laid", "person_id", "laid_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    screen: Mapped[str] = mapped_column(String(40))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    mode: Mapped[str] = mapped_column(String(20))
    outcome: Mapped[str] = mapped_column(String(40))
    note: Mapped[str] = mapped_column(Text)
    # When the message was sent; Telegram lets a bot delete it for two days.
    laid_at: Mapped[datetime | None] = mapped_column(Moment)


class CopyRow(Base):
    """A file or paper of a case in somebody's chat, while it can still be taken back."""

    __tablename__ = "copies"
    __table_args__ = (
        Index("ix_copies_person", "person_id", "id"),
        Index("ix_copies_sent_at", "sent_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    kind: Mapped[str] = mapped_column(String(40))
    message_id: Mapped[int] = mapped_column(BigInteger)
    sent_at: Mapped[datetime] = mapped_column(Moment)


class WordsRow(Base):
    """What somebody's message answered, and whether it was taken: it may be edited for a while."""

    __tablename__ = "words"
    __table_args__ = (UniqueConstraint("person_id", "message_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    message_id: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(12))
    ref: Mapped[int]
    extra: Mapped[str] = mapped_column(String(40))
    taken: Mapped[bool]
    at: Mapped[datetime] = mapped_column(Moment)


class SpecialDayRow(Base):
    """A day, or the days of Ramadan, that an administrator wrote into the calendar."""

    __tablename__ = "special_days"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    first_on: Mapped[date] = mapped_column(Date)
    last_on: Mapped[date] = mapped_column(Date)
    name: Mapped[str] = mapped_column(String(80))
    hours: Mapped[str] = mapped_column(String(80), server_default="")
    added_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    added_at: Mapped[datetime] = mapped_column(Moment)


class RamadanQuestionRow(Base):
    """A Ramadan, by its likely first day, for whose days the administrators were asked."""

    __tablename__ = "ramadan_questions"

    first_on: Mapped[date] = mapped_column(Date, primary_key=True)
    asked_at: Mapped[datetime] = mapped_column(Moment)


class ProcedureRow(Base):
    """One version of one SOP file, as it was read."""

    __tablename__ = "procedures"
    __table_args__ = (UniqueConstraint("procedure_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    procedure_id: Mapped[str] = mapped_column(String(40))
    version: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    text: Mapped[str] = mapped_column(Text)
    offered: Mapped[bool]
    read_at: Mapped[datetime] = mapped_column(Moment)
