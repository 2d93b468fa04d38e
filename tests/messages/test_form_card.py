from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from inline_snapshot import snapshot

from messages.actions.applicant import OpenCase
from messages.actions.form import (
    FormBack,
    FormCancel,
    FormChange,
    FormChoose,
    FormDrop,
    FormKeep,
    FormNext,
    FormRecall,
    FormSubmit,
    FormTakeOut,
)
from messages.card import Style
from messages.cards.fitting import visible_length
from messages.cards.form import draft_line, form_card
from messages.localizer import localizer_for
from tests.support.views import (
    MINUTE,
    MONDAY,
    a_form_view,
    a_review_view,
    a_slot_view,
    ensure_sendable,
    shown,
)
from workflow.case import Defect
from workflow.errors import DayTooEarly
from workflow.person_numbers import NumberDoubt
from workflow.views.form import HandedInBefore, KnownDetails, Onward, OpenDraft, Outset, StepAhead
from workflow.views.task import Fact, MarkLine

SAY = localizer_for("id", ZoneInfo("Asia/Jakarta"))
SAY_ENGLISH = localizer_for("en", ZoneInfo("Asia/Jakarta"))


def actions_of(card):
    return [button.action for row in card.rows for button in row]


def test_a_question_says_where_one_is_and_what_is_wanted():
    assert shown(form_card(a_form_view(), SAY)) == snapshot("""\
Pelayanan Data dan Informasi Kependudukan
<b>Pertanyaan 3 dari 10</b>

<b>Nomor telepon</b>
Nomor telepon yang dapat dihubungi pada jam kerja?
<i>Contoh: 0812 3456 7890</i>

Tulis jawaban Anda sebagai pesan.
---
[← Kembali](fb:5:2)  [Batalkan](fx:5)\
""")


def test_a_question_in_english():
    assert shown(form_card(a_form_view(), SAY_ENGLISH)) == snapshot("""\
Pelayanan Data dan Informasi Kependudukan
<b>Question 3 of 10</b>

<b>Nomor telepon</b>
Nomor telepon yang dapat dihubungi pada jam kerja?
<i>Example: 0812 3456 7890</i>

Write your answer as a message.
---
[← Back](fb:5:2)  [Cancel](fx:5)\
""")


def test_from_the_first_question_there_is_no_way_back():
    assert actions_of(form_card(a_form_view(place=0), SAY)) == [FormCancel(5)]


def test_the_first_question_says_what_to_have_ready_how_long_it_takes_and_what_it_costs():
    outset = Outset(
        needed=("Kartu Keluarga", "Foto"),
        sometimes=("Surat keterangan hilang",),
        steps=(
            StepAhead("1", "Mengajukan permohonan", "Pemohon"),
            StepAhead("2", "Verifikasi & paraf", "Kepala Seksi"),
        ),
        expected_at=MONDAY + 95 * MINUTE,
        now=MONDAY,
    )
    text = form_card(a_form_view(place=0, outset=outset), SAY).text
    assert (
        "Siapkan: Kartu Keluarga, Foto\nBila diperlukan: Surat keterangan hilang\n"
        "Perkiraan selesai bila diserahkan sekarang: hari ini 09.45 WIB\nBiaya: gratis.\n"
        "Langkahnya (2):\n<blockquote expandable>1. Mengajukan permohonan · Pemohon\n"
        "2. Verifikasi &amp; paraf · Kepala Seksi</blockquote>"
    ) in text
    unknown = form_card(a_form_view(place=0, outset=replace(outset, expected_at=None)), SAY).text
    assert "Perkiraan selesai: belum dapat diperkirakan" in unknown


def test_a_service_without_requirements_says_so():
    outset = Outset(needed=(), sometimes=(), steps=(), expected_at=None, now=MONDAY)
    text = form_card(a_form_view(place=0, outset=outset), SAY).text
    assert "Persyaratan: tidak ada berkas yang perlu disiapkan." in text


def test_an_sop_of_two_hundred_steps_still_fits_before_the_first_question():
    steps = tuple(StepAhead(str(at), "&" * 40, '"' * 80) for at in range(200))
    outset = Outset(needed=(), sometimes=(), steps=steps, expected_at=None, now=MONDAY)
    ensure_sendable(form_card(a_form_view(place=0, outset=outset), SAY))


def test_choices_are_buttons():
    view = a_form_view(kind="choice", choices=("Penelitian", "Alokasi & anggaran"))

    card = form_card(view, SAY)

    assert actions_of(card)[:2] == [FormChoose(5, 2, 0), FormChoose(5, 2, 1)]
    assert [row[0].text for row in card.rows[:2]] == ["Penelitian", "Alokasi & anggaran"]
    assert "Pilih salah satu." in card.text


def test_what_is_optional_can_be_skipped():
    card = form_card(a_form_view(optional=True), SAY)

    assert card.rows[0][0].text == "Lewati"
    assert actions_of(card)[0] == FormNext(5, 2)


def test_an_answer_given_before_can_be_kept():
    card = form_card(a_form_view(answer="+628123456789"), SAY)

    assert "Jawaban sekarang: <b>+628123456789</b>" in card.text
    assert card.rows[0][0].text == "Lanjut"
    assert actions_of(card)[0] == FormNext(5, 2)


def test_the_number_of_a_person_is_promised_to_leave_the_chat():
    assert "dihapus dari obrolan" in form_card(a_form_view(kind="nik"), SAY).text
    assert "dihapus dari obrolan" not in form_card(a_form_view(), SAY).text


def test_a_day_that_passed_meanwhile_is_named_and_nothing_can_be_handed_in():
    lapsed = DayTooEarly(
        title="Izin berlaku sampai",
        day=date(2026, 11, 25),
        earliest=date(2026, 11, 30),
        than="today",
        other="",
    )

    card = form_card(a_review_view(unfit=(lapsed,)), SAY)

    assert "<b>Izin berlaku sampai</b>: 25 November 2026 sudah lewat" in card.text
    assert FormSubmit(5) not in actions_of(card)
    assert FormSubmit(5) in actions_of(form_card(a_review_view(), SAY))


def test_a_slot_says_what_it_takes_before_anything_is_sent():
    assert shown(form_card(a_slot_view(), SAY)) == snapshot("""\
Pelayanan Data dan Informasi Kependudukan
<b>Pertanyaan 9 dari 10</b>

<b>Surat permohonan</b>
Kirim surat permohonan yang sudah ditandatangani pimpinan instansi.
<i>Contoh: berkas PDF, atau foto tiap halaman yang terang</i>

Jenis: PDF, JPEG, PNG, paling besar 20 MB tiap berkas.
Boleh beberapa berkas, satu per satu atau sebagai album, paling banyak 5.
---
[← Kembali](fb:5:8)  [Batalkan](fx:5)\
""")


def test_a_slot_in_english_with_a_file_in_it():
    view = a_slot_view(files=("surat.pdf",), said="received")

    assert shown(form_card(view, SAY_ENGLISH)) == snapshot("""\
✓ File received and stored at the office; the copy in this chat is deleted.

Pelayanan Data dan Informasi Kependudukan
<b>Question 9 of 10</b>

<b>Surat permohonan</b>
Kirim surat permohonan yang sudah ditandatangani pimpinan instansi.
<i>Example: berkas PDF, atau foto tiap halaman yang terang</i>

Accepted: PDF, JPEG, PNG, at most 20 MB each.
Several files may be sent, one by one or as an album, at most 5.
When all is there, press <b>Next</b>.

<b>Files received (1)</b>
1. surat.pdf
---
[Next](fn:5:8) primary
[Remove the file](fo:5:8:AbCdEfGh)
[← Back](fb:5:8)  [Cancel](fx:5)\
""")


def test_a_file_that_arrived_is_acknowledged_and_can_be_taken_out():
    card = form_card(a_slot_view(files=("surat.pdf", "lampiran.jpg"), said="received"), SAY)

    assert card.text.startswith("✓ Berkas diterima dan tersimpan di kantor")
    assert "1. surat.pdf\n2. lampiran.jpg" in card.text
    assert actions_of(card)[:2] == [FormNext(5, 8), FormTakeOut(5, 8, "AbCdEfGh")]


def test_a_slot_for_one_file_does_not_speak_of_pages():
    assert "Kirim satu berkas" in form_card(a_slot_view(most=1), SAY).text


def test_a_repair_says_what_the_officer_found():
    card = form_card(a_slot_view(repair=True, place=0, places=1, why="Tidak <terbaca>"), SAY)

    assert "Perbaikan: " in card.text
    assert "<blockquote>Tidak &lt;terbaca&gt;</blockquote>" in card.text


def test_all_answers_are_checked_before_they_are_handed_in():
    assert shown(form_card(a_review_view(), SAY)) == snapshot("""\
Pelayanan Data dan Informasi Kependudukan
<b>Periksa kembali</b>

1. <i>Instansi pemohon:</i> Dinas Kesehatan Provinsi DKI Jakarta
2. <i>NIK penanggung jawab:</i> 3175••••••••0001
3. <i>Surel:</i> (kosong)
4. <i>Surat permohonan:</i> surat.pdf

Tekan nomor untuk mengubah isiannya.
Bila sudah benar, tekan <b>Serahkan</b>.
---
[Serahkan](fs:5) success
[1](fg:5:0)  [2](fg:5:1)  [3](fg:5:2)  [4](fg:5:3)
[← Kembali](fb:5:10)  [Batalkan](fx:5)\
""")


@pytest.mark.parametrize(
    ("value", "warns"),
    [
        ("Dinas Kesehatan 🏥", True),
        ("وزارة الصحة", True),
        ("José Ångström · Kesehatan", False),
        ("𝗗𝗶𝗻𝗮𝘀 Kesehatan", False),
        ("", False),
    ],
)
def test_what_paper_cannot_show_is_told_while_it_can_be_changed(value, warns):
    line = Fact(title="Instansi pemohon", value=value)
    text = form_card(a_review_view(lines=(line,)), SAY).text
    assert ("dicetak sebagai “·”: Instansi pemohon" in text) is warns


def test_the_names_of_files_are_printed_nowhere():
    line = Fact(title="Surat permohonan", value="surat 📎.pdf", is_file=True)
    assert "dicetak sebagai" not in form_card(a_review_view(lines=(line,)), SAY).text


def test_the_review_in_english():
    assert shown(form_card(a_review_view(submit_label=""), SAY_ENGLISH)) == snapshot("""\
Pelayanan Data dan Informasi Kependudukan
<b>Check your answers</b>

1. <i>Instansi pemohon:</i> Dinas Kesehatan Provinsi DKI Jakarta
2. <i>NIK penanggung jawab:</i> 3175••••••••0001
3. <i>Surel:</i> (empty)
4. <i>Surat permohonan:</i> surat.pdf

Press a number to change its answer.
If all is right, press <b>Save</b>.
---
[Save](fs:5) success
[1](fg:5:0)  [2](fg:5:1)  [3](fg:5:2)  [4](fg:5:3)
[← Back](fb:5:10)  [Cancel](fx:5)\
""")


def test_nothing_is_handed_in_while_something_is_missing():
    card = form_card(a_review_view(missing=("Surel", "Surat permohonan")), SAY)

    assert "<b>Masih kurang:</b>\n• Surel\n• Surat permohonan" in card.text
    assert FormSubmit(5) not in actions_of(card)
    assert FormChange(5, 2) in actions_of(card)


def test_of_several_files_the_last_is_taken_out():
    card = form_card(a_slot_view(files=("1.pdf", "2.pdf")), SAY)
    assert [row[0].text for row in card.rows][1] == "Hapus berkas terakhir"


def test_the_form_of_a_case_names_it():
    of_case = {"number": "PDK-2026-00001", "subject": "Dinas Kesehatan"}
    for card in (
        form_card(a_form_view(repair=True, **of_case), SAY),
        form_card(a_form_view(for_task=True, **of_case), SAY),
        form_card(a_review_view(for_task=True, **of_case), SAY),
    ):
        assert "Berkas <code>PDK-2026-00001</code> · Dinas Kesehatan" in card.text


def test_cancelling_a_repair_leaves_the_request():
    view = a_form_view(cancelling=True, repair=True, number="PDK-2026-00001")
    assert "PDK-2026-00001</code> sendiri tetap ada" in form_card(view, SAY).text


def test_cancelling_an_officers_form_leaves_what_was_saved_before():
    view = a_form_view(cancelling=True, for_task=True, number="PDK-2026-00001")
    assert "untuk berkas <code>PDK-2026-00001</code> tetap ada" in form_card(view, SAY).text


def test_a_draft_that_repairs_a_case_is_told_with_its_number():
    draft = OpenDraft(title="Kartu Keluarga", number="PDK-2026-00001")
    assert draft_line(draft, SAY, 60) == (
        "Isian untuk <code>PDK-2026-00001</code> yang belum disimpan: <b>Kartu Keluarga</b>"
    )


def test_changing_one_answer_leads_back_to_the_review():
    card = form_card(a_form_view(reviewing=True), SAY)

    assert "Mengubah satu isian" in card.text
    assert actions_of(card) == [FormBack(5, 2), FormCancel(5)]
    assert card.rows[-1][0].text.endswith("Ke ringkasan")


def test_changing_a_file_offers_one_way_back_and_says_nothing_of_another():
    card = form_card(a_slot_view(reviewing=True, files=("surat.pdf",)), SAY)

    assert FormNext(5, card_place(card)) not in actions_of(card)
    assert "Lanjut" not in card.text
    assert card.rows[-1][0].style is Style.PRIMARY


def card_place(card):
    return next(one.place for one in actions_of(card) if isinstance(one, FormBack))


def test_numbers_stand_five_in_a_row():
    lines = tuple(Fact(title=f"Isian {n}", value="x") for n in range(12))

    rows = form_card(a_review_view(lines=lines), SAY).rows

    assert [len(row) for row in rows] == [1, 5, 5, 2, 2]


def test_a_review_of_long_answers_shortens_them_evenly():
    lines = tuple(Fact(title=f"Isian {n}", value="panjang " * 125) for n in range(20))

    card = form_card(a_review_view(lines=lines), SAY)

    shown_lengths = {
        len(line.split("</i> ")[1]) for line in card.text.split("\n") if "</i> " in line
    }
    assert 3800 < visible_length(card.text) <= 4096
    assert max(shown_lengths) - min(shown_lengths) <= 1


def test_cancelling_is_asked_once_more():
    card = form_card(a_form_view(cancelling=True), SAY)

    assert actions_of(card) == [FormKeep(5), FormDrop(5)]
    assert card.rows[1][0].style is Style.DANGER
    assert "akan dihapus" in card.text


@pytest.mark.parametrize(
    ("ending", "said"),
    [
        ("handed_in", "Isian ini sudah diserahkan, nomor <code>PDK-2026-00017</code>."),
        ("cancelled", "Isian ini dibatalkan. Tidak ada yang diserahkan."),
        ("", "Isian ini sudah ditutup."),
    ],
)
def test_a_closed_form_says_what_became_of_it_and_has_no_buttons(ending, said):
    number = "PDK-2026-00017" if ending == "handed_in" else ""

    card = form_card(a_form_view(done=True, ending=ending, number=number), SAY)

    assert card.rows == ()
    assert said in card.text


def test_a_form_of_an_officer_is_saved_and_the_file_is_still_on_the_desk():
    view = a_form_view(done=True, ending="handed_in", number="PDK-2026-00017", for_task=True)

    assert "berkas masih di meja Anda" in form_card(view, SAY).text


@pytest.mark.parametrize(
    ("onward", "said", "unsaid"),
    [
        (Onward.ANOTHER, "Berkas diteruskan oleh Kepala Seksi.", "di meja Anda"),
        (Onward.DONE, "langkah ini sudah selesai", "di meja Anda"),
    ],
)
def test_a_saved_form_speaks_of_a_desk_only_to_whoever_sits_there(onward, said, unsaid):
    view = a_form_view(
        done=True,
        ending="handed_in",
        number="PDK-2026-00017",
        for_task=True,
        onward=onward,
        lane_title="Kepala Seksi",
    )

    text = form_card(view, SAY).text

    assert said in text
    assert unsaid not in text


def test_a_repair_shows_what_was_marked_beside_the_reason():
    marks = (MarkLine(title="Nomor telepon", defect=Defect.MISSING),)

    text = form_card(a_form_view(repair=True, why="Berkas kurang", marks=marks), SAY).text

    assert "<blockquote>Berkas kurang</blockquote>" in text
    assert "✗ Nomor telepon: <b>tidak ada</b>" in text


def test_an_unusual_number_was_taken_and_is_to_be_looked_at_once_more():
    doubts = (("Nomor KK", NumberDoubt.DAY),)
    words = "⚠ Nomor KK: tanggal di dalamnya (angka ke-7 sampai ke-12) tidak lazim."
    assert form_card(a_form_view(doubts=doubts), SAY).text.startswith(words)
    review = form_card(a_review_view(doubts=doubts), SAY)
    assert words in review.text
    assert FormSubmit(5) in actions_of(review)


def test_what_the_office_has_is_seen_before_it_is_taken():
    lines = (Fact(title="Nama", value="Rina <b>Wulandari</b>"), Fact(title="Telepon", value="0812"))
    known = KnownDetails(17, "PDK-2026-00017", lines)
    for say in (SAY, SAY_ENGLISH):
        card = form_card(a_form_view(known=known), say)
        assert FormRecall(5, 2, 17) in actions_of(card)
        assert "PDK-2026-00017" in card.text
        assert "Rina &lt;b&gt;Wulandari&lt;/b&gt;" in card.text


def test_a_card_with_everything_the_office_has_is_no_longer_than_telegram_takes():
    lines = tuple(Fact(title="Alamat " * 8, value="Jalan & Gang " * 75) for _ in range(4))
    view = a_form_view(known=KnownDetails(17, "PDK-2026-00017", lines), ask="Alamat? " * 50)
    assert visible_length(form_card(view, SAY).text) <= 4096


@pytest.mark.parametrize(("is_open", "told"), [(True, "belum selesai"), (False, "sudah selesai")])
def test_a_review_says_that_such_a_request_was_handed_in_and_hinders_nobody(is_open, told):
    before = HandedInBefore(17, "PDK-2026-00017", MONDAY, is_open)
    view = a_review_view()
    card = form_card(replace(view, review=replace(view.review, before=before)), SAY)
    assert told in card.text
    assert {OpenCase(17), FormSubmit(5)} <= set(actions_of(card))
