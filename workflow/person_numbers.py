"""NIK and KK numbers: what is certain about them is required, what is not is only doubted.

Sixteen digits: six of a region, a day as DDMMYY, four in order. In a NIK the day is that of birth,
with forty added for a woman. In a KK number it is by custom that of issue; there are older ones,
and ones that were moved, of which that is not true. Provinces have been added three times since.
"""

import re
from datetime import date
from enum import StrEnum

from workflow.errors import NotSixteenDigits, NumberAmongWords, NumberDayUnknown, NumberEndsEmpty

LENGTH = 16
# The first two digits: the province of first registration.
_PROVINCE_RANGES = ((11, 19), (21, 21), (31, 36), (51, 53), (61, 65), (71, 76), (81, 82), (91, 96))
PROVINCES = frozenset(code for first, last in _PROVINCE_RANGES for code in range(first, last + 1))
_FOR_A_WOMAN = 40  # added to the day


class NumberDoubt(StrEnum):
    """What is unusual about a number, and may still be right."""

    PROVINCE = "province"
    DAY = "day"
    ORDER = "order"


def read_nik(said: str, *, example: str) -> str:
    """The digits of a NIK; raises what is wrong with it."""
    digits = _sixteen(said, example=example)
    if not _is_day(digits, woman=int(digits[6:8]) > _FOR_A_WOMAN):
        raise NumberDayUnknown(example=example)
    if digits[12:] == "0000":
        raise NumberEndsEmpty(example=example)
    return digits


def read_kk(said: str, *, example: str) -> str:
    """The digits of a KK number: sixteen, and nothing else is certain."""
    return _sixteen(said, example=example)


def doubts_about_nik(digits: str) -> tuple[NumberDoubt, ...]:
    """What whoever wrote this NIK should look at once more."""
    return (NumberDoubt.PROVINCE,) if int(digits[:2]) not in PROVINCES else ()


def doubts_about_kk(digits: str) -> tuple[NumberDoubt, ...]:
    """What whoever wrote this KK number should look at once more."""
    found = {
        NumberDoubt.PROVINCE: int(digits[:2]) not in PROVINCES,
        NumberDoubt.DAY: not _is_day(digits, woman=False),
        NumberDoubt.ORDER: digits[12:] == "0000",
    }
    return tuple(doubt for doubt, is_there in found.items() if is_there)


def _sixteen(said: str, *, example: str) -> str:
    digits = re.sub(r"[^0-9]", "", said)
    if len(digits) != LENGTH:
        raise NotSixteenDigits(digits=len(digits), example=example)
    if any(sign.isalpha() for sign in said):
        raise NumberAmongWords(example=example)
    return digits


def _is_day(digits: str, *, woman: bool) -> bool:
    day = int(digits[6:8]) - (_FOR_A_WOMAN if woman else 0)
    month, year = int(digits[8:10]), int(digits[10:12])
    return any(_is_date(century + year, month, day) for century in (1900, 2000))


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
