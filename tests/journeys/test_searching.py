"""/cari over real HTTP: who finds what, opens it, goes back, and gets a plain word for rubbish."""

import pytest

from messages.actions.search import OpenFound, TurnFound
from storage.reading.found import PAGE
from tests.support.phone import Phone, buttons_of

pytestmark = pytest.mark.asyncio(loop_scope="module")


def clerk_of(office):
    return Phone(office, office.officer("petugas"))


async def test_officer_and_applicant_find_a_file_and_open_it(office):
    rina, clerk = Phone(office, office.applicant), clerk_of(office)
    number = await rina.hands_in(nama="Mochammad Rizqi, S.Kom")
    await clerk.writes("/cari muhamad risky")
    found = await clerk.reads("Hasil pencarian")
    assert number in found["text"]
    assert "3175034708900001" not in found["text"]
    case_id = office.case(number).id
    await clerk.presses(OpenFound, case_id=case_id)
    await clerk.reads(number)
    await rina.writes("/cari kesehatan")
    assert number in (await rina.reads("Hasil pencarian"))["text"]
    await rina.presses(OpenFound, case_id=case_id)
    await rina.reads(f"{number}")


async def test_a_stranger_finds_nothing_and_is_told_what_to_try(office):
    budi = Phone(office, await office.guest("Budi Santoso"))
    await budi.writes("/start")
    await budi.finds("Layanan")
    await budi.writes("/cari kesehatan")
    told = await budi.reads("Hasil pencarian")
    assert "Tidak ada permohonan Anda yang cocok" in told["text"]
    assert buttons_of(told) == []


async def test_the_command_alone_asks_and_rubbish_is_refused_in_words(office):
    clerk = clerk_of(office)
    for rubbish, words in {
        "👍": "Belum ada yang dapat dicari",
        "3175034708900001": "Berkas tidak dicari dengan NIK",
        "x" * 4000: "Terlalu panjang untuk dicari",
    }.items():
        await clerk.writes("/cari")
        await clerk.reads("Apa yang dicari?")
        await clerk.writes(rubbish)
        await clerk.reads(words)
    await clerk.writes("%' OR 1=1 --")
    await clerk.reads("Tidak ada yang cocok")


async def test_pages_are_turned_in_place_and_an_earlier_search_is_over(office):
    rina, clerk = Phone(office, office.applicant), clerk_of(office)
    for _ in range(PAGE):
        last = await rina.hands_in()
    await clerk.writes("/cari kesehatan")
    first = await clerk.reads("Hasil pencarian")
    assert last in first["text"]
    older = await clerk.button(TurnFound, newer=None, alike=False)
    await clerk.touches(older)
    await clerk.office.people.wait_for_text(clerk.id, "1. ", 20.0)
    await clerk.button(TurnFound, older=None)
    [shown] = [one for one in await clerk.chat() if one["message_id"] == first["message_id"]]
    assert last not in shown["text"]
    await clerk.presses(TurnFound, older=None)
    again = await clerk.button(TurnFound, newer=None, alike=False)
    await clerk.writes("/cari rina")
    await clerk.reads("Hasil pencarian")
    answer = await clerk.touches(again)
    assert "pencarian yang sudah lewat" in answer.text
