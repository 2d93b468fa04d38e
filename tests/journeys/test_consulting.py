"""Minta pendapat on the real bot over HTTP: asked, answered, and in the kartu kendali."""

import pytest

from messages.actions.consultation import GiveOpinion
from messages.actions.officer import Kartu, OpenTask
from messages.actions.verbs import BeginVerb, ChooseForVerb, ShowMore
from tests.support.pdf_text import words_of
from tests.support.phone import Phone
from workflow.verbs import Verb

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_two_posts_are_asked_and_the_opinion_comes_onto_the_card(office):
    rina = Phone(office, office.applicant)
    clerk, kabid = (Phone(office, office.officer(one)) for one in ("petugas", "kabid_bdi"))
    number = await rina.hands_in()
    task = office.task(number)
    await clerk.writes("/tugas")
    await clerk.presses(OpenTask, task_id=task.id)
    await clerk.presses(ShowMore, task_id=task.id)
    await clerk.presses(BeginVerb, task_id=task.id, verb=Verb.CONSULT)
    for one in ("kabid_bdi", "kepala_dinas"):
        await clerk.presses(ChooseForVerb, task_id=task.id, chosen=one)
    await clerk.writes("Apakah data semester I sudah final?")
    await clerk.finds("belum ada")
    await kabid.finds("Apakah data semester I sudah final?")
    await kabid.presses(GiveOpinion)
    await kabid.finds("Tulis pendapat Anda")
    await kabid.writes("Sudah final sejak kemarin.")
    await kabid.finds("Pendapat diberikan oleh")
    await clerk.finds("Sudah final sejak kemarin.")
    assert office.task(number).id == task.id


async def test_the_kartu_kendali_tells_both_below_the_step(office):
    clerk = Phone(office, office.officer("petugas"))
    [number] = [one for (one,) in office.rows("SELECT number FROM cases")]
    await clerk.presses(ShowMore, task_id=office.task(number).id)
    await clerk.presses(Kartu, paper=False)
    await clerk.finds("«Sudah final sejak kemarin.»")
    await clerk.presses(Kartu, paper=True)
    words = words_of(await clerk.gets("Kartu kendali"))
    assert "Apakah data semester I sudah final?" in words
    assert "Sudah final sejak kemarin." in words
