"""Lists cut into pages, and people as lists name them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from workflow.people import Appointment

Line = TypeVar("Line")

# Up to here a screen counts what may be many; of more it says that it is more.
MOST_COUNTED = 100
# What lies farther back comes forward when the rest is done.
LAST_PAGE = 999


def paged(lines: Sequence[Line], page: int, size: int) -> tuple[Sequence[Line], int, int]:
    """The lines of a page, that page, and how many there are; a page too far is the last."""
    pages = max(1, -(-len(lines) // size))
    page = min(page, pages - 1)
    return lines[page * size : (page + 1) * size], page, pages


def reach(page: int, size: int) -> int:
    """How many of a long list are read for one page of it, and to know that another follows."""
    return max(MOST_COUNTED, (min(page, LAST_PAGE) + 1) * size + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage(Generic[Line]):
    """A page of a list of which no more was read than `reach` says."""

    lines: Sequence[Line]
    page: int
    # How many there are, or 0 where nobody has counted them; then another follows.
    pages: int
    # Counted up to MOST_COUNTED.
    total: int


def page_of(found: Sequence[Line], page: int, size: int) -> ListPage[Line]:
    """Cut a page out of what was read for it."""
    read_all = len(found) < reach(page, size)
    shown, page, pages = paged(found, page, size)
    total = min(len(found), MOST_COUNTED)
    return ListPage(lines=shown, page=page, pages=pages if read_all else 0, total=total)


def named(one: Appointment) -> str:
    """An officer as a list shows one: "Plh. Siti Rahma"."""
    return f"{one.acting} {one.name}".strip()
