"""An acting appointment while it is being drawn up."""

from dataclasses import dataclass
from datetime import date

from workflow.ids import JabatanId, PersonId
from workflow.mandate import DayChoice, Hint, Mandate


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateLine:
    """An officer who may be named to act."""

    person_id: PersonId
    name: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateView:
    """An acting appointment while it is being drawn up."""

    jabatan: JabatanId
    title: str
    holders: tuple[str, ...]
    mandate: Mandate
    candidates: tuple[CandidateLine, ...]
    page: int
    pages: int
    days: tuple[DayChoice, ...]
    today: date
    working_days: int
    hints: tuple[Hint, ...]
