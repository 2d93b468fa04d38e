"""A file as the import sees it: lines of cells, each with its place."""

from dataclasses import dataclass

LONGEST_CELL = 4_000
MOST_LINES = 5_000
MOST_CELLS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One line of a text or one row of a sheet, from the first column on."""

    number: int
    cells: tuple[str, ...]
    sheet: str = ""
    # Columns whose words belong to a merged cell that begins above or to the left.
    covered: frozenset[int] = frozenset()
    # A row of a sheet that its reader does not see.
    hidden: bool = False

    @property
    def place(self) -> str:
        return f"sheet '{self.sheet}', row {self.number}" if self.sheet else f"line {self.number}"

    def cell(self, column: int) -> str:
        """Where one cell stands, as its reader finds it: "sheet 'SOP', cell E5"."""
        if self.sheet:
            return f"sheet '{self.sheet}', cell {_letters(column)}{self.number}"
        return f"line {self.number}, column {column + 1}"

    @property
    def blank(self) -> bool:
        return not any(self.cells)

    def at(self, column: int | None) -> str:
        """The words of a column; nothing where the line has no such column."""
        if column is None or not 0 <= column < len(self.cells):
            return ""
        return self.cells[column]

    def own(self, column: int | None) -> str:
        """The words of a column, unless they come from a merged cell that began before."""
        return "" if column in self.covered else self.at(column)


def _letters(column: int) -> str:
    """A column's name in a spreadsheet: 0 is A, 26 is AA."""
    name, left = "", column + 1
    while left:
        left, place = divmod(left - 1, 26)
        name = chr(65 + place) + name
    return name
