"""One line of the table: a figure, what it stands beside, the target and whether it is met."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Without a target a row is there to be compared with, or to be known."""

    what: str
    figure: str
    beside: str = ""
    target: str = ""
    met: bool | None = None


def at_least(
    target: float, value: float, *, what: str, figure: str, beside: str = "", unit: str = ""
) -> Row:
    return Row(
        what=what,
        figure=figure,
        beside=beside,
        target=f"≥ {target:g}{unit}",
        met=value >= target,
    )


def at_most(
    target: float, value: float, *, what: str, figure: str, beside: str = "", unit: str = ""
) -> Row:
    return Row(
        what=what,
        figure=figure,
        beside=beside,
        target=f"≤ {target:g}{unit}",
        met=value <= target,
    )


def aligned(rows: Sequence[Row]) -> str:
    """The rows as people read them: columns side by side, as wide as they need to be."""
    cells = [(row.what, row.figure, row.beside, row.target, _verdict(row)) for row in rows]
    wide = [max(len(line[column]) for line in cells) for column in range(5)]
    lines = ["  ".join(map(_padded, line, wide)).rstrip() for line in cells]
    return "\n".join(lines)


_padded: Callable[[str, int], str] = str.ljust


def _verdict(row: Row) -> str:
    if row.met is None:
        return ""
    return "met" if row.met else "MISSED"
