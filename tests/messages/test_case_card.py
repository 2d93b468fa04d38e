from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from inline_snapshot import snapshot

from messages.actions.applicant import Acknowledge, OpenCase, ShowCasePaper
from messages.actions.enquiries import AskOffice
from messages.actions.everybody import Home
from messages.actions.form import Resume
from messages.actions.officer import Work
from messages.cards.case import case_card, cases_card
from messages.localizer import localizer_for
from tests.support.views import (
    MONDAY,
    a_case_view,
    a_cases_view,
    a_returned_case_view,
    shown,
)
from workflow.case import CaseState
from workflow.ids import OutcomeId
from workflow.procedure import Way
from workflow.views.case import OwnPaper
from workflow.views.form import OpenDraft
from workflow.views.task import Choice

SAY = localizer_for("id", ZoneInfo("Asia/Jakarta"))
SAY_ENGLISH = localizer_for("en", ZoneInfo("Asia/Jakarta"))


def actions_of(card):
    return [button.action for row in card.rows for button in row]


def test_an_applicant_sees_the_desk_and_the_limit_but_no_name():
    assert shown(case_card(a_case_view(), SAY)) == snapshot("""\
<b>Pelayanan Data dan Informasi Kependudukan</b> · <code>PDK-2026-00017</code>
Dinas Kesehatan Provinsi DKI Jakarta

Langkah 2 dari 11 · di meja Petugas Pengadministrasi · batas langkah ini: hari ini 08.25
    WIB
Sekarang: Verifikasi permohonan
Perkiraan selesai: hari ini 10.35 WIB

Anda tidak perlu berbuat apa-apa. Pesan ini diperbarui otomatis setiap kali berkas
    berpindah.

Kode verifikasi: <code>K7QX9M2T</code>
---
[Kirim resi lagi](cp:17:resi)
[Tanya tentang permohonan ini](eq:17)\
""")


def test_the_same_in_english():
    assert shown(case_card(a_case_view(), SAY_ENGLISH)) == snapshot("""\
<b>Pelayanan Data dan Informasi Kependudukan</b> · <code>PDK-2026-00017</code>
Dinas Kesehatan Provinsi DKI Jakarta

Step 2 of 11 · on the desk of Petugas Pengadministrasi · limit of this step: today 08:25
    WIB
Now: Verifikasi permohonan
Expected to be done: today 10:35 WIB

There is nothing you need to do. This message changes by itself when the file moves on.

Verification code: <code>K7QX9M2T</code>
---
[Send the resi again](cp:17:resi)
[Ask about this request](eq:17)\
""")


def test_a_limit_on_another_day_says_the_day():
    text = case_card(a_case_view(due_at=MONDAY + timedelta(days=1)), SAY).text

    assert "batas langkah ini: Sel 08.10 WIB" in text


def test_a_limit_that_has_lapsed_is_not_hidden():
    text = case_card(a_case_view(late=True), SAY).text

    assert "<b>lewat batas langkah ini: hari ini 08.25 WIB</b>" in text


def test_a_step_without_a_limit_promises_none():
    text = case_card(a_case_view(due_at=None), SAY).text

    assert "di meja Petugas Pengadministrasi\n" in text


def test_the_end_of_the_whole_is_told_beside_the_limit_of_the_step():
    assert "Perkiraan selesai: hari ini 10.35 WIB" in case_card(a_case_view(), SAY).text
    unknown = case_card(a_case_view(expected_at=None), SAY).text
    assert "Perkiraan selesai: belum dapat diperkirakan" in unknown
    waiting = a_case_view(to_collect=True, expected_at=None)
    assert "Perkiraan" not in case_card(waiting, SAY).text


def test_a_returned_request_names_what_is_to_be_mended():
    card = case_card(a_returned_case_view(), SAY)

    assert shown(card) == snapshot("""\
<b>Pelayanan Data dan Informasi Kependudukan</b> · <code>PDK-2026-00017</code>
Dinas Kesehatan Provinsi DKI Jakarta

Langkah 1 dari 11 · <b>menunggu Anda</b>: Menyerahkan permohonan

↩ Dikembalikan untuk diperbaiki:
<blockquote>Berkas tidak terbaca, mohon unggah ulang</blockquote>
Yang perlu diperbaiki:
✗ Surat permohonan: <b>buram</b>
Hanya itu yang ditanyakan lagi; selebihnya sudah diterima.

Kode verifikasi: <code>K7QX9M2T</code>
---
[Perbaiki sekarang](t:81) primary
[Kirim resi lagi](cp:17:resi)
[Tanya tentang permohonan ini](eq:17)\
""")
    assert actions_of(card)[0] == Work(81)


def test_a_returned_request_in_english():
    assert shown(case_card(a_returned_case_view(), SAY_ENGLISH)) == snapshot("""\
<b>Pelayanan Data dan Informasi Kependudukan</b> · <code>PDK-2026-00017</code>
Dinas Kesehatan Provinsi DKI Jakarta

Step 1 of 11 · <b>waiting for you</b>: Menyerahkan permohonan

↩ Sent back to be mended:
<blockquote>Berkas tidak terbaca, mohon unggah ulang</blockquote>
What has to be mended:
✗ Surat permohonan: <b>unclear</b>
Only this is asked again; the rest has been accepted.

Verification code: <code>K7QX9M2T</code>
---
[Mend it now](t:81) primary
[Send the resi again](cp:17:resi)
[Ask about this request](eq:17)\
""")


def test_the_answer_is_acknowledged_with_one_press():
    received = Choice(
        outcome=OutcomeId("diterima"), label="Saya terima", way=Way.FORWARD, confirm=False
    )
    view = a_case_view(
        step_number="11",
        step_short="Menerima surat dan data",
        with_applicant=True,
        choices=(received,),
        released=("Surat Jawaban",),
        papers=(OwnPaper.RESI, OwnPaper.ANSWER),
    )

    card = case_card(view, SAY)

    assert actions_of(card) == [
        Acknowledge(81, "diterima"),
        ShowCasePaper(17, OwnPaper.RESI),
        ShowCasePaper(17, OwnPaper.ANSWER),
        AskOffice(17),
    ]
    assert "Jawaban sudah dikirim ke obrolan ini." in card.text


def test_what_was_not_sent_to_the_chat_is_not_said_to_have_been():
    received = Choice(
        outcome=OutcomeId("diterima"), label="Saya terima", way=Way.FORWARD, confirm=False
    )
    given = a_case_view(with_applicant=True, choices=(received,))
    collected = replace(given, to_collect=True)
    for view, said in (
        (given, "Bila sudah Anda terima, tekan tombol"),
        (collected, "Sesudah dokumennya Anda ambil di kantor"),
    ):
        text = case_card(view, SAY).text
        assert said in text
        assert "dikirim" not in text


def test_what_is_to_be_collected_says_how_as_often_as_it_is_asked():
    papers = (OwnPaper.RESI, OwnPaper.ANSWER)
    card = case_card(a_case_view(to_collect=True, papers=papers), SAY)
    assert "ada di bawah tombol Cara pengambilan" in card.text
    assert ShowCasePaper(17, OwnPaper.ANSWER) in actions_of(card)


def test_a_repair_that_marks_nothing_does_not_say_that_only_this_is_asked():
    text = case_card(a_returned_case_view(marks=()), SAY).text
    assert "Hanya itu" not in text


def test_a_finished_request_says_so_and_keeps_its_papers():
    view = a_case_view(
        state=CaseState.FINISHED,
        task_id=None,
        ended_at=MONDAY + timedelta(hours=2),
        released=("Surat Jawaban",),
        papers=(OwnPaper.RESI, OwnPaper.ANSWER),
    )

    card = case_card(view, SAY)

    assert "✓ <b>Selesai</b> Sen 10.10 WIB." in card.text
    assert actions_of(card) == [
        ShowCasePaper(17, OwnPaper.RESI),
        ShowCasePaper(17, OwnPaper.ANSWER),
        Home(),
    ]


def test_a_refused_request_says_why():
    view = a_case_view(
        state=CaseState.REFUSED,
        task_id=None,
        ended_at=MONDAY,
        reason="Data perorangan tidak dapat diberikan",
    )

    text = case_card(view, SAY).text

    assert "✗ <b>Ditolak</b> Sen 08.10 WIB." in text
    assert "<blockquote>Data perorangan tidak dapat diberikan</blockquote>" in text
    assert "di meja" not in text


def test_all_own_cases_stand_in_one_list():
    card = cases_card(a_cases_view(), SAY)

    assert shown(card) == snapshot("""\
<b>Permohonan Anda</b>

1. <b>PDK-2026-00017</b> · Pelayanan Data dan Informasi Kependudukan
Langkah 2 dari 11 · di meja Petugas Pengadministrasi

2. <b>PDK-2026-00009</b> · Pelayanan Data dan Informasi Kependudukan
Langkah 2 dari 11 · <b>menunggu Anda</b>

3. <b>PDK-2026-00003</b> · Pelayanan Data dan Informasi Kependudukan
✓ Selesai
---
[1 · PDK-2026-00017](c:17)
[2 · PDK-2026-00009](c:9)
[3 · PDK-2026-00003](c:3)
[Ke layar pertama](hm)\
""")
    assert actions_of(card) == [OpenCase(17), OpenCase(9), OpenCase(3), Home()]


def test_whoever_asked_for_nothing_yet_is_led_to_the_first_screen():
    card = cases_card(a_cases_view(lines=()), SAY)

    assert card.text == "Belum ada permohonan."
    assert actions_of(card) == [Home()]


def test_an_open_form_is_listed_with_the_cases():
    card = cases_card(a_cases_view(open_draft=OpenDraft(title="Kartu Keluarga", number="")), SAY)

    assert "Isian yang belum diserahkan: <b>Kartu Keluarga</b>" in card.text
    assert actions_of(card)[0] == Resume()


def test_an_applicant_who_is_reminded_reads_since_when_the_request_waits():
    waits_since = MONDAY - timedelta(days=14)
    text = case_card(a_returned_case_view(waits_since=waits_since), SAY).text
    assert "<b>Permohonan ini masih menunggu Anda</b> sejak Sen 9 Nov 08.10 WIB." in text
