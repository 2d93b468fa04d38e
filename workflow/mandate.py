"""An acting appointment while it is being drawn up: what is known of it, what is asked next."""

import calendar as gregorian
import json
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from workflow.answers import parse_day
from workflow.errors import AnswerEmpty, AnswerTooLong, DateOutOfRange, NotADate
from workflow.ids import JabatanId, PersonId
from workflow.people import Acting
from workflow.plain_text import clean, says_something
from workflow.working_time import OfficeCalendar

LONGEST_SK = 60
# Nobody acts for longer without a new decree, nor is named so long beforehand.
LONGEST_MANDATE = timedelta(days=366)
# A Plh. is named for an absence of at least so many working days (BKN), a Plt. for three months.
USUAL_PLH_DAYS = 7
USUAL_PLT_MONTHS = 3
EXAMPLE_SK = "800/123/2026"
# What a button says for somebody new, and for a decree without a number.
BY_LINK = "link"
NO_SK = "none"


class Wanted(StrEnum):
    """What is asked next."""

    ACTING = "acting"
    PERSON = "person"
    NAME = "name"
    FIRST = "first"
    LAST = "last"
    SK = "sk"
    SURE = "sure"


class Hint(StrEnum):
    """What is unusual about a mandate; nothing of it forbids one."""

    SHORT_PLH = "short_plh"
    LONG_PLT = "long_plt"
    PLH_OF_VACANT = "plh_of_vacant"
    PLT_OF_HELD = "plt_of_held"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChoice:
    """A day that a button offers, and by which reckoning it was found."""

    on: date
    working_days: int = 0
    months: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """Who is to act in which jabatan, as far as the administrator has said it."""

    jabatan: JabatanId
    acting: Acting | None = None
    person_id: PersonId | None = None
    # Somebody who is not in office yet comes by a link.
    by_link: bool = False
    name: str = ""
    nip: str = ""
    rank: str = ""
    first_on: date | None = None
    last_on: date | None = None
    sk: str | None = None

    @property
    def wanted(self) -> Wanted:
        if self.acting is None:
            return Wanted.ACTING
        if self.person_id is None and not self.by_link:
            return Wanted.PERSON
        if not self.name:
            return Wanted.NAME
        if self.first_on is None:
            return Wanted.FIRST
        if self.last_on is None:
            return Wanted.LAST
        return Wanted.SK if self.sk is None else Wanted.SURE

    def kept(self) -> str:
        """As text, for the book that remembers what a person is asked."""
        return json.dumps(asdict(self), default=str, ensure_ascii=False)


def read(kept: str) -> Mandate:
    """The inverse of Mandate.kept."""
    known: dict[str, Any] = json.loads(kept)
    for name in ("first_on", "last_on"):
        known[name] = None if known[name] is None else date.fromisoformat(known[name])
    known["acting"] = None if known["acting"] is None else Acting(known["acting"])
    return Mandate(**known)


def on_first(mandate: Mandate, day: date, *, today: date) -> Mandate:
    """Let a mandate begin on a day: today or later, for rights are not given backwards."""
    return replace(mandate, first_on=_within(day, today, today + LONGEST_MANDATE))


def on_last(mandate: Mandate, day: date, *, today: date) -> Mandate:
    """Let a mandate end with a day, which still belongs to it."""
    first_on = mandate.first_on or today
    return replace(mandate, last_on=_within(day, first_on, first_on + LONGEST_MANDATE))


def _within(day: date, earliest: date, latest: date) -> date:
    if not earliest <= day <= latest:
        raise DateOutOfRange(earliest=earliest, latest=latest)
    return day


def day_of(text: str, *, example: date) -> date:
    """A day as somebody wrote it; refuses with NotADate."""
    found = parse_day(clean(text, lines=False))
    if found is None:
        raise NotADate(example=f"{example:%d-%m-%Y}")
    return found


def with_sk(mandate: Mandate, text: str) -> Mandate:
    """Note the number of the decree."""
    said = clean(text, lines=False)
    if not says_something(said):
        raise AnswerEmpty(example=EXAMPLE_SK)
    if len(said) > LONGEST_SK:
        raise AnswerTooLong(longest=LONGEST_SK, length=len(said))
    return replace(mandate, sk=said)


def days_offered(
    mandate: Mandate, calendar: OfficeCalendar, *, today: date
) -> tuple[DayChoice, ...]:
    """The days that buttons offer for what is asked now; any other may be written."""
    if mandate.wanted is Wanted.FIRST:
        return (DayChoice(on=today), *_next_working_days(today, calendar))
    if mandate.wanted is not Wanted.LAST or mandate.first_on is None:
        return ()
    first_on = mandate.first_on
    by_months = tuple(
        DayChoice(on=_months_on(first_on, months), months=months)
        for months in ((1,) if mandate.acting is Acting.PLH else (1, 2, USUAL_PLT_MONTHS))
    )
    if mandate.acting is not Acting.PLH:
        return by_months
    by_days = tuple(
        DayChoice(on=_last_of(first_on, days, calendar), working_days=days)
        for days in (USUAL_PLH_DAYS, 2 * USUAL_PLH_DAYS)
    )
    return (*by_days, *by_months)


def _next_working_days(today: date, calendar: OfficeCalendar) -> tuple[DayChoice, ...]:
    """The next day on which the office works, and the Monday after."""
    day = today + timedelta(days=1)
    found = _last_of(day, 1, calendar)
    monday = today + timedelta(days=7 - today.weekday())
    return tuple(DayChoice(on=one) for one in dict.fromkeys((found, monday)))


def _last_of(first_on: date, days: int, calendar: OfficeCalendar) -> date:
    """The day with which so many working days, counted from *first_on*, are over."""
    day = first_on
    while (days := days - bool(calendar.spans_on(day))) > 0:
        day += timedelta(days=1)
        if day - first_on > LONGEST_MANDATE:
            break
    return day


def _months_on(first_on: date, months: int) -> date:
    """The last day of so many months: from 23 November to 22 December is one."""
    year, month = divmod(first_on.year * 12 + first_on.month - 1 + months, 12)
    longest = gregorian.monthrange(year, month + 1)[1]
    if first_on.day > longest:
        return date(year, month + 1, longest)
    return date(year, month + 1, first_on.day) - timedelta(days=1)


def working_days(first_on: date, last_on: date, calendar: OfficeCalendar) -> int:
    """How many working days lie between two days, both included."""
    span = range((last_on - first_on).days + 1)
    return sum(bool(calendar.spans_on(first_on + timedelta(days=n))) for n in span)


def hints(mandate: Mandate, calendar: OfficeCalendar, *, held: bool) -> tuple[Hint, ...]:
    """What an administrator should know before naming somebody."""
    if mandate.first_on is None or mandate.last_on is None:
        return ()
    found: list[Hint] = []
    if mandate.acting is Acting.PLH:
        if working_days(mandate.first_on, mandate.last_on, calendar) < USUAL_PLH_DAYS:
            found.append(Hint.SHORT_PLH)
        if not held:
            found.append(Hint.PLH_OF_VACANT)
    else:
        if mandate.last_on > _months_on(mandate.first_on, USUAL_PLT_MONTHS):
            found.append(Hint.LONG_PLT)
        if held:
            found.append(Hint.PLT_OF_HELD)
    return tuple(found)
