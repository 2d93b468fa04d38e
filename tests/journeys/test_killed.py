"""SIGKILL at every moment that could hurt: nothing is lost, nothing happens twice."""

import asyncio
import random
from functools import partial

import pytest

from messages.actions.applicant import Acknowledge, ShowCasePaper
from messages.actions.everybody import Accept
from messages.actions.form import Begin, FormNext, FormSubmit
from messages.actions.officer import Decide, Sure, Work
from tests.support.phone import Phone, hand_on, hand_on_to, number_on, until
from workflow.case import CaseState
from workflow.papers import PaperKind

pytestmark = pytest.mark.asyncio(loop_scope="module")

STEPS = [str(number) for number in range(1, 12)]


class Killer:
    """Lets something be done, waits for its moment, kills the bot and has it started again."""

    def __init__(self, office):
        self.office = office
        self.kills = 0

    async def strikes(self, deed, moment):
        before = await self._last_call()
        await deed
        await until(partial(moment, before))
        await self.strikes_now()

    async def strikes_now(self):
        self.office.kill()
        self.kills += 1
        await self.office.start()

    async def _last_call(self):
        return (await self.office.people.journal())[-1]["n"]

    async def posted(self, before):
        """Telegram has it, the bot perhaps not yet."""
        return True

    async def handed_out(self, before):
        """Telegram has answered a poll with it; it is not confirmed."""
        polls = await self.office.people.journal(before, method="getUpdates")
        return [one for one in polls if (one["answer"] or {}).get("result")]

    def being_sent(self, kind):
        """What follows from it is committed and on its way to Telegram."""

        async def seen(before):
            return self.office.rows(
                "SELECT id FROM outbox WHERE state = 'claimed' AND kind = ?", kind
            )

        return seen

    async def being_signed(self, before):
        return self.office.rows(
            "SELECT id FROM tasks WHERE signing_since IS NOT NULL AND done_at IS NULL"
        )

    async def being_fetched(self, before):
        return self.office.rows("SELECT update_id FROM inbox WHERE handled_at IS NULL")


async def finished(office, number):
    """The case went through every step once, and everything about it happened once."""
    case = await office.ended(number)
    tasks = office.tasks(number)
    papers = office.rows("SELECT state, number FROM papers WHERE case_id = ?", case.id)
    files = office.rows("SELECT item FROM attachments WHERE case_id = ?", case.id)
    numbers = office.rows("SELECT text FROM letter_numbers WHERE case_id = ?", case.id)

    assert case.state is CaseState.FINISHED
    assert [task.step for task in tasks] == STEPS
    assert all(task.done_at and task.received_at for task in tasks)
    assert [paper.state for paper in papers] == ["signed", "sealed"]
    assert {paper.number for paper in papers} == {one.text for one in numbers}
    assert len(numbers) == 1
    assert sorted(one.item for one in files) == ["berkas_data", "identitas", "surat_permohonan"]


async def nothing_lost(office):
    """Every update Telegram ever had is in the inbox, handled."""
    ids = [one.update_id for one in office.rows("SELECT update_id FROM inbox ORDER BY 1")]
    inbox = office.inbox()

    assert ids == list(range(ids[0], ids[0] + len(ids)))
    assert inbox["received"] == inbox["handled"]
    assert inbox["parked"] == 0


async def test_a_case_survives_ten_kills_at_its_worst_moments(office):
    people, killer = office.people, Killer(office)
    rina = Phone(office, await office.guest("Rina"))
    items = office.procedure.items_of(None)

    office.kill()  # nobody listens while the first word is written
    await rina.writes("/start")
    await office.start()
    await killer.strikes(rina.pushes(Begin, procedure_id=office.procedure.id), killer.posted)
    await rina.presses(Accept)
    await rina.answers(0, items[0])
    await killer.strikes(rina.writes("Rina Wulandari, S.KM"), killer.handed_out)
    await rina.fills_in(items[:9], first=2)
    await rina.finds(items[9].ask[:60])

    await people.fault("getFile", "slow", seconds=1)
    await killer.strikes(rina.uploads_for(items[9]), killer.being_fetched)
    await rina.reads("Berkas diterima (1)")
    await rina.presses(FormNext, place=9)
    await rina.answers(10, items[10])

    await people.fault("sendDocument", "slow", seconds=1, chat_id=rina.id)
    await killer.strikes(rina.pushes(FormSubmit), killer.being_sent("SendPaper"))
    await rina.finds("Sambungan terputus")
    await rina.presses(ShowCasePaper, kind=PaperKind.RESI)
    number = number_on(await people.wait_for_file(rina.id, "Resi", 20))

    clerk = Phone(office, office.officer("petugas"))
    task = office.task(number)
    await people.fault("sendMessage", "slow", seconds=1, chat_id=office.officer("kepala_dinas"))
    await killer.strikes(
        clerk.pushes(Decide, task_id=task.id, outcome="lengkap"), killer.being_sent("ShowTask")
    )
    await office.at_step(number, "3")
    await hand_on_to(office, number, "6")

    worker = Phone(office, office.officer("pengelola_data"))
    task = office.task(number)
    await worker.presses(Work, task_id=task.id)
    await worker.fills_in(office.procedure.step("6").items)
    await killer.strikes(worker.pushes(FormSubmit), killer.handed_out)
    await worker.presses(Decide, task_id=task.id, outcome="selesai")
    await hand_on_to(office, number, "9")

    head = Phone(office, office.officer("kepala_dinas"))
    task = office.task(number)
    await head.presses(Decide, task_id=task.id)
    await killer.strikes(head.pushes(Sure, task_id=task.id), killer.being_signed)
    await office.at_step(number, "10")

    task = office.task(number)
    await killer.strikes(clerk.pushes(Decide, task_id=task.id), killer.being_signed)
    await office.at_step(number, "11")
    await killer.strikes_now()  # while letter and data go out
    await rina.button(Acknowledge)
    await rina.presses(ShowCasePaper, kind="answer")
    letter = await rina.gets("Surat")

    task = office.task(number)
    await killer.strikes(rina.pushes(Acknowledge, task_id=task.id), killer.handed_out)
    await finished(office, number)

    assert killer.kills == 10
    assert [one.intact for one in office.signer().check(letter)] == [True, True]
    await nothing_lost(office)


SEEDS = [20261123, *(pytest.param(one, marks=pytest.mark.soak) for one in range(1, 13))]


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_case_survives_kills_at_any_moment(office, seed):
    """Ten more, each after a delay that chance chose once and for all."""
    killer, chance = Killer(office), random.Random(seed)
    rina = Phone(office, await office.guest("Sari"))
    number = await rina.hands_in()

    while (task := office.task(number)).step != "11":
        step = office.procedure.step(task.step)
        phone = Phone(office, office.officer_of(task))
        if step.items:
            await phone.presses(Work, task_id=task.id)
            await phone.fills_in(step.items)
            await phone.submits()
        deeds = [Decide, Sure] if step.signs else [Decide]
        for deed in deeds:
            await phone.pushes(deed, task_id=task.id)
            await asyncio.sleep(chance.uniform(0, 0.12))
            await killer.strikes_now()
        await office.until(
            partial(has_left, office, number, task.id), what=f"{number} after step {task.step}"
        )
    await hand_on(office, number)

    assert killer.kills == 10
    await finished(office, number)
    await nothing_lost(office)


def has_left(office, number, task_id):
    task = office.task(number)
    return task.id != task_id and task


async def test_whoever_stops_the_bot_politely_loses_nothing_either(office):
    budi = Phone(office, await office.guest("Budi"))
    await budi.begins()
    await budi.writes("Dinas Kesehatan")

    code = office.stop()
    await office.start()
    await budi.finds(office.procedure.items_of(None)[1].ask[:60])

    assert code == 0
    await nothing_lost(office)


async def test_a_card_that_a_kill_left_behind_says_who_has_decided(office):
    """The decision is in the books, and the bot dies while it takes the buttons off the card."""
    clerk = Phone(office, office.officer("petugas"))
    number = await Phone(office, await office.guest("Wati")).hands_in()
    task = office.task(number)
    button = await clerk.button(Decide, task_id=task.id, outcome="lengkap")
    await office.people.fault("editMessageText", "slow", seconds=1, chat_id=clerk.id)
    await Killer(office).strikes(
        clerk.pushes(Decide, task_id=task.id, outcome="lengkap"),
        partial(was_decided, office, number, task.id),
    )

    answer = await clerk.touches(button)

    assert answer.alert
    assert answer.text.startswith("Sudah diputus oleh Petugas Pengadministrasi")


async def was_decided(office, number, task_id, before):
    return has_left(office, number, task_id)
