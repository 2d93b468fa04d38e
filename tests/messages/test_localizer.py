from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from messages.formatting import (
    calendar_days,
    duration,
    file_size,
    hours_minutes_seconds,
    position,
    working_days,
)
from messages.localizer import LANGUAGES, Localizer, MissingMessage, localizer_for

JAKARTA = ZoneInfo("Asia/Jakarta")
MONDAY = datetime(2026, 11, 23, 1, 10, tzinfo=UTC)


def saying(*catalogues, language="id", zone=JAKARTA, **options):
    return Localizer(language, zone, catalogues, **options)


def test_a_sentence_is_said_with_its_values_escaped():
    say = saying("hello = <b>{ $name }</b>, { $count } berkas")

    assert say("hello", name="<i>Siti & Co", count=3) == ("<b>&lt;i&gt;Siti &amp; Co</b>, 3 berkas")


def test_another_reader_escapes_in_another_way():
    say = saying("hello = { $name }", escape=str.upper)

    assert say("hello", name="siti") == "SITI"


def test_a_sentence_nobody_wrote_is_loud():
    with pytest.raises(MissingMessage, match="goodbye"):
        saying("hello = Halo")("goodbye")


def test_a_sentence_without_its_argument_is_loud():
    with pytest.raises(MissingMessage, match="name"):
        saying("hello = { $name }")("hello")


def test_a_catalogue_that_cannot_be_read_is_loud():
    with pytest.raises(MissingMessage, match="cannot read"):
        saying("hello = { $name")


def test_a_sentence_written_twice_is_loud_across_catalogues():
    with pytest.raises(MissingMessage, match="written twice: hello"):
        saying("hello = Halo", "hello = Hai")


def test_a_language_without_catalogues_is_loud():
    with pytest.raises(MissingMessage, match="'jv'"):
        localizer_for("jv", JAKARTA)


@pytest.mark.parametrize(
    ("zone", "language", "said"),
    [
        ("Asia/Jakarta", "id", "Sen 08.10 WIB"),
        ("Asia/Makassar", "id", "Sen 09.10 WITA"),
        ("Asia/Jayapura", "id", "Sen 10.10 WIT"),
        ("Asia/Jakarta", "en", "Mon 08:10 WIB"),
    ],
)
def test_a_moment_stands_on_the_offices_own_wall(zone, language, said):
    assert saying(zone=ZoneInfo(zone), language=language).moment(MONDAY) == said


def test_a_moment_far_away_says_its_date():
    say = saying()

    assert say.moment(MONDAY, now=MONDAY - timedelta(days=6)) == "Sen 08.10 WIB"
    assert say.moment(MONDAY, now=MONDAY - timedelta(days=7)) == "Sen 23 Nov 08.10 WIB"


def test_dates_are_written_as_letters_write_them():
    say = saying()

    assert say.full(MONDAY) == "Senin, 23 November 2026 08.10 WIB"
    assert say.day(date(2026, 8, 17)) == "17 Agustus 2026"
    assert say.clock(MONDAY) == "08.10"


def test_a_late_evening_in_utc_is_already_tomorrow_at_the_office():
    assert saying().day(datetime(2026, 11, 23, 18, tzinfo=UTC)) == "24 November 2026"


def test_a_moment_given_as_an_argument_is_said_in_words():
    say = saying("done = Diputus { $at }, berlaku { $day }")

    assert say("done", at=MONDAY, day=date(2026, 12, 1)) == (
        "Diputus Sen 08.10 WIB, berlaku 1 Desember 2026"
    )


@pytest.mark.parametrize(
    ("minutes", "indonesian", "english"),
    [
        (0, "0 menit", "0 minutes"),
        (1, "1 menit", "1 minute"),
        (60, "1 jam", "1 hour"),
        (61, "1 jam 1 menit", "1 hour 1 minute"),
        (125, "2 jam 5 menit", "2 hours 5 minutes"),
        (-125, "2 jam 5 menit", "2 hours 5 minutes"),
        (48 * 60, "48 jam", "48 hours"),
    ],
)
def test_durations_are_said_in_hours_and_minutes(minutes, indonesian, english):
    span = timedelta(minutes=minutes)

    assert duration(span, localizer_for("id", JAKARTA)) == indonesian
    assert duration(span, localizer_for("en", JAKARTA)) == english


def test_days_say_of_which_kind_they_are():
    say, tell = (localizer_for(language, JAKARTA) for language in LANGUAGES)

    assert working_days(3, say) == "3 hari kerja"
    assert working_days(1, tell) == "1 working day"
    assert calendar_days(7, say) == "7 hari"
    assert calendar_days(7, tell) == "7 days"


def test_a_table_shows_spans_to_the_second():
    assert hours_minutes_seconds(timedelta(hours=105, minutes=4, seconds=9)) == "105:04:09"
    assert hours_minutes_seconds(timedelta(seconds=-61)) == "-0:01:01"
    assert hours_minutes_seconds(timedelta(milliseconds=-1)) == "0:00:00"


def test_sizes_of_files():
    say, tell = (localizer_for(language, JAKARTA) for language in LANGUAGES)

    assert file_size(1, say) == "1 KB"
    assert file_size(840_000, say) == "820 KB"
    assert file_size(1_500_000, say) == "1,4 MB"
    assert file_size(1_500_000, tell) == "1.4 MB"


def test_a_step_is_one_of_the_numbered_ones_or_stands_beside_them():
    indonesian, english = (localizer_for(language, JAKARTA) for language in ("id", "en"))

    assert position("2", 6, indonesian) == "Langkah 2 dari 6"
    assert position("3a", 0, indonesian) == "Langkah 3a"
    assert (position("2", 6, english), position("3a", 0, english)) == ("Step 2 of 6", "Step 3a")
