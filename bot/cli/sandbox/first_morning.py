"""The moment at which a new sandbox begins: nine o'clock on a day on which its office works."""

from datetime import datetime, time, timedelta
from pathlib import Path

from bot.holidays_of import calendar_for
from storage import office_files
from workflow.errors import OfficeError
from workflow.office import Office
from workflow.parsing import parse_office

OPENS = time(9, 0)
_FARTHEST = 30  # days; no holidays last longer


def first_morning(now: datetime, office_file: Path | None) -> datetime:
    """The next nine o'clock within the hours of this office, holidays and closures left out.

    An office file that cannot be read is told of elsewhere; until it is mended, the sample's
    hours do.
    """
    try:
        calendar = calendar_for(_office(office_file), now=now)
    except (OfficeError, OSError):
        calendar = calendar_for(_office(None), now=now)
    today = now.astimezone(calendar.tz).date()
    mornings = (
        datetime.combine(today + timedelta(days=days), OPENS, calendar.tz)
        for days in range(_FARTHEST)
    )
    found = (morning for morning in mornings if morning > now and calendar.is_open(morning))
    return next(found, None) or calendar.next_opening(now)


def _office(file: Path | None) -> Office:
    if file is None:
        return parse_office(office_files.sample_text(), source=office_files.SAMPLE)
    return parse_office(office_files.text_of(file), source=file.name)
