"""A file that waits for SIAK, and one that waits in an officer's own words, over HTTP."""

from datetime import timedelta

import pytest

from messages.actions.hold import AgreeHold
from messages.actions.officer import Kartu
from messages.actions.supervisor import Overview
from messages.actions.verbs import BeginVerb, ChooseForVerb, DoVerb, ShowMore
from tests.support.pdf_text import words_of
from tests.support.phone import Phone, hand_on
from workflow.verbs import Verb

pytestmark = pytest.mark.asyncio(loop_scope="module")

SIAK = "gangguan-siak"


def clerk_of(office):
    return Phone(office, office.officer("petugas"))


async def opens_hold(clerk, task_id):
    await clerk.presses(ShowMore, task_id=task_id)
    await clerk.presses(BeginVerb, task_id=task_id, verb=Verb.HOLD)


async def test_a_file_waits_for_siak_and_everybody_sees_it(office):
    rina, clerk = Phone(office, office.applicant), clerk_of(office)
    number = await rina.hands_in()
    task = office.task(number)
    await opens_hold(clerk, task.id)
    await clerk.presses(ChooseForVerb, chosen=SIAK)
    answer = await clerk.presses(DoVerb, chosen=f"{SIAK}@")
    assert not answer.alert, answer
    await clerk.finds("Ditunda")
    await rina.finds("menunggu sistem di luar kantor kami")
    assert office.task(number).due_at is None
    superior = Phone(office, office.officer("sekretaris"))
    await superior.writes("/pantau")
    assert "Gangguan SIAK" in (await superior.reads("Pantauan"))["text"]
    assert await superior.button(Overview)


async def test_nothing_rings_while_it_waits_and_the_limit_runs_on_afterwards(office):
    clerk = clerk_of(office)
    [number] = [one for (one,) in office.rows("SELECT number FROM cases")]
    task = office.task(number)
    await office.people.advance(hours=1)
    await clerk.presses(ShowMore, task_id=task.id)
    answer = await clerk.presses(DoVerb, verb=Verb.LIFT)
    assert not answer.alert, answer
    await office.until(lambda: office.task(number).due_at is not None, what="the limit to run on")
    assert office.task(number).due_at - task.opened_at > timedelta(hours=1)
    assert "Lewat batas" not in await clerk.said()


async def test_the_kartu_kendali_counts_the_systems_time_apart(office):
    clerk = clerk_of(office)
    [number] = [one for (one,) in office.rows("SELECT number FROM cases")]
    await hand_on(office, number)
    await clerk.presses(Kartu, paper=False)
    await clerk.finds("Menunggu sistem di luar kantor")
    await clerk.presses(Kartu, paper=True)
    assert "pada sistem di luar kantor" in words_of(await clerk.gets("Kartu kendali"))


async def test_own_words_wait_for_the_limit_once_a_superior_agrees(office):
    rina, clerk = Phone(office, office.applicant), clerk_of(office)
    number = await rina.hands_in()
    task = office.task(number)
    await opens_hold(clerk, task.id)
    await clerk.presses(ChooseForVerb, chosen="-")
    await clerk.presses(ChooseForVerb, chosen="-@")
    await clerk.writes("Menunggu arsip lama dari gudang")
    await clerk.reads("sudah dimintai persetujuan")
    assert office.task(number).due_at is not None
    superior = Phone(office, office.officer("sekretaris"))
    await superior.finds("Menunggu arsip lama dari gudang")
    answer = await superior.presses(AgreeHold, task_id=task.id)
    assert not answer.alert, answer
    await superior.finds("✓ Disetujui Sekretaris Dinas")
    await clerk.finds("disetujui Sekretaris Dinas")
    assert office.task(number).due_at is None
    await hand_on(office, number)
    assert [one.pause_id for one in office.tasks(number)] == [None] * 3
