"""A telephone has room for one phone: its head is low, its lists are whole, and it remembers."""

from datetime import timedelta

import pytest
import pytest_asyncio
from playwright.async_api import expect

from bot.sandbox.samples import Sample
from bot.sandbox.server import Sandbox
from bot.sandbox.visitor import People
from tests.sandbox.page.board import MONDAY, a_case
from tests.sandbox.page.conftest import POCKET, TOKEN, opened

pytestmark = pytest.mark.asyncio(loop_scope="session")

RINA, SITI, DEDI = 1001, 1002, 1013
FILES = ("surat.pdf", "foto-1.jpg", "foto-2.jpg", "bertanda-tangan.pdf")


@pytest_asyncio.fixture(loop_scope="session")
async def office(people, board, rina, siti):
    await people.add("Dedi Kurniawan", DEDI, "Kepala Seksi Pengolahan")
    board.people = [RINA, SITI]


@pytest_asyncio.fixture(loop_scope="session")
async def hand(chromium, people, office):
    async with opened(chromium, people, viewport=POCKET, has_touch=True, is_mobile=True) as page:
        await expect(page.get_by_test_id("panel")).to_be_visible()
        yield page


async def expect_open(page, person):
    await expect(page.get_by_test_id(f"phone-{person}")).to_be_in_viewport(ratio=0.95)


async def test_a_page_loaded_anew_opens_the_phone_that_was_open(hand):
    await hand.get_by_test_id(f"tab-{SITI}").tap()
    await expect_open(hand, SITI)
    await hand.reload()
    await expect_open(hand, SITI)


async def test_another_sop_begins_with_its_first_phone(hand):
    await hand.get_by_test_id(f"tab-{SITI}").tap()
    await expect_open(hand, SITI)
    await hand.get_by_role("button", name="Tampilkan alur").tap()
    await hand.get_by_test_id("procedure").select_option("laporan")
    await hand.get_by_role("button", name="Sembunyikan alur").tap()
    await expect_open(hand, DEDI)


async def test_a_phone_that_is_not_there_any_more_is_not_looked_for(hand, people):
    await hand.get_by_test_id(f"tab-{SITI}").tap()
    await expect_open(hand, SITI)
    await people.reset()
    await people.add("Rina Wulandari", RINA, "Pemohon")
    await hand.reload()
    await expect_open(hand, RINA)


async def test_the_way_to_a_phone_is_not_shown_to_whoever_is_there(hand, board, people):
    board.cases = [a_case("2", states={"2": "now"}, turn=[SITI])]
    await people.advance(seconds=1)
    turn = hand.get_by_test_id("turn")
    await turn.tap()
    await expect_open(hand, SITI)
    await expect(turn).to_be_hidden()
    await hand.get_by_test_id(f"tab-{RINA}").tap()
    await expect(turn).to_be_visible()


async def test_who_begins_at_the_phone_that_is_open_sees_it_without_the_guide(hand):
    await expect_open(hand, RINA)
    await hand.get_by_test_id("begin").tap()
    await expect(hand.get_by_test_id("guide")).to_be_hidden()
    await expect(hand.get_by_test_id("turn")).to_be_hidden()
    await expect(hand.get_by_test_id(f"phone-{RINA}")).to_be_focused()
    await expect(hand.get_by_test_id("panel")).to_contain_text("setelah permohonan dikirim")


async def test_most_of_the_screen_is_the_phones(hand, board, people, bot):
    await bot.call("getUpdates", timeout=1)
    await expect(hand.get_by_test_id("banner")).to_be_hidden()
    board.cases = [a_case("2", states={"2": "now"}, turn=[SITI], due_in=timedelta(minutes=9))]
    await people.advance(seconds=1)
    await expect(hand.get_by_test_id("turn")).to_be_visible()
    chat = await hand.get_by_test_id(f"phone-{RINA}").get_by_role("log").bounding_box()
    assert chat["y"] < POCKET["height"] * 0.29
    await hand.get_by_test_id("turn").tap()
    await expect(hand.get_by_test_id("turn")).to_be_hidden()
    chat = await hand.get_by_test_id(f"phone-{SITI}").get_by_role("log").bounding_box()
    assert chat["y"] < POCKET["height"] * 0.24


async def test_the_choice_of_an_sop_is_as_high_as_a_thumb(hand):
    await hand.get_by_role("button", name="Tampilkan alur").tap()
    assert (await hand.get_by_test_id("procedure").bounding_box())["height"] >= 40


async def test_every_entry_of_the_attach_menu_is_in_view(chromium, tmp_path):
    async def samples():
        return [Sample(name=name, mime="application/pdf", data=b"%PDF") for name in FILES]

    sandbox = Sandbox(folder=tmp_path, token=TOKEN, starts_at=MONDAY, samples=samples)
    look = {"viewport": POCKET, "has_touch": True, "is_mobile": True}
    async with sandbox.listening(port=0) as address, People(address) as people:
        rina = await people.add("Rina Wulandari", RINA, "Pemohon")
        await people.text(rina, "/start")
        async with opened(chromium, people, **look) as page:
            await page.get_by_test_id(f"attach-{rina}").tap()
            menu = page.get_by_role("group", name="Lampirkan")
            await expect(menu.get_by_text("bertanda-tangan.pdf")).to_be_visible()
            assert await menu.evaluate("node => node.scrollHeight <= node.clientHeight")
            await expect(menu.get_by_text("Kirim animasi")).to_be_in_viewport(ratio=1)
