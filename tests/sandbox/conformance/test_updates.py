"""getUpdates: what is kept, what is confirmed, and who may ask."""

import asyncio

import pytest

from tests.support.clients import Refused, updates

DAY = 24 * 3600


async def texts(client, **params):
    return [update["message"]["text"] for update in await updates(client, **params)]


async def written(person, *words):
    for word in words:
        await person.writes(word)


async def test_updates_are_numbered_one_after_the_other(client, rina):
    await written(rina, "satu", "dua", "tiga")
    first, second, third = [update["update_id"] for update in await updates(client)]
    assert (second, third) == (first + 1, first + 2)


async def test_an_update_comes_again_until_it_is_confirmed(client, rina):
    await written(rina, "satu", "dua")
    [one, two] = await updates(client)
    assert await texts(client, offset=one["update_id"]) == ["satu", "dua"]
    assert await texts(client, offset=two["update_id"]) == ["dua"]
    assert await texts(client) == ["dua"]
    assert await texts(client, offset=two["update_id"] + 1) == []


async def test_a_negative_offset_keeps_only_the_last(client, rina):
    await written(rina, "satu", "dua", "tiga")
    assert await texts(client, offset=-2) == ["dua", "tiga"]
    assert await texts(client) == ["dua", "tiga"]


async def test_no_more_come_than_were_asked_for(client, rina):
    await written(rina, "satu", "dua", "tiga")
    assert await texts(client, limit=2) == ["satu", "dua"]


async def test_a_bot_that_polls_in_circles_gets_one_at_a_time(client, rina):
    await written(rina, "satu", "dua")
    assert await texts(client, offset=5) == ["satu", "dua"]
    assert await texts(client, offset=5) == ["satu"]


async def test_a_long_poll_ends_with_the_news(client, rina):
    async with asyncio.timeout(20), asyncio.TaskGroup() as both:
        poll = both.create_task(client.call("getUpdates", timeout=30))
        await rina.writes("halo")
    [update] = poll.result()
    assert update["message"]["text"] == "halo"


async def test_what_is_not_wanted_is_never_kept(client, rina):
    await updates(client, allowed_updates=["callback_query"])
    await rina.writes("tidak sampai")
    assert await updates(client) == []
    await updates(client, allowed_updates=["message"])
    await rina.writes("sampai")
    assert await texts(client) == ["sampai"]


async def test_what_was_wanted_last_stays_wanted(client, rina):
    await updates(client, allowed_updates=["message"])
    await rina.writes("halo")
    [*_, mine] = await rina.messages()
    await rina.edits(mine["message_id"], "halo lagi")
    assert await texts(client) == ["halo"]


async def test_an_empty_wish_is_everything_usual(client, rina):
    await updates(client, allowed_updates=["callback_query"])
    await updates(client, allowed_updates=[])
    await rina.writes("halo")
    assert await texts(client) == ["halo"]


async def test_an_unheard_of_wish_is_overheard(client, rina):
    await updates(client, allowed_updates=["telegram", "message"])
    await rina.writes("halo")
    assert await texts(client) == ["halo"]


async def test_a_message_waits_for_the_bot_for_a_day(client, town, rina):
    await rina.writes("halo")
    await town.advance(seconds=DAY - 60)
    assert await texts(client) == ["halo"]
    await town.advance(seconds=120)
    assert await updates(client) == []


async def test_an_edit_by_a_person_is_an_update_of_its_own(client, rina):
    await rina.writes("Rina Wuladari")
    [*_, mine] = await rina.messages()
    await rina.edits(mine["message_id"], "Rina Wulandari")
    first, second = await updates(client)
    edited = second["edited_message"]
    assert (edited["text"], edited["message_id"]) == ("Rina Wulandari", mine["message_id"])
    assert first["message"]["message_id"] == mine["message_id"]
    assert edited["edit_date"] >= edited["date"]


async def test_blocking_the_bot_is_told(client, rina):
    await rina.blocks()
    [update] = await updates(client)
    change = update["my_chat_member"]
    assert change["old_chat_member"]["status"] == "member"
    assert change["new_chat_member"]["status"] == "kicked"
    assert change["new_chat_member"]["user"]["id"] == 42


async def test_a_deep_link_arrives_as_a_start_with_its_payload(client, phone):
    budi = await phone(1009, "Budi", language="id")
    await budi.writes("/start REG-2026-0001")
    [update] = await updates(client)
    message = update["message"]
    assert message["text"] == "/start REG-2026-0001"
    assert message["from"] == message["from"] | {"id": 1009, "is_bot": False, "language_code": "id"}
    assert message["chat"]["type"] == "private"


async def refused(call):
    with pytest.raises(Refused) as caught:
        await call
    return caught.value


async def nothing_waits(http):
    """A poll that confirms what waited has been heard by the server."""
    while (await http.call("getWebhookInfo"))["pending_update_count"]:
        pass


async def test_the_older_of_two_polls_is_turned_away(client, town, http, rina):
    """telegram-bot-api, Client.cpp line 16232."""
    await rina.writes("halo")
    [update] = await updates(http)
    after = update["update_id"] + 1
    async with asyncio.timeout(30), asyncio.TaskGroup() as both:
        older = both.create_task(refused(client.call("getUpdates", offset=after, timeout=20)))
        await nothing_waits(http)
        newer = both.create_task(http.call("getUpdates", offset=after, timeout=20))
        no = await older
        await rina.writes("halo lagi")
    assert [each["message"]["text"] for each in newer.result()] == ["halo lagi"]
    assert no.code == 409
    assert no.description == (
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    )
