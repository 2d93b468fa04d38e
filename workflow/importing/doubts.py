"""What a document does not say: a question to the office, with the row it stands at."""

from dataclasses import dataclass
from enum import StrEnum


class About(StrEnum):
    """What a doubt is about; the names that `--json` gives."""

    IDENTITY = "identity"
    NUMBER = "number"
    LANES = "lanes"
    LANE = "lane"
    KIND = "kind"
    LIMIT = "limit"
    RETURN = "return"
    HANDOVER = "handover"
    ROW = "row"
    WORDS = "words"
    FORM = "form"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """One question; *row* is the step's number, empty for what concerns the whole SOP."""

    about: About
    words: str
    row: str = ""
    place: str = ""

    def __str__(self) -> str:
        where = f"baris {self.row}" if self.row else "identitas"
        if self.about is About.LANES:
            where = "kolom pelaksana"
        if self.about is About.FORM:
            where = "formulir"
        return f"{where}: {self.words}"
