"""Position, name, pangkat and NIP, as documents run them together under "Disahkan oleh"."""

import pytest

from workflow.importing.approval import WrittenApprover, read_approval

OFFICE = "Dinas Kependudukan dan Pencatatan Sipil Kota Contoh"


@pytest.mark.parametrize(
    ("words", "position", "approver"),
    [
        ("Kepala Dinas", "Kepala Dinas", WrittenApprover()),
        ("Camat Contoh, Drs. Budi", "Camat Contoh, Drs. Budi", WrittenApprover()),
        (
            "Kepala Dinas, Drs. Budi, M.Si NIP 197001011990011001",
            "Kepala Dinas",
            WrittenApprover(name="Drs. Budi, M.Si", nip="197001011990011001"),
        ),
        (
            f"KEPALA {OFFICE.upper()} BUDI NIP. 19700101 199001 1 001",
            f"KEPALA {OFFICE.upper()}",
            WrittenApprover(name="BUDI", nip="19700101 199001 1 001"),
        ),
        (
            "Kepala Dinas, Budi, S.Sos Pembina Tk. I (IV/b) NIP: 197001011990011001",
            "Kepala Dinas",
            WrittenApprover(
                name="Budi, S.Sos", rank="Pembina Tk. I (IV/b)", nip="197001011990011001"
            ),
        ),
        (
            "Kepala Dinas Pemberdayaan Masyarakat, Budi Penata Muda NIP 197001011990011001",
            "Kepala Dinas Pemberdayaan Masyarakat",
            WrittenApprover(name="Budi", rank="Penata Muda", nip="197001011990011001"),
        ),
        (
            "Kepala Dinas, Budi NIP 197001011990011001 Pembina (IV/a) tertanda",
            "Kepala Dinas tertanda",
            WrittenApprover(name="Budi", rank="Pembina (IV/a)", nip="197001011990011001"),
        ),
        (
            "Kepala Balai Pembina Desa, Budi NIP 197001011990011001",
            "Kepala Balai Pembina Desa",
            WrittenApprover(name="Budi", nip="197001011990011001"),
        ),
        (
            "Kepala Dinas Drs. Budi Santoso, M.Si NIP 197001011990011001",
            "Kepala Dinas Drs. Budi Santoso, M.Si",
            WrittenApprover(nip="197001011990011001", unnamed=True),
        ),
        (
            "Kepala Dinas Budi Santoso, SH, MH NIP 197001011990011001",
            "Kepala Dinas Budi Santoso, SH, MH",
            WrittenApprover(nip="197001011990011001", unnamed=True),
        ),
        (
            "Kepala Dinas Budi NIP 197001011990011001",
            "Kepala Dinas Budi",
            WrittenApprover(nip="197001011990011001", unnamed=True),
        ),
        (
            "Kepala Dinas, Budi NIK 1471010101700001",
            "Kepala Dinas",
            WrittenApprover(name="Budi", strange=True),
        ),
    ],
)
def test_who_approved_is_read_only_where_a_nip_tells_the_name_from_the_position(
    words, position, approver
):
    assert read_approval(words, OFFICE) == (position, approver)
