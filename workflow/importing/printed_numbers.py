"""The numbers of an SOP's rows: as the document has them, and one of its own for each row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workflow.importing.doubts import About, Doubt
from workflow.importing.rows import SourceRow

_ROMAN = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_GAP = "adakah baris yang hilang?"


def printed(number: str) -> str:
    """A number as the document has it: "1a" stays, "07" is 7, and "IV" is 4."""
    if number[0].isdecimal():
        return f"{int(number.rstrip(_LETTERS))}{number.lstrip('0123456789')}"
    found = _ROMAN.fullmatch(number)
    if found is None:
        return ""
    values = [_ROMAN_VALUES[letter] for letter in number]
    return str(
        sum(
            -one if one < after else one
            for one, after in zip(values, [*values[1:], 0], strict=True)
        )
    )


def numbered(rows: Sequence[SourceRow]) -> Iterator[SourceRow]:
    """Give every row a number of its own; whatever was not printed so is asked."""
    taken = {row.number for row in rows}
    seen: set[str] = set()
    last = 0
    for row in rows:
        value = int(row.number.rstrip(_LETTERS)) if row.number else 0
        follows = value > last or (value == last and not row.number.isdecimal())
        if row.number and row.number not in seen and follows:
            if value > last + 1 and seen:
                row = _asking(row, row.number, f"nomor melompat dari {last} ke {value}; " + _GAP)
            number = row.number
        else:
            number = _free(last, taken | seen)
            said = (
                "baris ini tidak bernomor"
                if not row.number
                else f"nomor {row.number} tertulis lagi atau tidak berurutan"
            )
            row = _asking(row, number, f"{said}; sementara {number}. Berapa yang benar?")
        seen.add(number)
        last = int(number.rstrip(_LETTERS))
        yield row


def _free(last: int, taken: set[str]) -> str:
    if str(last + 1) not in taken:
        return str(last + 1)
    letters = (f"{last}{letter}" for letter in _LETTERS)
    return next((one for one in letters if one not in taken), str(last + 1))


def _asking(row: SourceRow, number: str, words: str) -> SourceRow:
    doubt = Doubt(about=About.NUMBER, words=words, row=number, place=row.place)
    doubts = tuple(replace(one, row=number) for one in row.doubts)
    return replace(row, number=number, doubts=(doubt, *doubts))
