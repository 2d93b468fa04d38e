"""The personas play by themselves, and the page is watched."""

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.sandbox.page.board import a_case
from tests.sandbox.page.conftest import DESK, POCKET, opened

pytestmark = pytest.mark.asyncio(loop_scope="session")

RINA, FIRST, LAST = 1001, 1010, 1017


@pytest_asyncio.fixture(loop_scope="session")
async def office(people, board, rina):
    """More phones than a screen is wide, and a play that goes on."""
    for number in range(FIRST, LAST + 1):
        await people.add(f"Pegawai {number}", number, "Pengelola Data")
        await people.text(number, "/start")
    board.people = [RINA, *range(FIRST, LAST + 1)]
    board.play = acting(RINA)


@pytest_asyncio.fixture(loop_scope="session")
async def audience(chromium, people, office):
    async with opened(chromium, people, viewport=DESK) as page:
        yield page


def acting(person, state="running"):
    return {"state": state, "person": person, "folder": "/srv/hasil"}


async def test_who_watches_is_told_so_and_not_to_begin(audience):
    await expect(audience.get_by_test_id("play")).to_contain_text("Anda cukup menonton")
    await expect(audience.get_by_test_id("guide")).to_be_hidden()
    await expect(audience.get_by_test_id("turn")).to_be_hidden()


async def test_the_phone_of_whoever_acts_comes_into_view(audience, board, people):
    await expect(audience.get_by_test_id(f"phone-{LAST}")).not_to_be_in_viewport()
    board.play = acting(LAST)
    await people.advance(seconds=1)
    await expect(audience.get_by_test_id(f"phone-{LAST}")).to_be_in_viewport(ratio=0.9)


async def test_in_a_pocket_it_is_opened_with_its_news(chromium, people, board, office, bot):
    async with opened(chromium, people, viewport=POCKET, has_touch=True, is_mobile=True) as pocket:
        await expect(pocket.get_by_test_id(f"phone-{RINA}")).to_be_in_viewport(ratio=0.9)
        await bot.call("sendMessage", chat_id=LAST, text="Berkas baru di meja Anda")
        board.cases = [a_case("2", states={"2": "now"}, turn=[LAST])]
        board.play = acting(LAST)
        await people.advance(seconds=1)
        await expect(pocket.get_by_test_id(f"phone-{LAST}")).to_be_in_viewport(ratio=0.9)
        await expect(pocket.get_by_text("Berkas baru di meja Anda")).to_be_in_viewport()


async def test_who_has_a_phone_in_hand_is_not_led_away_from_it(audience, board, people):
    await audience.get_by_test_id(f"composer-{RINA}").click()
    board.play = acting(LAST)
    await people.advance(seconds=1)
    board.play = acting(LAST, "finished")
    await people.advance(seconds=1)
    await expect(audience.get_by_test_id("play")).to_contain_text("selesai")
    await expect(audience.get_by_test_id(f"phone-{LAST}")).not_to_be_in_viewport()


async def test_the_end_names_where_the_papers_lie(audience, board, people):
    board.play = acting(None, "finished")
    await people.advance(seconds=1)
    await expect(audience.get_by_test_id("play")).to_contain_text("/srv/hasil")
    await audience.get_by_test_id("language-en").click()
    await expect(audience.get_by_test_id("play")).to_contain_text("The play is over")
