"""Usual papers of an office; a test changes only what it is about."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from workflow.paper_parts import OfficeHead, ParafMark, Signatory
from workflow.paper_rows import KartuKendaliRow, PauseLine
from workflow.papers import (
    Filled,
    Instruction,
    KartuKendaliPaper,
    LembarDisposisiPaper,
    LembarIsianPaper,
    ReceivedItem,
    ResiPaper,
    SkTimPaper,
    SuratJawabanPaper,
    TandaTerimaPaper,
    TeamMember,
)
from workflow.pauses import PauseEnd, Whose

MONDAY = datetime(2026, 11, 23, 1, 10, tzinfo=UTC)
MINUTE = timedelta(minutes=1)

OFFICE = OfficeHead(
    government="Pemerintah Kota Pekanbaru",
    name="Dinas Kependudukan dan Pencatatan Sipil",
    address="Jalan Jenderal Sudirman No. 464, Pekanbaru 28126",
    contact="Telepon (0761) 31234 · disdukcapil@pekanbaru.example.go.id",
    place="Pekanbaru",
)
HEAD = Signatory(
    jabatan_title="Kepala Dinas Kependudukan dan Pencatatan Sipil",
    name="Hj. Ratna Dewi, S.Sos., M.Si.",
    rank="Pembina Utama Muda (IV/c)",
    nip="19681109 198909 2 001",
)
COMMON = {
    "office": OFFICE,
    "procedure": "jakarta-data versi 1",
    "code": "K7QX-9M2T",
    "link": "https://t.me/disposisi_contoh_bot?start=v_K7QX9M2T",
    "written_at": MONDAY,
    "sample": True,
}


def a_resi(**changes):
    usual = ResiPaper(
        **COMMON,
        number="REG/2026/11/0081",
        service="Pelayanan Data dan Informasi Kependudukan",
        applicant_name="Badan Perencanaan Pembangunan Daerah",
        nik="3175014507900001",
        received_at=MONDAY,
        step_number="2",
        steps=11,
        lane_title="Petugas Pengadministrasi",
        due_at=MONDAY + timedelta(minutes=15),
        expected_at=MONDAY + timedelta(hours=5),
        handed_in=("Surat permohonan", "Surat tugas", "Kerangka acuan kegiatan"),
    )
    return replace(usual, **changes)


def a_lembar_isian(**changes):
    usual = LembarIsianPaper(
        **COMMON,
        number="REG/2026/11/0081",
        service="Pelayanan Data dan Informasi Kependudukan",
        subject="Badan Perencanaan Pembangunan Daerah",
        names_applicant=True,
        asked=(
            Filled(title="NIK penanggung jawab", value="3175••••••••0001"),
            Filled(title="Data yang dimohon", value="Jumlah penduduk menurut umur"),
            Filled(title="Surat permohonan", value="surat.pdf\nlampiran.pdf"),
        ),
        added=(Filled(title="Sumber data", value="DKB Semester I 2026"),),
    )
    return replace(usual, **changes)


def an_instruction(**changes):
    usual = Instruction(
        from_title="Kepala Dinas",
        name="Hj. Ratna Dewi",
        to_title="Kepala Bidang Data dan Informasi",
        text="Proses lebih lanjut sesuai ketentuan, siapkan data agregat per kecamatan.",
        at=MONDAY + 20 * MINUTE,
    )
    return replace(usual, **changes)


def a_lembar_disposisi(**changes):
    usual = LembarDisposisiPaper(
        **COMMON,
        letter_from="Badan Perencanaan Pembangunan Daerah",
        letter_number="050/812/Bappeda/2026",
        letter_on=date(2026, 11, 20),
        received_at=MONDAY,
        nomor_agenda="0081/2026",
        sifat="Segera",
        perihal="Permohonan data kependudukan semester I tahun 2026",
        forwarded_to=("Kepala Bidang Data dan Informasi", "Kepala Seksi Pemanfaatan Data"),
        instructions=(
            an_instruction(),
            an_instruction(
                from_title="Kepala Bidang Data dan Informasi",
                name="Drs. Hasan Basri",
                capacity="Plh.",
                to_title="Kepala Seksi Pemanfaatan Data",
                text="Verifikasi permohonan; pastikan tidak memuat data perseorangan.",
                at=MONDAY + 45 * MINUTE,
            ),
        ),
    )
    return replace(usual, **changes)


def a_surat_jawaban(**changes):
    usual = SuratJawabanPaper(
        **COMMON,
        number="470/112/DKPS/XI/2026",
        letter_on=date(2026, 11, 23),
        sifat="Biasa",
        lampiran="1 (satu) berkas",
        hal="Jawaban atas permohonan data kependudukan",
        recipient=("Kepala Badan Perencanaan Pembangunan Daerah", "di Pekanbaru"),
        body=(
            (
                "Menindaklanjuti surat Saudara nomor 050/812/Bappeda/2026 tanggal 20 November 2026 "
                "perihal permohonan data kependudukan, bersama ini kami sampaikan data sebagai "
                "berikut:"
            ),
            (
                "Data tersebut hanya dipergunakan untuk keperluan perencanaan pembangunan dan "
                "tidak dapat diberikan kepada pihak lain tanpa izin tertulis dari Dinas "
                "Kependudukan dan Pencatatan Sipil."
            ),
            "Demikian disampaikan, atas perhatian Saudara kami ucapkan terima kasih.",
        ),
        facts=(
            ("Jenis data", "Agregat penduduk per kecamatan"),
            ("Periode", "Semester I tahun 2026"),
            ("Bentuk", "Berkas elektronik terlindungi kata sandi"),
        ),
        signatory=HEAD,
        signed_at=MONDAY + timedelta(hours=4),
        parafs=(
            ParafMark(
                jabatan="Kepala Bidang Data dan Informasi",
                name="Drs. Hasan Basri",
                at=MONDAY + timedelta(hours=3),
            ),
            ParafMark(
                jabatan="Kepala Seksi Pemanfaatan Data",
                name="Siti Rahma, S.Kom.",
                at=MONDAY + timedelta(hours=2),
            ),
        ),
        tembusan=("Wali Kota Pekanbaru (sebagai laporan)", "Arsip"),
    )
    return replace(usual, **changes)


def a_row(**changes):
    usual = KartuKendaliRow(
        step_number="2",
        step_title="Memverifikasi dan memvalidasi permohonan",
        lane_title="Petugas Pengadministrasi",
        person_name="Dian Lestari",
        from_title="Pemohon",
        from_name="Rina Wulandari",
        by_applicant=False,
        handed_over_at=MONDAY,
        received_at=MONDAY + 4 * MINUTE,
        done_at=MONDAY + 13 * MINUTE,
        limit_text="15 menit",
        due_at=MONDAY + 15 * MINUTE,
        waiting=4 * MINUTE,
        working=9 * MINUTE,
        outside=timedelta(),
        over=-2 * MINUTE,
        outcome_label="Lengkap",
        note="",
    )
    return replace(usual, **changes)


def a_pause_line(**changes):
    usual = PauseLine(
        words="Gangguan SIAK",
        whose=Whose.SYSTEM,
        begun_at=MONDAY + 10 * MINUTE,
        begun_as="Petugas Pengadministrasi",
        until=None,
        stopped=True,
        agreed_as="",
        ended_as="Petugas Pengadministrasi",
        ending=PauseEnd.LIFTED,
    )
    return replace(usual, **changes)


def a_part(**changes):
    """A row of a step that a pause has split, not the last of it."""
    usual = {"last": False, "outcome_label": "", "over": None, "due_at": None, "note": ""}
    return a_row(**(usual | changes))


def a_held_row(**changes):
    """The row of a hold of one hour, in which SIAK was not there."""
    usual = {
        "from_title": "",
        "received_at": None,
        "waiting": timedelta(),
        "working": timedelta(),
        "held": 60 * MINUTE,
        "pause": a_pause_line(),
        "taken_here": False,
    }
    return a_part(**(usual | changes))


def a_kartu_kendali(**changes):
    usual = KartuKendaliPaper(
        **COMMON,
        number="REG/2026/11/0081",
        service="Pelayanan Data dan Informasi Kependudukan",
        subject="Badan Perencanaan Pembangunan Daerah",
        names_applicant=True,
        opened_at=MONDAY,
        closed_at=None,
        rows=(
            a_row(),
            a_row(
                step_number="3",
                step_title="Memberikan disposisi dan petunjuk kepada Kepala Bidang",
                lane_title="Kepala Dinas",
                person_name="Hj. Ratna Dewi",
                from_title="Petugas Pengadministrasi",
                from_name="Dian Lestari",
                handed_over_at=MONDAY + 13 * MINUTE,
                received_at=MONDAY + 20 * MINUTE,
                done_at=MONDAY + 31 * MINUTE,
                limit_text="5 menit",
                due_at=MONDAY + 18 * MINUTE,
                waiting=7 * MINUTE,
                working=timedelta(minutes=10, seconds=42),
                over=timedelta(minutes=12, seconds=42),
                outcome_label="Disposisi",
                note="Kepala Dinas sedang rapat",
            ),
            a_row(
                step_number="4",
                step_title="Memverifikasi dan memberikan disposisi kepada Seksi",
                lane_title="Kepala Bidang Data dan Informasi",
                person_name="Drs. Hasan Basri",
                from_title="Kepala Dinas",
                from_name="Hj. Ratna Dewi",
                handed_over_at=MONDAY + 31 * MINUTE,
                received_at=None,
                done_at=None,
                limit_text="10 menit",
                due_at=MONDAY + 41 * MINUTE,
                waiting=timedelta(minutes=3, seconds=5),
                working=timedelta(),
                over=timedelta(minutes=-6, seconds=-55),
                outcome_label="",
                note="",
            ),
        ),
    )
    return replace(usual, **changes)


def a_tanda_terima(**changes):
    usual = TandaTerimaPaper(
        **COMMON,
        number="REG/2026/11/0081",
        service="Pelayanan Data dan Informasi Kependudukan",
        applicant_name="Badan Perencanaan Pembangunan Daerah",
        received_by="Rudi Hartono",
        received_at=MONDAY + timedelta(hours=5),
        handed_over_by="Petugas Pengadministrasi",
        giver_name="Dian Lestari",
        items=(
            ReceivedItem(title="Surat jawaban", number="470/112/DKPS/XI/2026"),
            ReceivedItem(title="Data agregat penduduk per kecamatan"),
        ),
    )
    return replace(usual, **changes)


def an_sk_tim(**changes):
    usual = SkTimPaper(
        **COMMON,
        number="470/13/DKPS/XI/2026",
        service="Pengolahan dan Penyajian Data Kependudukan",
        subject="Semester II Tahun 2026",
        work=("Melakukan pengolahan data kependudukan dan menyusun data agregat per semester;",),
        remembering=(
            "Undang-Undang Nomor 24 Tahun 2013 tentang Administrasi Kependudukan;",
            "Peraturan Menteri Dalam Negeri Nomor 102 Tahun 2019.",
        ),
        members=(
            TeamMember(
                name="Siti Rahma",
                nip="19850312 201001 2 004",
                jabatan="Kepala Seksi Pengolahan Data",
                leads=True,
            ),
            TeamMember(name="Budi Santoso", jabatan="Pengelola Data"),
        ),
        decided_on=date(2026, 11, 23),
        signatory=replace(
            HEAD, jabatan_title="Kepala Bidang PIAK", name="Hasan Basri", capacity="Plh."
        ),
        decided_at=MONDAY + timedelta(hours=4),
    )
    return replace(usual, **changes)
