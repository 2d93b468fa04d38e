"""What every table comes down to, however it was laid out: lanes, and rows of words."""

from dataclasses import dataclass, field

from workflow.importing.doubts import Doubt


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """One row of the SOP's table, before anything is concluded from its words."""

    number: str
    what: str
    place: str
    # Titles of the lanes in whose columns something stands.
    marks: tuple[str, ...] = ()
    materials: str = ""
    time: str = ""
    output: str = ""
    remark: str = ""
    notes: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One SOP's table: its lanes in the order of the columns, and its rows."""

    lanes: tuple[str, ...]
    rows: tuple[SourceRow, ...]
    # The unit that the heading of the column Waktu names: "Waktu (menit)".
    unit: str = ""
    doubts: tuple[Doubt, ...] = field(default=())
