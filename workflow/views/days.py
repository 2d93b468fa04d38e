"""The closed days to come, and Ramadan."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    """A closed day, or a season; `own` is its number when it was written in the chat."""

    first_on: date
    last_on: date
    name: str
    estimated: bool
    own: int | None
    hours: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysView:
    """The office's calendar, as far as it differs from its week."""

    lines: tuple[DayLine, ...]
    first: int
    page: int
    pages: int
    seasons: tuple[DayLine, ...]
    # Days with hours of their own.
    openings: tuple[DayLine, ...] = ()
