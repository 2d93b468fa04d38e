"""Names, words and files that are not what a page would like."""

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.async_api import expect

from bot.sandbox.server import Sandbox
from bot.sandbox.visitor import People
from tests.sandbox.page.board import MONDAY
from tests.sandbox.page.conftest import DESK, TOKEN
from tests.sandbox.page.test_chat import ask, key, next_press

pytestmark = pytest.mark.asyncio(loop_scope="session")

SCRIPT = '<img src=x onerror="window.broken = true">'


async def test_markup_in_names_files_buttons_and_answers_stays_words(desk, people, bot, rina):
    dewi = await people.add(f"Dewi {SCRIPT}", 1003, f"Peran {SCRIPT}")
    await people.text(dewi, "/start")
    await people.upload(dewi, (f"surat {SCRIPT}.txt", b"isi"))
    await ask(bot, dewi, "Pilih", [key(SCRIPT, "p")])
    phone = desk.get_by_test_id("phone-1003")
    await phone.get_by_role("button", name=SCRIPT, exact=True).click()
    query = await next_press(bot)
    await bot.call("answerCallbackQuery", callback_query_id=query, text=f"Jawaban {SCRIPT}")
    await expect(phone.get_by_role("status")).to_have_text(f"Jawaban {SCRIPT}")
    await expect(phone.get_by_text(f"surat {SCRIPT}.txt")).to_be_visible()
    await expect(phone.get_by_role("heading", name=f"Dewi {SCRIPT}")).to_be_visible()
    assert await desk.evaluate("window.broken === undefined")


async def test_names_of_any_script_stay_inside_their_places(pocket, people):
    await people.add("محمد عبد الرحمن بن عبد الله", 1003, "👩🏽‍💼🏛️ " * 12)
    await people.add("Wolfeschlegelsteinhausenbergerdorff" * 3, 1004, "Pemohon")
    await expect(pocket.get_by_test_id("tab-1004")).to_be_attached()
    assert await pocket.evaluate("document.documentElement.scrollWidth") == 390


async def test_more_than_ten_files_are_not_sent_and_it_says_why(desk):
    files = [
        {"name": f"hal-{n}.txt", "mimeType": "text/plain", "buffer": b"isi"} for n in range(11)
    ]
    await desk.get_by_test_id("file-1001").set_input_files(files)
    sheet = desk.get_by_test_id("staging-1001")
    await expect(sheet.get_by_role("alert")).to_contain_text("Paling banyak 10 berkas")
    await expect(sheet.get_by_role("button", name="Kirim", exact=True)).to_be_disabled()
    await sheet.get_by_role("button", name="Hapus hal-0.txt").click()
    await expect(sheet.get_by_role("button", name="Kirim", exact=True)).to_be_enabled()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("id", "Tidak berhasil: berkas itu kosong"),
        ("en", "That did not work: the file is empty"),
    ],
)
async def test_what_the_sandbox_refuses_is_said_in_the_language_of_the_page(
    chromium, people, rina, language, said
):
    # A page of its own: the browser itself writes each refused call into the console.
    page = await chromium.new_page(viewport=DESK)
    await page.goto(people.address)
    await page.get_by_test_id(f"language-{language}").click()
    empty = {"name": "kosong.txt", "mimeType": "text/plain", "buffer": b""}
    await page.get_by_test_id("file-1001").set_input_files([empty])
    sheet = page.get_by_test_id("staging-1001")
    await sheet.get_by_role("button", name=re.compile("^(Kirim|Send)$")).click()
    await expect(sheet.get_by_role("alert")).to_have_text(said)


async def test_a_file_too_large_for_the_sandbox_is_not_sent_and_it_says_why(desk, tmp_path):
    large = tmp_path / "besar.pdf"
    with large.open("wb") as file:
        file.truncate(100 * 1024 * 1024 + 1)
    await desk.get_by_test_id("file-1001").set_input_files(large)
    sheet = desk.get_by_test_id("staging-1001")
    await expect(sheet.get_by_role("alert")).to_contain_text("Paling banyak 100 MB")
    await expect(sheet.get_by_role("button", name="Kirim", exact=True)).to_be_disabled()


async def test_the_keyboard_returns_to_where_it_was_when_files_are_not_sent(desk):
    attach = desk.get_by_test_id("attach-1001")
    Image.new("RGB", (8, 8)).save(drawn := BytesIO(), "PNG")
    await attach.focus()
    picture = {"name": "a.png", "mimeType": "image/png", "buffer": drawn.getvalue()}
    await desk.get_by_test_id("file-1001").set_input_files(picture)
    await expect(desk.get_by_test_id("staging-1001")).to_be_visible()
    await desk.keyboard.press("Escape")
    await expect(desk.get_by_test_id("staging-1001")).to_have_count(0)
    await expect(attach).to_be_focused()


async def test_two_hundred_messages_are_shown_and_the_end_is_in_view(desk, bot, people):
    for number in range(200):
        await bot.call("sendMessage", chat_id=1001, text=f"Baris {number}")
    await expect(desk.get_by_text("Baris 199")).to_be_in_viewport()
    await desk.reload()
    await expect(desk.get_by_text("Baris 199")).to_be_in_viewport()
    await expect(desk.locator("#phone-1001 .bubble")).to_have_count(200)


async def test_a_page_whose_sandbox_goes_away_says_so_and_goes_on_when_it_is_back(
    chromium, tmp_path
):
    def sandbox():
        return Sandbox(folder=tmp_path, token=TOKEN, starts_at=MONDAY)

    async with sandbox().listening(port=0) as address, People(address) as people:
        await people.add("Rina Wulandari", 1001, "Pemohon")
        await people.text(1001, "Selamat pagi")
        context = await chromium.new_context(viewport=DESK)
        page = await context.new_page()
        await page.goto(address)
        await expect(page.get_by_text("Selamat pagi")).to_be_visible()
    banner = page.get_by_test_id("banner")
    await expect(banner).to_contain_text("tidak menjawab")
    async with (
        sandbox().listening(port=int(address.rpartition(":")[2])) as address,
        People(address) as people,
    ):
        await people.text(1001, "Sudah kembali")
        await expect(page.get_by_text("Sudah kembali")).to_be_visible()
        await expect(banner).to_contain_text("sedang dinyalakan")
        await context.close()


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Dr. Hj. Ratna Kusumawati, M.Si", "RK"),
        ("Drs. Agus Hermawan, M.M", "AH"),
        ("Dewi Anggraini, A.Md", "DA"),
        ("Suparno, S.Sos", "S"),
        ("Prof. Dr.", "PD"),
    ],
)
async def test_initials_are_of_the_name_and_not_of_its_titles(desk, people, name, initials):
    person = await people.add(name, 1003, "Kepala Dinas")
    await expect(desk.locator(f"#phone-{person} .avatar")).to_have_text(initials)
