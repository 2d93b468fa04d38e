"""Asking for something again over real HTTP: little is typed, and a double is told of."""

import pytest

from messages.actions.applicant import OpenCase
from messages.actions.form import FormBack, FormNext, FormRecall
from tests.support.phone import Phone

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_the_second_request_is_filled_in_with_one_press_and_told_of_the_first(office):
    rina = Phone(office, office.applicant)
    number = await rina.hands_in()
    await rina.begins()
    await rina.finds(f"dari permohonan Anda {number}")
    old = await rina.button(FormRecall)
    assert not (await rina.touches(old)).alert
    items = office.procedure.items_of(None)
    await rina.answers(2, items[2])
    await rina.finds("Jawaban sekarang: +62")
    await rina.presses(FormNext, place=3)
    await rina.fills_in(items, first=4)
    await rina.finds(f"belum selesai: {number}")
    refused = await rina.touches(old)
    assert refused.alert
    assert not (await rina.presses(OpenCase)).alert
    await rina.submits()


async def test_what_was_filled_in_is_corrected_by_going_back(office):
    rina = Phone(office, office.applicant)
    await rina.begins()
    await rina.presses(FormRecall)
    await rina.presses(FormBack, place=2)
    await rina.presses(FormBack, place=1)
    await rina.finds("Jawaban sekarang: Dinas")
    await rina.writes("Dinas Sosial")
    await rina.finds(office.procedure.items_of(None)[1].ask)
