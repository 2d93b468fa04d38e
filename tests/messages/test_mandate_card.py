from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from inline_snapshot import snapshot

from messages.cards.mandate import mandate_card
from messages.localizer import localizer_for
from tests.support.views import a_mandate_view, shown
from workflow.mandate import DayChoice, Hint, Mandate
from workflow.people import Acting
from workflow.views.mandate import CandidateLine

SAY = localizer_for("id", ZoneInfo("Asia/Jakarta"))
SAY_ENGLISH = localizer_for("en", ZoneInfo("Asia/Jakarta"))

BEGUN = Mandate(jabatan="kepala_dinas")
PLH = replace(BEGUN, acting=Acting.PLH)
NAMED = replace(PLH, person_id=7, name="Drs. Agus Hermawan, M.M")
FROM_MONDAY = replace(NAMED, first_on=date(2026, 11, 23))
TO_FRIDAY = replace(FROM_MONDAY, last_on=date(2026, 11, 27))
WHOLE = replace(TO_FRIDAY, sk="800/123/2026")


def test_the_capacity_is_asked_first_and_both_are_explained():
    assert shown(mandate_card(a_mandate_view(BEGUN), SAY)) == snapshot("""\
<b>Pejabat sementara: Kepala Dinas</b>
Pejabat sekarang: Ir. Sari Kusuma, M.Si

Pilih sebutannya.
<b>Plh.</b>: pejabatnya berhalangan sementara, lazimnya sekurang-kurangnya 7 hari kerja.
<b>Plt.</b>: jabatannya kosong; lazimnya 3 bulan dan dapat diperpanjang.
---
[Plh.](mc:acting:PLH)  [Plt.](mc:acting:PLT)
[Batal](po:0:kepala_dinas)\
""")


def test_a_person_in_office_is_chosen_or_somebody_new_is_invited():
    people = (
        CandidateLine(person_id=7, name="Drs. Agus Hermawan, M.M", title="Sekretaris Dinas"),
        CandidateLine(person_id=9, name="Dedi Kurniawan, S.Si", title="Plt. Kepala Seksi"),
    )
    view = a_mandate_view(PLH, candidates=people, page=1, pages=3)

    assert shown(mandate_card(view, SAY)) == snapshot("""\
<b>Pejabat sementara: Kepala Dinas</b>
Pejabat sekarang: Ir. Sari Kusuma, M.Si

Sebagai: <b>Plh.</b>

Siapa yang ditunjuk? Pilih pejabat yang sudah bertugas, atau undang orang baru dengan
    tautan.
Halaman 2 dari 3
---
[Drs. Agus Hermawan, M.M · Sekretaris Dinas](mc:person:7)
[Dedi Kurniawan, S.Si · Plt. Kepala Seksi](mc:person:9)
[← Sebelumnya](mp:0)  [Berikutnya →](mp:2)
[Orang baru, dengan tautan](mc:person:link)
[Batal](po:0:kepala_dinas)\
""")


def test_somebody_new_is_written_with_name_nip_and_rank():
    view = a_mandate_view(replace(PLH, by_link=True))

    assert shown(mandate_card(view, SAY)) == snapshot("""\
<b>Pejabat sementara: Kepala Dinas</b>
Pejabat sekarang: Ir. Sari Kusuma, M.Si

Sebagai: <b>Plh.</b>

Tulis dalam satu pesan, satu baris masing-masing: nama dan gelar, NIP, pangkat. NIP dan
    pangkat boleh dikosongkan.
---
[Batal](po:0:kepala_dinas)\
""")


def test_days_are_pressed_or_written():
    days = (DayChoice(on=date(2026, 11, 23)), DayChoice(on=date(2026, 11, 24)))
    view = a_mandate_view(NAMED, days=days)

    assert shown(mandate_card(view, SAY)) == snapshot("""\
<b>Pejabat sementara: Kepala Dinas</b>
Pejabat sekarang: Ir. Sari Kusuma, M.Si

Sebagai: <b>Plh.</b>
Yang ditunjuk: <b>Drs. Agus Hermawan, M.M</b>

Mulai kapan? Pilih tanggalnya, atau tulis, misalnya <i>24-11-2026</i>.
---
[Hari ini, 23 November 2026](mc:first:2026-11-23)
[Selasa, 24 November 2026](mc:first:2026-11-24)
[Batal](po:0:kepala_dinas)\
""")
    assert shown(mandate_card(view, SAY_ENGLISH)) == snapshot("""\
<b>Acting officer: Kepala Dinas</b>
Held now by: Ir. Sari Kusuma, M.Si

As: <b>Plh.</b>
Named: <b>Drs. Agus Hermawan, M.M</b>

From when? Choose the day, or write it, such as <i>24-11-2026</i>.
---
[Today, 23 November 2026](mc:first:2026-11-23)
[Tuesday, 24 November 2026](mc:first:2026-11-24)
[Cancel](po:0:kepala_dinas)\
""")


def test_the_last_day_is_offered_by_working_days_and_months():
    days = (
        DayChoice(on=date(2026, 12, 1), working_days=7),
        DayChoice(on=date(2026, 12, 22), months=1),
    )
    view = a_mandate_view(FROM_MONDAY, days=days)

    assert shown(mandate_card(view, SAY)) == snapshot("""\
<b>Pejabat sementara: Kepala Dinas</b>
Pejabat sekarang: Ir. Sari Kusuma, M.Si

Sebagai: <b>Plh.</b>
Yang ditunjuk: <b>Drs. Agus Hermawan, M.M</b>
Mulai: 23 November 2026

Sampai kapan? Hari terakhir masih termasuk. Pilih tanggalnya, atau tulis, misalnya
    <i>22-12-2026</i>.
---
[7 hari kerja: 1 Desember 2026](mc:last:2026-12-01)
[1 bulan: 22 Desember 2026](mc:last:2026-12-22)
[Batal](po:0:kepala_dinas)\
""")
    assert shown(mandate_card(view, SAY_ENGLISH)) == snapshot("""\
<b>Acting officer: Kepala Dinas</b>
Held now by: Ir. Sari Kusuma, M.Si

As: <b>Plh.</b>
Named: <b>Drs. Agus Hermawan, M.M</b>
From: 23 November 2026

Until when? The last day still counts. Choose the day, or write it, such as
    <i>22-12-2026</i>.
---
[7 working days: 1 December 2026](mc:last:2026-12-01)
[1 month: 22 December 2026](mc:last:2026-12-22)
[Cancel](po:0:kepala_dinas)\
""")


def test_the_decree_may_lack_a_number():
    assert shown(mandate_card(a_mandate_view(TO_FRIDAY, working_days=5), SAY)) == snapshot("""\
<b>Pejabat sementara: Kepala Dinas</b>
Pejabat sekarang: Ir. Sari Kusuma, M.Si

Sebagai: <b>Plh.</b>
Yang ditunjuk: <b>Drs. Agus Hermawan, M.M</b>
Mulai: 23 November 2026
Sampai dengan: 27 November 2026 (5 hari kerja)

Tulis nomor SK penunjukannya, misalnya <i>800/123/2026</i>, atau lanjutkan tanpa nomor.
---
[Tanpa nomor SK](mc:sk:none)
[Batal](po:0:kepala_dinas)\
""")


def test_everything_is_shown_once_more_with_what_is_unusual():
    view = a_mandate_view(WHOLE, working_days=5, hints=(Hint.SHORT_PLH,))

    assert shown(mandate_card(view, SAY)) == snapshot("""\
<b>Pejabat sementara: Kepala Dinas</b>
Pejabat sekarang: Ir. Sari Kusuma, M.Si

Sebagai: <b>Plh.</b>
Yang ditunjuk: <b>Drs. Agus Hermawan, M.M</b>
Mulai: 23 November 2026
Sampai dengan: 27 November 2026 (5 hari kerja)
Nomor SK: 800/123/2026

<i>Kurang dari 7 hari kerja: untuk waktu sependek ini Plh. lazimnya belum ditunjuk.</i>
Penunjukan berlaku sejak hari pertama dan berakhir sendiri setelah hari terakhir. Yang
    bersangkutan diberi tahu.
---
[Tunjuk](mc:sure:yes) success
[Batal](po:0:kepala_dinas)\
""")
    assert shown(mandate_card(view, SAY_ENGLISH)) == snapshot("""\
<b>Acting officer: Kepala Dinas</b>
Held now by: Ir. Sari Kusuma, M.Si

As: <b>Plh.</b>
Named: <b>Drs. Agus Hermawan, M.M</b>
From: 23 November 2026
Until and including: 27 November 2026 (5 working days)
Decree (SK): 800/123/2026

<i>Less than 7 working days: for so short a time no Plh. is named as a rule.</i>
The appointment begins on the first day and ends by itself after the last. Those concerned
    are told.
---
[Name](mc:sure:yes) success
[Cancel](po:0:kepala_dinas)\
""")


def test_each_hint_has_its_words():
    texts = {
        mandate_card(a_mandate_view(WHOLE, hints=(hint,)), say).text
        for hint in Hint
        for say in (SAY, SAY_ENGLISH)
    }

    assert len(texts) == 2 * len(Hint)


def test_a_link_is_made_for_somebody_new():
    view = a_mandate_view(replace(WHOLE, person_id=None, by_link=True), holders=())

    assert shown(mandate_card(view, SAY)) == snapshot("""\
<b>Pejabat sementara: Kepala Dinas</b>
Jabatan ini sekarang kosong.

Sebagai: <b>Plh.</b>
Yang ditunjuk: <b>Drs. Agus Hermawan, M.M</b>
Mulai: 23 November 2026
Sampai dengan: 27 November 2026 (0 hari kerja)
Nomor SK: 800/123/2026

Tautan hanya untuk yang ditunjuk. Penunjukan berakhir sendiri setelah hari terakhir.
---
[Buat tautan](mc:sure:yes) success
[Batal](po:0:kepala_dinas)\
""")
