"""/hariini on the real bot over HTTP: a decision stands there, and is taken back from there."""

import pytest

from messages.actions.today import TakeBackToday
from tests.support.phone import Phone, hand_on

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_decision_of_today_is_taken_back_from_the_list(office):
    rina = Phone(office, office.applicant)
    clerk = Phone(office, office.officer("petugas"))
    number = await rina.hands_in()
    await hand_on(office, number)
    await clerk.writes("/hariini")
    await clerk.finds("Hari ini Anda memutuskan 1 berkas")
    answer = await clerk.presses(TakeBackToday)
    assert not answer.alert, answer
    await office.at_step(number, "2")
    await clerk.finds("Ditarik kembali")
