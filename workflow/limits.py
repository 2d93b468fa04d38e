"""A limit as an SOP writes it: '15 menit', '2 jam', '7 hari', 'tanpa batas'."""

import re
from dataclasses import dataclass
from enum import StrEnum


class LimitUnit(StrEnum):
    """What a limit is counted in; minutes and hours are always office time."""

    MINUTES = "menit"
    HOURS = "jam"
    WORKING_DAYS = "hari kerja"
    CALENDAR_DAYS = "hari kalender"


# About a year of office time in every unit. What is longer is a slip of the pen.
LONGEST = {
    LimitUnit.MINUTES: 100_000,
    LimitUnit.HOURS: 1_600,
    LimitUnit.WORKING_DAYS: 250,
    LimitUnit.CALENDAR_DAYS: 366,
}

NO_LIMIT = ("tanpa batas", "-")

_WRITTEN = re.compile(
    r"(?P<hours>[0-9]{1,7}) jam (?P<minutes>[0-9]{1,7}) menit"
    r"|(?P<amount>[0-9]{1,7}) (?P<unit>menit|jam|hari kerja|hari kalender|hari)"
)


@dataclass(frozen=True, slots=True)
class Limit:
    """How long a step may take.

    An *amount* outside 1 … ``LONGEST[unit]`` raises ``ValueError``.
    """

    amount: int
    unit: LimitUnit

    def __post_init__(self) -> None:
        longest = LONGEST[self.unit]
        if not 1 <= self.amount <= longest:
            raise ValueError(
                f"a limit in {self.unit} lies between 1 and {longest}, not {self.amount}"
            )

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}"

    @property
    def in_days(self) -> bool:
        """True for a limit that says by when, and not how much work there is."""
        return self.unit in {LimitUnit.WORKING_DAYS, LimitUnit.CALENDAR_DAYS}


def parse_limit(text: object) -> Limit | None:
    """Read a limit from an SOP; ``None`` means that the step has none.

    '7 hari' is seven working days, and '1 jam 30 menit' is ninety minutes. Whatever is
    not text is refused as well: YAML reads 1:30 as ninety and says nothing.

    Raises ``ValueError`` with a sentence for the author of the SOP.
    """
    plain = " ".join(text.lower().split()) if isinstance(text, str) else ""
    if plain in NO_LIMIT:
        return None
    written = _WRITTEN.fullmatch(plain)
    if written is None:
        raise ValueError(
            "write a limit as '15 menit', '2 jam', '3 hari kerja', '7 hari kalender' "
            f"or 'tanpa batas', not '{text}'"
        )
    if written["hours"] is not None:
        minutes = 60 * int(written["hours"]) + int(written["minutes"])
        return Limit(minutes, LimitUnit.MINUTES)
    unit = LimitUnit.WORKING_DAYS if written["unit"] == "hari" else LimitUnit(written["unit"])
    return Limit(int(written["amount"]), unit)
