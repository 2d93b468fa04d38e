"""The table of what was done with files while they lay."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Moment


class CustodyNoteRow(Base):
    """What was done with a file while it lay at one step, for its kartu kendali."""

    __tablename__ = "custody_notes"
    __table_args__ = (
        Index("ix_custody_notes_case", "case_id", "id"),
        Index("ix_custody_notes_task", "task_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    task_id: Mapped[int] = mapped_column(ForeignKey("tasks.id"))
    event: Mapped[str] = mapped_column(String(20))
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    title: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(Moment)
    to_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    words: Mapped[str] = mapped_column(Text, server_default="")
