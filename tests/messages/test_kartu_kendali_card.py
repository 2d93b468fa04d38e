from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from inline_snapshot import snapshot

from messages.actions.officer import Kartu
from messages.cards.fitting import visible_length
from messages.cards.kartu_kendali import kartu_kendali_card
from messages.localizer import localizer_for
from tests.support.builders import a_pause
from tests.support.views import MINUTE, MONDAY, a_kartu_kendali_view, a_kartu_line, an_entry, shown
from workflow.case import Defect
from workflow.limits import Limit, LimitUnit
from workflow.pauses import PauseEnd, Whose
from workflow.views.task import MarkLine

SAY = localizer_for("id", ZoneInfo("Asia/Jakarta"))
SAY_ENGLISH = localizer_for("en", ZoneInfo("Asia/Jakarta"))


def lines_of(rows, say=SAY):
    return kartu_kendali_card(a_kartu_kendali_view(rows=rows), say).text.splitlines()


def test_the_card_shows_who_held_the_file_from_when_to_when():
    assert shown(kartu_kendali_card(a_kartu_kendali_view(), SAY)) == snapshot("""\
<b>Kartu kendali</b> · <code>PDK-2026-00017</code>
Pelayanan Data dan Informasi Kependudukan · Dinas Kesehatan Provinsi DKI Jakarta

<b>1 · SKPD Pemohon</b>
Dimulai Sen 08.10 WIB
Diterima SKPD Pemohon, Sen 08.12 WIB
Hasil: Lengkap, Sen 08.20 WIB
Menunggu 2 menit, dikerjakan 8 menit
Dalam batas 15 menit

<b>2 · Petugas Pengadministrasi</b>
Diserahkan SKPD Pemohon, Sen 08.10 WIB
Diterima Petugas Pengadministrasi, Sen 08.12 WIB
Hasil: Lengkap, Sen 08.20 WIB
Menunggu 2 menit, dikerjakan 8 menit
Dalam batas 15 menit
Catatan: Lengkap, mohon disposisi

<b>3 · Kepala Dinas</b>
Diserahkan SKPD Pemohon, Sen 08.10 WIB
Belum diterima
Menunggu 40 menit
<b>Lewat 25 menit dari batas 15 menit</b>
---
[Unduh PDF](g:17:1)\
""")


def test_the_card_in_english():
    assert shown(kartu_kendali_card(a_kartu_kendali_view(), SAY_ENGLISH)) == snapshot("""\
<b>Kartu kendali</b> · <code>PDK-2026-00017</code>
Pelayanan Data dan Informasi Kependudukan · Dinas Kesehatan Provinsi DKI Jakarta

<b>1 · SKPD Pemohon</b>
Begun Mon 08:10 WIB
Received by SKPD Pemohon, Mon 08:12 WIB
Outcome: Lengkap, Mon 08:20 WIB
Waited 2 minutes, worked on 8 minutes
Within the limit of 15 minutes

<b>2 · Petugas Pengadministrasi</b>
Handed over by SKPD Pemohon, Mon 08:10 WIB
Received by Petugas Pengadministrasi, Mon 08:12 WIB
Outcome: Lengkap, Mon 08:20 WIB
Waited 2 minutes, worked on 8 minutes
Within the limit of 15 minutes
Note: Lengkap, mohon disposisi

<b>3 · Kepala Dinas</b>
Handed over by SKPD Pemohon, Mon 08:10 WIB
Not received yet
Waited 40 minutes
<b>25 minutes past the limit of 15 minutes</b>
---
[Download the PDF](g:17:1)\
""")


def test_a_long_card_keeps_its_newest_rows():
    rows = tuple(
        a_kartu_line(an_entry(note="Catatan " * 30), lane_title=f"Kolom {n}") for n in range(1, 41)
    )

    card = kartu_kendali_card(a_kartu_kendali_view(rows=rows), SAY)

    assert visible_length(card.text) <= 4096
    assert "Kolom 40" in card.text
    assert "Kolom 1<" not in card.text
    assert "baris yang lebih lama ada dalam PDF" in card.text
    assert card.rows[0][0].action == Kartu(17, paper=True)


def test_a_step_over_by_seconds_is_not_over_by_nothing():
    rows = (a_kartu_line(an_entry(over=timedelta(seconds=20))),)

    text = kartu_kendali_card(a_kartu_kendali_view(rows=rows), SAY).text

    assert "Lewat kurang dari 1 menit dari batas 15 menit" in text


@pytest.mark.parametrize(
    ("limit", "limit_words", "line"),
    [
        (None, "", "Tanpa batas"),
        (None, "-", "Tanpa batas"),
        (None, "Tergantung waktu persiapan", "Batas: Tergantung waktu persiapan"),
    ],
)
def test_a_step_without_a_limit_is_neither_kept_nor_over(limit, limit_words, line):
    entry = an_entry(due_at=None, over=None)
    rows = (a_kartu_line(entry, limit=limit, limit_words=limit_words),)

    assert line in lines_of(rows)


@pytest.mark.parametrize(
    ("limit", "indonesian", "english"),
    [
        (Limit(15, LimitUnit.MINUTES), "15 menit", "15 minutes"),
        (Limit(90, LimitUnit.MINUTES), "1 jam 30 menit", "1 hour 30 minutes"),
        (Limit(2, LimitUnit.HOURS), "2 jam", "2 hours"),
        (Limit(7, LimitUnit.WORKING_DAYS), "7 hari kerja", "7 working days"),
        (Limit(7, LimitUnit.CALENDAR_DAYS), "7 hari", "7 days"),
    ],
)
def test_each_row_tells_its_limit_in_the_readers_language(limit, indonesian, english):
    rows = (a_kartu_line(an_entry(), limit=limit),)

    assert f"Dalam batas {indonesian}" in lines_of(rows)
    assert f"Within the limit of {english}" in lines_of(rows, SAY_ENGLISH)


def test_less_than_a_minute_is_not_nothing():
    entry = an_entry(waiting=timedelta(seconds=15), working=timedelta(seconds=57))
    rows = (a_kartu_line(entry),)

    assert "Menunggu kurang dari 1 menit, dikerjakan kurang dari 1 menit" in lines_of(rows)
    assert "Waited less than 1 minute, worked on less than 1 minute" in lines_of(rows, SAY_ENGLISH)


def test_what_was_marked_at_a_return_stands_under_its_reason():
    entry = an_entry(outcome="Kembalikan", note="Berkas tidak terbaca")
    marks = (MarkLine(title="Surat permohonan", defect=Defect.UNCLEAR),)
    rows = (a_kartu_line(entry, marks=marks),)

    assert lines_of(rows)[-2:] == [
        "Catatan: Berkas tidak terbaca",
        "✗ Surat permohonan: <b>buram</b>",
    ]


def a_held_line(entry_of=None, **of_pause):
    """The row of an hour in which SIAK was not there."""
    pause = a_pause(
        begun_at=MONDAY,
        ended_at=MONDAY + 60 * MINUTE,
        ended_as="Petugas Pengadministrasi",
        ending=PauseEnd.LIFTED,
    )
    usual = {
        "first": False,
        "last": False,
        "received_at": None,
        "outcome": "",
        "waiting": timedelta(),
        "working": timedelta(),
        "held": 60 * MINUTE,
        "pause": replace(pause, **of_pause),
    }
    return a_kartu_line(an_entry(**(usual | (entry_of or {}))))


def test_a_hold_is_a_row_of_its_own():
    before = an_entry(last=False, outcome="")
    after = an_entry(first=False, received_at=MONDAY, working=5 * MINUTE, waiting=timedelta())
    rows = (a_kartu_line(before), a_held_line(), a_kartu_line(after))
    assert "\n".join(lines_of(rows)[3:]) == snapshot("""\
<b>2 · Petugas Pengadministrasi</b>
Diserahkan SKPD Pemohon, Sen 08.10 WIB
Diterima Petugas Pengadministrasi, Sen 08.12 WIB
Menunggu 2 menit, dikerjakan 8 menit

<b>2 · Petugas Pengadministrasi</b>
⏸ Ditunda Petugas Pengadministrasi, Sen 08.10 WIB: Gangguan SIAK
Dilanjutkan Petugas Pengadministrasi, Sen 09.10 WIB
Menunggu sistem di luar kantor 1 jam; batas waktu tidak berjalan

<b>2 · Petugas Pengadministrasi</b>
Dilanjutkan Sen 08.10 WIB
Hasil: Lengkap, Sen 08.20 WIB
Dikerjakan 5 menit
Dalam batas 15 menit\
""")


def test_a_hold_in_english():
    assert "\n".join(lines_of((a_held_line(),), SAY_ENGLISH)[3:]) == snapshot("""\
<b>2 · Petugas Pengadministrasi</b>
⏸ Put on hold by Petugas Pengadministrasi, Mon 08:10 WIB: Gangguan SIAK
Taken up again by Petugas Pengadministrasi, Mon 09:10 WIB
Waited 1 hour for a system outside the office; the limit does not run\
""")


def test_a_hold_that_lasts_says_until_when_and_who_agreed():
    waiting = a_held_line(
        {"done_at": None, "last": True, "waiting": 60 * MINUTE, "held": timedelta()},
        whose=Whose.OFFICE,
        words="Menunggu hasil rapat",
        until=MONDAY.date(),
        agreed_by=1,
        agreed_as="Sekretaris Dinas",
        ended_at=None,
        ending=None,
    )
    assert "\n".join(lines_of((waiting,))[3:]) == snapshot("""\
<b>2 · Petugas Pengadministrasi</b>
⏸ Ditunda Petugas Pengadministrasi, Sen 08.10 WIB: Menunggu hasil rapat
Rencana sampai 23 November 2026
Disetujui Sekretaris Dinas, Sen 08.10 WIB
Masih ditunda
Menunggu 1 jam; batas waktu tidak berjalan
Masih dalam batas 15 menit\
""")


def test_a_file_decided_on_hold_says_both():
    decided = a_held_line({"last": True, "outcome": "Lengkap"}, ending=PauseEnd.DECIDED)
    assert "\n".join(lines_of((decided,))[3:]) == snapshot("""\
<b>2 · Petugas Pengadministrasi</b>
⏸ Ditunda Petugas Pengadministrasi, Sen 08.10 WIB: Gangguan SIAK
Berakhir bersama langkah ini, Sen 09.10 WIB
Menunggu sistem di luar kantor 1 jam; batas waktu tidak berjalan
Hasil: Lengkap, Sen 08.20 WIB
Dalam batas 15 menit\
""")


def test_a_hold_for_which_the_limit_ran_on_is_a_line_of_its_row():
    asked = a_pause(reason=None, words="Menunggu arsip", begun_at=MONDAY)
    lines = lines_of((a_kartu_line(an_entry(unstopped=(asked,))),))
    assert (
        "⏸ Ditunda Petugas Pengadministrasi, Sen 08.10 WIB: Menunggu arsip"
        " (batas waktu tetap berjalan)" in lines
    )
