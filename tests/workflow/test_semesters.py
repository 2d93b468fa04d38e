from datetime import date

import pytest

from workflow.semesters import with_semester


@pytest.mark.parametrize(
    ("on", "reported"),
    [
        (date(2027, 1, 1), "Semester II Tahun 2026"),
        (date(2027, 6, 30), "Semester II Tahun 2026"),
        (date(2027, 7, 1), "Semester I Tahun 2027"),
        (date(2027, 12, 31), "Semester I Tahun 2027"),
    ],
)
def test_what_is_reported_is_the_half_year_that_ended_last(on, reported):
    assert with_semester("Semester {semester} Tahun {tahun}", on) == reported
