from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from inline_snapshot import snapshot

from messages.actions.officer import (
    ChooseReason,
    Decide,
    Instruct,
    Kartu,
    MakeArchive,
    MarkItem,
    OpenTask,
    Plain,
    Ready,
    ShowAnswers,
    ShowLembarDisposisi,
    ShowLetter,
    Sure,
    Take,
    TypeDigit,
    Work,
    Write,
)
from messages.card import Style
from messages.cards.task import task_card
from messages.localizer import localizer_for
from tests.support.views import (
    KEMBALIKAN,
    LENGKAP,
    MINUTE,
    TANDA_TANGANI,
    TOLAK,
    a_done_task_view,
    a_due,
    a_marking_view,
    a_task_view,
    a_trail,
    shown,
)
from workflow.case import Defect
from workflow.ids import TaskId
from workflow.procedure import StepKind, Way
from workflow.shown import digest_of
from workflow.views.task import Choice, Face, Fact, FileLine, MarkLine, Mode, Typed

SAY = localizer_for("id", ZoneInfo("Asia/Jakarta"))
SAY_ENGLISH = localizer_for("en", ZoneInfo("Asia/Jakarta"))


def actions_of(card):
    return [button.action for row in card.rows for button in row]


def styles_of(card):
    return {button.action: button.style for row in card.rows for button in row}


def test_one_message_holds_all_that_is_needed_to_decide():
    assert shown(task_card(a_task_view(), SAY)) == snapshot("""\
<b>Pelayanan Data dan Informasi Kependudukan</b> · <code>PDK-2026-00017</code>
Langkah 2 dari 11: <b>Verifikasi permohonan</b>

<i>Instansi pemohon:</i> Dinas Kesehatan Provinsi DKI Jakarta
<i>Nama penanggung jawab:</i> Rina Wulandari, S.KM
<i>NIK penanggung jawab:</i> 3175••••••••0001
<i>Tujuan penggunaan:</i> Perencanaan pembangunan

<b>Berkas (2)</b>
• Surat permohonan: surat.pdf
• Kartu identitas: foto.jpg

Batas Sen 08.25 WIB
Anda terima Sen 08.12 WIB.
---
[Lengkap](d:81:lengkap) success
[Kembalikan](d:81:kembalikan)
[Buka 2 berkas](f:81)  [Lainnya](mo:81)\
""")


def test_the_same_in_english():
    assert shown(task_card(a_task_view(), SAY_ENGLISH)) == snapshot("""\
<b>Pelayanan Data dan Informasi Kependudukan</b> · <code>PDK-2026-00017</code>
Step 2 of 11: <b>Verifikasi permohonan</b>

<i>Instansi pemohon:</i> Dinas Kesehatan Provinsi DKI Jakarta
<i>Nama penanggung jawab:</i> Rina Wulandari, S.KM
<i>NIK penanggung jawab:</i> 3175••••••••0001
<i>Tujuan penggunaan:</i> Perencanaan pembangunan

<b>Files (2)</b>
• Surat permohonan: surat.pdf
• Kartu identitas: foto.jpg

Due Mon 08:25 WIB
You received it Mon 08:12 WIB.
---
[Lengkap](d:81:lengkap) success
[Kembalikan](d:81:kembalikan)
[Open 2 files](f:81)  [More](mo:81)\
""")


def test_a_disposisi_goes_on_with_the_usual_instruction_or_another():
    view = a_task_view(
        step_number="3",
        step_short="Disposisi ke Kabid BDI",
        step_kind=StepKind.DISPOSISI,
        choices=(LENGKAP,),
        instructions=("Proses lebih lanjut sesuai ketentuan", "Tanggapan dan saran"),
        trail=(a_trail(title="Petugas Pengadministrasi", note="Lengkap, mohon disposisi"),),
    )

    assert shown(task_card(view, SAY)) == snapshot("""\
<b>Pelayanan Data dan Informasi Kependudukan</b> · <code>PDK-2026-00017</code>
Langkah 3 dari 11: <b>Disposisi ke Kabid BDI</b>

<i>Instansi pemohon:</i> Dinas Kesehatan Provinsi DKI Jakarta
<i>Nama penanggung jawab:</i> Rina Wulandari, S.KM
<i>NIK penanggung jawab:</i> 3175••••••••0001
<i>Tujuan penggunaan:</i> Perencanaan pembangunan

<i>Petugas Pengadministrasi, Sen 07.10 WIB:</i> Lengkap, mohon disposisi

<b>Berkas (2)</b>
• Surat permohonan: surat.pdf
• Kartu identitas: foto.jpg

Batas Sen 08.25 WIB
Anda terima Sen 08.12 WIB.

Petunjuk:
<blockquote>Proses lebih lanjut sesuai ketentuan</blockquote>
---
[Lengkap](d:81:lengkap) success
[Petunjuk lain](i:81:lengkap)
[Buka 2 berkas](f:81)  [Lainnya](mo:81)\
""")
    assert Instruct(81, "lengkap") in actions_of(task_card(view, SAY))


def test_the_lembar_disposisi_is_offered_once_there_is_one():
    for kind in (StepKind.PROCESS, StepKind.PARAF, StepKind.REGISTER):
        assert ShowLembarDisposisi(81) in actions_of(
            task_card(a_task_view(step_kind=kind, sheet=True), SAY)
        )
        assert ShowLembarDisposisi(81) not in actions_of(
            task_card(a_task_view(step_kind=kind), SAY)
        )


def test_work_that_came_back_says_why_and_what():
    view = a_task_view(
        because="Periode data keliru",
        because_marks=(MarkLine(title="Berkas data", defect=Defect.WRONG),),
    )

    text = task_card(view, SAY).text

    assert "↩ Dikembalikan:\n<blockquote>Periode data keliru</blockquote>" in text
    assert "✗ Berkas data: <b>salah</b>" in text


@pytest.mark.parametrize(
    ("due", "told"),
    [
        (a_due(15 * MINUTE, apart=12 * MINUTE), "Batas Sen 08.25 WIB\n"),
        (a_due(15 * MINUTE, late=True), "Batas Sen 08.25 WIB (<b>terlambat</b>)\n"),
        (None, "Tanpa batas waktu\n"),
    ],
)
def test_a_card_says_of_its_limit_what_stays_true_while_it_lies_there(due, told):
    assert told in task_card(a_task_view(due=due), SAY).text


def test_work_is_done_before_the_file_goes_on():
    card = task_card(a_task_view(form_wanted=True, form_done=False), SAY)

    assert actions_of(card)[0] == Work(81)
    assert Decide(81, "lengkap") not in actions_of(card)
    assert Decide(81, "kembalikan") in actions_of(card)


@pytest.mark.parametrize(
    ("asks", "button", "said"),
    [
        ("words", "Isi", "Isi dahulu, baru berkas dapat diteruskan."),
        ("files", "Lampirkan", "Lampirkan berkasnya dahulu, baru dapat diteruskan."),
        ("both", "Isi dan lampirkan", "Isi dan lampirkan dahulu, baru berkas dapat diteruskan."),
    ],
)
def test_a_step_asks_only_for_what_it_takes(asks, button, said):
    card = task_card(a_task_view(form_wanted=True, form_done=False, form_asks=asks), SAY)
    assert card.rows[0][0].text == button
    assert card.text.endswith(said)


def test_work_that_is_done_can_still_be_changed():
    card = task_card(a_task_view(form_wanted=True, form_done=True), SAY)

    assert actions_of(card)[0] == Decide(81, "lengkap")
    assert Work(81) in actions_of(card)


def test_forward_is_green_back_is_plain_and_refusal_is_red():
    card = task_card(a_task_view(choices=(LENGKAP, KEMBALIKAN, TOLAK)), SAY)

    styles = styles_of(card)
    assert styles[Decide(81, "lengkap")] is Style.SUCCESS
    assert styles[Decide(81, "kembalikan")] is Style.PLAIN
    assert styles[Decide(81, "tolak")] is Style.DANGER


def test_marking_shows_each_item_with_its_state():
    card = task_card(a_marking_view(), SAY)

    assert shown(card) == snapshot("""\
<b>Pelayanan Data dan Informasi Kependudukan</b> · <code>PDK-2026-00017</code>
Langkah 2 dari 11: <b>Verifikasi permohonan</b>

<i>Instansi pemohon:</i> Dinas Kesehatan Provinsi DKI Jakarta
<i>Nama penanggung jawab:</i> Rina Wulandari, S.KM
<i>NIK penanggung jawab:</i> 3175••••••••0001
<i>Tujuan penggunaan:</i> Perencanaan pembangunan

<b>Berkas (2)</b>
• Surat permohonan: surat.pdf
• Kartu identitas: foto.jpg

Batas Sen 08.25 WIB
Anda terima Sen 08.12 WIB.

Tandai yang perlu diperbaiki. Tiap kali ditekan, tandanya berganti: <b>buram</b> (hanya
    berkas), <b>salah</b>, <b>tidak ada</b>, lalu kembali baik.
---
[✗ buram · Surat permohonan](mi:81:kembalikan:surat_permohonan)
[✗ tidak ada · Kartu identitas](mi:81:kembalikan:identitas)
[✗ salah · Nomor surat](mi:81:kembalikan:nomor_surat)
[✓ Nama penanggung jawab](mi:81:kembalikan:penanggung_jawab)
[Lanjut: alasan](r:81:kembalikan) primary
[Batal](p:81)\
""")
    assert actions_of(card)[-2:] == [ChooseReason(81, "kembalikan"), Plain(81)]
    assert MarkItem(81, "kembalikan", "penanggung_jawab") in actions_of(card)


def test_marking_in_english():
    buttons = [row[0].text for row in task_card(a_marking_view(), SAY_ENGLISH).rows]

    assert buttons == snapshot(
        [
            "✗ unclear · Surat permohonan",
            "✗ missing · Kartu identitas",
            "✗ wrong · Nomor surat",
            "✓ Nama penanggung jawab",
            "Next: the reason",
            "Cancel",
        ]
    )


def test_a_reason_is_chosen_or_written():
    card = task_card(a_task_view(mode=Mode(face=Face.REASONS, outcome="kembalikan")), SAY)

    assert actions_of(card) == [
        *(Ready(81, "kembalikan", digest_of(words)) for words in KEMBALIKAN.reasons),
        Write(81, "kembalikan"),
        Plain(81),
    ]
    assert "<b>Kembalikan</b>: pilih alasannya, atau tulis sendiri sebagai pesan." in card.text
    assert "Begitu dipilih atau terkirim, keputusan berlaku." in card.text
    assert "2. Berkas tidak terbaca, mohon unggah ulang" in card.text


@pytest.mark.parametrize("face", [Face.REASONS, Face.WRITING])
def test_what_a_reason_must_say_is_read_where_it_is_given(face):
    asking = replace(KEMBALIKAN, ask="Sebutkan masalah & cara menyelesaikannya.")
    view = a_task_view(choices=(LENGKAP, asking), mode=Mode(face=face, outcome="kembalikan"))

    assert "<i>Sebutkan masalah &amp; cara menyelesaikannya.</i>" in task_card(view, SAY).text


@pytest.mark.parametrize("face", [Face.REASONS, Face.WRITING])
def test_what_was_marked_is_seen_while_the_reason_is_given(face):
    marks = (
        MarkLine(title="Surat permohonan", defect=Defect.UNCLEAR),
        MarkLine(title="Kartu identitas", defect=None),
    )
    view = a_task_view(marks=marks, mode=Mode(face=face, outcome="kembalikan"))

    text = task_card(view, SAY).text

    assert "✗ Surat permohonan: <b>buram</b>" in text
    assert "Kartu identitas:" not in text.partition("Belum")[2]


def test_what_came_anew_is_named_to_whoever_asked_for_it():
    text = task_card(a_task_view(repaired=("Surat permohonan", "Nomor telepon")), SAY).text

    assert "✓ Baru diperbaiki pemohon: Surat permohonan; Nomor telepon" in text


def test_beyond_a_hundred_no_number_is_made_up():
    view = a_done_task_view(next_task=TaskId(82), waiting=100)

    assert task_card(view, SAY).rows[0][0].text == "Berikutnya (lebih dari 99 menunggu)"


def test_an_instruction_is_chosen_or_written():
    view = a_task_view(
        mode=Mode(face=Face.REASONS, outcome="lengkap"),
        instructions=("Teliti", "Segera"),
        step_kind=StepKind.DISPOSISI,
    )

    card = task_card(view, SAY)

    assert "<b>Lengkap</b>: pilih petunjuknya, atau tulis sendiri sebagai pesan." in card.text
    assert [button.text for (button,) in card.rows] == snapshot(
        ["1 · Teliti", "2 · Segera", "Tulis sendiri", "Batal"]
    )


def test_words_that_instruct_nobody_are_a_note():
    view = a_task_view(instructions=("Persyaratan lengkap, mohon disposisi",))
    card = task_card(view, SAY)
    assert "Catatan:\n<blockquote>Persyaratan lengkap, mohon disposisi" in card.text
    assert "Catatan lain" in [button.text for row in card.rows for button in row]
    assert "etunjuk" not in card.text


@pytest.mark.parametrize(
    ("outcome", "asked"), [("kembalikan", "Tulis alasannya"), ("lengkap", "Tulis catatannya")]
)
def test_own_words_are_asked_for_as_a_message(outcome, asked):
    card = task_card(a_task_view(mode=Mode(face=Face.WRITING, outcome=outcome)), SAY)

    assert asked in card.text
    assert actions_of(card) == [Plain(81)]


def test_whoever_helps_with_the_form_is_not_said_to_have_the_file():
    view = a_task_view(
        helping="Petugas Pengadministrasi",
        mine=False,
        choices=(),
        received_at=None,
        form_wanted=True,
        form_done=False,
    )

    card = task_card(view, SAY)

    assert "Menunggu keputusan di meja Petugas Pengadministrasi." in card.text
    assert "Belum diterima" not in card.text
    assert card.rows[0][0].action == Work(81)


def test_whoever_has_signed_can_look_at_the_letter_again():
    view = a_done_task_view(letter="Surat Jawaban")

    assert actions_of(task_card(view, SAY)) == [ShowLetter(81), Kartu(17, paper=False)]


def test_a_signature_is_asked_once_more():
    view = a_task_view(
        choices=(TANDA_TANGANI,),
        mode=Mode(face=Face.SURE, outcome="tandatangani"),
        step_kind=StepKind.SIGN,
        letter="Surat Jawaban",
        signs="Surat Jawaban",
    )

    card = task_card(view, SAY)

    assert "Anda akan menandatangani <b>Surat Jawaban</b> secara elektronik." in card.text
    assert card.rows[0][0].text == "Ya, tanda tangani"
    assert styles_of(card) == {
        Sure(81, "tandatangani", digest_of("")): Style.SUCCESS,
        ShowLetter(81): Style.PLAIN,
        Plain(81): Style.PLAIN,
    }


def test_where_there_is_no_letter_no_signature_is_spoken_of():
    view = a_task_view(
        choices=(TANDA_TANGANI,),
        mode=Mode(face=Face.SURE, outcome="tandatangani"),
        step_kind=StepKind.SIGN,
    )

    text = task_card(view, SAY).text

    assert "Pada langkah ini bot tidak membubuhkan tanda tangan" in text
    assert "menandatangani" not in text


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        (KEMBALIKAN, "Begitu terkirim, keputusan berlaku: <b>Kembalikan</b>."),
        (TOLAK, "Sesudah itu Anda ditanya sekali lagi."),
    ],
)
def test_whoever_writes_a_reason_knows_what_sending_it_does(choice, told):
    mode = Mode(face=Face.WRITING, outcome=choice.outcome)

    assert told in task_card(a_task_view(choices=(LENGKAP, choice), mode=mode), SAY).text


def test_a_card_that_sent_a_file_back_says_what_was_marked():
    marks = (MarkLine(title="Surat permohonan", defect=Defect.UNCLEAR),)

    text = task_card(a_done_task_view(done_note="Tidak terbaca", done_marks=marks), SAY).text

    assert "✗ Surat permohonan: <b>buram</b>" in text


def test_a_refusal_is_asked_once_more_with_its_reason():
    mode = Mode(face=Face.SURE, outcome="tolak", note="Bukan kewenangan kami")

    card = task_card(a_task_view(choices=(LENGKAP, TOLAK), mode=mode), SAY)

    assert "<blockquote>Bukan kewenangan kami</blockquote>" in card.text
    assert styles_of(card)[Sure(81, "tolak", digest_of("Bukan kewenangan kami"))] is Style.DANGER


def test_a_face_of_an_outcome_that_is_gone_is_the_first_face():
    card = task_card(a_task_view(mode=Mode(face=Face.SURE, outcome="hilang")), SAY)

    assert card == task_card(a_task_view(), SAY)


@pytest.mark.parametrize(
    ("kind", "said"),
    [(StepKind.SIGN, "Sedang ditandatangani"), (StepKind.REGISTER, "Sedang dinomori")],
)
def test_while_a_letter_is_being_stamped_there_is_nothing_to_press(kind, said):
    card = task_card(a_task_view(stamping=True, step_kind=kind), SAY)

    assert said in card.text
    assert card.rows == ()


def test_a_file_in_a_colleagues_hands_can_be_taken_over():
    card = task_card(a_task_view(mine=False), SAY)

    assert "Dipegang <b>Siti Aminah</b> sejak Sen 08.12 WIB." in card.text
    assert actions_of(card)[0] == Take(81)
    assert Decide(81, "lengkap") not in actions_of(card)


def test_a_file_given_to_a_colleague_who_has_not_opened_it_is_the_colleagues():
    card = task_card(a_task_view(mine=False, received_at=None), SAY)

    assert "Dipegang <b>Siti Aminah</b> sejak Sen 08.10 WIB." in card.text


def test_a_file_nobody_has_opened_says_so():
    assert "Belum diterima." in task_card(a_task_view(received_at=None), SAY).text


def test_after_the_decision_comes_the_next_file():
    card = task_card(a_done_task_view(next_task=TaskId(83), waiting=3), SAY)

    assert shown(card) == snapshot("""\
<b>Pelayanan Data dan Informasi Kependudukan</b> · <code>PDK-2026-00017</code>
Langkah 2 dari 11: <b>Verifikasi permohonan</b>
Dinas Kesehatan Provinsi DKI Jakarta

✓ <b>Lengkap</b> · Petugas Pengadministrasi (Siti Aminah) · Sen 08.20 WIB
---
[Berikutnya (3 menunggu)](o:83) primary
[Kartu kendali](g:17:0)\
""")
    assert actions_of(card)[0] == OpenTask(83)


def test_after_the_last_decision_the_desk_is_empty():
    card = task_card(a_done_task_view(done_note="Sudah sesuai"), SAY_ENGLISH)

    assert shown(card) == snapshot("""\
<b>Pelayanan Data dan Informasi Kependudukan</b> · <code>PDK-2026-00017</code>
Step 2 of 11: <b>Verifikasi permohonan</b>
Dinas Kesehatan Provinsi DKI Jakarta

✓ <b>Lengkap</b> · Petugas Pengadministrasi (Siti Aminah) · Mon 08:20 WIB
Note:
<blockquote>Sudah sesuai</blockquote>

Nothing else is waiting.
---
[Kartu kendali](g:17:0)\
""")


def test_a_colleague_reads_who_decided_and_is_not_sent_anywhere():
    text = task_card(a_done_task_view(mine=False), SAY).text

    assert "✓ <b>Lengkap</b> · Petugas Pengadministrasi (Siti Aminah) · Sen 08.20 WIB" in text
    assert "Tidak ada tugas lain" not in text


@pytest.mark.parametrize(
    ("lapsed", "said"),
    [
        (False, "<i>Izin berlaku sampai:</i> 12 Januari 2028 ✓ belum lewat"),
        (True, "<i>Izin berlaku sampai:</i> 12 Januari 2028 ⚠️ <b>sudah lewat</b>"),
    ],
)
def test_a_licence_stands_on_the_card_with_its_validity(lapsed, said):
    licence = Fact(title="Izin berlaku sampai", value="12 Januari 2028", lapsed=lapsed)

    assert said in task_card(a_task_view(facts=(licence,)), SAY).text


def test_a_long_answer_is_cut_and_points_to_the_sheet_that_holds_it():
    long = Fact(title="Data yang dimohon", value="Jumlah penduduk " * 40)

    card = task_card(a_task_view(facts=(long,)), SAY)

    text = card.text
    line = next(line for line in text.split("\n") if "Data yang dimohon" in line)
    assert len(line) < 200
    assert line.endswith("…")
    assert "Seluruhnya: tombol Lihat isian lengkap." in text
    assert ShowAnswers(81) in actions_of(card)


def test_the_whole_answers_are_offered_only_where_the_card_does_not_hold_them():
    assert ShowAnswers(81) not in actions_of(task_card(a_task_view(), SAY))
    assert ShowAnswers(81) in actions_of(task_card(a_task_view(added=True), SAY))
    many = tuple(Fact(title=f"Isian {number}", value="ya") for number in range(20))
    assert ShowAnswers(81) in actions_of(task_card(a_task_view(facts=many), SAY))


def test_the_subject_is_said_once():
    assert task_card(a_task_view(), SAY).text.count("Dinas Kesehatan") == 1
    assert "Dinas Kesehatan" in task_card(a_task_view(facts=()), SAY).text


def test_a_signed_file_says_what_its_signatures_are_worth():
    kept = "extended\ntrusted Balai Sertifikasi Elektronik\nunknown Dinas <Lain>"
    file = FileLine(file_id=1, title="PDF dari SIAK", name="kk.pdf", signatures=kept)

    text = task_card(a_task_view(files=(file,)), SAY).text

    assert "⚠ Ada tambahan sesudah tanda tangan terakhir" in text
    assert "✓ Ditandatangani Balai Sertifikasi Elektronik: utuh, penerbit tepercaya" in text
    assert "⚠ Ditandatangani Dinas &lt;Lain&gt;: utuh, penerbit sertifikat belum dikenal" in text


class TestKeypad:
    """The archive's passphrase is typed on the card, and stands nowhere on it."""

    def card(self, **typed):
        choice = Choice(outcome="simpan", label="Simpan cadangan", way=Way.FORWARD, confirm=False)
        mode = Mode(face=Face.KEYPAD, outcome="simpan")
        return task_card(a_task_view(choices=(choice,), mode=mode, typed=Typed(**typed)), SAY)

    def test_shows_a_dot_for_each_digit_that_was_typed(self):
        card = self.card(count=4)
        assert "Sudah diketik: ●●●● (4 angka)" in card.text
        assert TypeDigit(81, 7, first=False) in actions_of(card)

    def test_says_when_none_was_typed(self):
        card = self.card()
        assert "Belum ada angka yang diketik." in card.text
        assert TypeDigit(81, 7, first=True) in actions_of(card)
        assert MakeArchive(81, "simpan", again=False) in actions_of(card)
        assert "Lanjut: ketik sekali lagi" in shown(card)
        assert "Simpan cadangan" not in shown(card)

    def test_asks_for_it_once_more_before_the_archive_is_made(self):
        card = self.card(again=True)
        assert "Ketik kata sandi yang sama sekali lagi" in card.text
        assert MakeArchive(81, "simpan", again=True) in actions_of(card)
        assert "Simpan cadangan" in shown(card)
