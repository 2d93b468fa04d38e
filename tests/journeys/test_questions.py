"""Questions of either side on the real bot over HTTP: asked, answered, withdrawn."""

import pytest

from bot.cli.sandbox.samples import sample_file
from messages.actions.enquiries import AskOffice, Reply
from messages.actions.officer import Kartu, ShowFiles
from messages.actions.questions import AnswerQuestion, SendAnswer
from messages.actions.verbs import BeginVerb, ChooseForVerb, DoVerb, ShowMore
from tests.support.phone import Phone
from workflow.questions import ANSWER_SLOT
from workflow.verbs import Verb

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_an_answer_comes_back_onto_the_card_and_its_file_with_it(office):
    rina, clerk = Phone(office, office.applicant), Phone(office, office.officer("petugas"))
    number = await rina.hands_in()
    task = office.task(number)
    await clerk.presses(ShowMore, task_id=task.id)
    await clerk.presses(BeginVerb, verb=Verb.ASK)
    await clerk.presses(ChooseForVerb, chosen="berkas-jelas")
    answer = await clerk.presses(DoVerb, chosen="berkas-jelas@w")
    assert not answer.alert, answer
    await clerk.finds("Menunggu jawaban pemohon")
    await rina.finds("Pertanyaan dari kantor")
    await rina.presses(AnswerQuestion)
    await rina.finds("Tulis jawaban sebagai pesan")
    await rina.writes("Ini foto yang lebih jelas")
    await rina.reads("Ini foto yang lebih jelas")
    await rina.uploads(sample_file(ANSWER_SLOT))
    await rina.reads("Berkas (1): jawaban.pdf")
    assert not (await rina.presses(SendAnswer)).alert
    await rina.finds("Jawaban terkirim")
    await clerk.finds("Ini foto yang lebih jelas")
    assert office.task(number).pause_id is None


async def test_its_file_is_opened_with_the_others(office):
    clerk = Phone(office, office.officer("petugas"))
    await clerk.presses(ShowFiles)
    await clerk.gets("jawaban")


async def test_question_and_answer_stand_in_the_kartu_kendali(office):
    clerk = Phone(office, office.officer("petugas"))
    await clerk.presses(ShowMore)
    await clerk.presses(Kartu, paper=False)
    await clerk.finds("Petugas Pengadministrasi bertanya kepada pemohon")


async def test_an_answer_to_a_withdrawn_question_is_refused_in_words(office):
    rina, clerk = Phone(office, office.applicant), Phone(office, office.officer("petugas"))
    await clerk.presses(BeginVerb, verb=Verb.ASK)
    await clerk.presses(ChooseForVerb, chosen="telepon")
    await clerk.presses(DoVerb, chosen="telepon@r")
    await rina.presses(AnswerQuestion)
    await rina.writes("0812 3456 7890")
    button = await rina.button(SendAnswer)
    await clerk.presses(ShowMore)
    await clerk.presses(DoVerb, verb=Verb.UNASK)
    await rina.finds("ditarik oleh kantor")
    refused = await rina.touches(button)
    assert refused.alert
    assert "sudah ditarik" in refused.text


async def test_an_applicant_asks_the_office_and_has_the_answer_in_the_chat(office):
    rina, clerk = Phone(office, office.applicant), Phone(office, office.officer("petugas"))
    await rina.presses(AskOffice)
    await rina.reads("Tulis pertanyaan Anda")
    await rina.writes("Kapan kira-kira selesai?")
    await rina.reads("Pertanyaan Anda kepada kantor")
    await clerk.finds("Pertanyaan pemohon")
    await clerk.presses(Reply)
    await clerk.writes("Besok pagi sudah dapat diunduh.")
    await clerk.finds("Dijawab oleh Petugas Pengadministrasi")
    await rina.finds("Besok pagi sudah dapat diunduh.")
    assert not office.task(_number(office)).done_at


def _number(office):
    [number] = [one for (one,) in office.rows("SELECT number FROM cases")]
    return number
