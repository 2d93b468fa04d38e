from datetime import date
from zoneinfo import ZoneInfo

from inline_snapshot import snapshot

from messages.actions.applicant import MyCases
from messages.actions.everybody import Accept, Speak, SpeakFirst
from messages.actions.form import Begin, Resume
from messages.actions.office import OfficeScreen
from messages.actions.officer import Queue
from messages.actions.supervisor import Overview
from messages.cards.commands import commands, help_card, introduction
from messages.cards.welcome import privacy_card, welcome_card
from messages.localizer import localizer_for
from tests.support.views import a_help_view, a_privacy_view, a_welcome_view, ensure_sendable, shown
from workflow.ids import ProcedureId, ServiceId
from workflow.views.form import OpenDraft
from workflow.views.welcome import Offer

SAY = localizer_for("id", ZoneInfo("Asia/Jakarta"))
SAY_ENGLISH = localizer_for("en", ZoneInfo("Asia/Jakarta"))


def actions_of(card):
    return [button.action for row in card.rows for button in row]


def test_a_stranger_sees_what_the_office_does_and_that_it_is_free():
    assert shown(welcome_card(a_welcome_view(), SAY)) == snapshot("""\
<b>Dinas Kependudukan dan Pencatatan Sipil Provinsi DKI Jakarta</b>
Selamat datang, Rina.

Yang dapat diajukan di sini:
• <b>Pelayanan Data dan Informasi Kependudukan</b>: Permohonan data kependudukan oleh
    instansi pemerintah.

Semua layanan gratis.
Tekan salah satu layanan untuk memulai. Setiap jawaban langsung tersimpan dan dapat
    dilanjutkan kapan saja.
---
[Pelayanan Data dan Informasi Kependudukan](b:jakarta-data:)
[English](sp:en)\
""")


def test_services_that_need_no_words_stand_in_one_line():
    offers = (
        Offer(procedure_id=ProcedureId("a"), service=None, title="Data", intro="Untuk instansi."),
        *(
            Offer(procedure_id=ProcedureId("b"), service=ServiceId(name), title=name, intro="")
            for name in ("Kartu Keluarga", "KTP-el", "KIA")
        ),
    )

    text = welcome_card(a_welcome_view(offers=offers), SAY).text

    assert "• <b>Data</b>: Untuk instansi.\n• <b>Kartu Keluarga, KTP-el, KIA</b>\n" in text


def test_the_first_screen_in_english():
    assert shown(welcome_card(a_welcome_view(), SAY_ENGLISH)) == snapshot("""\
<b>Dinas Kependudukan dan Pencatatan Sipil Provinsi DKI Jakarta</b>
Welcome, Rina.

What you can ask for here:
• <b>Pelayanan Data dan Informasi Kependudukan</b>: Permohonan data kependudukan oleh
    instansi pemerintah.

All services are free of charge.
Press a service to begin. Your answers are kept at every step, and you can go on at any
    time.
---
[Pelayanan Data dan Informasi Kependudukan](b:jakarta-data:)
[Bahasa Indonesia](sp:id)\
""")


def test_a_form_left_open_comes_first():
    view = a_welcome_view(open_draft=OpenDraft(title="Kartu Keluarga", number=""), cases=2)

    actions = actions_of(welcome_card(view, SAY))

    assert actions[0] == Resume()
    assert MyCases() in actions


def test_an_officer_sees_the_desk_and_the_work_on_it():
    view = a_welcome_view(
        offers=(), jabatan=("Kepala Seksi",), tasks=3, supervisor=True, administrator=True
    )

    card = welcome_card(view, SAY)

    assert shown(card) == snapshot("""\
<b>Dinas Kependudukan dan Pencatatan Sipil Provinsi DKI Jakarta</b>
Selamat datang, Rina.

Jabatan Anda: <b>Kepala Seksi</b>
Tugas menunggu: 3
---
[Tugas saya (3)](q:0) primary
[Pantauan](ov:0)
[Kantor](of)  [English](sp:en)\
""")
    assert actions_of(card) == [Queue(0), Overview(0), OfficeScreen(), Speak("en")]


def test_services_of_one_sop_are_begun_by_their_own_names():
    offer = Offer(
        procedure_id=ProcedureId("pekanbaru-sipenduduk"),
        service=ServiceId("akta_kelahiran"),
        title="Akta Kelahiran",
        intro="",
    )

    card = welcome_card(a_welcome_view(offers=(offer,)), SAY)

    assert Begin("pekanbaru-sipenduduk", "akta_kelahiran") in actions_of(card)


def test_short_services_stand_two_a_row_and_a_long_one_has_its_own():
    titles = ("Kartu Keluarga", "KTP-el", "KIA", "Surat Keterangan Pindah", "Akta Kelahiran")
    offers = tuple(
        Offer(procedure_id=ProcedureId("b"), service=ServiceId(f"s{at}"), title=title, intro="")
        for at, title in enumerate(titles)
    )
    rows = welcome_card(a_welcome_view(offers=offers), SAY).rows
    assert [[button.text for button in row] for row in rows[:4]] == [
        ["Kartu Keluarga", "KTP-el"],
        ["KIA"],
        ["Surat Keterangan Pindah"],
        ["Akta Kelahiran"],
    ]


def test_the_notice_is_accepted_in_the_version_that_is_shown():
    card = privacy_card(a_privacy_view(), SAY)

    assert shown(card) == snapshot("""\
<b>Pelindungan data pribadi</b>
Dinas Kependudukan dan Pencatatan Sipil Provinsi DKI Jakarta

Data Anda disimpan di kantor.
Di obrolan hanya tampil tersamar.

<i>Versi 2026-11</i>
---
[Setuju dan lanjutkan](ac:2026-11:jakarta-data:) success
[English](sn:en:jakarta-data:)\
""")
    assert actions_of(card)[0] == Accept("2026-11", "jakarta-data", None)


def test_the_notice_read_by_itself_leads_nowhere_else():
    card = privacy_card(a_privacy_view(choice=""), SAY_ENGLISH)

    assert actions_of(card) == [
        Accept("2026-11", None, None),
        SpeakFirst("id", None, None),
    ]


def test_an_accepted_notice_says_when_and_has_no_buttons():
    card = privacy_card(a_privacy_view(accepted_on=date(2026, 11, 23)), SAY)

    assert card.rows == ()
    assert card.text.endswith("✓ Anda setujui pada 23 November 2026.")
    english = privacy_card(a_privacy_view(accepted_on=date(2026, 11, 23)), SAY_ENGLISH)
    assert english.text.endswith("✓ You agreed on 23 November 2026.")


def test_the_longest_names_fit_behind_the_accept_button():
    card = privacy_card(a_privacy_view(version="2026.11.23", choice=f"{'p' * 32}:{'s' * 16}"), SAY)

    ensure_sendable(card)


def test_everybody_sees_only_the_commands_they_may_use():
    applicant = commands(officer=False, supervisor=False, administrator=False, say=SAY)
    everything = commands(officer=True, supervisor=True, administrator=True, say=SAY_ENGLISH)

    assert [name for name, _ in applicant] == snapshot(
        ["start", "cari", "status", "batal", "bahasa", "privasi", "bantuan"]
    )
    assert everything == snapshot(
        (
            ("start", "First screen and services"),
            ("tugas", "My tasks by due time"),
            ("hariini", "What I decided today"),
            ("skm", "Results of the satisfaction survey (SKM)"),
            ("pantau", "What is late, and with whom"),
            ("kantor", "Posts, invitations and the state of the office"),
            ("cari", "Find a file: name, number, date"),
            ("status", "Where my requests stand"),
            ("batal", "Cancel what is being written"),
            ("bahasa", "Change the language"),
            ("privasi", "Protection of personal data"),
            ("bantuan", "Help"),
        )
    )


def test_help_lists_the_commands():
    card = help_card(a_help_view(), SAY)

    assert shown(card) == snapshot("""\
<b>Bantuan</b>

Ajukan layanan dari layar pertama, jawab satu per satu, lalu serahkan. Kabar tentang
    permohonan Anda, juga pertanyaan dari kantor, datang ke obrolan ini; setelah
    jawabannya sampai Anda ditanya sekali tentang pelayanannya. Lewat /status Anda dapat
    bertanya kepada petugas yang memegang berkasnya, mencabut permohonan selama jawabannya
    belum ditandatangani, dan meminta koreksi atas jawaban yang keliru; resi, isian,
    berkas, jawaban dan tanda terima dapat dikirim ulang dari sana. Semua layanan gratis.

<b>Dinas Kependudukan dan Pencatatan Sipil</b>
Jalan Merdeka Nomor 1, Kota Contoh 10000
Telepon (021) 555 0100 · dukcapil@contoh.example
Jam pelayanan: Senin–Kamis 07.30–12.00, 13.00–16.00; Jumat 07.30–11.30, 13.00–16.30

/start · Layar pertama dan layanan
/cari · Cari berkas: nama, nomor, tanggal
/status · Status permohonan saya
/batal · Batalkan yang sedang ditulis
/bahasa · Ganti bahasa
/privasi · Pelindungan data pribadi
/bantuan · Bantuan
---
[Ke layar pertama](hm)\
""")


def test_help_says_where_the_office_is_and_when_somebody_is_there_and_leaves_out_what_it_lacks():
    english = help_card(a_help_view(officer=True), SAY_ENGLISH).text
    assert "Jalan Merdeka Nomor 1, Kota Contoh 10000\nTelepon (021) 555 0100" in english
    assert "Opening hours: Monday–Thursday 07:30–12:00, 13:00–16:00; Friday" in english
    assert "Telepon" not in help_card(a_help_view(contact=""), SAY).text


def test_an_empty_chat_says_whose_bot_it_is_and_what_it_is_for():
    whole, short = introduction("Dinas Kependudukan dan Pencatatan Sipil", SAY)

    assert whole == (
        "Layanan resmi Dinas Kependudukan dan Pencatatan Sipil lewat Telegram. Tekan Mulai untuk "
        "mengajukan layanan, mengirim berkas, dan memantau permohonan Anda. Semua layanan gratis."
    )
    assert short == "Ajukan dan pantau layanan Dinas Kependudukan dan Pencatatan Sipil. Gratis."


def test_the_longest_name_of_an_office_fits_into_a_profile():
    for say in (SAY, SAY_ENGLISH):
        whole, short = introduction("Dinas & " * 40, say)

        assert len(whole) <= 512
        assert len(short) <= 120
