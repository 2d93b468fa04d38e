from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pikepdf
import pypdfium2
import pytest
import segno
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from messages.documents.kartu_kendali import kartu_kendali
from messages.documents.lembar_disposisi import lembar_disposisi
from messages.documents.lembar_isian import lembar_isian
from messages.documents.qr import draw_qr
from messages.documents.resi import resi
from messages.documents.seal import seal_face
from messages.documents.sheet import LETTER
from messages.documents.sk_tim import sk_tim
from messages.documents.surat_jawaban import surat_jawaban
from messages.documents.tanda_terima import tanda_terima
from messages.fonts import inline
from messages.localizer import localizer_for
from tests.support.papers import (
    HEAD,
    MINUTE,
    MONDAY,
    OFFICE,
    a_held_row,
    a_kartu_kendali,
    a_lembar_disposisi,
    a_lembar_isian,
    a_part,
    a_pause_line,
    a_resi,
    a_row,
    a_surat_jawaban,
    a_tanda_terima,
    an_instruction,
    an_sk_tim,
)
from tests.support.scanning import links_on
from workflow.case import Defect
from workflow.paper_parts import ParafMark
from workflow.paper_rows import MarkedItem
from workflow.papers import Filled, ReceivedItem, TeamMember
from workflow.pauses import Whose

JAKARTA = ZoneInfo("Asia/Jakarta")
ID = localizer_for("id", JAKARTA, escape=inline)
EN = localizer_for("en", JAKARTA, escape=inline)

NAME = ("Raden Mas <b>Abdul & Rahman</b> bin " * 7)[:200]
NOTE = ("Catatan <panjang> & tak berujung. " * 130)[:4000]
WORD = "Supercalifragilistik" * 6

USUAL = [
    pytest.param(resi, a_resi(), id="resi"),
    pytest.param(lembar_disposisi, a_lembar_disposisi(), id="lembar disposisi"),
    pytest.param(lembar_isian, a_lembar_isian(), id="lembar isian"),
    pytest.param(surat_jawaban, a_surat_jawaban(), id="surat jawaban"),
    pytest.param(kartu_kendali, a_kartu_kendali(), id="kartu kendali"),
    pytest.param(tanda_terima, a_tanda_terima(), id="tanda terima"),
    pytest.param(sk_tim, an_sk_tim(), id="sk tim"),
]


def pages(pdf):
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_bounded() for page in document]


def words(pdf):
    return " ".join(" ".join(pages(pdf)).split())


@pytest.mark.parametrize(("draw", "paper"), USUAL)
@pytest.mark.parametrize("say", [ID, EN], ids=["id", "en"])
def test_the_same_paper_gives_the_same_bytes(draw, paper, say):
    assert draw(paper, say) == draw(paper, say)


@pytest.mark.parametrize(("draw", "paper"), USUAL)
def test_every_paper_carries_its_head_its_origin_and_its_code(draw, paper):
    text = words(draw(paper, ID))
    number = paper.nomor_agenda if draw is lembar_disposisi else paper.number

    assert "PEMERINTAH KOTA PEKANBARU" in text
    assert "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL" in text
    assert "Kode verifikasi: K7QX-9M2T" in text
    assert f"No. {number} · Prosedur jakarta-data versi 1 · halaman 1 dari " in text


@pytest.mark.parametrize(("draw", "paper"), USUAL)
def test_every_typeface_is_embedded_and_nothing_tells_of_the_machine(draw, paper):
    with pikepdf.open(BytesIO(draw(paper, ID))) as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
        assert pdf.docinfo["/CreationDate"] == "D:20261123011000Z"


@pytest.mark.parametrize(("draw", "paper"), USUAL)
def test_a_paper_for_practice_says_so_and_a_real_one_does_not(draw, paper):
    warning = "CONTOH · naskah latihan, tidak berlaku sebagai naskah dinas"

    assert warning in words(draw(paper, ID))
    assert "CONTOH" not in words(draw(replace(paper, sample=False), ID))


def test_a_sample_says_so_on_every_page():
    long = pages(surat_jawaban(a_surat_jawaban(body=(NOTE,) * 3), ID))

    assert len(long) > 2
    assert all("naskah latihan" in page for page in long)
    assert f"halaman 2 dari {len(long)}" in long[1]


def test_a_resi_says_where_the_file_is_and_that_the_service_is_free():
    text = words(resi(a_resi(), ID))

    assert "REG/2026/11/0081" in text
    assert "Langkah 2 dari 11 · Petugas Pengadministrasi" in text
    assert "Senin, 23 November 2026 08.10 WIB" in text
    assert "Senin, 23 November 2026 13.10 WIB" in text
    assert "3. Kerangka acuan kegiatan" in text
    assert "Layanan ini gratis." in text


def test_a_resi_speaks_the_readers_language():
    text = words(resi(a_resi(), EN))

    assert "Step 2 of 11 · Petugas Pengadministrasi" in text
    assert "This service is free of charge." in text


def test_a_resi_never_shows_a_whole_nik():
    pdf = resi(a_resi(nik="3175014507900001"), ID)

    assert "3175••••••••0001" in words(pdf)
    assert "3175014507900001" not in words(pdf)


def test_a_resi_of_a_body_has_no_nik_and_one_without_limit_says_so():
    text = words(resi(a_resi(nik="", due_at=None, handed_in=()), ID))

    assert "NIK" not in text
    assert "tanpa batas waktu" in text
    assert "Berkas yang diserahkan" not in text


def test_a_lembar_disposisi_shows_each_instruction_with_its_capacity_and_paraf():
    text = words(lembar_disposisi(a_lembar_disposisi(), ID))

    assert "Diteruskan kepada Sdr.: 1. Kepala Bidang Data dan Informasi" in text
    assert "No. agenda : 0081/2026" in text
    assert "Plh. Kepala Bidang Data dan Informasi" in text
    assert "23-11-2026 08.55 HB" in text


def test_a_letter_out_of_nowhere_has_no_date_on_its_lembar_disposisi():
    paper = a_lembar_disposisi(letter_on=None, forwarded_to=(), instructions=())

    assert "20 November" not in words(lembar_disposisi(paper, ID))


def test_a_signed_letter_has_all_its_parts():
    text = words(surat_jawaban(a_surat_jawaban(), ID))

    assert "Nomor : 470/112/DKPS/XI/2026" in text
    assert "Pekanbaru, 23 November 2026" in text
    assert "Yth. Kepala Badan Perencanaan Pembangunan Daerah di Pekanbaru" in text
    assert "Periode : Semester I tahun 2026" in text
    assert "Ditandatangani secara elektronik Senin, 23 November 2026 12.10 WIB" in text
    assert "Pembina Utama Muda (IV/c) NIP 19681109 198909 2 001" in text
    assert "Tembusan: 1. Wali Kota Pekanbaru (sebagai laporan) 2. Arsip" in text
    assert "KONSEP" not in text


def test_an_unsigned_letter_is_a_draft_and_does_not_look_signed():
    text = words(surat_jawaban(a_surat_jawaban(signed_at=None, number=""), ID))

    assert "KONSEP" in text
    assert "Ditandatangani" not in text
    assert "Keaslian" not in text  # a draft is nothing that could be genuine


def test_parafs_stand_on_the_offices_draft_and_not_on_the_letter_that_goes_out():
    assert "SR 23-11-2026 10.10" in words(surat_jawaban(a_surat_jawaban(signed_at=None), ID))
    assert "SR 23-11-2026 10.10" not in words(surat_jawaban(a_surat_jawaban(), ID))


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({}, "KEPALA DINAS,"),
        ({"capacity": "Plh."}, "Plh. KEPALA DINAS,"),
        ({"capacity": "Plt."}, "Plt. KEPALA DINAS,"),
        ({"capacity": "a.n."}, "a.n. KEPALA DINAS,"),
        (
            {"capacity": "a.n.", "jabatan_title": "Sekretaris", "on_behalf_of": "Kepala Dinas"},
            "a.n. KEPALA DINAS SEKRETARIS,",
        ),
    ],
)
def test_the_signatory_signs_in_a_capacity(changes, title):
    signatory = replace(HEAD, jabatan_title="Kepala Dinas")
    paper = a_surat_jawaban(signatory=replace(signatory, **changes))

    assert f"terima kasih. {title} Ditandatangani" in words(surat_jawaban(paper, ID))


def test_an_sk_tim_does_not_pretend_to_a_certified_signature():
    text = words(sk_tim(an_sk_tim(), ID))

    assert "Ditandatangani" not in text
    assert "Ditetapkan secara elektronik Senin, 23 November 2026 12.10 WIB tanpa" in text
    assert "KONSEP" in words(sk_tim(an_sk_tim(decided_at=None), ID))
    assert "NOMOR ……" in words(sk_tim(an_sk_tim(decided_at=None, number=""), ID))


def test_a_file_the_office_began_has_a_subject_and_no_applicant():
    card = a_kartu_kendali(rows=(a_row(),), subject="Semester II", names_applicant=False)
    text = words(kartu_kendali(card, ID))

    assert "Perihal : Semester II" in text


def test_a_nip_is_written_as_letters_write_it():
    signatory = replace(HEAD, nip="196811091989092001")

    assert "NIP 19681109 198909 2 001" in words(
        surat_jawaban(a_surat_jawaban(signatory=signatory), ID)
    )


def test_a_draft_without_a_number_says_only_where_it_is_from():
    text = words(surat_jawaban(a_surat_jawaban(signed_at=None, number=""), ID))

    assert "K7QX-9M2T Prosedur jakarta-data versi 1 · halaman 1 dari 1" in text


def test_the_signature_of_a_decision_takes_a_member_of_the_team_along():
    for size in range(1, 40, 3):
        members = tuple(
            TeamMember(name=f"Anggota {number}", jabatan="Pengelola Data") for number in range(size)
        )
        team = pages(sk_tim(an_sk_tim(members=members), ID))
        signed = next(page for page in team if "Ditetapkan di" in page)
        assert "NIP 19681109" in signed
        assert f"Anggota {size - 1}" in signed


def test_the_signature_never_stands_alone_on_a_page():
    for length in range(900, 3200, 230):
        paper = a_surat_jawaban(body=(NOTE[:length], "Demikian kami sampaikan."))
        signed = next(page for page in pages(surat_jawaban(paper, ID)) if "NIP " in page)
        assert "Demikian kami sampaikan." in signed


def test_a_kartu_kendali_adds_up():
    row = a_row(waiting=MINUTE, working=MINUTE / 2, outside=40 * MINUTE)
    theirs = a_row(by_applicant=True, waiting=timedelta(), working=5 * MINUTE)
    text = words(kartu_kendali(a_kartu_kendali(rows=(theirs, *(row,) * 3)), ID))

    assert text.count("0:01:00") == 3
    assert text.count("0:00:30") == 3
    assert "Jumlah pada pemohon (waktu sebenarnya) 0:00:00 0:05:00" in text
    assert "Jumlah pada petugas (jam kerja) 0:03:00 0:01:30" in text
    assert (
        "Umur berkas 2:09:30 = pada pemohon 0:05:00 + menunggu petugas 0:03:00"
        " + dikerjakan 0:01:30 + di luar jam kerja 2:00:00." in text
    )


def split_by_a_hold(**of_pause):
    """A step of five and six minutes of work, with an hour of SIAK's between them."""
    return (
        a_part(waiting=MINUTE, working=5 * MINUTE),
        a_held_row(pause=a_pause_line(**of_pause)),
        a_row(from_title="", waiting=timedelta(), working=6 * MINUTE, taken_here=False),
    )


def test_the_time_of_a_system_outside_stands_apart_and_the_sum_holds():
    text = words(kartu_kendali(a_kartu_kendali(rows=split_by_a_hold()), ID))
    assert "Jumlah pada sistem di luar kantor (jam kerja) 1:00:00" in text
    assert "Jumlah pada petugas (jam kerja) 0:01:00 0:11:00" in text
    assert (
        "Umur berkas 1:12:00 = menunggu petugas 0:01:00 + dikerjakan 0:11:00"
        " + pada sistem di luar kantor 1:00:00 + di luar jam kerja 0:00:00." in text
    )
    assert "waktu menunggu sistem di luar kantor dihitung tersendiri" in text


def test_a_step_that_a_hold_has_split_is_one_step_and_is_taken_and_given_once():
    text = words(kartu_kendali(a_kartu_kendali(rows=split_by_a_hold()), ID))
    assert "0 dari 1 langkah petugas" in text
    assert (text.count("terima DL"), text.count("serah DL")) == (1, 1)
    assert text.count("Lengkap") == 1


def test_a_kartu_kendali_says_why_a_file_waited_until_when_and_who_agreed():
    rows = split_by_a_hold(
        words="Menunggu rapat", until=MONDAY.date(), agreed_as="Sekretaris Dinas"
    )
    assert (
        "Ditunda Petugas Pengadministrasi: Menunggu rapat. Rencana sampai 23 November 2026."
        " Disetujui Sekretaris Dinas. Dilanjutkan Petugas Pengadministrasi."
    ) in words(kartu_kendali(a_kartu_kendali(rows=rows), ID))


def test_a_hold_for_which_the_limit_ran_on_says_so():
    row = a_row(unstopped=(a_pause_line(words="Menunggu arsip", stopped=False),))
    text = words(kartu_kendali(a_kartu_kendali(rows=(row,)), ID))
    assert "Ditunda Petugas Pengadministrasi, batas waktu tetap berjalan: Menunggu arsip." in text


def test_while_the_applicant_is_asked_the_time_is_theirs_and_the_step_still_the_offices():
    late = a_held_row(
        held=timedelta(),
        waiting=40 * MINUTE,
        by_applicant=True,
        pause=a_pause_line(whose=Whose.APPLICANT, words="Tanggal lahir?"),
        last=True,
        over=MINUTE,
    )
    text = words(kartu_kendali(a_kartu_kendali(rows=(a_part(), late)), ID))
    assert "pada pemohon 0:40:00" in text
    assert "1 dari 1 langkah petugas" in text
    assert "Pemohon ditanyai Petugas Pengadministrasi: «Tanggal lahir?»" in text


def test_a_kartu_kendali_names_whoever_gave_and_whoever_took():
    text = words(kartu_kendali(a_kartu_kendali(), ID))

    assert "Petugas Pengadministrasi Dian Lestari Pemohon Rina Wulandari 23-11-2026 08.10" in text
    assert "Kepala Dinas Hj. Ratna Dewi Petugas Pengadministrasi Dian Lestari" in text


@pytest.mark.parametrize("length", [100, 1600, 2600, 3200, 4000])
def test_the_place_of_the_seal_is_beside_the_signature_and_over_no_word(length):
    paper = a_surat_jawaban(sample=False, body=(NOTE[:length], "Demikian kami sampaikan."))
    letter = surat_jawaban(paper, ID)

    with pikepdf.open(BytesIO(letter)) as pdf:
        [(page, box)] = [
            (number, [float(edge) for edge in annotation.Rect])
            for number, page in enumerate(pdf.pages)
            for annotation in page.get("/Annots", [])
        ]
    text = pypdfium2.PdfDocument(letter)[page].get_textpage()
    left, bottom, right, top = box
    assert text.get_text_bounded(left, bottom, right, top) == ""
    assert "secara elektronik" in text.get_text_bounded(right, bottom, 600, top)
    assert left >= LETTER.left


def test_a_draft_keeps_no_place_for_a_seal():
    with pikepdf.open(BytesIO(surat_jawaban(a_surat_jawaban(signed_at=None), ID))) as pdf:
        assert "/AcroForm" not in pdf.Root


@pytest.mark.parametrize("name", ["Dinas", "W" * 200, WORD * 2, "<b>&" * 50])
def test_the_seal_of_an_office_of_any_name_stays_in_its_frame(name):
    [shown] = pages(seal_face(name[:200], MONDAY, ID))

    assert "Segel elektronik" in shown
    assert "23 November 2026 08.10 WIB" in " ".join(shown.split())


def test_what_an_applicant_begins_was_handed_over_by_nobody():
    row = a_row(from_title="", from_name="", by_applicant=True)
    text = words(kartu_kendali(a_kartu_kendali(rows=(row,)), ID))

    assert "Dian Lestari 23-11-2026 08.10 23-11-2026 08.14" in text


def test_a_kartu_kendali_says_what_is_late_and_what_is_still_open():
    text = words(kartu_kendali(a_kartu_kendali(), ID))

    assert "lewat 0:12:42" in text
    assert "sisa 0:02:00" in text
    assert "Lewat batas waktu: 1 dari 3 langkah petugas." in text
    assert "belum diterima" in text
    assert "Ditutup : belum selesai" in text
    assert "terima RD serah RD" in text


def test_where_nobody_asked_no_time_of_an_applicant_is_spoken_of():
    begun = a_kartu_kendali(rows=(a_row(from_title="Kasi"),), names_applicant=False)
    assert "pemohon " not in words(kartu_kendali(begun, ID)).lower()
    with_applicant = a_kartu_kendali(rows=(a_row(by_applicant=True), a_row()))
    assert "pada pemohon" in words(kartu_kendali(with_applicant, ID))


def test_the_applicants_own_step_is_no_lateness_of_the_office():
    late = a_row(by_applicant=True, over=MINUTE)
    text = words(kartu_kendali(a_kartu_kendali(rows=(late, a_row())), ID))
    assert "Lewat batas waktu: 0 dari 1 langkah petugas." in text


def test_a_file_in_hand_is_neither_untaken_nor_done():
    row = a_row(done_at=None, over=None, due_at=None)
    text = words(kartu_kendali(a_kartu_kendali(rows=(row,)), ID))

    assert "sedang dikerjakan" in text
    assert "serah DL" not in text


def test_a_long_kartu_kendali_repeats_its_head_and_keeps_long_notes_below():
    rows = [a_row(step_number=str(number)) for number in range(1, 40)]
    rows[4] = a_row(note=f"{NOTE} sampai akhir")
    long = pages(kartu_kendali(a_kartu_kendali(rows=tuple(rows)), ID))

    assert len(long) > 2
    assert all("Jabatan dan petugas" in page for page in long[:3])
    assert "catatan 5 di bawah" in " ".join(" ".join(long).split())
    assert "sampai akhir" in " ".join(long[-1].split())


def test_a_kartu_kendali_tells_what_was_marked_at_a_return():
    unclear = MarkedItem(title="Surat permohonan", defect=Defect.UNCLEAR)
    row = a_row(outcome_label="Kembalikan", note="Mohon diunggah ulang", marks=(unclear,))
    text = words(kartu_kendali(a_kartu_kendali(rows=(row,)), ID))

    assert "Kembalikan Mohon diunggah ulang Surat permohonan: buram" in text
    assert "catatan 1 di bawah" not in text


def test_what_was_marked_stands_below_with_a_note_too_long_for_its_row():
    marks = tuple(
        MarkedItem(title=f"Persyaratan {number} <&>", defect=defect)
        for number, defect in enumerate(Defect, start=1)
    )
    text = words(kartu_kendali(a_kartu_kendali(rows=(a_row(note=NOTE, marks=marks),)), ID))

    assert "catatan 1 di bawah" in text
    for number, word in enumerate(("tidak ada", "buram", "salah"), start=1):
        assert f"Persyaratan {number} <&>: {word}" in text


def test_a_kartu_kendali_stands_in_the_offices_own_zone():
    makassar = localizer_for("id", ZoneInfo("Asia/Makassar"), escape=inline)
    text = words(kartu_kendali(a_kartu_kendali(), makassar))

    assert "23-11-2026 09.10" in text
    assert "WITA" in text


def test_a_signed_letter_bears_what_the_provider_of_the_certificates_wants_at_its_foot():
    office = replace(OFFICE, footer="Sertifikat elektronik diterbitkan oleh penyedia contoh.")
    signed, draft = a_surat_jawaban(office=office), a_surat_jawaban(office=office, signed_at=None)
    assert "penyedia contoh." in words(surat_jawaban(signed, ID))
    assert "penyedia contoh." not in words(surat_jawaban(draft, ID))


def test_a_tanda_terima_names_what_was_taken_by_whom():
    text = words(tanda_terima(a_tanda_terima(), ID))

    assert "1 Surat jawaban 470/112/DKPS/XI/2026" in text
    assert "Rudi Hartono" in text
    assert "Senin, 23 November 2026 13.10 WIB" in text


def test_a_citizen_who_takes_the_answer_is_not_named_twice():
    usual = a_tanda_terima(applicant_name="Rina", received_by="Rina")
    sent = a_tanda_terima(applicant_name="Dinas Kesehatan", received_by="Rina")

    assert words(tanda_terima(usual, ID)).count("Rina") == 2  # as applicant, and under the hand
    assert "Rina Petugas Pengadministrasi Dinas Kesehatan" in words(tanda_terima(sent, ID))


def test_a_tanda_terima_names_the_officer_who_gave():
    text = words(tanda_terima(a_tanda_terima(), ID))
    assert "Dian Lestari Rudi Hartono Petugas Pengadministrasi" in text


def test_a_resi_says_whose_limit_it_is_and_when_the_whole_is_expected():
    text = words(resi(a_resi(), ID))
    assert "Batas langkah ini : Senin, 23 November 2026 08.25 WIB" in text
    assert "Perkiraan selesai : Senin, 23 November 2026 13.10 WIB" in text
    text = words(resi(a_resi(expected_at=None), ID))
    assert "Perkiraan selesai : belum dapat diperkirakan" in text


def test_a_resi_says_what_scanning_does():
    own, counter = words(resi(a_resi(), ID)), words(resi(a_resi(follows=True), ID))
    assert "Pindai untuk memeriksa keaslian resi ini." in own
    assert "Keaslian naskah ini dapat diperiksa dengan memindai kode QR." in own
    assert "Pindai untuk mengikuti berkas ini di Telegram." in counter
    assert "Keaslian" not in counter


def test_a_resi_of_a_matter_names_the_matter_beside_whoever_asks():
    text = words(resi(a_resi(applicant_name="Rina", about_title="Perihal", about="Akta"), ID))
    assert "Pemohon : Rina Perihal : Akta" in text


def test_a_lembar_isian_holds_each_answer_whole():
    long = "Jumlah penduduk menurut umur dan jenis kelamin per kelurahan. " * 16
    text = words(lembar_isian(a_lembar_isian(asked=(Filled(title="Data", value=long),)), ID))
    assert long.strip() in text
    assert "Isian dan berkas kantor" in text
    assert "Isian dan berkas kantor" not in words(lembar_isian(a_lembar_isian(added=()), ID))


def test_an_sk_tim_names_the_team():
    text = words(sk_tim(an_sk_tim(), ID))

    assert "KEPUTUSAN KEPALA BIDANG PIAK NOMOR 470/13/DKPS/XI/2026 TENTANG" in text
    assert "Siti Rahma NIP 19850312 201001 2 004" in text
    assert "PEMBENTUKAN TIM PENGOLAHAN DAN PENYAJIAN DATA KEPENDUDUKAN SEMESTER II" in text
    assert "KEDUA : Tim sebagaimana dimaksud dalam diktum KESATU bertugas melakukan" in text
    assert "Ketua" in text.partition("Siti Rahma")[2].partition("Budi Santoso")[0]
    assert "Anggota" in text.partition("Budi Santoso")[2]
    assert "KETIGA : Keputusan ini mulai berlaku" in text
    assert "Ditetapkan di Pekanbaru pada tanggal 23 November 2026 Plh. KEPALA BIDANG" in text


LONG_OFFICE = replace(OFFICE, government=NAME, name=NAME, address=NOTE[:300], contact=WORD)
LONG_SIGNATORY = replace(HEAD, name=NAME, jabatan_title=NAME, capacity="Plt.")
EXTREME = [
    pytest.param(
        resi,
        a_resi(number=WORD, service=NAME, applicant_name=NAME, handed_in=(NAME, WORD, NOTE)),
        id="resi",
    ),
    pytest.param(
        lembar_disposisi,
        a_lembar_disposisi(
            letter_from=NAME,
            letter_number=WORD,
            perihal=NOTE,
            forwarded_to=(NAME, WORD),
            instructions=tuple(
                an_instruction(text=text, name=NAME, from_title=NAME, to_title=WORD)
                for text in (NOTE, WORD, NOTE)
            ),
        ),
        id="lembar disposisi",
    ),
    pytest.param(
        lembar_isian,
        a_lembar_isian(
            subject=NAME,
            asked=(Filled(title=NAME, value=NOTE), Filled(title=WORD, value=WORD)),
            added=(Filled(title=NAME, value=NAME),) * 40,
        ),
        id="lembar isian",
    ),
    pytest.param(
        surat_jawaban,
        a_surat_jawaban(
            hal=NAME,
            recipient=(NAME, WORD),
            body=(NOTE, WORD),
            facts=((NAME, NOTE), (WORD, WORD)),
            signatory=LONG_SIGNATORY,
            parafs=(ParafMark(jabatan=NAME, name=WORD, at=MONDAY),) * 12,
            tembusan=(NAME, WORD),
        ),
        id="surat jawaban",
    ),
    pytest.param(
        kartu_kendali,
        a_kartu_kendali(
            subject=NAME,
            rows=(
                a_row(
                    step_title=NAME,
                    lane_title=NAME,
                    person_name=WORD,
                    from_title=NAME,
                    limit_text=NAME,
                    outcome_label=WORD,
                    note=NOTE,
                    working=timedelta(hours=1000),
                ),
            )
            * 5,
        ),
        id="kartu kendali",
    ),
    pytest.param(
        tanda_terima,
        a_tanda_terima(
            received_by=NAME, handed_over_by=WORD, items=(ReceivedItem(title=NOTE, number=WORD),)
        ),
        id="tanda terima",
    ),
    pytest.param(
        sk_tim,
        an_sk_tim(
            service=NAME,
            subject=WORD,
            work=(NOTE, WORD),
            remembering=(NAME,) * 12,
            members=(TeamMember(name=NAME, jabatan=WORD),),
            signatory=LONG_SIGNATORY,
        ),
        id="sk tim",
    ),
]


@pytest.mark.parametrize(("draw", "paper"), EXTREME)
def test_nothing_runs_over_the_edge_of_the_paper(draw, paper):
    document = pypdfium2.PdfDocument(draw(replace(paper, office=LONG_OFFICE), ID))

    for page in document:
        right = page.get_width() - 20
        text = page.get_textpage()
        for box in (text.get_rect(at) for at in range(text.count_rects())):
            words = text.get_text_bounded(*box)
            if "CONTOH" not in words:  # the watermark lies across the page
                assert 20 < box[0] < box[2] < right, words


@pytest.mark.parametrize(("draw", "paper"), EXTREME)
def test_whatever_people_write_is_printed_as_they_wrote_it(draw, paper):
    assert "<b>Abdul & Rahman</b>" in words(draw(paper, ID))


def filled_with(value, words):
    """A paper, or a part of one, with the same words in each of its texts."""
    changes = {}
    for field in fields(value):
        here = getattr(value, field.name)
        if isinstance(here, tuple):
            changes[field.name] = tuple(_filled(one, words) for one in here)
        elif field.name != "link":
            changes[field.name] = _filled(here, words)
    return replace(value, **changes)


def _filled(here, words):
    if is_dataclass(here):
        return filled_with(here, words)
    return words if type(here) is str else here


@pytest.mark.parametrize(
    "words",
    ["a\tb\tc", "x\n" * 120, "\n" * 120 + "x", "\t\n" * 60 + "z", "y" * 2000, "<&>" * 300, ""],
    ids=["tabs", "lines", "blank lines", "both", "one word", "signs", "nothing"],
)
@pytest.mark.parametrize(
    ("draw", "paper"),
    [*USUAL, pytest.param(surat_jawaban, a_surat_jawaban(signed_at=None), id="konsep")],
)
def test_every_paper_draws_whatever_stands_in_its_texts(draw, paper, words):
    assert len(pages(draw(filled_with(paper, words), ID))) < 60


def test_a_reason_of_many_lines_does_not_make_many_pages():
    note = "Perbaiki\n" * 110 + "segera"
    row = a_row(note=note)
    assert len(pages(kartu_kendali(a_kartu_kendali(rows=(row,) * 3), ID))) <= 4
    sheet = a_lembar_disposisi(instructions=(an_instruction(text=note),))
    assert len(pages(lembar_disposisi(sheet, ID))) <= 3


@pytest.mark.parametrize("count", range(1, 20))
def test_the_sums_of_a_kartu_kendali_never_stand_alone_on_a_page(count):
    drawn = pages(kartu_kendali(a_kartu_kendali(rows=(a_row(),) * count), ID))
    assert "Umur berkas" in drawn[-1]
    assert "Petugas Pengadministrasi" in drawn[-1]


@pytest.mark.parametrize("minutes", range(12))
def test_a_kartu_kendali_of_any_length_can_be_drawn(minutes):
    rows = tuple(a_row(step_title=NAME, waiting=minutes * MINUTE) for _ in range(minutes))

    assert pages(kartu_kendali(a_kartu_kendali(rows=rows), ID))


def test_papers_are_drawn_side_by_side_in_threads():
    with ThreadPoolExecutor(4) as threads:
        drawn = list(threads.map(lambda paper: surat_jawaban(paper, ID), [a_surat_jawaban()] * 8))

    assert set(drawn) == {surat_jawaban(a_surat_jawaban(), ID)}


def test_a_qr_code_is_drawn_module_by_module():
    link = "https://t.me/disposisi_contoh_bot?start=v_K7QX9M2T"
    modules = segno.make(link, error="m", micro=False).matrix
    file = BytesIO()
    canvas = Canvas(file, pagesize=(100, 100))
    draw_qr(canvas, link, 10, 10, 80)
    canvas.save()
    picture = pypdfium2.PdfDocument(file.getvalue())[0].render(scale=10).to_pil().convert("L")
    side = 800 / len(modules)

    for row, expected in enumerate(modules):
        for column, dark in enumerate(expected):
            at = (int(100 + (column + 0.5) * side), int(100 + (row + 0.5) * side))
            assert (picture.getpixel(at) < 128) == bool(dark)


@pytest.mark.parametrize(("draw", "paper"), USUAL)
def test_a_camera_reads_the_link_once_from_every_page(draw, paper):
    for links in links_on(draw(paper, ID)):
        assert links == [paper.link]


def test_a_page_without_the_signatorys_code_bears_one_at_its_foot():
    long = a_surat_jawaban(body=(NOTE, NOTE))
    assert links_on(surat_jawaban(long, ID)) == [[long.link], [long.link], [long.link]]


def test_the_offices_own_emblem_takes_the_place_of_the_shield():
    image = BytesIO()
    Image.new("RGB", (40, 60), "navy").save(image, "PNG")
    office = replace(OFFICE, emblem=image.getvalue())

    with pikepdf.open(BytesIO(surat_jawaban(a_surat_jawaban(office=office), ID))) as pdf:
        assert len(pdf.pages[0].get_images()) == 1


def test_a_draft_says_that_the_post_of_its_signatory_is_vacant():
    signatory = replace(HEAD, jabatan_title="Kepala Dinas", name="", rank="", nip="")
    text = words(surat_jawaban(a_surat_jawaban(signatory=signatory, signed_at=None), ID))
    assert "KEPALA DINAS, (jabatan ini sedang kosong)" in text


def test_a_letter_that_no_step_signs_is_drawn_without_a_place_for_a_signature():
    text = words(surat_jawaban(a_surat_jawaban(signatory=None, signed_at=None), ID))
    assert "terima kasih." in text
    assert "kosong" not in text
