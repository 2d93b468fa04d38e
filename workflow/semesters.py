"""The half-year that is reported: the last one that has ended by a day."""

from datetime import date

# What may stand in the words that name a case which asks nothing.
PLACES = ("semester", "tahun")


def with_semester(words: str, on: date) -> str:
    """Fill {semester} and {tahun}: on 1 January with the second half of the year before."""
    semester, year = ("I", on.year) if on.month > 6 else ("II", on.year - 1)
    return words.replace("{semester}", semester).replace("{tahun}", str(year))
