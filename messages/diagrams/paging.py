"""Which rows stand on which page: few pages, evenly filled, cut where few arrows are."""

from collections.abc import Callable, Sequence

_SLACK, _CUT = 40.0, 6.0  # what an empty page and a cut arrow cost
_PAGE = 1000.0


def pages_of(
    heights: Sequence[float], room: float, cuts: Callable[[int], int]
) -> tuple[range, ...]:
    """Share rows among pages of *room* points; *cuts* says how many arrows pass before a row.

    A row taller than a page has one alone.
    """
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(heights) + 1):
        ways = []
        used = 0.0
        for start in range(end - 1, -1, -1):
            used += heights[start]
            if used > room and start < end - 1:
                break
            empty = max(1 - used / room, 0)
            cost = _PAGE + _SLACK * empty * empty + (_CUT * cuts(start) if start else 0)
            ways.append((best[start][0] + cost, start))
        best.append(min(ways))
    pages: list[range] = []
    end = len(heights)
    while end:
        start = best[end][1]
        pages.append(range(start, end))
        end = start
    return tuple(reversed(pages))
