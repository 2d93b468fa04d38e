"""Whether two requests are one person's: names as people write them, numbers with their slips.

Twins share a day of birth, a telephone and half of a name, and their NIK differ in the order of
registration; namesakes share all of a name. So neither a name nor a number decides alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workflow.names import name_words, sound

_SERIAL = 12  # from this digit on a NIK counts those who were registered on one day
# Letters of a word in which one slip may be, and two.
_ONE_SLIP, _TWO_SLIPS = 4, 8


class Likeness(StrEnum):
    """How alike two names are."""

    SAME = "same"  # in one spelling, with initials for words, in whichever order
    SLIPPED = "slipped"  # but for a slip in a word, or a word left out
    HEARD = "heard"  # but for what the ear mistakes
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimant:
    """Who asks, as one request names them; empty where its form does not ask for it."""

    name: str
    nik: str = ""
    phone: str = ""
    # Whom it is about besides, in the order of the form: a child, somebody who has died.
    about: tuple[str, ...] = ()


def is_one_person(one: Claimant, other: Claimant) -> bool:
    """Whether two requests for one service, near in time, look like one that was made twice."""
    if not all(_is_one_child(*pair) for pair in zip(one.about, other.about, strict=False)):
        return False
    names = likeness(one.name, other.name)
    if one.nik and other.nik:
        return _is_one_nik(one.nik, other.nik, names)
    return bool(one.phone) and one.phone == other.phone and _is_one_child(one.name, other.name)


def _is_one_child(one: str, other: str) -> bool:
    """Of a family, whose telephone and last name are one: children differ in their first name."""
    how = likeness(one, other)
    return how is Likeness.SAME or (
        how is Likeness.SLIPPED and name_words(one)[:1] == name_words(other)[:1]
    )


def _is_one_nik(one: str, other: str, names: Likeness) -> bool:
    """A slip in the order of registration makes a NIK that of a twin, unless the name is one."""
    if one == other:
        return True
    if slips(one, other) > 1:
        return False
    if one[:_SERIAL] == other[:_SERIAL]:
        return names is Likeness.SAME
    return names is not Likeness.OTHER


def likeness(one: str, other: str) -> Likeness:
    """How alike two names are, without their titles."""
    words, others = name_words(one), name_words(other)
    if "".join(words) == "".join(others) or _all_fit(words, others, _is_same, left_out=0):
        return Likeness.SAME
    if _all_fit(words, others, _is_slipped, left_out=1):
        return Likeness.SLIPPED
    return Likeness.HEARD if _all_fit(words, others, _is_heard, left_out=1) else Likeness.OTHER


def _all_fit(
    words: Sequence[str],
    others: Sequence[str],
    fits: Callable[[str, str], bool],
    *,
    left_out: int,
) -> bool:
    """Whether each word of the shorter name has one in the other, and few are over."""
    few, many = sorted((list(words), list(others)), key=len)
    if not few or len(many) - len(few) > left_out or (len(few) == 1 < len(many)):
        return False
    whole = 0
    for word in few:
        found = next((one for one in many if fits(word, one)), None)
        if found is None:
            return False
        many.remove(found)
        whole += min(len(word), len(found)) > 1
    return whole > 0


def _is_same(one: str, other: str) -> bool:
    initial = min(len(one), len(other)) == 1
    return one == other or (initial and one[0] == other[0])


def _is_heard(one: str, other: str) -> bool:
    return _is_slipped(one, other) or sound(one) == sound(other) != ""


def _is_slipped(one: str, other: str) -> bool:
    if _is_same(one, other):
        return True
    shorter = min(len(one), len(other))
    allowed = 2 if shorter >= _TWO_SLIPS else 1 if shorter >= _ONE_SLIP else 0
    return slips(one, other) <= allowed


def slips(one: str, other: str) -> int:
    """How many letters were missed, added, mistaken or changed over to come from one to the other.

    Optimal string alignment: Damerau's distance, in which no letter is touched twice.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [place]
        for at, sign in enumerate(other, start=1):
            least = min(before[at] + 1, row[at - 1] + 1, before[at - 1] + (letter != sign))
            if place > 1 and at > 1 and (letter, one[place - 2]) == (other[at - 2], sign):
                least = min(least, earlier[at - 2] + 1)
            row.append(least)
    return row[-1]
