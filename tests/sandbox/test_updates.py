"""The queue between people and bot: confirmed, outlived, limited, shared by nobody."""

import asyncio

import aiohttp
import pytest


async def texts(sandbox, **how):
    updates = await sandbox.call("getUpdates", **how)
    return [update["message"]["text"] for update in updates]


async def test_what_is_not_confirmed_comes_again(sandbox, rina):
    await sandbox.people.text(rina, "satu")
    await sandbox.people.text(rina, "dua")
    first, second = await sandbox.call("getUpdates")
    assert await texts(sandbox, offset=first["update_id"]) == ["satu", "dua"]
    assert await texts(sandbox, offset=second["update_id"]) == ["dua"]
    assert await texts(sandbox, offset=first["update_id"]) == ["dua"]


async def test_a_negative_offset_forgets_all_but_the_last(sandbox, rina):
    for text in ("satu", "dua", "tiga"):
        await sandbox.people.text(rina, text)
    assert await texts(sandbox, offset=-2) == ["dua", "tiga"]
    assert await texts(sandbox, offset=1) == ["dua", "tiga"]


async def test_a_bot_that_polls_in_circles_gets_one_update_at_a_time(sandbox, rina):
    for text in ("satu", "dua"):
        await sandbox.people.text(rina, text)
    assert await texts(sandbox, offset=1) == ["satu", "dua"]
    assert await texts(sandbox, offset=1) == ["satu"]


async def test_a_press_outlives_two_minutes_and_not_three(sandbox, rina):
    button = {"text": "Paraf", "callback_data": "d:81"}
    markup = {"inline_keyboard": [[button]]}
    await sandbox.call("sendMessage", chat_id=rina, text="Surat 81", reply_markup=markup)
    await sandbox.people.press(rina, "Paraf")
    await sandbox.people.text(rina, "sudah saya paraf")
    await sandbox.people.advance(seconds=120)
    assert len(await sandbox.call("getUpdates", offset=1)) == 2
    await sandbox.people.advance(seconds=31)
    assert await texts(sandbox, offset=2) == ["sudah saya paraf"]
    await sandbox.people.advance(hours=24)
    assert await sandbox.call("getWebhookInfo") == {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": 0,
    }


async def test_a_press_is_too_old_to_answer_when_its_update_is_gone(sandbox, rina):
    markup = {"inline_keyboard": [[{"text": "Paraf", "callback_data": "d:81"}]]}
    await sandbox.call("sendMessage", chat_id=rina, text="Surat 81", reply_markup=markup)
    await sandbox.people.press(rina, "Paraf")
    [update] = await sandbox.call("getUpdates")
    await sandbox.people.advance(seconds=150)
    query_id = update["callback_query"]["id"]
    assert await sandbox.refusal("answerCallbackQuery", callback_query_id=query_id) == (
        "Bad Request: query is too old and response timeout expired or query ID is invalid"
    )


@pytest.mark.parametrize(
    ("asked", "heard"),
    [
        (["message"], []),
        (["callback_query", "edited_message"], ["edited_message"]),
        ([], ["edited_message"]),
        (["MESSAGE", "surat"], []),
        (["surat"], ["edited_message"]),
    ],
)
async def test_a_bot_hears_what_it_asked_for(sandbox, rina, asked, heard):
    number = await sandbox.people.text(rina, "satu")
    await sandbox.call("deleteWebhook", drop_pending_updates=True)
    await sandbox.call("getUpdates", allowed_updates=asked)
    await sandbox.people.edit(rina, number, "dua")
    updates = await sandbox.call("getUpdates", offset=1)
    assert [kind for update in updates for kind in update if kind != "update_id"] == heard


async def test_nonsense_in_allowed_updates_changes_nothing(sandbox, rina):
    await sandbox.call("getUpdates", allowed_updates=["callback_query"])
    await sandbox.call("getUpdates", allowed_updates="surat", offset=1)
    assert (await sandbox.call("getWebhookInfo"))["allowed_updates"] == ["callback_query"]


async def test_a_long_poll_ends_with_the_first_news(sandbox, rina):
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(texts(sandbox, timeout=50))
        await sandbox.people.wait_for(lambda state: state["bot_online"])
        await sandbox.people.text(rina, "halo")
    assert poll.result() == ["halo"]


async def test_of_two_polls_the_older_is_ended(sandbox):
    async with asyncio.TaskGroup() as group:
        older = group.create_task(sandbox.answer("getUpdates", timeout=50))
        await sandbox.people.wait_for(lambda state: state["bot_online"])
        newer = group.create_task(sandbox.answer("getUpdates", timeout=1))
    assert older.result()["error_code"] == 409
    assert older.result()["description"] == (
        "Conflict: terminated by other getUpdates request;"
        " make sure that only one bot instance is running"
    )
    assert newer.result()["ok"]


async def test_a_poll_that_the_bot_gave_up_takes_nothing_along(sandbox, rina):
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(sandbox.call("getUpdates", timeout=50))
        await sandbox.people.wait_for(lambda state: state["bot_online"])
        poll.cancel()
    await sandbox.people.wait_for(lambda state: not state["bot_online"])
    await sandbox.people.text(rina, "halo")
    assert await texts(sandbox, offset=1) == ["halo"]


async def test_a_poll_is_told_when_the_sandbox_ends(start):
    async with aiohttp.ClientSession() as bot, asyncio.TaskGroup() as group, start() as sandbox:
        poll = group.create_task(polled(bot, sandbox))
        await sandbox.people.wait_for(lambda state: state["bot_online"])
    assert poll.result() == {
        "ok": False,
        "error_code": 500,
        "description": "Internal Server Error: restart",
    }


async def polled(bot, sandbox):
    url = f"{sandbox.address}/bot{sandbox.token}/getUpdates?timeout=50"
    async with bot.get(url) as response:
        return await response.json()
