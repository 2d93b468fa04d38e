"""On a telephone: whoever presses a button sees what came of it, whoever opens a phone its news."""

import pytest
from playwright.async_api import expect

from tests.sandbox.page.board import a_case
from tests.sandbox.page.test_chat import ask, key, next_press

pytestmark = pytest.mark.asyncio(loop_scope="session")

LINES = "\n".join(f"Baris {number}" for number in range(12))
MANY = [[key(f"Butir {number}", f"b{number}")] for number in range(12)]


async def changed(bot, person, sent, text, *rows):
    keyboard = {"inline_keyboard": [list(row) for row in rows]}
    place = {"chat_id": person, "message_id": sent["message_id"]}
    await bot.call("editMessageText", **place, text=text, reply_markup=keyboard)


async def long_history(bot, person, count=12):
    for number in range(count):
        await bot.call("sendMessage", chat_id=person, text=f"Pesan {number}\n{LINES}")


def phone_of(page, person):
    return page.get_by_test_id(f"phone-{person}")


async def test_a_message_that_answers_a_press_is_shown_from_its_beginning(pocket, bot, rina):
    await ask(bot, rina, f"Layanan\n{LINES}\n{LINES}", [key("Kartu Keluarga", "k")], *MANY)
    phone = phone_of(pocket, rina)
    await expect(phone.get_by_text("Layanan")).to_be_in_viewport()
    await phone.get_by_role("button", name="Kartu Keluarga").tap()
    await bot.call("sendMessage", chat_id=rina, text=f"Pelindungan data\n{LINES}\n{LINES}\n{LINES}")
    await bot.call("answerCallbackQuery", callback_query_id=await next_press(bot))
    await expect(phone.get_by_text("Pelindungan data")).to_be_in_viewport()
    await expect(phone.get_by_role("button", name="Kartu Keluarga")).not_to_be_in_viewport()


async def test_of_several_messages_that_answer_a_press_the_first_is_shown(pocket, bot, rina):
    await ask(bot, rina, f"Berkas\n{LINES}\n{LINES}", [key("Lihat berkas", "b")], *MANY)
    phone = phone_of(pocket, rina)
    await phone.get_by_role("button", name="Lihat berkas").tap()
    press = await next_press(bot)
    await bot.call("sendMessage", chat_id=rina, text="Surat permohonan")
    await bot.call("answerCallbackQuery", callback_query_id=press)
    for number in range(3):
        await bot.call("sendMessage", chat_id=rina, text=f"Lampiran {number}\n{LINES}")
    await expect(phone.get_by_text("Lampiran 2")).to_be_attached()
    await expect(phone.get_by_text("Surat permohonan")).to_be_in_viewport()


async def test_a_pressed_card_that_shrinks_stays_in_view_with_its_title(pocket, bot, rina):
    card = await ask(bot, rina, "Verifikasi kelengkapan", *MANY)
    await long_history(bot, rina, 3)
    phone = phone_of(pocket, rina)
    await phone.get_by_role("button", name="Butir 11").tap()
    await changed(bot, rina, card, "Alasan pengembalian", [key("Tidak terbaca", "r")])
    await bot.call("answerCallbackQuery", callback_query_id=await next_press(bot))
    await expect(phone.get_by_text("Alasan pengembalian")).to_be_in_viewport(ratio=1)
    await expect(phone.get_by_role("button", name="Tidak terbaca")).to_be_in_viewport(ratio=1)


async def test_a_mark_on_a_tall_card_leaves_the_card_where_it_is(pocket, bot, rina):
    card = await ask(bot, rina, f"Tandai\n{LINES}", *MANY)
    phone = phone_of(pocket, rina)
    await phone.get_by_role("button", name="Butir 8").tap()
    before = await phone.get_by_role("button", name="Butir 8").bounding_box()
    marked = [[{**row[0], "text": row[0]["text"].replace("Butir 8", "✓ Butir 8")}] for row in MANY]
    await changed(bot, rina, card, f"Tandai\n{LINES}", *marked)
    await expect(phone.get_by_role("button", name="✓ Butir 8")).to_be_in_viewport(ratio=1)
    assert (await phone.get_by_role("button", name="✓ Butir 8").bounding_box())["y"] == before["y"]


async def test_new_keys_of_a_tall_card_are_shown_from_the_first(desk, bot, rina):
    card = await ask(bot, rina, f"Verifikasi\n{LINES}", [key("Kembalikan", "k")])
    phone = phone_of(desk, rina)
    await phone.get_by_role("button", name="Kembalikan").click()
    await changed(bot, rina, card, f"Verifikasi\n{LINES}\nTandai yang kurang", *MANY)
    await bot.call("answerCallbackQuery", callback_query_id=await next_press(bot))
    await expect(phone.get_by_role("button", name="Butir 0")).to_be_in_viewport(ratio=1)
    await expect(phone.get_by_text("Tandai yang kurang")).to_be_in_viewport()
    await expect(phone.get_by_role("button", name="Butir 11")).not_to_be_in_viewport()


async def test_who_scrolls_on_after_a_press_is_not_fetched_back(desk, bot, rina):
    await long_history(bot, rina)
    await ask(bot, rina, "Surat", [key("Paraf", "p")])
    phone = phone_of(desk, rina)
    await phone.get_by_role("button", name="Paraf").click()
    press = await next_press(bot)
    await phone.get_by_role("button", name="Paraf").hover()
    await desk.mouse.wheel(0, -1500)
    await expect(phone.get_by_role("button", name="Paraf")).not_to_be_in_viewport()
    await bot.call("answerCallbackQuery", callback_query_id=press, text="Diparaf")
    await bot.call("sendMessage", chat_id=rina, text="Kabar baru")
    await expect(phone.get_by_role("button", name="1 pesan baru")).to_be_visible()
    await expect(phone.get_by_text("Kabar baru")).not_to_be_in_viewport()


async def test_a_phone_that_is_opened_shows_its_first_unread_message(
    pocket, bot, board, people, rina, siti
):
    await long_history(bot, siti)
    phone = phone_of(pocket, siti)
    await pocket.get_by_test_id(f"tab-{siti}").tap()
    await phone.get_by_text("Pesan 2\n").scroll_into_view_if_needed()
    await pocket.get_by_test_id(f"tab-{rina}").tap()
    await expect(phone_of(pocket, rina)).to_be_in_viewport(ratio=0.95)
    for number in range(4):
        await bot.call("sendMessage", chat_id=siti, text=f"Tugas baru {number}\n{LINES}\n{LINES}")
    board.people = [rina, siti]
    board.cases = [a_case("2", states={"2": "now"}, turn=[siti])]
    await people.advance(seconds=1)
    await pocket.get_by_test_id("turn").tap()
    await expect(phone).to_be_in_viewport(ratio=0.95)
    await expect(phone.get_by_text("Tugas baru 0")).to_be_in_viewport()
    await expect(pocket.get_by_test_id(f"tab-{siti}")).to_have_accessible_name(
        "Petugas Pengadministrasi, Siti Aminah, Giliran"
    )
