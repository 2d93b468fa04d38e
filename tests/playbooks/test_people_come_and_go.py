"""Officers come, act for others and leave."""

import pytest

from tests.support.playbook import IT_PERSON, OFFICE, officer, somebody
from tests.support.turns import (
    comes_to,
    hands_in,
    hands_on,
    in_menu,
    lies_at,
    nothing,
    opens,
    paper,
    passes,
    picks,
    press,
)

pytestmark = pytest.mark.asyncio(loop_scope="module")

RINA = somebody("Rina")
CLERK, SECRETARY, HEAD = officer("petugas"), officer("sekretaris"), officer("kepala_dinas")
CLERKS, HEADS = "Petugas Pengadministrasi", "Kepala Dinas"


def opens_post(title):
    """The administrator finds a jabatan among all of them."""
    return (
        IT_PERSON
        >> "/kantor"
        >> press("Jabatan dan pejabat")
        << "Halaman 1 dari 2"
        >> press(title)
        << f"{title}\nBerkas di meja ini"
    )


def joins(who, title, name):
    """Somebody new comes into office by a link made in the chat."""
    return (
        opens_post(title) >> press("Undang pejabat") >> name << "https://t.me/",
        who >> opens("https://t.me/", of=IT_PERSON) << "Selamat bertugas",
    )


async def test_a_file_of_an_officer_who_leaves_is_taken_up_by_a_colleague(stage):
    joko = somebody("Joko")
    await stage.plays(
        *joins(joko, CLERKS, "Joko Susilo, A.Md"),
        RINA >> hands_in(),
        joko >> "/tugas" >> press("{number}") << "Anda terima",
        CLERK << "Dipegang Joko Susilo, A.Md",
        joko >> press("Buka 2 berkas") << paper("surat_permohonan"),
        joko >> press("Lainnya") >> press("Kartu kendali") << "Kartu kendali",
        opens_post(CLERKS) << "2. Joko Susilo, A.Md, sejak",
        IT_PERSON >> press("Joko Susilo") << "1 berkas yang dipegangnya kembali ke meja",
        IT_PERSON >> press("Ya, akhiri"),
        joko << f"Penunjukan Anda sebagai {CLERKS} telah berakhir",
        joko << nothing("Dinas Kesehatan") << nothing("Kartu kendali") << nothing("Surat"),
        CLERK >> press("Lengkap") << lies_at("3"),
        joko >> "/tugas" << "hanya untuk petugas",
        joko << in_menu("Status permohonan saya", without="Tugas saya"),
        RINA >> hands_on(to="11"),
    )


async def test_a_plh_decides_signs_and_is_told_when_it_is_over(stage):
    await stage.plays(
        opens_post(HEADS) >> press("Tunjuk Plh. atau Plt.") << "Pilih sebutannya",
        IT_PERSON >> press("Plh.") << "Siapa yang ditunjuk?" >> picks("{name of sekretaris}"),
        IT_PERSON << "Mulai kapan" >> press("Hari ini") << "Sampai kapan",
        IT_PERSON >> "{in 2 days}" << "Tulis nomor SK",
        IT_PERSON >> "800/123/2026" << "Nomor SK: 800/123/2026" >> press("Tunjuk"),
        SECRETARY << "Mulai sekarang Anda Plh. Kepala Dinas",
        HEAD << "kini Plh. Kepala Dinas",
        IT_PERSON << "Plh. {name of sekretaris}",
        RINA >> hands_in() >> hands_on(to="3"),
        SECRETARY << "{number}" >> press("Disposisi ke Kabid") << lies_at("4"),
        RINA >> hands_on(to="9"),
        SECRETARY
        << "Langkah 9"
        >> press("Tanda tangani")
        >> press("Ya, tanda tangani")
        << lies_at("10"),
        SECRETARY << "Tanda tangani · Plh. Kepala Dinas",
        HEAD >> "/tugas" << "Tidak ada tugas menunggu",
        RINA >> hands_on(to="11") << paper("Surat", saying="Plh. KEPALA DINAS,"),
        OFFICE >> comes_to("07.31", days=3),
        SECRETARY << "Penunjukan Anda sebagai Plh. Kepala Dinas telah berakhir",
        HEAD << "Tugas jabatan ini kembali dikirim kepada Anda",
    )


async def test_somebody_new_acts_by_a_link_that_can_be_cancelled(stage):
    wulan = somebody("Wulan")
    await stage.plays(
        opens_post("Kepala Seksi Pemanfaatan Data") >> press("Tunjuk Plh. atau Plt."),
        IT_PERSON << "Pilih sebutannya" >> press("Plt.") >> press("Orang baru, dengan tautan"),
        IT_PERSON << "Tulis dalam satu pesan" >> "Wulan Sari, S.E\n198811222012012003",
        IT_PERSON << "Mulai kapan" >> "31-02-2026" << "Tulis tanggal, bulan, dan tahun",
        IT_PERSON >> "1-1-2020" << "Tanggal harus antara",
        IT_PERSON >> "{in 1 days}" << "Sampai kapan" >> press("3 bulan"),
        IT_PERSON >> press("Tanpa nomor SK") << "masih ada pejabatnya",
        IT_PERSON >> press("Buat tautan") << "https://t.me/",
        opens_post("Kepala Seksi Pemanfaatan Data") << "undangan belum dipakai",
        IT_PERSON >> press("Batalkan undangan"),
        wulan >> opens("https://t.me/", of=IT_PERSON) << "sudah lewat masanya",
    )


async def test_a_superior_gives_a_late_file_to_a_colleague(stage):
    joko = somebody("Joko P")
    await stage.plays(
        *joins(joko, CLERKS, "Joko Priyono, A.Md"),
        RINA >> hands_in(),
        CLERK >> "/tugas" >> press("{number}") << "Anda terima",
        OFFICE >> passes(hours=1),
        SECRETARY >> "/pantau" << "{number}" >> press("Alihkan"),
        SECRETARY << "Alihkan berkas ini kepada siapa?" >> press("Joko Priyono"),
        SECRETARY << f"Di meja Joko Priyono, A.Md ({CLERKS})",
        CLERK << "Dipegang Joko Priyono, A.Md",
        joko << "{number}" >> press("Lengkap") << lies_at("3"),
        SECRETARY >> "/pantau" << "Pantauan",
    )


async def test_a_closed_day_named_in_the_chat_moves_what_is_due(stage):
    await stage.plays(
        RINA >> hands_in(),
        IT_PERSON >> "/kantor" >> press("Hari libur dan Ramadan"),
        IT_PERSON << "Tanggal Ramadan" >> press("Tambah hari libur"),
        IT_PERSON >> "{in 14 days}\nRapat kerja daerah",
        IT_PERSON << "Batas waktu 0 berkas yang berjalan dihitung ulang",
        IT_PERSON >> press("Hari libur dan Ramadan"),
        IT_PERSON << "Rapat kerja daerah (ditambahkan di sini)" >> press("Hapus") << "Dihapus:",
    )
