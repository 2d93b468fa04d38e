"""The QR codes of printed papers, read by a camera and opened on the telephone that read them."""

import json
from functools import partial

import pytest
import pytest_asyncio

from bot.files import read_procedures
from bot.settings import Settings
from messages.actions.form import Begin, FormSubmit
from messages.actions.officer import AskUnlink, Kartu, Unlink
from messages.actions.verbs import ShowMore
from tests.support.phone import Phone, hand_on_to, until
from tests.support.scanning import links_on

pytestmark = pytest.mark.asyncio(loop_scope="module")

BOT = "https://t.me/disposisi_sandbox_bot?start="
COUNTER = next(
    sop for sop, _ in read_procedures(Settings(_env_file=None)) if sop.id == "pekanbaru-sipenduduk"
)


async def stranger(office, name):
    return Phone(office, await office.guest(name))


async def scans(phone, link):
    """What a telephone does with a deep link: it opens the chat and presses Start."""
    address, payload = link[: len(BOT)], link[len(BOT) :]
    assert address == BOT
    await phone.writes(f"/start {payload}")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def answered(office):
    """A case up to the letter in the applicant's chat: its number, and who asked."""
    rina = Phone(office, office.applicant)
    number = await rina.hands_in()
    await hand_on_to(office, number, "11")
    return number, rina


async def test_the_resi_from_the_counter_links_whoever_knows_what_it_does_not_say(office):
    clerk = Phone(office, office.officer(office.office.holder_of(COUNTER.id, COUNTER.desk)))
    await clerk.writes("/start")
    await clerk.presses(Begin, procedure_id=COUNTER.id, service="kk")
    await clerk.fills_in(COUNTER.items_of("kk"))
    await clerk.presses(FormSubmit)
    [[link]] = links_on(await clerk.gets("Resi"))
    assert link.startswith(f"{BOT}k")

    wati, other = await stranger(office, "Wati"), await stranger(office, "Orang Lain")
    await scans(wati, link)
    await wati.reads("6 angka tengah NIK")
    await wati.writes("000000")
    await wati.reads("Kesempatan yang tersisa: 2")
    [(answers,)] = office.rows(
        "SELECT answers FROM cases WHERE link_code = ?", link.removeprefix(f"{BOT}k")
    )
    nik = next(one for one in COUNTER.items_of("kk") if getattr(one, "kind", "") == "nik").id
    await wati.writes(json.loads(answers)[nik][6:12])

    await wati.reads("Langkah")
    [(telegram_id,)] = office.rows(
        "SELECT people.telegram_id FROM cases JOIN people ON people.id = cases.applicant_id"
        " WHERE cases.link_code = ?",
        link.removeprefix(f"{BOT}k"),
    )
    assert telegram_id == wati.id
    await scans(other, link)
    await other.reads("sudah")

    await clerk.writes(case_number(office, link))
    await clerk.presses(ShowMore)
    await clerk.presses(Kartu, paper=False)
    await clerk.finds("Jawaban untuk menautkan resi salah")
    await clerk.presses(AskUnlink)
    await clerk.presses(Unlink)
    await wati.reads("tidak lagi ditautkan dengan obrolan ini")
    await until(partial(has_another_resi, clerk, link))
    await scans(other, link)
    await other.reads("tidak dikenal")


async def has_another_resi(phone, link):
    return links_on(await phone.gets("Resi")) != [[link]]


def case_number(office, link):
    code = link.removeprefix(f"{BOT}k")
    [(number,)] = office.rows("SELECT number FROM cases WHERE link_code = ?", code)
    return number


async def test_the_letter_of_a_case_from_the_counter_links_nobody(office):
    """Whoever finds the letter scans its code, and tries it in place of the resi's."""
    [(number, code)] = office.rows(
        "SELECT number, code FROM cases WHERE procedure_id = ? ORDER BY id", COUNTER.id
    )
    [(before,)] = office.rows("SELECT applicant_id FROM cases WHERE number = ?", number)
    office.write("UPDATE cases SET applicant_id = NULL WHERE number = ?", number)
    finder = await stranger(office, "Penemu Surat")

    await scans(finder, f"{BOT}v{code}")
    assert number in (await finder.reads("tercatat"))["text"]
    await scans(finder, f"{BOT}k{code}")

    await finder.reads("tidak dikenal")
    assert office.rows("SELECT applicant_id FROM cases WHERE number = ?", number) == [(None,)]
    office.write("UPDATE cases SET applicant_id = ? WHERE number = ?", before, number)


async def test_the_resi_in_the_chat_leads_to_what_is_on_record(office, answered):
    number, rina = answered
    [[link]] = links_on(await rina.gets("Resi"))
    reader = await stranger(office, "Pembaca Resi")

    await scans(reader, link)

    assert number in (await reader.reads("tercatat"))["text"]


async def test_a_letter_says_by_its_code_that_it_is_genuine(office, answered):
    number, rina = answered
    [[by_the_signature]] = links_on(await rina.gets("Surat"))
    reader = await stranger(office, "Penerima Surat")

    await scans(reader, by_the_signature)

    told = (await reader.reads("sah tercatat"))["text"]
    [(letter_number,)] = office.rows(
        "SELECT text FROM letter_numbers JOIN cases ON cases.id = case_id WHERE number = ?", number
    )
    assert letter_number in told
    assert office.case(number).subject not in told


async def test_a_letter_with_an_invented_code_is_not_genuine(office, answered):
    _, rina = answered
    [[link]] = links_on(await rina.gets("Surat"))
    reader = await stranger(office, "Penerima Surat Palsu")

    await scans(reader, link[:-1] + ("2" if link[-1] != "2" else "3"))

    await reader.reads("tidak tercatat")


async def test_the_kartu_kendali_carries_its_code_on_every_page(office, answered):
    number, _ = answered
    clerk = Phone(office, office.officer("petugas"))
    case_id = office.case(number).id
    await clerk.presses(Kartu, paper=False, case_id=case_id)
    await clerk.presses(Kartu, paper=True, case_id=case_id)
    pages = links_on(await clerk.gets("Kartu kendali"))
    reader = await stranger(office, "Pemeriksa")

    await scans(reader, pages[0][0])

    assert pages == [[pages[0][0]]] * len(pages)
    assert number in (await reader.reads("tercatat"))["text"]
