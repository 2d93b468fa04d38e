from datetime import timedelta

import pytest
from playwright.async_api import expect

from tests.sandbox.page.board import a_case

pytestmark = pytest.mark.asyncio(loop_scope="session")

WIDTH = "document.documentElement.scrollWidth"

RIGHT_OF_WORDS = """(node) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range.getBoundingClientRect().right;
}"""

NAMELESS = """() => [...document.querySelectorAll("button, a, input, textarea, select, iframe")]
  .filter((node) => node.checkVisibility())
  .filter((node) => !(node.ariaLabel || node.title || node.innerText || node.labels?.length))
  .map((node) => node.outerHTML)"""


async def crowd(people, count):
    for number in range(count):
        person = await people.add(f"Pegawai Nomor {number}", 1010 + number, "Pengelola Data")
        await people.text(person, "/start")


async def test_the_phones_stand_side_by_side_and_are_equally_tall(desk, people):
    await crowd(people, 11)
    await expect(desk.locator(".phone")).to_have_count(12)
    boxes = [await phone.bounding_box() for phone in await desk.locator(".phone").all()]
    assert len({box["y"] for box in boxes}) == 1
    assert len({box["height"] for box in boxes}) == 1
    assert await desk.evaluate(WIDTH) == 1440


async def test_a_phone_out_of_sight_shows_its_news_in_the_strip(desk, people, bot):
    await crowd(people, 8)
    tab = desk.get_by_test_id("tab-1017")
    await expect(desk.get_by_test_id("phone-1017")).not_to_be_in_viewport()
    await bot.call("sendMessage", chat_id=1017, text="Tugas baru")
    await expect(tab).to_have_accessible_name("Pengelola Data, Pegawai Nomor 7, 1 pesan baru")
    await expect(desk).to_have_title("(1) Disposisi · bak pasir")
    await tab.click()
    await expect(desk.get_by_test_id("phone-1017")).to_be_in_viewport(ratio=0.9)
    await expect(desk.get_by_test_id("composer-1017")).to_be_focused()
    await expect(tab).to_have_accessible_name("Pengelola Data, Pegawai Nomor 7")


async def test_a_pocket_shows_one_phone_at_a_time_and_never_scrolls_sideways(pocket, people, siti):
    await crowd(people, 6)
    await expect(pocket.locator(".phone")).to_have_count(8)
    assert await pocket.evaluate(WIDTH) == 390
    await pocket.get_by_test_id("tab-1002").tap()
    await expect(pocket.get_by_test_id("phone-1002")).to_be_in_viewport(ratio=0.95)
    await expect(pocket.get_by_test_id("phone-1001")).not_to_be_in_viewport(ratio=0.05)
    assert await pocket.evaluate(WIDTH) == 390


async def test_long_words_and_labels_stay_inside_a_pocket(pocket, bot, people):
    label = "Teruskan-kepada-Bidang-Pengelolaan-Informasi-Administrasi-Kependudukan" * 2
    await bot.call(
        "sendMessage",
        chat_id=1001,
        text="panjang" * 500,
        reply_markup={"inline_keyboard": [[{"text": label, "callback_data": "x"}] * 2]},
    )
    await expect(pocket.get_by_role("button", name=label).first).to_be_visible()
    assert await pocket.evaluate(WIDTH) == 390
    log = pocket.get_by_test_id("phone-1001").get_by_role("log")
    assert await log.evaluate("(node) => node.scrollWidth <= node.clientWidth")


async def test_in_a_pocket_the_procedure_is_one_line_until_it_is_tapped(pocket, board, people):
    board.cases = [
        a_case("2", states={"1": "done", "2": "now"}, due_in=timedelta(minutes=9)),
    ]
    await people.advance(seconds=1)
    panel = pocket.get_by_test_id("panel")
    await expect(panel).to_contain_text("Langkah 2 dari 5")
    await expect(pocket.get_by_test_id("countdown")).to_be_visible()
    await expect(pocket.get_by_test_id("step-2")).to_be_hidden()
    await panel.get_by_text("Langkah 2 dari 5").tap()
    await expect(pocket.get_by_test_id("step-2")).to_be_visible()
    await expect(panel).to_contain_text("TIDAK: kembali ke langkah 1")
    assert await pocket.evaluate(WIDTH) == 390


async def test_in_a_pocket_nothing_lies_over_the_step_of_a_late_case(pocket, board, people):
    await people.add("Ratna Kusumawati", 1011, "Kepala Dinas")
    board.people = [1001, 1011]
    board.cases = [
        a_case(
            "3",
            states={"1": "done", "2": "done", "3": "now"},
            due_in=timedelta(minutes=-25),
            turn=[1011],
        ),
    ]
    await people.advance(seconds=1)
    await expect(pocket.get_by_test_id("countdown")).to_contain_text("terlambat")
    step = await pocket.locator(".step-of").bounding_box()
    countdown = await pocket.get_by_test_id("countdown").bounding_box()
    words = await pocket.locator(".step-of").evaluate("node => node.scrollWidth")
    assert step["x"] + max(step["width"], words) <= countdown["x"]
    turn = await pocket.get_by_test_id("turn").bounding_box()
    assert turn["x"] + turn["width"] <= 390
    assert countdown["y"] + countdown["height"] <= turn["y"] + 1


async def test_in_a_pocket_the_clock_has_a_menu(pocket, people):
    await expect(pocket.get_by_test_id("clock-1h")).to_be_hidden()
    await pocket.get_by_test_id("clock-menu").tap()
    await pocket.get_by_test_id("clock-1h").tap()
    await expect(pocket.locator(".clock")).to_contain_text("09.00")


async def test_whatever_can_be_pressed_or_filled_has_a_name(desk, bot, siti):
    buttons = {"inline_keyboard": [[{"text": "Paraf", "callback_data": "p"}]]}
    await bot.call("sendMessage", chat_id=1001, text="Surat", reply_markup=buttons)
    await expect(desk.get_by_role("button", name="Paraf")).to_be_visible()
    assert await desk.evaluate(NAMELESS) == []
    await expect(desk.get_by_role("log", name="Percakapan Rina Wulandari")).to_have_attribute(
        "aria-live", "polite"
    )


async def test_a_sandbox_that_forgets_everyone_leaves_no_phone_behind(desk, people, siti):
    await expect(desk.locator(".phone")).to_have_count(2)
    await people.reset()
    await expect(desk.locator(".phone")).to_have_count(0)
    await expect(desk.get_by_text("Belum ada orang")).to_be_visible()


async def test_a_person_is_added_from_the_page(desk):
    await desk.get_by_role("button", name="Tambah orang").click()
    await desk.get_by_label("Nama").fill("Agus Salim")
    await desk.get_by_label("Peran").fill("Pemohon")
    await desk.get_by_role("button", name="Tambah", exact=True).click()
    await expect(desk.get_by_role("heading", name="Agus Salim")).to_be_visible()


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("open_", [True, False])
async def test_in_a_pocket_the_title_keeps_away_from_the_clock(
    pocket, board, people, language, open_
):
    board.open = open_
    await people.advance(seconds=1)
    if language == "en":
        await pocket.get_by_test_id("language-en").tap()
    await expect(pocket.locator(".pill")).to_be_visible()
    title = await pocket.locator(".brand h1").evaluate(RIGHT_OF_WORDS)
    clock = await pocket.locator(".clock").bounding_box()
    assert clock["x"] - title >= 8
    assert await pocket.evaluate(WIDTH) == 390
