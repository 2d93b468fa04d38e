"""Numbers that were given: none is missing, and none is to be given a second time."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection, select, tuple_

from storage.models.cases import CounterRow, LetterNumberRow
from workflow.flaws import Flaw, FlawKind
from workflow.numbering import DECREES, letter_series

Series = tuple[str, int]  # of a counter: its name and year


@dataclass(slots=True)
class Spans:
    """Numbers seen so far, as spans without a gap: a million in a row are one."""

    spans: list[tuple[int, int]] = field(default_factory=list)

    def add(self, number: int) -> None:
        if self.spans and self.spans[-1][1] + 1 == number:
            self.spans[-1] = (self.spans[-1][0], number)
            return
        at = bisect_right(self.spans, (number, number))
        self.spans.insert(at, (number, number))
        self._join(max(0, at - 1), at + 1)

    def _join(self, first: int, last: int) -> None:
        joined: list[tuple[int, int]] = []
        for start, end in self.spans[first : last + 1]:
            if joined and start <= joined[-1][1] + 1:
                joined[-1] = (joined[-1][0], max(joined[-1][1], end))
            else:
                joined.append((start, end))
        self.spans[first : last + 1] = joined

    def missing(self, last: int) -> Iterator[tuple[int, int]]:
        """What lacks from 1 to the last."""
        expected = 1
        for start, end in self.spans:
            if expected < start and expected <= last:
                yield expected, min(start - 1, last)
            expected = end + 1
        if expected <= last:
            yield expected, last


def add_letters(connection: Connection, seen: dict[Series, Spans], *, size: int) -> None:
    """Every nomor surat and number of a decision, page after page."""
    key = LetterNumberRow.series, LetterNumberRow.year, LetterNumberRow.running
    after: tuple[object, ...] | None = ("", 0, 0)
    while after is not None:
        rows = connection.execute(
            select(*key).where(tuple_(*key) > after).order_by(*key).limit(size)
        ).all()
        for row in rows:
            name = DECREES if row.series == DECREES else letter_series(row.series)
            seen[name, row.year].add(row.running)
        after = tuple(rows[-1]) if len(rows) == size else None


def add_registration(number: str, seen: dict[Series, Spans]) -> None:
    """The number of a request, as "PDK-2026-00017"; of another shape it belongs to no series."""
    parts = number.rsplit("-", 2)
    if len(parts) == 3 and parts[1].isdecimal() and parts[2].isdecimal():
        seen[parts[0], int(parts[1])].add(int(parts[2]))


def new_seen() -> dict[Series, Spans]:
    return defaultdict(Spans)


def counters(connection: Connection) -> dict[Series, int]:
    """The last number given in each series."""
    rows = connection.execute(select(CounterRow.series, CounterRow.year, CounterRow.last))
    return {(row.series, row.year): row.last for row in rows}


def flaws_of_numbers(
    seen: dict[Series, Spans],
    *,
    before: dict[Series, int],
    after: dict[Series, int],
    restored: bool,
) -> Iterator[Flaw]:
    """Compare with the counters as they stood *before* and *after* the numbers were read.

    An office that was *restored* lacks what it gave after its backup.
    """
    kind = FlawKind.NUMBER_OF_BEFORE if restored else FlawKind.NUMBER_MISSING
    for series in sorted(after.keys() | seen.keys()):
        name, year = series
        called = name.replace(":", " ")
        facts: dict[str, str | int] = {"series": name, "called": called, "year": str(year)}
        spans = seen.get(series, Spans())
        given = spans.spans[-1][1] if spans.spans else 0
        counted = after.get(series, 0)
        if given > counted:
            behind = {"counter": str(counted), "given": str(given)}
            yield Flaw(FlawKind.COUNTER_BEHIND, {**facts, **behind})
        for first, last in spans.missing(before.get(series, 0)):
            which = str(first) if first == last else f"{first}–{last}"
            yield Flaw(kind, {**facts, "which": which})


def was_restored(connection: Connection) -> bool:
    """Whether the books come from a backup: only then do the ids of cases leap."""
    if connection.dialect.name != "sqlite":
        return False
    remembers = "SELECT 1 FROM sqlite_master WHERE name = 'cases' AND sql LIKE '%AUTOINCREMENT%'"
    return connection.exec_driver_sql(remembers).first() is not None
