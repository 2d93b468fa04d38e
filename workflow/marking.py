"""What a verifier may mark, and how a mark goes round."""

from workflow.case import Case, Defect
from workflow.forms import Item, Slot
from workflow.procedure import Procedure

# With each press the next one, the likeliest first, then back to nothing. Only a file can be
# unclear, and what was never handed in can only be missing.
_OF_FILES = (None, Defect.UNCLEAR, Defect.WRONG, Defect.MISSING)
_OF_ANSWERS = (None, Defect.WRONG, Defect.MISSING)
_OF_NOTHING = (None, Defect.MISSING)


def next_defect(item: Item, now: Defect | None, *, there: bool) -> Defect | None:
    """The mark after *now* for an item, which was handed in or told where it is *there*."""
    round_of: tuple[Defect | None, ...] = _OF_NOTHING
    if there:
        round_of = _OF_FILES if isinstance(item, Slot) else _OF_ANSWERS
    place = round_of.index(now) if now in round_of else -1
    return round_of[(place + 1) % len(round_of)]


def markable(procedure: Procedure, case: Case) -> tuple[Item, ...]:
    """What a verifier may mark: the requirements first, then the answers."""
    items = procedure.items_of(case.service)
    slots = tuple(item for item in items if isinstance(item, Slot))
    return (*slots, *(item for item in items if not isinstance(item, Slot)))
