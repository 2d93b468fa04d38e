"""Putting a file on hold (Tunda): for what, and until when; what a button of it says."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from workflow.errors import DateOutOfRange
from workflow.ids import ReasonId
from workflow.mandate import day_of
from workflow.office import HoldReason, Office
from workflow.pauses import Whose
from workflow.working_time import OfficeCalendar

LONGEST = timedelta(days=366)
# Working days ahead that a card offers; any other day is written.
OFFERED = (1, 2, 3, 5)

_OWN = "-"
_UNTIL = "@"


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldChoice:
    """What somebody has chosen so far: a reason of the office's list or own words, and a day."""

    reason: ReasonId | None  # nothing for own words
    until: date | None = None
    # Whether the day was asked, and answered: without one it lasts until somebody lifts it.
    dated: bool = False

    def __str__(self) -> str:
        reason = _OWN if self.reason is None else self.reason
        return f"{reason}{_UNTIL}{self.until or ''}" if self.dated else reason


@dataclass(frozen=True, slots=True)
class HoldChoices:
    """What may be chosen in an office; whether a day is too far off is told in words."""

    office: Office

    def __contains__(self, chosen: object) -> bool:
        choice = read_choice(chosen) if isinstance(chosen, str) else None
        return choice is not None and (choice.reason is None or choice.reason in self.office.holds)


def read_choice(chosen: str) -> HoldChoice | None:
    """A choice as a button holds it; nothing when it is forged out of shape."""
    reason, dated, day = chosen.partition(_UNTIL)
    try:
        until = date.fromisoformat(day) if day else None
    except ValueError:
        return None
    named = None if reason == _OWN else ReasonId(reason)
    return HoldChoice(reason=named, until=until, dated=bool(dated)) if reason else None


def with_day(choice: HoldChoice, text: str, *, today: date) -> HoldChoice:
    """The choice with a day that somebody wrote; raises the refusal that fits."""
    day = day_of(text, example=today + timedelta(days=7))
    return HoldChoice(reason=choice.reason, until=day, dated=True)


def ensure_day(choice: HoldChoice, *, today: date) -> None:
    """Raise DateOutOfRange for a day that is past, or more than a year off."""
    if choice.until is not None and not today <= choice.until <= today + LONGEST:
        raise DateOutOfRange(earliest=today, latest=today + LONGEST)


def days_offered(calendar: OfficeCalendar, *, now: datetime) -> tuple[date, ...]:
    """Working days after the one at hand."""
    days = (calendar.working_day_after(now, ahead).opens_at for ahead in OFFERED)
    return tuple(day.astimezone(calendar.tz).date() for day in days)


def whose_time(reason: HoldReason | None) -> Whose:
    """Own words name no system outside: the office's own time, until a superior agrees too."""
    return Whose.OFFICE if reason is None else Whose(reason.whose)
