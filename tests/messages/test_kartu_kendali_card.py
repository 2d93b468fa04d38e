from datetime import timedelta
from zoneinfo import ZoneInfo

from inline_snapshot import snapshot

from messages.actions.officer import Kartu
from messages.cards.fitting import visible_length
from messages.cards.kartu_kendali import kartu_kendali_card
from messages.localizer import localizer_for
from tests.support.views import a_kartu_kendali_view, an_entry, shown

SAY = localizer_for("id", ZoneInfo("Asia/Jakarta"))
SAY_ENGLISH = localizer_for("en", ZoneInfo("Asia/Jakarta"))


def test_the_card_shows_who_held_the_file_from_when_to_when():
    assert shown(kartu_kendali_card(a_kartu_kendali_view(), SAY)) == snapshot("""\
<b>Kartu kendali</b> · <code>PDK-2026-00017</code>
Pelayanan Data dan Informasi Kependudukan · Dinas Kesehatan Provinsi DKI Jakarta

<b>1 · SKPD Pemohon</b>
Dimulai Sen 08.10 WIB
Diterima SKPD Pemohon, Sen 08.12 WIB
Hasil: Lengkap, Sen 08.20 WIB
Menunggu 2 menit, dikerjakan 8 menit
Dalam batas

<b>2 · Petugas Pengadministrasi</b>
Diserahkan SKPD Pemohon, Sen 08.10 WIB
Diterima Petugas Pengadministrasi, Sen 08.12 WIB
Hasil: Lengkap, Sen 08.20 WIB
Menunggu 2 menit, dikerjakan 8 menit
Dalam batas
Catatan: Lengkap, mohon disposisi

<b>3 · Kepala Dinas</b>
Diserahkan SKPD Pemohon, Sen 08.10 WIB
Belum diterima
Menunggu 5 menit, dikerjakan 8 menit
<b>Lewat batas 25 menit</b>
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
Within the limit

<b>2 · Petugas Pengadministrasi</b>
Handed over by SKPD Pemohon, Mon 08:10 WIB
Received by Petugas Pengadministrasi, Mon 08:12 WIB
Outcome: Lengkap, Mon 08:20 WIB
Waited 2 minutes, worked on 8 minutes
Within the limit
Note: Lengkap, mohon disposisi

<b>3 · Kepala Dinas</b>
Handed over by SKPD Pemohon, Mon 08:10 WIB
Not received yet
Waited 5 minutes, worked on 8 minutes
<b>25 minutes past the limit</b>
---
[Download the PDF](g:17:1)\
""")


def test_a_long_card_keeps_its_newest_rows():
    rows = tuple((str(n), f"Kolom {n}", an_entry(note="Catatan " * 30)) for n in range(1, 41))

    card = kartu_kendali_card(a_kartu_kendali_view(rows=rows), SAY)

    assert visible_length(card.text) <= 4096
    assert "Kolom 40" in card.text
    assert "Kolom 1<" not in card.text
    assert "baris yang lebih lama ada dalam PDF" in card.text
    assert card.rows[0][0].action == Kartu(17, paper=True)


def test_a_step_over_by_seconds_is_not_over_by_nothing():
    rows = (("1", "Admin", an_entry(over=timedelta(seconds=20))),)

    text = kartu_kendali_card(a_kartu_kendali_view(rows=rows), SAY).text

    assert "Lewat batas kurang dari 1 menit" in text


def test_a_step_without_a_limit_is_neither_kept_nor_over():
    rows = (("1", "Admin", an_entry(due_at=None, over=None)),)

    assert "Tanpa batas" in kartu_kendali_card(a_kartu_kendali_view(rows=rows), SAY).text
