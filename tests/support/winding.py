"""An SOP that winds more than any office's: every kind of way, forwards, back and out."""

from workflow.parsing import parse_procedure
from workflow.procedure import Procedure

TEXT = """
id: winding
title: SOP yang berliku & panjang <sekali>
code: BLK
office: Dinas Contoh
note: "Tanda kutip \\" dan tanda \\u0001 yang tidak dapat dicetak."
lanes:
  pemohon: {title: Pemohon, applicant: true}
  petugas: {title: Petugas}
  editor: {title: Operator Editor}
  kasi: {title: Kepala Seksi}
subject: nama
form:
  - {id: nama, title: Nama, ask: Nama Anda, example: Rina}
steps:
  - number: '1'
    lane: pemohon
    kind: submit
    title: Menyerahkan permohonan
    short: Menyerahkan
    limit: 5 menit
    outcomes:
      diserahkan: {label: Serahkan, to: '2'}
  - number: '2'
    lane: petugas
    kind: verify
    title: Memverifikasi
    short: Verifikasi
    limit: 1 jam 30 menit
    outcomes:
      lengkap: {label: Lengkap dan diteruskan ke Kasi, to: '3'}
      langsung: {label: Langsung diserahkan, to: '5'}
      ulang: {label: Diperiksa ulang, to: '2', way: back}
      kembalikan: {label: Kembalikan ke pemohon, to: '1', way: back}
      tolak: {label: Tolak, way: refuse}
      batal: {label: Dibatalkan oleh pemohon sendiri, way: refuse}
      selesai: {label: Selesai di loket}
  - number: '3'
    lane: kasi
    kind: paraf
    title: Memeriksa
    short: Memeriksa dan membubuhkan paraf
    limit: 3 hari kerja
    outcomes:
      tolak: {label: Tolak, way: refuse}
      perbaiki: {label: Perbaiki, to: 3a, way: back}
      paraf: {label: Paraf, to: '4'}
      kembalikan: {label: Kembalikan, to: '1', way: back}
  - number: 3a
    lane: editor
    kind: process
    title: Memperbaiki
    short: Memperbaiki
    limit: tanpa batas
    note: Panah disimpulkan.
    outcomes:
      selesai: {label: Selesai, to: '3'}
  - number: '4'
    lane: kasi
    kind: process
    title: Mencetak
    short: Mencetak
    limit: 9 hari kalender
    outcomes:
      tolak: {label: Tolak, way: refuse}
      serahkan: {label: Serahkan, to: '5'}
  - number: '5'
    lane: pemohon
    kind: acknowledge
    title: Menerima
    short: Menerima
    limit: 5 menit
    outcomes:
      diterima: {label: Saya terima}
      keliru: {label: Ada yang keliru, to: '2', way: back}
"""


def winding() -> Procedure:
    return parse_procedure(TEXT, source="winding.yaml")
