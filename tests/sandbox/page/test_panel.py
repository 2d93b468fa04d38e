import re
from datetime import timedelta

import pytest
from playwright.async_api import expect

from tests.sandbox.page.board import MONDAY, a_case

pytestmark = pytest.mark.asyncio(loop_scope="session")

MINUTES_9 = timedelta(minutes=9)


def state_of(page, step):
    return page.get_by_test_id(f"step-{step}")


async def test_the_procedure_shows_before_there_is_a_case(desk):
    panel = desk.get_by_test_id("panel")
    await expect(panel).to_contain_text("Pelayanan Data dan Informasi Kependudukan")
    await expect(panel).to_contain_text("Belum ada berkas")
    await expect(panel.get_by_role("listitem")).to_have_count(5)
    await expect(desk.get_by_test_id("countdown")).to_be_hidden()


async def test_done_now_and_ahead_look_like_what_they_are(board, desk, people):
    board.cases = [a_case("2", states={"1": "done", "2": "now"}, due_in=MINUTES_9)]
    await people.advance(seconds=1)
    await expect(state_of(desk, 1)).to_have_attribute("data-state", "done")
    await expect(state_of(desk, 2)).to_have_attribute("aria-current", "step")
    await expect(state_of(desk, 3)).to_have_attribute("data-state", "ahead")
    await expect(desk.get_by_test_id("panel")).to_contain_text("Langkah 2 dari 5")


async def test_a_step_beside_the_numbered_ones_bears_its_own_number(board, desk, people):
    here = a_case("2", states={"1": "done", "2": "now"})
    here["steps"][1] |= {"number": "3a", "of": 0}
    board.cases = [here]
    await people.advance(seconds=1)
    await expect(desk.get_by_test_id("panel")).to_contain_text("Langkah 3a")
    await expect(desk.get_by_test_id("panel")).not_to_contain_text("dari 5")


async def test_a_returned_file_lights_the_arrow_it_came_back_by(board, desk, people):
    board.cases = [a_case("1", states={"1": "returned"}, due_in=MINUTES_9)]
    await people.advance(seconds=1)
    await expect(state_of(desk, 1)).to_have_attribute("data-state", "returned")
    await expect(desk.locator(".arrows .back")).to_have_count(2)
    await expect(desk.locator(".arrows .taken")).to_have_count(1)


async def test_no_line_joins_two_steps_between_which_no_file_goes(board, desk, people):
    here = a_case("1", states={"1": "now"})
    here["steps"][1]["next"] = [{"to": "1", "label": "Kembali", "back": True}]
    board.cases = [here]
    await people.advance(seconds=1)

    await expect(state_of(desk, 2)).not_to_have_class(re.compile("apart"))
    await expect(state_of(desk, 3)).to_have_class(re.compile("apart"))


async def test_the_countdown_runs_by_the_clock_of_the_sandbox(board, desk, people):
    board.cases = [a_case("2", states={"1": "done", "2": "now"}, due_in=MINUTES_9)]
    await people.advance(seconds=1)
    countdown = desk.get_by_test_id("countdown")
    await expect(countdown).to_have_attribute("data-tone", "calm")
    await expect(countdown).to_contain_text("sisa 08:")
    await desk.get_by_test_id("clock-5m").click()
    await expect(countdown).to_contain_text("sisa 03:")
    await desk.get_by_test_id("clock-5m").click()
    await expect(countdown).to_have_text(re.compile(r"^terlambat 01:\d\d$"))
    await expect(countdown).to_have_attribute("data-tone", "late")


async def test_the_countdown_rests_while_the_office_is_closed(board, desk, people):
    closes, opens = MONDAY + timedelta(minutes=6), MONDAY + timedelta(hours=16)
    board.hours = [
        [(MONDAY - timedelta(hours=1)).isoformat(), closes.isoformat()],
        [opens.isoformat(), (opens + timedelta(hours=9)).isoformat()],
    ]
    board.cases = [a_case("2", states={"2": "now"}, due_in=timedelta(hours=16, minutes=4))]
    await people.advance(seconds=60)
    countdown = desk.get_by_test_id("countdown")
    await expect(countdown).to_have_text(re.compile(r"^sisa 0[89]:\d\d$"))
    await people.advance(seconds=8 * 3600)
    await expect(countdown).to_have_text("sisa 04:00")
    await people.advance(seconds=8 * 3600)
    await expect(countdown).to_have_text(re.compile(r"^sisa 0[23]:\d\d$"))


async def test_what_is_left_and_what_is_over_are_told_alike(board, desk, people):
    board.cases = [a_case("2", states={"2": "now"}, due_in=timedelta(hours=2, minutes=6))]
    await people.advance(seconds=1)
    countdown = desk.get_by_test_id("countdown")
    await expect(countdown).to_have_text(re.compile(r"^sisa 2:0[56]:\d\d$"))
    for _ in range(4):
        await people.advance(seconds=3600)
    await expect(countdown).to_have_text(re.compile(r"^terlambat 1:5[34]:\d\d$"))
    await people.advance(seconds=24 * 3600)
    await expect(countdown).to_have_text(re.compile(r"^terlambat 25:5[345]:\d\d$"))


async def test_the_last_quarter_of_a_limit_turns_amber(board, desk, people):
    board.cases = [a_case("2", states={"1": "done", "2": "now"}, due_in=timedelta(minutes=6))]
    await desk.get_by_test_id("clock-5m").click()
    await expect(desk.get_by_test_id("countdown")).to_have_attribute("data-tone", "soon")


async def test_one_of_several_cases_is_picked(board, desk, people):
    board.cases = [
        a_case("2", states={"2": "now"}, number="REG-2026-0001", case_id=1),
        a_case("4", states={"4": "now"}, number="REG-2026-0002", case_id=2),
    ]
    await people.advance(seconds=1)
    await expect(desk.get_by_test_id("panel")).to_contain_text("Langkah 4 dari 5")
    await desk.get_by_test_id("case").select_option("1")
    await expect(desk.get_by_test_id("panel")).to_contain_text("Langkah 2 dari 5")
    await expect(desk.get_by_test_id("panel")).to_contain_text("tanpa batas waktu")


async def test_an_hour_and_the_next_opening_are_one_press_away(board, desk, people):
    await expect(desk.locator(".clock")).to_contain_text("08.00")
    await desk.get_by_test_id("clock-1h").click()
    await expect(desk.locator(".clock")).to_contain_text("09.00")
    await desk.get_by_test_id("clock-next").click()
    await expect(desk.locator(".clock")).to_contain_text("07.30")
    assert await people.now() >= board.opening


async def test_the_page_speaks_english_when_asked_and_remembers_it(desk):
    await desk.get_by_test_id("language-en").click()
    await expect(desk.get_by_test_id("clock-1h")).to_have_text("+1 hour")
    await expect(desk.get_by_test_id("panel")).to_contain_text("No case yet")
    await desk.reload()
    await expect(desk.get_by_test_id("clock-1h")).to_have_text("+1 hour")
    await expect(desk.locator("html")).to_have_attribute("lang", "en")


async def test_in_english_limits_are_english_and_one_message_is_one(desk, people, bot, siti):
    await bot.call("sendMessage", chat_id=siti, text="Tugas baru")
    await desk.get_by_test_id("language-en").click()
    await expect(state_of(desk, 2)).to_contain_text("15 minutes")
    tab = desk.get_by_test_id(f"tab-{siti}")
    told = "Petugas Pengadministrasi, Siti Aminah, {} new message"
    await expect(tab).to_have_accessible_name(told.format(1))
    await bot.call("sendMessage", chat_id=siti, text="Satu lagi")
    await expect(tab).to_have_accessible_name(told.format(2) + "s")
    await desk.get_by_test_id("language-id").click()
    await expect(state_of(desk, 2)).to_contain_text("15 menit")
