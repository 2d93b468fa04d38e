"""Tables of the satisfaction survey: open answers, and what many answered."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import JSON

from storage.models.base import Base, Moment


class SurveyRow(Base):
    """What one person answers about one request, for the day in which it may be changed."""

    __tablename__ = "surveys"

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    procedure_id: Mapped[str] = mapped_column(String(60))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    asked_at: Mapped[datetime] = mapped_column(Moment)
    answers: Mapped[dict[str, Any]] = mapped_column(JSON)
    at: Mapped[int]


class SurveyCountRow(Base):
    """How often a value was given to an element in one month; of nobody in particular."""

    __tablename__ = "survey_counts"

    month: Mapped[str] = mapped_column(String(7), primary_key=True)
    procedure_id: Mapped[str] = mapped_column(String(60), primary_key=True)
    element: Mapped[str] = mapped_column(String(4), primary_key=True)
    value: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    counted: Mapped[int]
