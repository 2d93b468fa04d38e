"""Cabut permohonan on the real bot over HTTP."""

import pytest

from messages.actions.applicant import OpenCase
from messages.actions.officer import Decide
from messages.actions.withdrawing import AskWithdraw, KeepRequest, Withdraw
from tests.support.phone import Phone

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_an_applicant_withdraws_a_request_with_one_more_question(office):
    rina, clerk = Phone(office, office.applicant), Phone(office, office.officer("petugas"))
    number = await rina.hands_in()
    task = office.task(number)
    decide = await clerk.button(Decide, task_id=task.id, outcome="lengkap")
    await rina.presses(AskWithdraw)
    await rina.finds("Cabut permohonan ini?")
    await rina.presses(KeepRequest)
    await rina.presses(AskWithdraw)
    assert not (await rina.presses(Withdraw)).alert
    await rina.finds("Dicabut")
    await clerk.finds("Permohonan dicabut pemohon")
    refused = await clerk.touches(decide)
    assert refused.alert
    assert "sudah dicabut pemohon" in refused.text


async def test_a_withdrawn_request_is_still_found_by_its_applicant(office):
    rina = Phone(office, office.applicant)
    await rina.writes("/status")
    await rina.reads("✗ Dicabut")
    await rina.presses(OpenCase)
    await rina.finds("atas permintaan Anda")
