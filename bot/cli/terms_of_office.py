"""Reads a term in a jabatan, as "plh" from 30-11-2026 until 18-12-2026; says what is wrong."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NoReturn

from bot.cli.reporting import fail
from bot.clock import SystemClock
from bot.opening import context_for
from workflow import mandate as drawing_up
from workflow.errors import DateOutOfRange, NotADate
from workflow.ids import JabatanId
from workflow.mandate import Mandate
from workflow.office import Office
from workflow.people import Acting
from workflow.terms import begins, ends

CAPACITIES = {"plh": Acting.PLH, "plt": Acting.PLT}


@dataclass(frozen=True, slots=True)
class Term:
    """In which capacity, from when until when, by which decree."""

    acting: Acting
    begins_at: datetime
    ends_at: datetime
    sk: str


def term_of(office: Office, jabatan: str, acting: str, first: str, last: str, sk: str) -> Term:
    """Read capacity and days; say what is wrong with them."""
    capacity = CAPACITIES.get(acting.lower().rstrip("."))
    if capacity is None:
        fail(f"--acting is plh or plt, not '{acting}'.")
    if not last:
        fail("--until is missing: nobody acts without an end.")
    now = SystemClock().now()
    tz = context_for(office, now=now).calendar.tz
    today = now.astimezone(tz).date()
    mandate = Mandate(jabatan=JabatanId(jabatan))
    try:
        first_on = drawing_up.day_of(first, example=today) if first else today
        mandate = drawing_up.on_first(mandate, first_on, today=today)
        last_on = drawing_up.day_of(last, example=today)
        drawing_up.on_last(mandate, last_on, today=today)
    except NotADate as error:
        fail(f"A day is written like {error.example}.")
    except DateOutOfRange as error:
        _out_of_range(error.earliest, error.latest)
    return Term(
        acting=capacity,
        begins_at=begins(first_on, tz, now=now),
        ends_at=ends(last_on, tz),
        sk=sk[: drawing_up.LONGEST_SK],
    )


def _out_of_range(earliest: date, latest: date) -> NoReturn:
    fail(f"The day lies between {earliest:%d-%m-%Y} and {latest:%d-%m-%Y}; look at the year.")
