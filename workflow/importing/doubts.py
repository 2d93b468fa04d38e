"""What a document does not say: a question to the office, with the row it stands at."""

from dataclasses import dataclass
from enum import StrEnum


class About(StrEnum):
    """What a doubt is about; the names that `--json` gives."""

    IDENTITY = "identity"
    NUMBER = "number"
    LANES = "lanes"
    COLUMN = "column"
    LANE = "lane"
    KIND = "kind"
    LIMIT = "limit"
    RETURN = "return"
    HANDOVER = "handover"
    ROW = "row"
    WORDS = "words"
    FORM = "form"
    REST = "rest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """One question; *row* is the step's number, empty for what concerns the whole SOP."""

    about: About
    words: str
    row: str = ""
    place: str = ""

    def __str__(self) -> str:
        where = f"baris {self.row}" if self.row else _WHERE.get(self.about, "identitas")
        return f"{where}: {self.words}"


_WHERE = {
    About.LANES: "kolom pelaksana",
    About.COLUMN: "kepala kolom",
    About.FORM: "formulir",
    About.REST: "di luar tabel",
}
