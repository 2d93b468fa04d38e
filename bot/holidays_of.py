"""Indonesia's public holidays and joint leave, from the holidays library."""

from collections.abc import Collection

from workflow.working_time import Closure, ClosureKind

# How the library marks, in Indonesian, a day that no decree has confirmed.
ESTIMATED = " (perkiraan)"


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
