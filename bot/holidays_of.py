"""Indonesia's public holidays and joint leave, and the calendar of an office that keeps them."""

from collections.abc import Collection
from datetime import datetime

from workflow.errors import OfficeError
from workflow.office import Office, calendar_of
from workflow.opening_hours import CalendarError, Closure, ClosureKind
from workflow.working_time import OfficeCalendar

# How the library marks, in Indonesian, a day that no decree has confirmed.
ESTIMATED = " (perkiraan)"
# The holidays library knows these years ahead; limits never reach farther.
YEARS_AHEAD = 3


def calendar_for(office: Office, *, now: datetime) -> OfficeCalendar:
    """The office's hours without the holidays of the years around *now*; raises OfficeError."""
    years = range(now.year - 1, now.year + YEARS_AHEAD)
    closures = closures_of_indonesia(years) if office.national_holidays else ()
    try:
        calendar = calendar_of(office, closures)
        calendar.next_opening(now)
        return calendar
    except (CalendarError, ValueError) as error:
        raise OfficeError(f"the office's calendar: {error}") from None


def closures_of_indonesia(years: Collection[int]) -> tuple[Closure, ...]:
    """Return the days off of *years*, by date, under their Indonesian names.

    Feasts of the lunar calendars are estimated until the joint decree of three ministers
    names them; joint leave is known only after it. A year without any joint leave is
    therefore one whose decree the library does not know yet.
    """
    # Imported here: a quarter of a second that most commands need not pay.
    import holidays

    categories = {"public": ClosureKind.PUBLIC_HOLIDAY, "government": ClosureKind.JOINT_LEAVE}
    closures = []
    for category, kind in categories.items():
        days = holidays.country_holidays(
            "ID", years=years, categories=category, language="id", expand=False
        )
        for day in days:
            for name in days.get_list(day):
                reason = name.removesuffix(ESTIMATED)
                closures.append(Closure(on=day, reason=reason, kind=kind, estimated=reason != name))
    return tuple(sorted(closures, key=lambda closure: closure.on))
