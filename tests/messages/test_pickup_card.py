from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from inline_snapshot import snapshot

from messages.cards.pickup import opening_hours, pickup_card
from messages.localizer import localizer_for
from tests.support.views import a_pickup_view, shown
from workflow.opening_hours import DEFAULT_HOURS, RAMADAN_HOURS

JAKARTA = ZoneInfo("Asia/Jakarta")
SAY = localizer_for("id", JAKARTA)
SAY_ENGLISH = localizer_for("en", JAKARTA)
HOURS = DEFAULT_HOURS[0]


def test_an_applicant_is_told_what_to_bring_where_and_when():
    assert shown(pickup_card(a_pickup_view(), SAY)) == snapshot("""\
<b>KTP-el</b> untuk permohonan <code>SPD-2026-00003</code> sudah selesai. Silakan ambil di
    kantor.
Bawa: Resi permohonan; Kartu Keluarga
Tempat: Dinas Kependudukan dan Pencatatan Sipil, Jalan Merdeka Nomor 1, Kota Contoh
Waktu: Senin–Kamis 07.30–12.00, 13.00–16.00; Jumat 07.30–11.30, 13.00–16.30
Layanan ini gratis.
---\
""")


def test_the_same_in_english():
    assert shown(pickup_card(a_pickup_view(), SAY_ENGLISH)) == snapshot("""\
<b>KTP-el</b> for request <code>SPD-2026-00003</code> is ready. Please collect it at the
    office.
Bring: Resi permohonan; Kartu Keluarga
Where: Dinas Kependudukan dan Pencatatan Sipil, Jalan Merdeka Nomor 1, Kota Contoh
When: Monday–Thursday 07:30–12:00, 13:00–16:00; Friday 07:30–11:30, 13:00–16:30
This service is free.
---\
""")


def test_an_sop_may_say_the_time_in_its_own_words():
    text = pickup_card(a_pickup_view(when="Setiap Sabtu pagi"), SAY).text
    assert "Waktu: Setiap Sabtu pagi" in text
    assert "Senin" not in text


@pytest.mark.parametrize(
    ("week", "said"),
    [
        (
            RAMADAN_HOURS,
            "Senin–Kamis 08.00–12.00, 12.30–15.00; Jumat 08.00–11.30, 12.30–15.30",
        ),
        (
            (HOURS, (), HOURS, (), (), (), ()),
            "Senin 07.30–12.00, 13.00–16.00; Rabu 07.30–12.00, 13.00–16.00",
        ),
        (((),) * 7, ""),
    ],
)
def test_days_of_equal_hours_that_follow_each_other_are_said_together(week, said):
    assert opening_hours(week, SAY) == said


def test_a_long_list_still_fits_into_a_message():
    view = replace(a_pickup_view(), bring=("<b>&" * 300,) * 20, where="x" * 4000)
    assert len(pickup_card(view, SAY).text) < 8000
