"""A file as the import sees it: lines of cells, each with its place."""

from dataclasses import dataclass

LONGEST_CELL = 4_000
MOST_LINES = 5_000
MOST_CELLS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
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
