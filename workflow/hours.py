"""Office hours of one day as people write them: "08.00-12.00", two spans with a comma between."""

import re
from datetime import time

from workflow.opening_hours import CalendarError, Span, Spans, ensure_day

_SPAN = re.compile(r"(\d{1,2})[.:](\d{2})\s*(?:-|–|—|s\.?/?d\.?|sampai|to)\s*(\d{1,2})[.:](\d{2})")
_BETWEEN = re.compile(r"\s*(?:,|;|dan|and)\s*")
MOST_SPANS = 4


def read_hours(written: str) -> Spans:
    """The spans of a day, in order; raises CalendarError for what cannot be hours."""
    parts = [part for part in _BETWEEN.split(written.strip()) if part]
    found = [_SPAN.fullmatch(part) for part in parts]
    if not 0 < len(found) <= MOST_SPANS:
        raise CalendarError(f"'{written}' names no hours")
    spans = tuple(sorted(_span(one, written) for one in found))
    ensure_day(spans, written)
    return spans


def hours_in_words(spans: Spans) -> str:
    """ "08.00-12.00, 13.00-15.00": what read_hours reads again."""
    return ", ".join(f"{opens:%H.%M}-{closes:%H.%M}" for opens, closes in spans)


def _span(found: re.Match[str] | None, written: str) -> Span:
    if found is None:
        raise CalendarError(f"'{written}' names no hours")
    opens_at, opens_past, closes_at, closes_past = (int(one) for one in found.groups())
    try:
        return Span(time(opens_at, opens_past), time(closes_at, closes_past))
    except ValueError as error:
        raise CalendarError(f"'{written}': {error}") from None
