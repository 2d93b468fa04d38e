"""Putuskan bersama on the real bot over HTTP: looked at, ticked, decided."""

import pytest

from messages.actions.bulk import (
    BeginBulk,
    BulkFiles,
    BulkWords,
    DecideBulk,
    LeaveFileOut,
    TickFile,
)
from tests.support.phone import Phone

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_several_files_of_a_step_are_looked_at_and_decided_together(office):
    rina, clerk = Phone(office, office.applicant), Phone(office, office.officer("petugas"))
    numbers = [await rina.hands_in() for _ in range(3)]
    await clerk.writes("/tugas")
    await clerk.presses(BeginBulk)
    await clerk.finds("Berkas 1 dari 3 · dicentang 0")
    await clerk.presses(BulkFiles)
    await clerk.gets("surat")
    await clerk.presses(TickFile)
    await clerk.finds("Berkas 2 dari 3 · dicentang 1")
    await clerk.presses(LeaveFileOut)
    await clerk.finds("Berkas 3 dari 3 · dicentang 1")
    await clerk.presses(TickFile)
    await clerk.finds("Dicentang 2 dari 3 berkas.")
    await clerk.presses(DecideBulk, outcome="lengkap")
    await clerk.finds("Pilih satu instruksi untuk semuanya")
    assert not (await clerk.presses(BulkWords, outcome="lengkap")).alert
    await clerk.finds("✓ Lengkap: 2 dari 2 berkas.")
    done = [office.rows(f"SELECT step FROM cases WHERE number = '{one}'") for one in numbers]
    assert done == [[("3",)], [("2",)], [("3",)]]
