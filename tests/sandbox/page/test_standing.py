"""What the page says when something is not as it should be."""

import pytest
from playwright.async_api import expect

from tests.sandbox.page.board import a_case
from tests.sandbox.page.conftest import DESK, opened

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_an_office_that_cannot_be_opened_is_told_with_its_fault(desk, board, people):
    board.trouble = {"kind": "office", "text": "kantor.yaml: jabatan.kasi: superior is unknown"}
    await people.advance(seconds=1)
    trouble = desk.get_by_test_id("trouble")
    await expect(trouble).to_contain_text("Kantor contoh tidak dapat dibuka")
    await expect(trouble).to_contain_text("superior is unknown")
    await expect(trouble).to_contain_text("jalankan lagi")
    await expect(desk.get_by_test_id("banner")).to_be_hidden()


async def test_a_bot_that_stops_by_itself_is_told_with_its_last_words(desk, board, bot, people):
    board.trouble = {"kind": "bot", "text": "vault.key is no key", "log": "data/bot.log"}
    await people.advance(seconds=1)
    trouble = desk.get_by_test_id("trouble")
    await expect(trouble).to_contain_text("vault.key is no key")
    await expect(trouble).to_contain_text("data/bot.log")
    await bot.call("getUpdates", timeout=1)
    await expect(trouble).to_be_hidden()


async def test_a_page_opened_before_the_office_has_come_goes_on_by_itself(
    chromium, people, board, rina
):
    async def not_yet():
        return {"trouble": None}

    there, board.answer = board.answer, not_yet
    async with opened(chromium, people, viewport=DESK) as page:
        await expect(page.get_by_test_id("composer-1001")).to_be_visible()
        await expect(page.locator(".clock")).to_be_hidden()
        board.answer = there
        await people.advance(seconds=1)
        await expect(page.get_by_test_id("panel")).to_contain_text("Belum ada berkas")
        await expect(page.locator(".clock")).to_be_visible()


async def test_an_answer_that_breaks_off_is_asked_for_again(desk, people, rina):
    cut = 0

    async def breaks_off(route):
        nonlocal cut
        cut += 1
        await route.fulfill(status=200, content_type="application/json", body='{"rev": 7, "no')

    await desk.route("**/sandbox/events*", breaks_off, times=2)
    await people.text(rina, "Pertama")
    await people.text(rina, "Kedua")
    log = desk.get_by_test_id("phone-1001").get_by_role("log")
    await expect(log.get_by_text("Kedua")).to_be_visible()
    await people.text(rina, "Ketiga")
    await expect(log.get_by_text("Ketiga")).to_be_visible()
    await people.text(rina, "Keempat")
    await expect(log.get_by_text("Keempat")).to_be_visible()
    assert cut > 0


async def test_a_sandbox_that_ends_leaves_the_page_as_it_was(desk, board, people, bot, siti):
    await people.add("Bayu Pratama", 1020, "Petugas TI")
    board.people = [siti, 1001]
    board.cases = [a_case("2", states={"1": "done", "2": "now"}, turn=[siti])]
    await bot.call("getUpdates", timeout=1)
    await people.advance(seconds=1)
    await expect(desk.get_by_test_id("panel")).to_contain_text("Langkah 2 dari 5")
    on_desk = "(all) => all.map((one) => one.id)"
    before = await desk.locator(".phone:visible").evaluate_all(on_desk)

    async def gone():
        return {"trouble": None}

    board.answer = gone
    await people.text(siti, "Masih di sana?")
    await expect(desk.get_by_text("Masih di sana?")).to_be_visible()
    await people.advance(seconds=1)
    await people.text(siti, "Rupanya tidak")
    await expect(desk.get_by_text("Rupanya tidak")).to_be_visible()
    await expect(desk.get_by_test_id("panel")).to_contain_text("Langkah 2 dari 5")
    await expect(desk.locator(".clock")).to_be_visible()
    assert await desk.locator(".phone:visible").evaluate_all(on_desk) == before
    assert before == [f"phone-{siti}", "phone-1001", "phone-1020"]
