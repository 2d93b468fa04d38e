"""Does an office hold together: every jabatan named is there, its hours follow each other."""

from collections.abc import Iterator

from workflow.checking.faults import Path, Problem, no_such, strange_day
from workflow.office import SOONEST_LAPSE, Office, calendar_of


def office_problems(office: Office) -> Iterator[Problem]:
    """Every fault of an office file with the place it stands at and its mend."""
    yield from _unknown_jabatan(office)
    yield from _busy_auditor(office)
    if 0 < office.lapses_after < SOONEST_LAPSE:
        yield ("lapses_after",), f"0 for never, or at least {SOONEST_LAPSE} working days"
    strange = list(_strange_days(office))
    yield from strange
    if strange:
        return
    try:
        calendar_of(office, ())
    except ValueError as error:
        yield ("zone" if str(error).startswith("zone") else "hours",), str(error)


def _unknown_jabatan(office: Office) -> Iterator[Problem]:
    for name, post in office.jabatan.items():
        for key, other in (("superior", post.superior), ("alert", post.alert)):
            if other is not None and other not in office.jabatan:
                yield ("jabatan", name, key), no_such("jabatan", other, office.jabatan)
    for procedure, lanes in office.lanes.items():
        for lane, jabatan in lanes.items():
            if jabatan not in office.jabatan:
                yield ("lanes", procedure, lane), no_such("jabatan", jabatan, office.jabatan)


def _busy_auditor(office: Office) -> Iterator[Problem]:
    """Whoever looks at everything does nothing: sits in no lane, and is above nobody."""
    auditor = office.auditor
    if auditor is None:
        return
    if auditor not in office.jabatan:
        yield ("auditor",), no_such("jabatan", auditor, office.jabatan)
    if any(auditor in (post.superior, post.alert) for post in office.jabatan.values()):
        yield ("auditor",), f"{auditor} is above other jabatan; an auditor only looks: name another"
    if any(auditor in lanes.values() for lanes in office.lanes.values()):
        yield ("auditor",), f"{auditor} sits in a lane; an auditor only looks: name another"


def _strange_days(office: Office) -> Iterator[Problem]:
    days: list[tuple[Path, str]] = [
        (("closures", index, "on"), one.on) for index, one in enumerate(office.closures)
    ]
    for index, season in enumerate(office.seasons):
        days.append((("seasons", index, "first"), season.first))
        days.append((("seasons", index, "last"), season.last))
    for where, day in days:
        yield from strange_day(where, day)
