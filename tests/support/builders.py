"""Usual things of an office; a test changes only what it is about."""

from datetime import datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from storage import office_files, procedure_files
from tests.support.fakes import MONDAY_MORNING
from workflow.case import Case, CaseState, Decision, Defect, Mark, Task
from workflow.filling import Draft, DraftFile
from workflow.forms import AnswerKind, Question, Slot
from workflow.office import calendar_of
from workflow.parsing import parse_office, parse_procedure
from workflow.pauses import Pause, Whose
from workflow.people import Who
from workflow.working_time import OfficeCalendar

CALENDAR = OfficeCalendar(zone="Asia/Jakarta")
JAKARTA = ZoneInfo("Asia/Jakarta")
MINUTE = timedelta(minutes=1)
RINA, SITI, AGUS = 1, 2, 3

# A service desk: two services, a branch, a refusal, an end in the middle, a shared lane.
COUNTER_SOP = """
id: loket-layanan
title: Pelayanan Loket
code: LKT
office: Dinas Contoh
lanes:
  pemohon: {title: Pemohon, applicant: true}
  loket: {title: Loket, share: least_loaded}
  kepala: {title: Kepala}
subject: nama
form:
  - {id: nama, title: Nama, ask: 'Siapa nama Anda?', example: Rina Wulandari}
  - {id: catatan, title: Catatan, ask: 'Ada catatan?', example: Tidak ada, optional: true}
requirements:
  - {id: ktp, title: KTP, ask: 'Kirim foto KTP.', example: foto KTP}
services:
  akta:
    title: Akta kelahiran
    form:
      - {id: anak, title: Nama anak, ask: 'Siapa nama anak?', example: Budi}
  kia: {title: Kartu anak}
steps:
  - number: '1'
    lane: pemohon
    kind: submit
    title: Menyerahkan permohonan
    short: Menyerahkan
    limit: tanpa batas
    outcomes: {diserahkan: {label: Serahkan, to: '2'}}
  - number: '2'
    lane: loket
    kind: verify
    title: Memeriksa
    short: Memeriksa
    limit: 30 menit
    outcomes:
      lengkap: {label: Lengkap, to: '3'}
      mudah: {label: Langsung, to: '4'}
      kembalikan: {label: Kembalikan, to: '1', way: back, reasons: [Belum lengkap]}
      tolak: {label: Tolak, way: refuse, reasons: [Bukan wewenang kami]}
  - number: '3'
    lane: kepala
    kind: disposisi
    title: Memberi disposisi
    short: Disposisi
    limit: 1 jam
    instructions: [Proses lebih lanjut, Tanggapan dan saran]
    outcomes:
      disposisi: {label: Disposisi, to: '4'}
      ulangi: {label: Kembalikan, to: '2', way: back}
      cukup: {label: Cukup sampai di sini}
      tolak: {label: Tolak, way: refuse, reasons: [Tidak dapat dilayani]}
  - number: '4'
    lane: loket
    kind: process
    title: Menyelesaikan
    short: Menyelesaikan
    limit: 1 hari kerja
    outcomes:
      selesai: {label: Selesai}
      ulangi: {label: Kembalikan, to: '2', way: back}
"""

# A report of the office's own: begun by an officer, two returns, a letter that is only signed.
REPORT_SOP = """
id: laporan-bulanan
title: Penyusunan Laporan Bulanan
code: LAP
office: Dinas Contoh
lanes:
  pengelola_data: {title: Pengelola Data}
  kasi: {title: Kepala Seksi}
  kepala_dinas: {title: Kepala Dinas}
subject: bulan
form:
  - {id: bulan, title: Bulan, ask: 'Laporan bulan apa?', example: November 2026}
  - {id: isi, title: Isi, ask: 'Apa isinya?', example: Jumlah penduduk, kind: long_text}
requirements:
  - {id: tabel, title: Tabel, ask: 'Kirim tabel.', example: XLSX, accept: [xlsx], optional: true}
papers:
  laporan: {title: Laporan, subject: 'Laporan {bulan}', to: Gubernur, body: ['{isi}']}
steps:
  - number: '1'
    lane: pengelola_data
    kind: submit
    title: Menyusun laporan
    short: Menyusun
    limit: 2 jam
    outcomes: {diserahkan: {label: Serahkan, to: '2'}}
  - number: '2'
    lane: kasi
    kind: paraf
    title: Memeriksa laporan
    short: Memeriksa
    limit: 15 menit
    outcomes:
      paraf: {label: Paraf, to: '3'}
      perbaiki: {label: Kembalikan, to: '1', way: back}
  - number: '3'
    lane: kepala_dinas
    kind: sign
    title: Menandatangani
    short: Tanda tangan
    limit: 1 hari
    signs: laporan
    outcomes:
      tandatangani: {label: Tanda tangani, to: '4'}
      perbaiki: {label: Kembalikan, to: '2', way: back}
      tolak: {label: Tolak, way: refuse, reasons: [Tidak disetujui]}
  - number: '4'
    lane: pengelola_data
    kind: deliver
    title: Mengirim laporan
    short: Mengirim
    limit: tanpa batas
    outcomes: {terkirim: {label: Terkirim}}
"""

# A copy that is certified by hand: signed on paper, released nowhere, asked for by its matter.
COPY_SOP = """
id: legalisir-akta
title: Legalisir Akta
code: LGA
office: Dinas Contoh
lanes:
  pemohon: {title: Pemohon, applicant: true}
  petugas: {title: Petugas}
  kepala_dinas: {title: Kepala Dinas}
subject: perihal
form:
  - {id: perihal, title: Perihal, ask: 'Apa perihalnya?', example: Akta lahir}
steps:
  - number: '1'
    lane: pemohon
    kind: submit
    title: Mengajukan permohonan
    short: Mengajukan
    limit: 5 menit
    outcomes: {diserahkan: {label: Serahkan, to: '2'}}
  - number: '2'
    lane: petugas
    kind: verify
    title: Memeriksa salinan
    short: Memeriksa
    limit: 15 menit
    outcomes:
      sesuai: {label: Sesuai, to: '3'}
      kembalikan: {label: Kembalikan, to: '1', way: back}
  - number: '3'
    lane: kepala_dinas
    kind: sign
    title: Menandatangani legalisir
    short: Menandatangani
    limit: 1 hari
    outcomes: {tandatangani: {label: Tanda tangani, to: '4'}}
  - number: '4'
    lane: petugas
    kind: register
    title: Memberi nomor lalu menyerahkan
    short: Menyerahkan
    limit: 10 menit
    outcomes: {terdaftar: {label: Beri nomor, to: '5'}}
  - number: '5'
    lane: pemohon
    kind: acknowledge
    title: Menerima salinan
    short: Menerima
    materials: [Salinan]
    limit: '-'
    outcomes: {diterima: {label: Saya terima}}
"""

# A letter of two parafs: whoever sets the second may send it back to the first, or to be rewritten.
LETTER_SOP = """
id: surat-berparaf
title: Surat Berparaf
code: SBP
office: Dinas Contoh
lanes:
  pengelola_data: {title: Pengelola Data}
  kasi: {title: Kepala Seksi}
  kabid_bdi: {title: Kepala Bidang}
  kepala_dinas: {title: Kepala Dinas}
subject_words: Surat
papers:
  surat: {title: Surat, subject: Hal, to: Gubernur, body: [Isi]}
steps:
  - number: '1'
    lane: pengelola_data
    kind: process
    title: Menulis surat
    short: Menulis
    limit: 1 jam
    drafts: surat
    outcomes: {serahkan: {label: Serahkan, to: '2'}}
  - number: '2'
    lane: kasi
    kind: paraf
    title: Memeriksa surat
    short: Memeriksa
    limit: 1 jam
    outcomes:
      paraf: {label: Paraf, to: '3'}
      perbaiki: {label: Kembalikan, to: '1', way: back}
  - number: '3'
    lane: kabid_bdi
    kind: paraf
    title: Memeriksa surat lagi
    short: Memeriksa lagi
    limit: 1 jam
    outcomes:
      paraf: {label: Paraf, to: '4'}
      ke_kasi: {label: Kembalikan ke Kasi, to: '2', way: back}
      ke_staf: {label: Kembalikan ke Staf, to: '1', way: back}
  - number: '4'
    lane: kepala_dinas
    kind: sign
    title: Menandatangani surat
    short: Menandatangani
    limit: 1 jam
    signs: surat
    outcomes:
      tandatangani: {label: Tanda tangani, to: '5'}
      ke_kabid: {label: Kembalikan ke Kabid, to: '3', way: back}
  - number: '5'
    lane: pengelola_data
    kind: register
    title: Memberi nomor surat
    short: Memberi nomor
    limit: 1 jam
    numbers: surat
    outcomes:
      selesai: {label: Selesai}
      ke_kasi: {label: Kembalikan ke Kasi, to: '2', way: back}
"""

# The office in which the tests of the desks are played.
OFFICE = """
letterhead:
  government: Pemerintah Kota Contoh
  name: Dinas Kependudukan dan Pencatatan Sipil
  address: Jalan Merdeka Nomor 1
  place: Kota Contoh
zone: Asia/Jakarta
unit_code: DUKCAPIL
jabatan:
  kepala_dinas: {title: Kepala Dinas, alert: sekretaris}
  sekretaris: {title: Sekretaris Dinas, superior: kepala_dinas}
  kabid_bdi: {title: Kepala Bidang Data dan Informasi, superior: kepala_dinas, alert: sekretaris}
  kasi: {title: Kepala Seksi Pemanfaatan Data, superior: kabid_bdi, alert: sekretaris}
  pengelola_data: {title: Pengelola Data, superior: kasi, alert: sekretaris}
  petugas: {title: Petugas Pengadministrasi, superior: sekretaris}
lanes:
  loket-layanan: {loket: petugas, kepala: kepala_dinas}
privacy:
  version: '2026-1'
  id: Data Anda disimpan hanya untuk memproses permohonan ini.
  en: Your data are kept only to handle this request.
"""


@cache
def an_office():
    return parse_office(OFFICE, source="contoh.yaml")


@cache
def shipped_text(name):
    """The text of an SOP that ships with the product."""
    return next(file.text for file in procedure_files.shipped() if file.name == f"{name}.yaml")


@cache
def sop(text):
    return parse_procedure(text, source="contoh.yaml")


def jakarta_data():
    return sop(shipped_text("jakarta-data"))


@cache
def sample_office():
    return parse_office(office_files.sample_text(), source="contoh.yaml")


@cache
def sample_calendar():
    return calendar_of(sample_office(), ())


def at(day, clock):
    """A moment in Jakarta: `at(date(2026, 11, 23), "09.00")`."""
    hour, minute = clock.split(".")
    return datetime.combine(day, time(int(hour), int(minute)), JAKARTA)


def closing_of(calendar, day):
    """When the business of a day ends; nothing on a day on which the office is closed."""
    spans = calendar.spans_on(day)
    return datetime.combine(day, spans[-1].closes, calendar.tz) if spans else None


def open_one(tasks):
    """The task of a case that is still to be done, if there is one."""
    return next((task for task in tasks if task.is_open), None)


def a_case(**changed):
    usual = {
        "id": 1,
        "number": "PDK-2026-00001",
        "code": "2345678923",
        "link_code": None,
        "procedure_id": "jakarta-data",
        "procedure_version": 1,
        "service": None,
        "subject": "Dinas Kesehatan",
        "applicant_id": RINA,
        "state": CaseState.OPEN,
        "step": "2",
        "answers": {},
        "opened_at": MONDAY_MORNING,
        "ended_at": None,
    }
    return Case(**(usual | changed))


def a_task(**changed):
    usual = {
        "id": 1,
        "case_id": 1,
        "step": "2",
        "lane": "petugas",
        "opened_at": MONDAY_MORNING,
        "due_at": MONDAY_MORNING + 15 * MINUTE,
    }
    return Task(**(usual | changed))


def a_pause(**changed):
    """A file waits for SIAK, so its limit waits as well."""
    usual = {
        "id": 1,
        "case_id": 1,
        "task_id": 1,
        "jabatan": "petugas",
        "reason": "gangguan-siak",
        "words": "Gangguan SIAK",
        "whose": Whose.SYSTEM,
        "begun_at": MONDAY_MORNING + 5 * MINUTE,
        "begun_by": SITI,
        "begun_as": "Petugas Pengadministrasi",
    }
    told = usual | changed
    stopped = told["begun_at"] if told["reason"] else None
    return Pause(**({"stopped_at": stopped} | told))


def a_decision(outcome, **changed):
    usual = {
        "outcome": outcome,
        "by": SITI,
        "title": "Petugas Pengadministrasi",
        "at": MONDAY_MORNING + 5 * MINUTE,
    }
    return Decision(**(usual | changed))


def somebody(person_id=SITI, *lanes, title="Petugas Pengadministrasi"):
    return Who(person_id=person_id, lanes=frozenset(lanes or {"petugas"}), title=title)


def missing(*items):
    return tuple(Mark(item=item, defect=Defect.MISSING) for item in items)


def a_question(kind=AnswerKind.TEXT, **changed):
    usual = {"id": "hal", "ask": "Apa?", "title": "Hal", "kind": kind, "example": "begini"}
    return Question(**(usual | changed))


def a_slot(**changed):
    usual = {"id": "surat", "ask": "Kirim surat.", "title": "Surat", "example": "berkas PDF"}
    return Slot(**(usual | changed))


def a_file(name="surat.pdf", **changed):
    usual = {
        "digest": f"digest of {name}",
        "name": name,
        "media_type": "pdf",
        "size": 1000,
        "at": MONDAY_MORNING,
    }
    return DraftFile(**(usual | changed))


def a_draft(*asks, **changed):
    usual = {
        "id": 1,
        "person_id": RINA,
        "procedure_id": "jakarta-data",
        "procedure_version": 1,
        "service": None,
        "case_id": None,
        "task_id": None,
        "asks": asks,
        "started_at": MONDAY_MORNING,
        "changed_at": MONDAY_MORNING,
    }
    return Draft(**(usual | changed))
