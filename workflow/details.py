"""What somebody told of themselves with one request, and need not type again with the next.

An SOP asks for each under one name and as one kind of answer. A question of another name asks for
somebody else, a child or one who has died, whatever its kind.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from workflow.answers import read_answer
from workflow.errors import Refusal
from workflow.forms import AnswerKind, Item, Question

_WORDS = frozenset({AnswerKind.TEXT, AnswerKind.LONG_TEXT})
_DETAILS = {
    "nama": frozenset({AnswerKind.NAME}),
    "instansi": _WORDS,
    "telepon": frozenset({AnswerKind.PHONE}),
    "alamat": _WORDS,
}


def is_detail(item: Item | None) -> bool:
    """Whether an item asks for what the same person would answer alike the next time."""
    if not isinstance(item, Question) or item.masked or item.choices:
        return False
    return item.kind in _DETAILS.get(item.id, ())


def carried_over(
    asked: Iterable[Item], before: Iterable[Item], told: Mapping[str, str], *, today: date
) -> Mapping[str, str]:
    """The details that were told before and are asked now, where the new form takes them too."""
    known = {one.id for one in before if is_detail(one)}
    found: dict[str, str] = {}
    for item in asked:
        if isinstance(item, Question) and is_detail(item) and item.id in known & told.keys():
            try:
                found[item.id] = read_answer(item, told[item.id], today=today)
            except Refusal:
                continue  # too long here, for one: it is asked as ever
    return found
