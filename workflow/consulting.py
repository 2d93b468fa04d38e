"""Asking another jabatan for an opinion (Minta pendapat): whom, and what became of it."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from workflow.ids import JabatanId

# So many may be asked at once about one file.
MOST_ASKED = 5
_BETWEEN = ","


class ConsultationEnd(StrEnum):
    """What became of it; kept as the outcome of its task."""

    GIVEN = "given"
    OVERTAKEN = "overtaken"  # the file went on without the opinion


@dataclass(frozen=True, slots=True)
class Consultable:
    """Whom somebody may ask now; holds every choice of one or several of them, once each."""

    jabatan: Collection[JabatanId]

    def __contains__(self, chosen: object) -> bool:
        asked = read_asked(chosen) if isinstance(chosen, str) else ()
        within = len(asked) <= MOST_ASKED and len(set(asked)) == len(asked)
        return bool(chosen == "") or (within and all(one in self.jabatan for one in asked))


def read_asked(chosen: str) -> tuple[JabatanId, ...]:
    """Who is chosen so far, as the card keeps it."""
    return tuple(JabatanId(one) for one in chosen.split(_BETWEEN) if one)


def also_asked(chosen: str, more: str) -> str:
    """With one more, or without whoever was chosen before; no more than may be asked at once."""
    asked, one = read_asked(chosen), JabatanId(more)
    if one in asked:
        asked = tuple(other for other in asked if other != one)
    elif len(asked) < MOST_ASKED:
        asked = (*asked, one)
    return _BETWEEN.join(asked)
