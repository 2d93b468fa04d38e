"""Lists cut into pages, and people as lists name them."""

from collections.abc import Sequence
from typing import TypeVar

from workflow.people import Appointment

Line = TypeVar("Line")


def paged(lines: Sequence[Line], page: int, size: int) -> tuple[Sequence[Line], int, int]:
    """The lines of a page, that page, and how many there are; a page too far is the last."""
    pages = max(1, -(-len(lines) // size))
    page = min(page, pages - 1)
    return lines[page * size : (page + 1) * size], page, pages


def named(one: Appointment) -> str:
    """An officer as a list shows one: "Plh. Siti Rahma"."""
    return f"{one.acting} {one.name}".strip()
