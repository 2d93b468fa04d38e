"""A request from the first word to the thanks, as its applicant reads it in either language."""

import pytest

from tests.support.playbook import officer, somebody
from tests.support.turns import fills_in, gets_resi, hands_on, lies_at, nothing, paper, press

pytestmark = pytest.mark.asyncio(loop_scope="module")

CLERK, CHIEF = officer("petugas"), officer("kasi")


@pytest.mark.parametrize("language", ["id", "en"])
async def test_a_request_comes_back_once_is_repaired_and_is_answered(stage, language):
    rina = somebody(f"Rina {language}", language)
    await stage.plays(
        rina >> "/start" << "Selamat datang" >> press("Pelayanan Data dan Informasi"),
        rina << "Pelindungan data pribadi" >> press("Setuju dan lanjutkan"),
        rina << "Pertanyaan 1 dari 11" >> fills_in() << "Periksa kembali" >> press("Serahkan"),
        rina << gets_resi(),
        CLERK << "{number}" >> press("Kembalikan") >> press("✓ Surat permohonan"),
        CLERK >> press("✗ buram · Surat permohonan") >> press("Lanjut: alasan"),
        CLERK >> press("Berkas tidak terbaca, mohon unggah ulang") << lies_at("1"),
        rina << "Berkas tidak terbaca" >> press("Perbaiki") >> fills_in(),
        rina << "Periksa kembali" >> press("Serahkan") << lies_at("2"),
        CLERK << "{number}" >> hands_on(to="7"),
        CHIEF
        << "{number}"
        >> press("Kembalikan")
        >> press("Data tidak sesuai permohonan")
        << lies_at("6"),
        rina << nothing("Data tidak sesuai permohonan"),
        CHIEF >> hands_on(to="11"),
        rina << paper("Surat", saying="Dinas Kesehatan") >> press("Saya terima"),
        rina << "✓ Selesai" << paper("Tanda terima"),
    )
