"""Putuskan bersama on the real bot over HTTP: looked at, ticked, decided."""

import pytest

from messages.actions.bulk import (
    BeginBulk,
    BulkFiles,
    BulkWords,
    DecideBulk,
    GiveBulk,
    GiveBulkTo,
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


async def test_two_of_them_are_given_to_a_colleague_with_one_word(office):
    rina, clerk = Phone(office, office.applicant), Phone(office, office.officer("petugas"))
    joko = Phone(office, await office.guest("Joko Prasetyo"))
    await joko.writes("/start")
    await office.until(lambda: _known(office, joko), what="Joko is known")
    office.write(
        "INSERT INTO appointments (person_id, jabatan, name, nip, rank, acting, begins_at) "
        "SELECT people.id, jabatan, 'Joko Prasetyo', nip, rank, acting, begins_at "
        "FROM appointments AS one, people "
        "WHERE one.jabatan = 'petugas' AND people.telegram_id = ?",
        joko.id,
    )
    numbers = [await rina.hands_in() for _ in range(2)]
    await clerk.writes("/tugas")
    await clerk.presses(BeginBulk, task_id=_earliest(office))
    await clerk.finds("Berkas 1 dari 3")
    await clerk.presses(LeaveFileOut)
    await clerk.finds("Berkas 2 dari 3 · dicentang 0")
    await clerk.presses(TickFile)
    await clerk.finds("Berkas 3 dari 3 · dicentang 1")
    await clerk.presses(TickFile)
    await clerk.presses(GiveBulk)
    await clerk.finds("Kepada rekan semeja yang mana 2 berkas ini diberikan?")
    assert not (await clerk.presses(GiveBulkTo)).alert
    await clerk.finds("Tulis satu pesan pengantar")
    await clerk.writes("Tolong dilanjutkan, saya rapat")
    await clerk.finds("✓ Diberikan kepada Joko Prasetyo: 2 dari 2 berkas.")
    await joko.finds("Tolong dilanjutkan, saya rapat")
    assert {office.task(one).holder_id for one in numbers} == {_known(office, joko)}


def _earliest(office):
    return office.rows("SELECT min(id) FROM tasks WHERE step = '2' AND done_at IS NULL")[0][0]


def _known(office, phone):
    found = office.rows("SELECT id FROM people WHERE telegram_id = ?", phone.id)
    return found[0][0] if found else None
