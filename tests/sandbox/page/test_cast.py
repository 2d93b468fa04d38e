"""Many people, few phones: those whom the SOP in view concerns, and the one whose turn it is."""

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.sandbox.page.board import a_case
from tests.sandbox.page.conftest import DESK, opened

pytestmark = pytest.mark.asyncio(loop_scope="session")

RINA, SITI, DEDI, MAYA, IT = 1001, 1002, 1013, 1014, 1020


@pytest_asyncio.fixture(loop_scope="session")
async def office(people, board, rina, siti):
    """Five phones; the first SOP concerns two of them, the second two others, none the last."""
    await people.add("Dedi Kurniawan", DEDI, "Kepala Seksi Pengolahan")
    await people.add("Maya Puspitasari", MAYA, "Kepala Bidang PIAK")
    await people.add("Bayu Pratama", IT, "Petugas TI")
    board.people = [RINA, SITI]


@pytest_asyncio.fixture(loop_scope="session")
async def table(chromium, people, office):
    async with opened(chromium, people, viewport=DESK) as page:
        await expect(page.get_by_test_id("procedure")).to_be_visible()
        yield page


async def phones_on(page):
    names = await page.locator(".phone:visible").evaluate_all("(all) => all.map((one) => one.id)")
    return [int(name.removeprefix("phone-")) for name in names]


async def test_only_the_phones_of_the_sop_lie_on_the_table(table):
    await expect(table.get_by_test_id(f"phone-{DEDI}")).to_be_hidden()
    assert await phones_on(table) == [RINA, SITI, IT]


async def test_another_sop_brings_its_own_people(table):
    await table.get_by_test_id("procedure").select_option("laporan")
    await expect(table.get_by_test_id(f"phone-{DEDI}")).to_be_visible()
    assert await phones_on(table) == [DEDI, MAYA, IT]
    await expect(table.get_by_test_id("panel").get_by_role("listitem")).to_have_count(3)


async def test_who_was_put_away_is_fetched_from_the_list(table):
    await table.get_by_test_id("others").click()
    await table.get_by_role("button", name="Maya Puspitasari").click()
    await expect(table.get_by_test_id(f"phone-{MAYA}")).to_be_in_viewport(ratio=0.9)


async def test_a_phone_that_rings_is_laid_on_the_table(table, people, bot):
    await people.text(DEDI, "/start")
    await bot.call("sendMessage", chat_id=DEDI, text="Berkas terlambat")
    await expect(table.get_by_test_id(f"phone-{DEDI}")).to_be_visible()
    await expect(table.get_by_text("Berkas terlambat")).to_be_visible()


async def test_a_new_case_brings_its_sop_and_marks_whose_turn_it_is(table, board, people):
    board.cases = [a_case("2", states={"1": "done", "2": "now"}, turn=[DEDI], procedure="laporan")]
    await people.advance(seconds=1)
    await expect(table.get_by_test_id("procedure")).to_have_value("laporan")
    phone = table.get_by_test_id(f"phone-{DEDI}")
    await expect(phone.get_by_text("Giliran")).to_be_visible()
    tab = table.get_by_test_id(f"tab-{DEDI}")
    await expect(tab).to_have_accessible_name("Kepala Seksi Pengolahan, Dedi Kurniawan, Giliran")


async def test_one_press_leads_to_whose_turn_it_is(table, board, people):
    for number in range(8):
        await people.add(f"Pegawai {number}", 1030 + number, "Pengelola")
    await people.add("Yuliana Pratiwi", 1040, "Kepala Dinas")
    board.cases = [a_case("3", states={"3": "now"}, turn=[1040])]
    board.people = [RINA, SITI, *range(1030, 1041)]
    await people.advance(seconds=1)
    await expect(table.get_by_test_id("phone-1040")).not_to_be_in_viewport()
    await table.get_by_test_id("turn").click()
    await expect(table.get_by_test_id("phone-1040")).to_be_in_viewport(ratio=0.9)
    await expect(table.get_by_test_id("turn")).to_have_text("Giliran Kepala Dinas")


async def test_a_first_visit_is_told_where_to_begin_until_there_is_a_case(table, board, people):
    guide = table.get_by_test_id("guide")
    await expect(guide).to_contain_text("Anda memerankan semua orang")
    await guide.get_by_test_id("begin").click()
    await expect(table.get_by_test_id(f"composer-{RINA}")).to_be_focused()
    board.cases = [a_case("2", states={"2": "now"}, turn=[SITI])]
    await people.advance(seconds=1)
    await expect(guide).to_be_hidden()


async def test_who_closed_the_guide_is_not_told_again(table):
    await table.get_by_role("button", name="Tutup petunjuk").click()
    await expect(table.get_by_test_id("guide")).to_be_hidden()
    await table.reload()
    await expect(table.get_by_test_id("turn")).to_have_text("Mulai dari Pemohon")
    await expect(table.get_by_test_id("guide")).to_be_hidden()


async def test_news_stays_news_until_the_phone_is_touched_and_then_in_every_tab(
    table, chromium, people, bot
):
    await bot.call("sendMessage", chat_id=SITI, text="Tugas baru")
    tab = table.get_by_test_id(f"tab-{SITI}")
    told = "Petugas Pengadministrasi, Siti Aminah, 1 pesan baru"
    await expect(tab).to_have_accessible_name(told)
    async with opened(chromium, people, viewport=DESK) as other:
        same = other.get_by_test_id(f"tab-{SITI}")
        await expect(same).to_have_accessible_name(told)
        await table.get_by_test_id(f"composer-{SITI}").focus()
        await expect(tab).to_have_accessible_name("Petugas Pengadministrasi, Siti Aminah")
        await expect(same).to_have_accessible_name("Petugas Pengadministrasi, Siti Aminah")


async def test_a_message_taller_than_the_phone_is_shown_from_its_beginning(table, bot):
    lines = "\n".join(f"Baris {number}" for number in range(60))
    await bot.call("sendMessage", chat_id=RINA, text=f"Judul\n{lines}")
    await expect(table.get_by_text("Judul")).to_be_in_viewport()
    phone = table.get_by_test_id(f"phone-{RINA}")
    await expect(phone.get_by_role("button", name="pesan terbaru")).to_be_visible()


async def test_a_tall_message_that_changes_under_the_thumb_stays_where_it_is(table, bot):
    lines = "\n".join(f"Baris {number}" for number in range(60))
    keys = {"inline_keyboard": [[{"text": "Paraf", "callback_data": "p"}]]}
    sent = await bot.call("sendMessage", chat_id=RINA, text=lines, reply_markup=keys)
    phone = table.get_by_test_id(f"phone-{RINA}")
    await phone.get_by_role("button", name="pesan terbaru").click()
    await expect(phone.get_by_role("button", name="Paraf")).to_be_in_viewport()
    sure = {"inline_keyboard": [[{"text": "Ya, paraf", "callback_data": "y"}]]}
    place = {"chat_id": RINA, "message_id": sent["message_id"]}
    await bot.call("editMessageText", **place, text=f"{lines}\nYakin?", reply_markup=sure)
    await expect(phone.get_by_role("button", name="Ya, paraf")).to_be_in_viewport()
