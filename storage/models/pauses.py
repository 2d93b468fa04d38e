"""What files wait for while they lie on a desk."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Moment, partial_index


class PauseRow(Base):
    """A stretch in which a task waits for something, and whether its limit waits as well."""

    __tablename__ = "pauses"
    __table_args__ = (
        Index("ix_pauses_case", "case_id", "id"),
        Index("ix_pauses_task", "task_id", "id"),
        Index("ix_pauses_begun", "begun_at", "jabatan"),
        partial_index("ix_pauses_open", "task_id", where="ended_at IS NULL", unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    task_id: Mapped[int] = mapped_column(ForeignKey("tasks.id"))
    jabatan: Mapped[str] = mapped_column(String(60))
    reason: Mapped[str | None] = mapped_column(String(24))
    words: Mapped[str] = mapped_column(Text)
    whose: Mapped[str] = mapped_column(String(10))
    begun_at: Mapped[datetime] = mapped_column(Moment)
    begun_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    begun_as: Mapped[str] = mapped_column(String(120))
    until: Mapped[date | None] = mapped_column(Date)
    stopped_at: Mapped[datetime | None] = mapped_column(Moment)
    agreed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    agreed_as: Mapped[str] = mapped_column(String(120))
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    ended_as: Mapped[str] = mapped_column(String(120))
    ending: Mapped[str | None] = mapped_column(String(12))
