"""A new sandbox begins in the morning of a day on which its office works."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.cli.sandbox.first_morning import first_morning
from storage import office_files

WIB = ZoneInfo("Asia/Jakarta")


def wib(*moment):
    return datetime(*moment, tzinfo=WIB)


@pytest.mark.parametrize(
    ("now", "begins"),
    [
        (wib(2026, 11, 23, 8, 0), wib(2026, 11, 23, 9, 0)),
        (wib(2026, 11, 23, 9, 0), wib(2026, 11, 24, 9, 0)),
        (wib(2026, 11, 27, 15, 0), wib(2026, 11, 30, 9, 0)),  # over the weekend
        (wib(2026, 8, 16, 12, 0), wib(2026, 8, 18, 9, 0)),  # the day of independence
        (wib(2026, 12, 31, 20, 0), wib(2027, 1, 4, 9, 0)),  # new year, then a weekend
    ],
    ids=["early", "at nine", "Friday", "a holiday", "new year"],
)
def test_it_is_nine_on_the_next_working_day(now, begins):
    assert first_morning(now.astimezone(UTC), None) == begins


@pytest.fixture
def office_file(tmp_path):
    path = tmp_path / "kantor.yaml"

    def written(*changes):
        text = office_files.sample_text()
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_it_is_the_zone_of_the_office(office_file):
    east = office_file(("zone: Asia/Jakarta", "zone: Asia/Jayapura"))
    begins = first_morning(wib(2026, 11, 23, 6, 30), east)
    assert begins == datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Asia/Jayapura"))


def test_a_day_that_the_office_file_closes_is_left_out(office_file):
    closed = office_file()
    with closed.open("a", encoding="utf-8") as file:
        file.write("\nclosures:\n  - {on: 2026-11-24, name: Hari jadi kota}\n")
    assert first_morning(wib(2026, 11, 23, 12, 0), closed) == wib(2026, 11, 25, 9, 0)


def test_an_office_file_that_is_broken_or_away_holds_nothing_up(tmp_path):
    broken = tmp_path / "kantor.yaml"
    broken.write_text("jabatan: {}\n", encoding="utf-8")
    for file in (broken, tmp_path / "nowhere.yaml"):
        assert first_morning(wib(2026, 11, 23, 8, 0), file) == wib(2026, 11, 23, 9, 0)
