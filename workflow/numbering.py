"""Registration numbers, nomor surat, and the codes that prove a paper genuine."""

from dataclasses import dataclass
from datetime import date, datetime

from workflow.ids import CaseId

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
# No 0, O, 1, I, L: the code is read aloud over a counter.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 10
# A letter is believed by its code alone: 17 characters of 31 are 84 bits.
LETTER_CODE_LENGTH = 17


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterNumber:
    """A nomor surat: reserved when the letter goes to be signed, booked when it is registered."""

    series: str
    year: int
    running: int
    text: str
    case_id: CaseId
    reserved_at: datetime
    booked_at: datetime | None
    explained: str
    paper: str = ""  # which letter of the case bears it


# The register of decisions, beside those of letters.
DECREES = "sk"


def letter_series(series: str) -> str:
    """The counter of a series of letters, apart from those of requests."""
    return f"surat:{series}"


def registration_number(code: str, year: int, running: int) -> str:
    """The number on the resi: "PDK-2026-00017"."""
    return f"{code}-{year}-{running:05d}"


def letter_number(classification: str, running: int, unit: str, on: date) -> str:
    """The number on a letter: "470/12/DUKCAPIL/XI/2026"."""
    return f"{classification}/{running}/{unit}/{ROMAN[on.month - 1]}/{on.year}"


def decree_number(running: int, unit: str, on: date) -> str:
    """The number on a decision: "1/SK/DUKCAPIL/XI/2026"."""
    return f"{running}/SK/{unit}/{ROMAN[on.month - 1]}/{on.year}"


def readable_code(random_bytes: bytes, *, length: int = CODE_LENGTH) -> str:
    """Characters that cannot be misread; needs more random bytes than they show."""
    number = int.from_bytes(random_bytes, "big")
    letters = []
    for _ in range(length):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    return "".join(letters)
