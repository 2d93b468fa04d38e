"""SKM on the real bot over HTTP: nine taps on one message, and its result a day later."""

from datetime import timedelta

import pytest

from messages.actions.survey import ChangeSurvey, RateService
from tests.support.phone import Phone, hand_on, hand_on_to
from workflow.survey import ELEMENTS

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_an_applicant_answers_nine_questions_in_one_message_and_changes_them(office):
    rina = Phone(office, office.applicant)
    number = await rina.hands_in()
    await hand_on_to(office, number, "11")
    await hand_on(office, number)
    await office.people.travel_to(await office.people.now() + timedelta(minutes=3))
    await rina.finds("Survei Kepuasan Masyarakat")
    for place, element in enumerate(ELEMENTS, start=1):
        await rina.finds(f"Pertanyaan {place} dari 9")
        await rina.presses(RateService, element=element, value=3)
    await rina.finds("Jawaban dapat diubah sampai")
    await rina.presses(ChangeSurvey)
    await rina.finds("Pertanyaan 1 dari 9")
    await rina.presses(RateService, element=ELEMENTS[0], value=4)
    await rina.finds("Pertanyaan 2 dari 9")


async def test_a_day_later_the_office_reads_the_result_and_nobody_whose_it_was(office):
    clerk = Phone(office, office.officer("petugas"))
    await office.people.travel_to(await office.people.now() + timedelta(days=1, minutes=5))
    await office.until(
        lambda: office.rows("SELECT count(*) FROM surveys") == [(0,)], what="the end of the day"
    )
    await clerk.writes("/skm")
    await clerk.finds("Responden: 1")
    await clerk.finds("IKM 77,78")
