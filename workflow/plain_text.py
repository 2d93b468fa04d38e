"""Words as people write them: what is seen, what fits, and the numbers of persons among them."""

import re
import unicodedata

from workflow.errors import AnswerTooLong, TooManyLines

MOST_LINES = 40  # of one answer or reason: a paper sets each on a line of its own
# Controls, marks of direction, and halves of characters, which no book can keep.
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f"
    r"\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
# Letters that print nothing though Unicode calls them letters or signs: fillers, the blank braille.
_BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_PRINTS = frozenset("LNPS")
_TELLS = frozenset("LN")
# Sixteen digits as people write a NIK or KK number: together, by fours, or by its parts.
_PERSONS = re.compile(
    r"(?<!\d)(?:\d{16}|\d{4}([ .-])\d{4}\1\d{4}\1\d{4}|\d{6}([ .-])\d{6}\2\d{4})(?!\d)"
)
# The same with a digit too many or too few.
_NEARLY_PERSONS = re.compile(r"(?<!\d)(?:\d[ .-]?){14,16}\d(?!\d)")


def clean(text: str, *, lines: bool) -> str:
    """Drop control and direction marks; fold spaces; keep line breaks where lines are wanted.

    Of empty lines that follow each other one is left.
    """
    plain = _CONTROLS.sub("", text.replace("\r\n", "\n"))
    if not lines:
        return " ".join(plain.split())
    told = "\n".join(" ".join(line.split()) for line in plain.split("\n")).strip()
    return re.sub(r"\n{3,}", "\n\n", told)


def says_something(text: str) -> bool:
    """True when there is a letter or a digit, in whichever script: "-" and "…" tell nothing."""
    return any(unicodedata.category(sign)[0] in _TELLS and sign not in _BLANKS for sign in text)


def is_visible(text: str) -> bool:
    """True when there is anything to read: a letter, digit or sign, not only marks and fillers."""
    return any(unicodedata.category(sign)[0] in _PRINTS and sign not in _BLANKS for sign in text)


def ensure_fits(said: str, *, longest: int) -> None:
    """Refuse what is longer, or has more lines, than a paper has room for."""
    if len(said) > longest:
        raise AnswerTooLong(longest=longest, length=len(said))
    lines = said.count("\n") + 1
    if lines > MOST_LINES:
        raise TooManyLines(most=MOST_LINES, lines=lines)


def without_numbers(text: str) -> str:
    """*text* with each number of a person in it masked."""
    return _PERSONS.sub(lambda found: masked(re.sub(r"[ .-]", "", found[0])), text)


def person_numbers_in(text: str) -> list[str]:
    """Each NIK or KK number that words hold, as it was written."""
    return [match[0] for match in _PERSONS.finditer(text)]


def names_a_number(text: str) -> bool:
    """True when words hold the number of a person, perhaps mistyped by a digit."""
    return _NEARLY_PERSONS.search(text) is not None


def masked(number: str) -> str:
    """Show only the ends of a number: "3175••••••••0001". A chat lies on servers abroad."""
    if len(number) <= 8:
        return "•" * len(number)
    return number[:4] + "•" * (len(number) - 8) + number[-4:]
