"""What the counter does for a citizen, and a citizen again with an own request, over HTTP."""

import json
from functools import partial

import pytest

from bot.files import read_procedures
from bot.settings import Settings
from messages.actions.applicant import ShowCasePaper
from messages.actions.everybody import Accept
from messages.actions.form import Begin, FormSubmit
from messages.actions.officer import AskUnlink, Kartu, Unlink
from messages.actions.verbs import ShowMore
from tests.journeys.test_scanned import BOT, scans, stranger
from tests.support.pdf_text import words_of
from tests.support.phone import Phone, until
from tests.support.scanning import links_on
from workflow.views.case import OwnPaper

pytestmark = pytest.mark.asyncio(loop_scope="module")

SOP = next(
    sop for sop, _ in read_procedures(Settings(_env_file=None)) if sop.id == "pekanbaru-sipenduduk"
)


async def hands_in(office, name):
    """A citizen asks for a KK by their own phone; the number."""
    phone = await stranger(office, name)
    await phone.writes("/start")
    await phone.presses(Begin, procedure_id=SOP.id, service="kk")
    await phone.presses(Accept)
    await phone.fills_in(SOP.items_of("kk"))
    await phone.presses(FormSubmit)
    await phone.finds("Langkah")
    [(number,)] = office.rows("SELECT number FROM cases ORDER BY id DESC LIMIT 1")
    return phone, number


def clerk_of(office):
    return Phone(office, office.officer(office.office.holder_of(SOP.id, SOP.desk)))


async def test_own_answers_and_files_come_again_from_the_status_card(office):
    wati, _ = await hands_in(office, "Wati")
    await wati.presses(ShowCasePaper, kind=OwnPaper.ANSWERS)
    said = words_of(await wati.gets("Lembar isian"))
    assert SOP.items_of("kk")[0].example.split()[0] in said
    answer = await wati.presses(ShowCasePaper, kind=OwnPaper.FILES)
    assert not answer.alert, answer
    await wati.reads(next(one.title for one in SOP.items_of("kk") if not hasattr(one, "kind")))


async def test_a_resi_scanned_by_the_clerk_opens_the_file_and_it_moves_to_a_new_phone(office):
    wati, number = await hands_in(office, "Wati Lestari")
    clerk, new = clerk_of(office), await stranger(office, "Ponsel Baru")
    [(code, answers)] = office.rows("SELECT code, answers FROM cases WHERE number = ?", number)

    await scans(clerk, f"{BOT}v{code}")
    await clerk.finds(number)
    await clerk.presses(ShowMore)
    await clerk.presses(Kartu, paper=False)
    await clerk.presses(AskUnlink)
    await clerk.finds("Periksa dahulu tanda pengenal")
    await clerk.presses(Unlink)
    await wati.reads("tidak lagi ditautkan dengan obrolan ini")
    await until(partial(_links_somebody, clerk))

    [[link]] = links_on(await clerk.gets("Resi"))
    await scans(new, link)
    await new.reads("6 angka tengah NIK")
    nik = next(one for one in SOP.items_of("kk") if getattr(one, "kind", "") == "nik").id
    await new.writes(json.loads(answers)[nik][6:12])
    await new.reads("Langkah")
    assert (await new.presses(ShowCasePaper, kind=OwnPaper.ANSWERS)).alert is False


async def _links_somebody(phone):
    return links_on(await phone.gets("Resi"))[0][0].startswith(f"{BOT}k")
