"""Which backups are kept: the newest of seven days, of four weeks and of twelve months."""

from collections.abc import Callable, Hashable, Iterable
from datetime import UTC, datetime
from pathlib import Path

DAILY, WEEKLY, MONTHLY = 7, 4, 12
_FORM = "disposisi-%Y%m%dT%H%M%SZ"


def prune(folder: Path) -> list[Path]:
    """Delete the backups that the rule no longer keeps; other files are left alone.

    The vault's files stay: an older backup may name what the office has forgotten.
    """
    made = {path: at for path in folder.glob("disposisi-*.age") if (at := _made_at(path))}
    kept = kept_of(made.values())
    gone = sorted(path for path, at in made.items() if at not in kept)
    for path in gone:
        path.unlink()
    return gone


def is_first_of_month(folder: Path, at: datetime) -> bool:
    """Whether no backup of this month lies there yet."""
    moments = (_made_at(path) for path in folder.glob("disposisi-*.age"))
    return (at.year, at.month) not in {(one.year, one.month) for one in moments if one}


def kept_of(moments: Iterable[datetime]) -> set[datetime]:
    """Those that the rule keeps; the newest one always."""
    newest_first = sorted(moments, reverse=True)
    return {
        *_newest_of_each(newest_first, lambda at: at.date(), DAILY),
        *_newest_of_each(newest_first, lambda at: at.isocalendar()[:2], WEEKLY),
        *_newest_of_each(newest_first, lambda at: (at.year, at.month), MONTHLY),
    }


def _newest_of_each(
    newest_first: list[datetime], span: Callable[[datetime], Hashable], count: int
) -> list[datetime]:
    found: dict[Hashable, datetime] = {}
    for moment in newest_first:
        found.setdefault(span(moment), moment)
    return list(found.values())[:count]


def _made_at(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.stem, _FORM).replace(tzinfo=UTC)
    except ValueError:
        return None
