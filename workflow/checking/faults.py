"""A fault of a file: the place it stands at, and its mend."""

from collections.abc import Iterator
from datetime import date

Path = tuple[str | int, ...]
Problem = tuple[Path, str]


def no_such(what: str, name: str, known: object) -> str:
    names = ", ".join(sorted(str(one) for one in known)) if isinstance(known, dict) else ""
    return f"there is no {what} '{name}'; write one of: {names or 'none are defined'}"


def strange_day(where: Path, day: str) -> Iterator[Problem]:
    try:
        date.fromisoformat(day)
    except ValueError:
        yield where, f"there is no day {day}; write one such as '2026-11-23'"
