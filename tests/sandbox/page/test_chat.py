import pytest
from playwright.async_api import expect

IN_TAB_ORDER = """() => [...document.querySelectorAll(".part button")]
  .filter((node) => node.tabIndex === 0)
  .map((node) => node.innerText.trim())"""

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def next_press(bot):
    """The press that waits for its answer; all before it is confirmed."""
    offset = 0
    while True:
        for update in await bot.call("getUpdates", offset=offset, timeout=10):
            offset = update["update_id"] + 1
            if "callback_query" in update:
                return update["callback_query"]["id"]


async def ask(bot, person, text, *rows):
    keyboard = {"inline_keyboard": [list(row) for row in rows]}
    return await bot.call("sendMessage", chat_id=person, text=text, reply_markup=keyboard)


def key(text, data=None, **more):
    return {"text": text} | ({"callback_data": data} if data else {}) | more


async def test_what_a_person_writes_reaches_the_bot(desk, bot, rina):
    await desk.get_by_test_id("composer-1001").fill("Selamat pagi")
    await desk.keyboard.press("Enter")
    log = desk.get_by_test_id("phone-1001").get_by_role("log")
    await expect(log.get_by_text("Selamat pagi")).to_be_visible()
    await expect(desk.get_by_test_id("composer-1001")).to_have_value("")
    updates = await bot.call("getUpdates")
    assert updates[-1]["message"]["text"] == "Selamat pagi"


async def test_shift_enter_begins_a_new_line_instead_of_sending(desk, bot):
    field = desk.get_by_test_id("composer-1001")
    await field.press_sequentially("satu")
    await field.press("Shift+Enter")
    await field.press_sequentially("dua")
    await expect(field).to_have_value("satu\ndua")


async def test_what_is_half_written_survives_a_message_of_the_bot(desk, bot, rina):
    field = desk.get_by_test_id("composer-1001")
    await field.fill("Belum selesai")
    await bot.call("sendMessage", chat_id=1001, text="Ada kabar")
    await expect(desk.get_by_text("Ada kabar")).to_be_visible()
    await expect(field).to_have_value("Belum selesai")
    await expect(field).to_be_focused()


async def test_a_press_waits_for_the_bot_and_shows_its_answer(desk, bot, rina):
    await ask(bot, rina, "Surat jawaban", [key("Paraf", "p", style="success")])
    phone = desk.get_by_test_id("phone-1001")
    button = phone.get_by_role("button", name="Paraf")
    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    await bot.call("answerCallbackQuery", callback_query_id=await next_press(bot), text="Diparaf")
    await expect(phone.get_by_role("status")).to_have_text("Diparaf")
    await expect(button).to_have_attribute("aria-busy", "false")


async def test_an_alert_wants_an_ok_before_the_phone_goes_on(desk, bot, rina):
    await ask(bot, rina, "Surat jawaban", [key("Paraf", "p")])
    phone = desk.get_by_test_id("phone-1001")
    await phone.get_by_role("button", name="Paraf").click()
    await bot.call(
        "answerCallbackQuery",
        callback_query_id=await next_press(bot),
        text="Berkas ini sudah diparaf.",
        show_alert=True,
    )
    alert = phone.get_by_role("alertdialog")
    await expect(alert).to_contain_text("Berkas ini sudah diparaf.")
    await expect(alert.get_by_role("button", name="Oke")).to_be_focused()
    await alert.get_by_role("button", name="Oke").click()
    await expect(alert).to_have_count(0)
    await expect(phone.get_by_test_id("composer-1001")).to_be_editable()


async def test_a_card_changed_in_place_keeps_its_place_and_its_bubble(desk, bot, rina):
    sent = await ask(bot, rina, "Menunggu paraf", [key("Paraf", "p")])
    bubble = desk.locator(f'[data-message-id="{sent["message_id"]}"]')
    await expect(bubble.get_by_role("button", name="Paraf")).to_be_visible()
    await bot.call(
        "editMessageText", chat_id=1001, message_id=sent["message_id"], text="Sudah diparaf"
    )
    await expect(bubble).to_contain_text("Sudah diparaf")
    await expect(bubble).to_contain_text("diedit")
    await expect(bubble.get_by_role("button")).to_have_count(0)


async def test_a_change_far_above_leaves_the_reader_where_they_are(desk, bot, rina):
    first = await bot.call("sendMessage", chat_id=1001, text="Paling atas")
    for number in range(40):
        await bot.call("sendMessage", chat_id=1001, text=f"Baris {number}")
    await expect(desk.get_by_text("Baris 39")).to_be_in_viewport()
    await bot.call(
        "editMessageText", chat_id=1001, message_id=first["message_id"], text="Diubah " * 80
    )
    await expect(desk.get_by_text("Diubah Diubah").first).to_be_attached()
    await expect(desk.get_by_text("Baris 39")).to_be_in_viewport()


async def test_who_reads_further_up_is_told_of_news_and_not_dragged_down(desk, bot, rina):
    for number in range(40):
        await bot.call("sendMessage", chat_id=1001, text=f"Baris {number}")
    phone = desk.get_by_test_id("phone-1001")
    await expect(phone.get_by_text("Baris 39")).to_be_in_viewport()
    await phone.get_by_text("Baris 39").hover()
    await desk.mouse.wheel(0, -600)
    await expect(phone.get_by_text("Baris 39")).not_to_be_in_viewport()
    await bot.call("sendMessage", chat_id=1001, text="Kabar baru")
    await phone.get_by_role("button", name="1 pesan baru").click()
    await expect(phone.get_by_text("Kabar baru")).to_be_in_viewport()


async def test_a_link_to_the_bot_is_its_start_with_the_payload(desk, bot, rina):
    await ask(bot, rina, "Undangan", [key("Terima", url="https://t.me/sandbox_bot?start=u-7f3a")])
    await desk.get_by_role("button", name="Terima").click()
    log = desk.get_by_test_id("phone-1001").get_by_role("log")
    await expect(log.get_by_text("/start u-7f3a")).to_be_visible()


async def test_any_other_link_opens_a_new_tab(desk, bot, rina, people):
    await ask(bot, rina, "Situs", [key("Situs dinas", url=f"{people.address}/page/seal.svg")])
    async with desk.context.expect_page() as opening:
        await desk.get_by_role("button", name="Situs dinas").click()
    assert (await opening.value).url.endswith("/page/seal.svg")


async def test_a_reply_button_says_its_words(desk, bot, rina):
    keyboard = {"keyboard": [[{"text": "Terlambat"}, {"text": "Rekap"}]], "resize_keyboard": True}
    await bot.call("sendMessage", chat_id=1001, text="Pilih", reply_markup=keyboard)
    await desk.get_by_role("button", name="Rekap").click()
    log = desk.get_by_test_id("phone-1001").get_by_role("log")
    await expect(log.get_by_text("Rekap")).to_be_visible()
    await bot.call(
        "sendMessage", chat_id=1001, text="Selesai", reply_markup={"remove_keyboard": True}
    )
    await expect(desk.get_by_role("button", name="Rekap")).to_have_count(0)


async def test_a_slash_offers_the_bots_commands(desk, bot, rina):
    commands = [
        {"command": "berkas", "description": "Berkas saya"},
        {"command": "bantuan", "description": "Cara memakai"},
    ]
    await bot.call("setMyCommands", commands=commands)
    await expect(
        desk.get_by_test_id("phone-1001").get_by_role("button", name="Perintah")
    ).to_be_visible()
    await desk.get_by_test_id("composer-1001").press_sequentially("/be")
    await expect(desk.get_by_role("button", name="/bantuan")).to_be_hidden()
    await desk.get_by_role("button", name="/berkas").click()
    log = desk.get_by_test_id("phone-1001").get_by_role("log")
    await expect(log.get_by_text("/berkas")).to_be_visible()


async def test_markup_in_a_persons_words_stays_words(desk, people, rina):
    await people.text(rina, '<img src=x onerror="alert(1)"> <b>tebal</b>')
    await expect(desk.get_by_text("<b>tebal</b>")).to_be_visible()
    await expect(desk.locator(".text img")).to_have_count(0)


async def test_arabic_runs_from_the_right(desk, bot, rina):
    await bot.call("sendMessage", chat_id=1001, text="مرحبا بكم في خدمة البيانات")
    bubble = desk.locator(".bubble", has_text="مرحبا")
    await expect(bubble).to_have_css("direction", "rtl")


async def test_who_has_not_begun_finds_a_start_button(desk, people, bot):
    await people.add("Dewi Lestari", 1003, "Pemohon")
    phone = desk.get_by_test_id("phone-1003")
    await phone.get_by_role("button", name="Mulai").click()
    await expect(phone.get_by_role("log").get_by_text("/start")).to_be_visible()
    await expect(phone.get_by_role("button", name="Mulai")).to_be_hidden()


async def test_a_deleted_account_stands_on_its_phone_and_writes_no_more(desk, people, rina):
    phone = desk.get_by_test_id("phone-1001")
    await people.deactivate(rina)
    await expect(phone.get_by_text("Akun Telegram orang ini sudah dihapus.")).to_be_visible()
    await expect(desk.get_by_test_id("composer-1001")).to_be_hidden()


async def test_a_blocked_bot_can_be_let_in_again(desk, people, rina):
    phone = desk.get_by_test_id("phone-1001")
    await people.block(rina)
    await expect(phone.get_by_test_id("composer-1001")).to_be_hidden()
    await phone.get_by_role("button", name="Buka blokir").click()
    await expect(phone.get_by_test_id("composer-1001")).to_be_visible()


async def test_the_page_says_when_the_bot_is_not_there_yet(desk, bot):
    banner = desk.get_by_test_id("banner")
    await expect(banner).to_contain_text("Bot sedang dinyalakan")
    await bot.call("getUpdates", timeout=1)
    await expect(banner).to_be_hidden()


async def test_tab_goes_to_the_buttons_of_the_newest_message_alone(desk, bot, people):
    for number in (1, 2, 3):
        keys = [[{"text": f"Tombol {number}", "callback_data": str(number)}]]
        await bot.call(
            "sendMessage",
            chat_id=1001,
            text=f"Pesan {number}",
            reply_markup={"inline_keyboard": keys},
        )
    newest = desk.get_by_role("button", name="Tombol 3")
    await expect(newest).to_be_visible()
    in_order = await desk.evaluate(IN_TAB_ORDER)
    assert in_order == ["Tombol 3"]


async def test_the_arrows_go_from_the_newest_buttons_to_older_ones(desk, bot, people):
    for number in (1, 2):
        keys = [[{"text": f"Tombol {number}", "callback_data": str(number)}]]
        await bot.call(
            "sendMessage",
            chat_id=1001,
            text=f"Pesan {number}",
            reply_markup={"inline_keyboard": keys},
        )
    newest = desk.get_by_role("button", name="Tombol 2")
    await newest.focus()
    await desk.keyboard.press("ArrowUp")
    await expect(desk.get_by_role("button", name="Tombol 1")).to_be_focused()
    await desk.keyboard.press("ArrowDown")
    await expect(newest).to_be_focused()
