"""What a message shows that holds whole numbers of persons."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersView:
    """Each masked answer of a case, whole; the message goes again by itself."""

    number: str
    lines: tuple[tuple[str, str], ...]
