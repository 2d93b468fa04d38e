from datetime import date
from zoneinfo import ZoneInfo

from inline_snapshot import snapshot

from messages.cards.days import days_card
from messages.localizer import localizer_for
from tests.support.views import a_day_line, a_days_view, shown

SAY = localizer_for("id", ZoneInfo("Asia/Jakarta"))
SAY_ENGLISH = localizer_for("en", ZoneInfo("Asia/Jakarta"))


def test_closed_days_are_shown_with_what_is_estimated_and_what_was_added_here():
    assert shown(days_card(a_days_view(), SAY)) == snapshot("""\
<b>Hari libur dan Ramadan</b>
Halaman 1 dari 2

• Senin, 30 November 2026: Cuti bersama tambahan (ditambahkan di sini)
• Jumat, 25 Desember 2026: Hari Raya Natal
• Rabu, 6 Januari 2027: Isra Mikraj (perkiraan)

Ramadan: 8 Februari 2027 s.d. 9 Maret 2027, ditetapkan di sini

<i>Hari bertanda (perkiraan) belum pasti; tanggalnya mengikuti SKB tiga menteri.</i>
---
[Tambah hari libur](dc)
[Tambah hari buka](do)
[Tetapkan Ramadan](dr)
[Hapus 30 November 2026 · Cuti bersama tambahan](dx:4)
[Hapus 8 Februari 2027 · Ramadan](dx:5)
[Berikutnya →](dy:1)
[Kantor](of)\
""")
    assert shown(days_card(a_days_view(), SAY_ENGLISH)) == snapshot("""\
<b>Closed days and Ramadan</b>
Page 1 of 2

• Monday, 30 November 2026: Cuti bersama tambahan (added here)
• Friday, 25 December 2026: Hari Raya Natal
• Wednesday, 6 January 2027: Isra Mikraj (estimated)

Ramadan: 8 February 2027 to 9 March 2027, set here

<i>A day marked (estimated) is not certain; the decree of the three ministers names
    it.</i>
---
[Add a closed day](dc)
[Add an open day](do)
[Set Ramadan](dr)
[Remove 30 November 2026 · Cuti bersama tambahan](dx:4)
[Remove 8 February 2027 · Ramadan](dx:5)
[Next →](dy:1)
[Office](of)\
""")


def test_where_nothing_is_estimated_nothing_is_explained():
    text = days_card(a_days_view(lines=(a_day_line(),)), SAY).text

    assert "perkiraan" not in text


def test_an_office_without_ramadan_and_closed_days_reads_that():
    text = days_card(a_days_view(lines=(), seasons=()), SAY).text

    assert "Tidak ada hari libur" in text
    assert "Tanggal Ramadan belum ditetapkan." in text


def test_ramadan_of_the_office_file_cannot_be_removed_here():
    season = a_day_line(
        first_on=date(2027, 2, 8), last_on=date(2027, 3, 9), name="Ramadan", own=None
    )

    card = days_card(a_days_view(lines=(), seasons=(season,), pages=1), SAY)

    assert "menurut berkas kantor" in card.text
    assert len(card.rows) == 4


def test_a_day_that_is_opened_is_shown_with_its_hours_and_may_be_taken_back():
    saturday = a_day_line(
        first_on=date(2026, 11, 28), name="Layanan Sabtu", hours="08.00-12.00", own=7
    )
    of_the_file = a_day_line(
        first_on=date(2026, 12, 5), name="Layanan Sabtu", hours="08.00-12.00", own=None
    )
    card = days_card(a_days_view(openings=(saturday, of_the_file), pages=1), SAY)
    assert (
        "• Sabtu, 28 November 2026: buka 08.00-12.00, Layanan Sabtu (ditambahkan di sini)\n"
        "• Sabtu, 5 Desember 2026: buka 08.00-12.00, Layanan Sabtu\n"
    ) in card.text
    removing = [button.text for row in card.rows for button in row if "Layanan" in button.text]
    assert removing == ["Hapus 28 November 2026 · Layanan Sabtu"]
