"""Updates that are pushed: in order, with the secret, until they are taken."""

import asyncio

import pytest
from aiohttp import web

from tests.support import webhook as webhooks
from tests.support.bot_api_check import problems_in_update
from tests.support.clients import Refused, updates

SECRET = "rahasia-dinas_1"


@pytest.fixture
async def webhook():
    async with webhooks.listening() as webhook:
        yield webhook


def broken():
    return web.Response(status=500)


async def no_to(client, method, **params):
    with pytest.raises(Refused) as refused:
        await client.call(method, **params)
    return refused.value.code, refused.value.description


async def test_an_update_is_pushed_with_the_secret(client, rina, webhook):
    assert await client.call("setWebhook", url=webhook.url, secret_token=SECRET) is True
    await rina.writes("halo")
    heard = await webhook.heard.get()
    assert heard.headers["X-Telegram-Bot-Api-Secret-Token"] == SECRET
    assert heard.headers["Content-Type"].startswith("application/json")
    assert heard.update["message"]["text"] == "halo"
    assert problems_in_update(heard.update) == []


async def test_without_a_secret_there_is_no_such_header(http, rina, webhook):
    await http.call("setWebhook", url=webhook.url)
    await rina.writes("halo")
    heard = await webhook.heard.get()
    assert "X-Telegram-Bot-Api-Secret-Token" not in heard.headers


async def test_a_failed_delivery_is_tried_again(http, rina, webhook):
    webhook.answers = iter([broken])
    await http.call("setWebhook", url=webhook.url)
    await rina.writes("halo")
    first, second = await webhook.next(), await webhook.next()
    assert first == second
    info = await http.call("getWebhookInfo")
    assert info["last_error_message"] == (
        "Wrong response from the webhook: 500 Internal Server Error"
    )


async def test_a_chat_hears_its_updates_in_order(http, rina, webhook):
    webhook.answers = iter([broken])
    await http.call("setWebhook", url=webhook.url)
    for word in ("satu", "dua", "tiga"):
        await rina.writes(word)
    assert await webhook.texts(4) == ["satu", "satu", "dua", "tiga"]


async def test_one_chat_does_not_wait_for_another(http, rina, dewi, webhook):
    webhook.open.clear()
    await http.call("setWebhook", url=webhook.url)
    await rina.writes("satu")
    await rina.writes("dua")
    await dewi.writes("tiga")
    assert sorted(await webhook.texts(2)) == ["satu", "tiga"]
    assert webhook.heard.empty()
    webhook.open.set()
    assert await webhook.texts(1) == ["dua"]


async def test_a_press_does_not_wait_for_a_message_of_the_same_person(http, rina, webhook):
    button = {"inline_keyboard": [[{"text": "Paraf", "callback_data": "d:81"}]]}
    sent = await http.call("sendMessage", chat_id=rina.id, text="Berkas", reply_markup=button)
    webhook.open.clear()
    await http.call("setWebhook", url=webhook.url)
    await rina.writes("halo")
    await rina.presses(sent["message_id"], "d:81")
    heard = [await webhook.next(), await webhook.next()]
    assert {kind for update in heard for kind in update} >= {"message", "callback_query"}


async def test_an_answer_may_be_a_call(http, rina, webhook):
    reply = {"method": "sendMessage", "chat_id": rina.id, "text": "Diterima."}
    webhook.answers = iter([lambda: web.json_response(reply)])
    await http.call("setWebhook", url=webhook.url)
    await rina.writes("satu")
    await rina.writes("dua")
    assert await webhook.texts(2) == ["satu", "dua"]
    assert "Diterima." in [each["text"] for each in await rina.messages()]


async def test_a_press_is_pushed_too(http, rina, webhook):
    button = {"text": "Paraf", "callback_data": "d:81"}
    sent = await http.call(
        "sendMessage",
        chat_id=rina.id,
        text="Berkas",
        reply_markup={"inline_keyboard": [[button]]},
    )
    await http.call("setWebhook", url=webhook.url)
    await rina.presses(sent["message_id"], "d:81")
    update = await webhook.next()
    assert update["callback_query"]["data"] == "d:81"
    assert problems_in_update(update) == []


async def test_what_waited_is_pushed_or_dropped_as_asked(client, rina, webhook):
    await rina.writes("lama")
    await client.call("setWebhook", url=webhook.url, drop_pending_updates=True)
    await rina.writes("baru")
    assert await webhook.texts(1) == ["baru"]


async def test_only_what_is_wanted_is_pushed(client, rina, webhook):
    await client.call("setWebhook", url=webhook.url, allowed_updates=["edited_message"])
    await rina.writes("halo")
    [*_, mine] = await rina.messages()
    await rina.edits(mine["message_id"], "halo lagi")
    assert "edited_message" in await webhook.next()


async def test_polling_and_a_webhook_exclude_each_other(client, rina, webhook):
    """telegram-bot-api, Client.cpp line 15703."""
    await client.call("setWebhook", url=webhook.url)
    code, description = await no_to(client, "getUpdates")
    assert code == 409
    assert description == (
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )
    assert await client.call("deleteWebhook") is True
    await rina.writes("halo")
    assert len(await updates(client)) == 1


async def test_a_webhook_ends_the_poll_that_waits(client, rina, webhook):
    """telegram-bot-api, Client.cpp line 16229."""
    await rina.writes("halo")
    [update] = await updates(client)
    after = update["update_id"] + 1
    async with asyncio.timeout(30), asyncio.TaskGroup() as both:
        poll = both.create_task(no_to(client, "getUpdates", offset=after, timeout=20))
        while (await client.call("getWebhookInfo"))["pending_update_count"]:
            pass
        await client.call("setWebhook", url=webhook.url)
    assert poll.result() == (409, "Conflict: terminated by setWebhook request")


async def test_the_webhook_tells_about_itself(client, rina, webhook):
    assert (await client.call("getWebhookInfo"))["url"] == ""
    await client.call("setWebhook", url=webhook.url, allowed_updates=["message"])
    info = await client.call("getWebhookInfo")
    assert (info["url"], info["has_custom_certificate"]) == (webhook.url, False)
    assert info["allowed_updates"] == ["message"]
    assert info["pending_update_count"] == 0


REFUSED = {
    # telegram-bot-api, WebhookActor.cpp
    "bad webhook: An HTTPS URL must be provided for webhook": {"url": "http://example.org/hook"},
    "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443": {
        "url": "https://example.org:8080/hook"
    },
    "bad webhook: invalid webhook URL specified": {"url": "https://:8443/hook"},
    # telegram-bot-api, Client.cpp line 16016
    "secret token is too long": {"secret_token": "x" * 257},
    "secret token contains unallowed characters": {"secret_token": "rahasia!"},
}


@pytest.mark.parametrize("words", REFUSED)
async def test_a_webhook_is_refused_in_telegrams_words(client, town, webhook, words):
    params = {"url": webhook.url} | REFUSED[words]
    assert await no_to(client, "setWebhook", **params) == (400, f"Bad Request: {words}")


async def test_a_webhook_elsewhere_is_not_modelled(client):
    assert await no_to(client, "setWebhook", url="https://example.org/hook") == (
        501,
        "Not Implemented: the sandbox does not model a webhook outside this machine",
    )
