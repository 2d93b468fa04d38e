"""What people really write; every time a clear sentence comes back, and nothing is lost."""

import pytest

from tests.support.playbook import officer, somebody
from tests.support.turns import (
    asks,
    begins,
    fills_in,
    gets_resi,
    hands_in,
    hands_on,
    lies_at,
    nothing,
    press,
)

pytestmark = pytest.mark.asyncio(loop_scope="module")

CLERK, HEAD = officer("petugas"), officer("kepala_dinas")
BUDI = somebody("Budi")
FAR = "😀 👨‍👩‍👧 مرحبا \u202eterbalik\u202c ไทย"


def comes_to(item):
    """Somebody who has come to an item of the form."""
    return BUDI >> begins() >> fills_in(up_to=item)


@pytest.mark.parametrize(
    ("item", "wrong", "told"),
    [
        ("nik", "123", "16 angka"),
        ("nik", "3175034708900001 atau 3175034708900002", "16 angka"),
        ("nik", "0000000000000000", "Tanggal lahir di dalam NIK"),
        ("telepon", "telepon saya", "Nomor telepon itu belum benar"),
        ("tanggal_surat", "kemarin", "Tulis tanggal, bulan, dan tahun"),
        ("tanggal_surat", "31 Februari 2026", "Tulis tanggal, bulan, dan tahun"),
        ("tanggal_surat", "1 Januari 1800", "antara 1 Januari 1900"),
        ("tujuan", "Entah", "Tekan salah satu tombol"),
        ("surat_permohonan", "nanti saja", "Di sini diminta berkas: Surat permohonan"),
    ],
)
async def test_a_wrong_answer_is_explained_and_asked_again(stage, item, wrong, told):
    await stage.plays(comes_to(item) >> wrong << told << asks(item))


@pytest.mark.parametrize(
    ("mistyped", "why"),
    [
        ("3175034713909999", "Tanggal lahir di dalam NIK"),
        ("317503470890002", "Nomor harus 16 angka. Anda menulis 15 angka."),
    ],
)
async def test_a_mistyped_nik_leaves_the_chat_like_a_right_one(stage, mistyped, why):
    await stage.plays(comes_to("nik") >> mistyped << why << nothing(mistyped))


async def test_a_choice_may_be_written_too(stage):
    await stage.plays(comes_to("tujuan") >> "penelitian" << "Dalam bentuk apa")


@pytest.mark.parametrize("blank", ["\u00a0", "\u3000\u2003"])
async def test_an_answer_of_nothing_but_space_is_none(stage, blank):
    await stage.plays(
        comes_to("instansi") >> blank << "tidak berisi huruf atau angka" << asks("instansi")
    )


async def test_a_message_as_long_as_telegram_takes_is_told_its_length_and_the_limit(stage):
    await stage.plays(comes_to("instansi") >> "x" * 4096 << "4.096 huruf, paling banyak 120")


async def test_the_reader_is_told_in_their_own_language(stage):
    bob = somebody("Bob", "en")
    await stage.plays(bob >> "hello" << "could not be understood")


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("/status", "Belum ada permohonan"),
        ("/tugas", "hanya untuk petugas"),
        ("/pantau", "hanya untuk petugas"),
        ("/kantor", "hanya untuk petugas"),
        ("/bahasa", "Question 2 of"),
        ("/privasi", "Pelindungan data pribadi"),
        ("/bantuan", "Bantuan"),
        ("/apa_saja", "belum dapat dipahami"),
    ],
)
async def test_a_command_in_the_middle_is_answered_and_the_form_goes_on(stage, command, told):
    await stage.plays(
        comes_to("nama") >> command << told >> "Budi Santoso, S.KM",
        BUDI << "NIK" << asks("nik"),
    )


async def test_start_in_the_middle_offers_to_go_on_where_the_form_was_left(stage):
    await stage.plays(
        comes_to("nama") >> "/start" << "Isian yang belum diserahkan",
        BUDI >> press("Lanjutkan") << "Siapa nama lengkap" << asks("nama"),
    )


async def test_cancelling_is_asked_once_more_and_can_be_taken_back(stage):
    await stage.plays(
        comes_to("nik") >> "/batal" >> press("Lanjut mengisi") << "NIK" << asks("nik"),
        BUDI >> "/batal" >> press("Ya, hapus isian") << "Isian ini dibatalkan",
        BUDI >> "/status" << "Belum ada permohonan",
    )


async def test_any_answer_can_be_changed_from_the_review(stage):
    await stage.plays(
        BUDI >> begins() >> fills_in() << "Periksa kembali" >> press("1"),
        BUDI << "Mengubah satu isian" >> "Badan Pusat Statistik" << "Badan Pusat Statistik",
        BUDI >> press("Serahkan") << gets_resi(),
        CLERK << "{number}" << "Badan Pusat Statistik",
    )


async def test_a_reason_of_nothing_is_asked_for_again(stage):
    await stage.plays(
        BUDI >> hands_in() >> hands_on(to="3"),
        HEAD << "{number}" >> press("Petunjuk lain") >> press("Tulis sendiri") >> "\u00a0",
        HEAD << "Tuliskan alasannya dahulu" >> f"Segera & teliti <b>{FAR}</b>" << lies_at("4"),
        officer("kabid_bdi") << "Segera & teliti <b>😀 👨‍👩‍👧 مرحبا terbalik ไทย</b>",
    )
