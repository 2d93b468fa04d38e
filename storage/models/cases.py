"""Tables of cases: tasks, marks, attachments, papers and running numbers."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Date,
    ForeignKey,
    Index,
    SmallInteger,
    String,
    Text,
    UniqueConstraint,
    false,
)
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import JSON

from storage.models.base import Base, Moment
from storage.models.base import partial_index as _partial

_LYING = ("procedure_id", "lane", "holder_id", "due_at", "id")


class CaseRow(Base):
    """One request on its way through one version of one SOP."""

    __tablename__ = "cases"
    __table_args__ = (
        Index("ix_cases_link_code", "link_code", unique=True),
        Index("ix_cases_running", "state", "procedure_id", "procedure_version"),
        Index("ix_cases_found_by", "found_by"),
        _partial("ix_cases_corrects", "corrects", where="corrects IS NOT NULL"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(40), unique=True)
    code: Mapped[str] = mapped_column(String(20), unique=True)
    procedure_id: Mapped[str] = mapped_column(String(40))
    procedure_version: Mapped[int]
    service: Mapped[str | None] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(Text)
    applicant_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    state: Mapped[str] = mapped_column(String(10))
    step: Mapped[str | None] = mapped_column(String(4))
    answers: Mapped[dict[str, Any]] = mapped_column(JSON)
    opened_at: Mapped[datetime] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
    version: Mapped[int]
    link_code: Mapped[str | None] = mapped_column(String(20))
    found_by: Mapped[int] = mapped_column(SmallInteger, server_default="0")  # rules of its terms
    corrects: Mapped[int | None]  # the case whose delivered answer this one corrects


class TermRow(Base):
    """That a case is found by something: a keyed hash, out of which nobody reads by what."""

    __tablename__ = "search_terms"
    __table_args__ = (Index("ix_search_terms_case", "case_id"), {"sqlite_with_rowid": False})

    hash: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    case_id: Mapped[int] = mapped_column(
        ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True
    )


class TaskRow(Base):
    """One opening of one step; an open one has one moment at which it next speaks."""

    __tablename__ = "tasks"
    __table_args__ = (
        Index("ix_tasks_case", "case_id", "id"),
        Index("ix_tasks_next_alarm_at", "next_alarm_at"),
        # Only open tasks are looked for by lane, holder or case; those that are done are many.
        _partial("ix_tasks_lying", *_LYING, where="done_at IS NULL"),
        _partial("ix_tasks_at_desk", *_LYING, where="done_at IS NULL", flag="at_desk"),
        _partial("ix_tasks_due", "procedure_id", "lane", "due_at", "id", where="done_at IS NULL"),
        _partial("ix_tasks_open_case", "case_id", where="done_at IS NULL"),
        # What one person has done, the newest case first.
        _partial("ix_tasks_done_by", "done_by", "case_id", where="done_by IS NOT NULL"),
        _partial("ix_tasks_done_at", "done_by", "done_at", where="done_by IS NOT NULL"),  # today's
        _partial("ix_tasks_held", "holder_id", where="done_at IS NULL AND holder_id IS NOT NULL"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    step: Mapped[str] = mapped_column(String(4))
    lane: Mapped[str] = mapped_column(String(60))
    opened_at: Mapped[datetime] = mapped_column(Moment)
    due_at: Mapped[datetime | None] = mapped_column(Moment)
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    received_at: Mapped[datetime | None] = mapped_column(Moment)
    signing_since: Mapped[datetime | None] = mapped_column(Moment)
    done_at: Mapped[datetime | None] = mapped_column(Moment)
    done_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    done_as: Mapped[str] = mapped_column(String(120))
    outcome: Mapped[str | None] = mapped_column(String(40))
    note: Mapped[str] = mapped_column(Text)
    marks: Mapped[list[Any]] = mapped_column(JSON)
    because: Mapped[str] = mapped_column(Text)
    because_marks: Mapped[list[Any]] = mapped_column(JSON)
    next_alarm_at: Mapped[datetime | None] = mapped_column(Moment)
    next_alarm: Mapped[str | None] = mapped_column(String(40))
    version: Mapped[int]
    reminded_at: Mapped[datetime | None] = mapped_column(Moment)
    signing_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    signing_as: Mapped[int | None]
    signing_of: Mapped[str] = mapped_column(String(64), server_default="")
    undone_at: Mapped[datetime | None] = mapped_column(Moment)
    undone_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    # That of its case, so that a desk is read from one index.
    procedure_id: Mapped[str] = mapped_column(String(40), server_default="")
    # Whether the applicant has no Telegram, so that the desk does what is theirs to do.
    at_desk: Mapped[bool] = mapped_column(server_default=false())
    # Since when its limit runs, where that is before it was opened.
    limit_from: Mapped[datetime | None] = mapped_column(Moment)
    # What it waits for; that row names this one.
    pause_id: Mapped[int | None]
    # Which kind of task it is; one beside the main task names the one it stands under.
    kind: Mapped[str] = mapped_column(String(12), server_default="main")
    below: Mapped[int | None]
    asked_by: Mapped[int | None]
    asked_as: Mapped[str] = mapped_column(String(120), server_default="")


class MarkRow(Base):
    """An item marked while a verifier is still looking."""

    __tablename__ = "marks"

    task_id: Mapped[int] = mapped_column(ForeignKey("tasks.id"), primary_key=True)
    item: Mapped[str] = mapped_column(String(24), primary_key=True)
    defect: Mapped[str] = mapped_column(String(10))


class AttachmentRow(Base):
    """A file of a case; its bytes lie in the vault."""

    __tablename__ = "attachments"
    __table_args__ = (
        Index("ix_attachments_case", "case_id", "item"),
        Index("ix_attachments_digest", "digest"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    item: Mapped[str] = mapped_column(String(24))
    digest: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(255))
    media_type: Mapped[str] = mapped_column(String(10))
    size: Mapped[int]
    uploaded_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    uploaded_at: Mapped[datetime] = mapped_column(Moment)
    replaced_at: Mapped[datetime | None] = mapped_column(Moment)
    signatures: Mapped[str] = mapped_column(Text, server_default="")


class PaperRow(Base):
    """A letter of the office in one state of its making; its bytes lie in the vault."""

    __tablename__ = "papers"
    __table_args__ = (
        Index("ix_papers_case", "case_id", "kind"),
        Index("ix_papers_digest", "digest"),
        Index("ix_papers_code", "code"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    kind: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(10))
    digest: Mapped[str] = mapped_column(String(64))
    number: Mapped[str] = mapped_column(String(80))
    made_at: Mapped[datetime] = mapped_column(Moment)
    released_at: Mapped[datetime | None] = mapped_column(Moment)
    code: Mapped[str] = mapped_column(String(24), server_default="")


class LetterNumberRow(Base):
    """A nomor surat: reserved, then booked; one that stays unused says why."""

    __tablename__ = "letter_numbers"
    __table_args__ = (UniqueConstraint("series", "year", "running"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    series: Mapped[str] = mapped_column(String(20))
    year: Mapped[int]
    running: Mapped[int]
    text: Mapped[str] = mapped_column(String(80))
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    reserved_at: Mapped[datetime] = mapped_column(Moment)
    booked_at: Mapped[datetime | None] = mapped_column(Moment)
    explained: Mapped[str] = mapped_column(Text)
    paper: Mapped[str] = mapped_column(String(40), server_default="")


class CounterRow(Base):
    """The last running number given in a series and year."""

    __tablename__ = "counters"

    series: Mapped[str] = mapped_column(String(40), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


class MemberRow(Base):
    """One member of the team that a case appointed for a lane; the first in place leads it."""

    __tablename__ = "members"
    __table_args__ = (Index("ix_members_person", "person_id", "case_id", "lane"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    lane: Mapped[str] = mapped_column(String(60), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    place: Mapped[int] = mapped_column(server_default="0")


class GrantRow(Base):
    """A named person's right to see a case's files, from a moment until one."""

    __tablename__ = "grants"
    __table_args__ = (Index("ix_grants_case", "case_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    opened_at: Mapped[datetime] = mapped_column(Moment)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)


class LinkRow(Base):
    """What became of the link on a resi of the counter: by whom, when."""

    __tablename__ = "links"
    __table_args__ = (Index("ix_links_case", "case_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    what: Mapped[str] = mapped_column(String(12))
    at: Mapped[datetime] = mapped_column(Moment)


class DisclosureRow(Base):
    """Who was shown the whole numbers of persons in a case, at which step and when."""

    __tablename__ = "disclosures"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("tasks.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(Moment)


class BegunRow(Base):
    """A day on which the calendar began a case of an SOP; it begins no second one."""

    __tablename__ = "begun"

    procedure_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))


class DraftRow(Base):
    """A half-filled form, kept after every answer."""

    __tablename__ = "drafts"
    __table_args__ = (Index("ix_drafts_person", "person_id", "closed_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    procedure_id: Mapped[str] = mapped_column(String(40))
    procedure_version: Mapped[int]
    service: Mapped[str | None] = mapped_column(String(40))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"))
    task_id: Mapped[int | None] = mapped_column(ForeignKey("tasks.id"))
    asks: Mapped[list[Any]] = mapped_column(JSON)
    answers: Mapped[dict[str, Any]] = mapped_column(JSON)
    files: Mapped[dict[str, Any]] = mapped_column(JSON)
    at: Mapped[int]
    reviewing: Mapped[bool]
    at_desk: Mapped[bool | None]
    started_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    ending: Mapped[str | None] = mapped_column(String(20))


class HandedInRow(Base):
    """How many bytes of files one person has handed in on one day."""

    __tablename__ = "handed_in"

    day: Mapped[date] = mapped_column(Date, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    bytes: Mapped[int] = mapped_column(BigInteger)
