from zoneinfo import ZoneInfo

from inline_snapshot import snapshot

from messages.actions.office import Days, Post, Posts
from messages.cards.administrator import office_card
from messages.localizer import localizer_for
from tests.support.views import an_office_view, shown

SAY = localizer_for("id", ZoneInfo("Asia/Jakarta"))
SAY_ENGLISH = localizer_for("en", ZoneInfo("Asia/Jakarta"))


def test_the_administrator_sees_who_sits_where_and_what_is_vacant():
    assert shown(office_card(an_office_view(), SAY)) == snapshot("""\
<b>Dinas Kependudukan dan Pencatatan Sipil Provinsi DKI Jakarta</b>
Jabatan: 14 terisi, 2 kosong

<b>Jabatan kosong</b>
• Kepala Seksi
• Pengelola Data: undangan terkirim

<b>Kolom SOP tanpa pejabat</b>
• Kepala Seksi: jakarta-data

<b>SOP yang berlaku</b>
• Pelayanan Data dan Informasi Kependudukan (versi 1)

<b>Hari libur berikutnya</b>
• 25 Desember 2026: Hari Raya Natal
• 6 Januari 2027: Isra Mikraj (perkiraan)

Pesan yang menunggu dikirim: 0
---
[Jabatan dan pejabat](ps:0)
[Hari libur dan Ramadan](dy:0)
[Isi Kepala Seksi](po:0:kasi)
[Isi Pengelola Data](po:0:pengelola_data)
[Gambar: Pelayanan Data dan Informasi Kependudukan](pi:jakarta-data)
[Muat ulang](of)  [Ke layar pertama](hm)\
""")


def test_the_office_in_english():
    assert shown(office_card(an_office_view(), SAY_ENGLISH)) == snapshot("""\
<b>Dinas Kependudukan dan Pencatatan Sipil Provinsi DKI Jakarta</b>
Posts (jabatan): 14 held, 2 vacant

<b>Vacant posts</b>
• Kepala Seksi
• Pengelola Data: invitation sent

<b>SOP columns without an officer</b>
• Kepala Seksi: jakarta-data

<b>SOPs in force</b>
• Pelayanan Data dan Informasi Kependudukan (version 1)

<b>Next days closed</b>
• 25 December 2026: Hari Raya Natal
• 6 January 2027: Isra Mikraj (estimated)

Messages waiting to be sent: 0
---
[Posts and officers](ps:0)
[Closed days and Ramadan](dy:0)
[Fill Kepala Seksi](po:0:kasi)
[Fill Pengelola Data](po:0:pengelola_data)
[Picture: Pelayanan Data dan Informasi Kependudukan](pi:jakarta-data)
[Refresh](of)  [To the first screen](hm)\
""")


def test_a_vacant_jabatan_is_one_press_away():
    actions = [button.action for row in office_card(an_office_view(), SAY).rows for button in row]

    assert actions[:4] == [Posts(0), Days(0), Post(0, "kasi"), Post(0, "pengelola_data")]


def test_what_failed_is_not_hidden():
    text = office_card(an_office_view(parked=2, procedures=()), SAY).text

    assert "Pesan masuk yang gagal diolah: 2" in text
    assert "Belum ada SOP yang berlaku." in text
