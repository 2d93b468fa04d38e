"""What an officer can do with a file beside handing it on, on the real bot over HTTP."""

import pytest

from messages.actions.officer import Kartu, OpenTask, TakeDecisionBack
from tests.support.pdf_text import words_of
from tests.support.phone import Phone, hand_on
from workflow import kartu_kendali
from workflow.case import CaseState

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_decision_is_taken_back_and_every_phone_shows_it(office):
    rina = Phone(office, office.applicant)
    clerk, head = (Phone(office, office.officer(one)) for one in ("petugas", "kepala_dinas"))
    number = await rina.hands_in()
    await hand_on(office, number)
    await head.finds(number)
    answer = await clerk.presses(TakeDecisionBack)
    assert not answer.alert, answer
    await office.at_step(number, "2")
    await clerk.finds("Ditarik kembali")
    await head.finds("Ditarik kembali oleh Petugas Pengadministrasi")
    assert [one.undone_at is not None for one in office.tasks(number)] == [False, True, True, False]


async def test_the_kartu_kendali_keeps_it_struck(office):
    clerk = Phone(office, office.officer("petugas"))
    await clerk.presses(Kartu, paper=False)
    await clerk.finds("Ditarik kembali sebelum diterima")
    await clerk.presses(Kartu, paper=True)
    assert "ditarik kembali sebelum diterima" in words_of(await clerk.gets("Kartu kendali"))


async def test_once_the_next_holder_has_opened_the_file_the_button_is_gone(office):
    clerk, head = (Phone(office, office.officer(one)) for one in ("petugas", "kepala_dinas"))
    [number] = [one for (one,) in office.rows("SELECT number FROM cases")]
    await hand_on(office, number)
    button = await clerk.button(TakeDecisionBack)
    await head.writes("/tugas")
    await head.presses(OpenTask, task_id=office.task(number).id)
    await office.people.wait_for(
        lambda state: not _stands(state, clerk.id, button), 20, what="the button to go"
    )
    assert (await clerk.touches(button)).alert
    tasks = office.tasks(number)
    assert kartu_kendali.replay(tasks, office.procedure) == ("3", CaseState.OPEN)


def _stands(state, person_id, button):
    """Whether a button stands in somebody's chat now."""
    [person] = [one for one in state["people"] if one["id"] == person_id]
    shown = [one for one in person["messages"] if one["message_id"] == button.message_id]
    return any(
        pressed["data"] == button.data
        for message in shown
        for row in message["buttons"]
        for pressed in row
    )
