"""How fast a bot may write, in real time."""

import pytest

from bot.sandbox.limits import FloodLimits


async def test_a_short_burst_is_let_through_and_a_flood_is_not(start):
    async with start(flood_limits=True) as sandbox:
        await met(sandbox, 1001)
        for number in range(20):
            await sandbox.call("sendMessage", chat_id=1001, text=f"pesan {number}")
        refused = await sandbox.answer("sendMessage", chat_id=1001, text="satu lagi")
    assert refused == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }


async def test_one_flooded_chat_does_not_close_the_others(start):
    limits = FloodLimits(chat_burst=1, chat_per_second=0.01)
    async with start(flood_limits=limits) as sandbox:
        await met(sandbox, 1001, 1002)
        await sandbox.call("sendMessage", chat_id=1001, text="satu")
        assert "retry after" in await sandbox.refusal("sendMessage", chat_id=1001, text="dua")
        await sandbox.call("sendMessage", chat_id=1002, text="satu")


async def test_all_chats_together_have_a_limit_too(start):
    limits = FloodLimits(overall_burst=2, overall_per_second=0.1)
    async with start(flood_limits=limits) as sandbox:
        await met(sandbox, 1001, 1002, 1003)
        await sandbox.call("sendMessage", chat_id=1001, text="satu")
        await sandbox.call("sendMessage", chat_id=1002, text="satu")
        answer = await sandbox.answer("sendMessage", chat_id=1003, text="satu")
    assert answer["parameters"]["retry_after"] == 10


async def test_an_edit_spends_what_a_message_spends(start):
    limits = FloodLimits(chat_burst=1, chat_per_second=0.01)
    async with start(flood_limits=limits) as sandbox:
        await met(sandbox, 1001)
        sent = await sandbox.call("sendMessage", chat_id=1001, text="satu")
        edit = {"chat_id": 1001, "message_id": sent["message_id"], "text": "dua"}
        assert "retry after" in await sandbox.refusal("editMessageText", **edit)


@pytest.mark.parametrize("method", ["getMe", "getUpdates", "sendChatAction", "getChat"])
async def test_looking_and_typing_spend_nothing(start, method):
    limits = FloodLimits(chat_burst=1, chat_per_second=0.01)
    async with start(flood_limits=limits) as sandbox:
        await met(sandbox, 1001)
        await sandbox.call("sendMessage", chat_id=1001, text="satu")
        assert await sandbox.call(method, chat_id=1001, action="typing") is not None


async def test_a_moved_clock_spares_nobody(start):
    limits = FloodLimits(chat_burst=1, chat_per_second=0.01)
    async with start(flood_limits=limits) as sandbox:
        await met(sandbox, 1001)
        await sandbox.call("sendMessage", chat_id=1001, text="satu")
        await sandbox.people.advance(hours=1)
        assert "retry after" in await sandbox.refusal("sendMessage", chat_id=1001, text="dua")


async def met(sandbox, *people):
    for person in people:
        await sandbox.people.add(f"Orang {person}", person)
        await sandbox.people.text(person, "/start")
