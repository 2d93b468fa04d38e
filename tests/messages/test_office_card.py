from zoneinfo import ZoneInfo

from inline_snapshot import snapshot

from messages.actions import Invite
from messages.cards.administrator import office_card
from messages.localizer import localizer_for
from tests.support.views import an_office_view, shown

SAY = localizer_for("id", ZoneInfo("Asia/Jakarta"))
SAY_ENGLISH = localizer_for("en", ZoneInfo("Asia/Jakarta"))


def test_the_administrator_sees_who_sits_where_and_what_is_vacant():
    assert shown(office_card(an_office_view(), SAY)) == snapshot("""\
<b>Dinas Kependudukan dan Pencatatan Sipil Provinsi DKI Jakarta</b>

<b>Jabatan</b>
• Kepala Dinas: Ir. Sari Kusuma, M.Si
• Kepala Seksi: <b>kosong</b>
• Pengelola Data: kosong, undangan terkirim

<b>Kolom SOP tanpa pejabat</b>
• jakarta-data: Kepala Seksi

<b>SOP yang berlaku</b>
• Pelayanan Data dan Informasi Kependudukan (versi 1)

<b>Hari libur berikutnya</b>
• 25 Desember 2026: Hari Raya Natal
• 6 Januari 2027: Isra Mikraj (perkiraan)

Pesan yang menunggu dikirim: 0
---
[Undang Kepala Seksi](iv:kasi)
[Undang lagi Pengelola Data](iv:pengelola_data)
[Gambar: Pelayanan Data dan Informasi Kependudukan](pi:jakarta-data)
[Muat ulang](of)  [Ke layar pertama](hm)\
""")


def test_the_office_in_english():
    assert shown(office_card(an_office_view(), SAY_ENGLISH)) == snapshot("""\
<b>Dinas Kependudukan dan Pencatatan Sipil Provinsi DKI Jakarta</b>

<b>Posts (jabatan)</b>
• Kepala Dinas: Ir. Sari Kusuma, M.Si
• Kepala Seksi: <b>vacant</b>
• Pengelola Data: vacant, invitation sent

<b>SOP columns without an officer</b>
• jakarta-data: Kepala Seksi

<b>SOPs in force</b>
• Pelayanan Data dan Informasi Kependudukan (version 1)

<b>Next days closed</b>
• 25 December 2026: Hari Raya Natal
• 6 January 2027: Isra Mikraj (estimated)

Messages waiting to be sent: 0
---
[Invite Kepala Seksi](iv:kasi)
[Invite again Pengelola Data](iv:pengelola_data)
[Picture: Pelayanan Data dan Informasi Kependudukan](pi:jakarta-data)
[Refresh](of)  [To first screen](hm)\
""")


def test_only_a_vacant_jabatan_is_offered_for_invitation():
    actions = [button.action for row in office_card(an_office_view(), SAY).rows for button in row]

    assert Invite("kasi") in actions
    assert Invite("kepala_dinas") not in actions


def test_what_failed_is_not_hidden():
    text = office_card(an_office_view(parked=2, procedures=()), SAY).text

    assert "Pesan masuk yang gagal diolah: 2" in text
    assert "Belum ada SOP yang berlaku." in text
