"""Updates carried to the bot's door: in order, again when refused, until they are too old."""

import asyncio
from contextlib import asynccontextmanager

import pytest
from aiohttp import web


class Door:
    """A bot's webhook. It keeps what comes and answers what it is told to."""

    def __init__(self):
        self.came = []
        self.headers = []
        self.answers = []
        self.open = asyncio.Event()
        self.open.set()
        self._news = asyncio.Condition()
        self.url = ""

    async def serve(self, request):
        update = await request.json()
        await self.open.wait()
        async with self._news:
            self.came.append(update)
            self.headers.append(request.headers)
            self._news.notify_all()
        answer = self.answers.pop(0) if self.answers else {}
        if isinstance(answer, int):
            return web.Response(status=answer)
        return web.json_response(answer)

    async def hears(self, count):
        async with asyncio.timeout(10), self._news:
            await self._news.wait_for(lambda: len(self.came) >= count)
        return self.came


@asynccontextmanager
async def a_door():
    door = Door()
    application = web.Application()
    application.router.add_post("/hook", door.serve)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    door.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield door
    door.open.set()
    await runner.cleanup()


@pytest.fixture
async def door():
    async with a_door() as door:
        yield door


async def test_an_update_comes_with_the_secret_and_is_gone_when_taken(sandbox, rina, door):
    await sandbox.call("setWebhook", url=door.url, secret_token="rahasia")
    await sandbox.people.text(rina, "halo")
    [update] = await door.hears(1)
    assert update["message"]["text"] == "halo"
    assert door.headers[0]["X-Telegram-Bot-Api-Secret-Token"] == "rahasia"
    await sandbox.people.text(rina, "lagi")
    assert [each["message"]["text"] for each in await door.hears(2)] == ["halo", "lagi"]


async def test_what_waited_for_the_bot_is_carried_once_there_is_a_door(sandbox, rina, door):
    await sandbox.people.text(rina, "sebelum")
    await sandbox.call("setWebhook", url=door.url)
    assert [each["message"]["text"] for each in await door.hears(1)] == ["sebelum"]


async def test_what_is_dropped_is_not_carried(sandbox, rina, door):
    await sandbox.people.text(rina, "sebelum")
    await sandbox.call("setWebhook", url=door.url, drop_pending_updates=True)
    await sandbox.people.text(rina, "sesudah")
    assert [each["message"]["text"] for each in await door.hears(1)] == ["sesudah"]


async def test_a_refused_update_comes_again_and_holds_up_its_chat(sandbox, rina, door):
    door.answers = [500, {}, {}]
    await sandbox.call("setWebhook", url=door.url)
    await sandbox.people.text(rina, "satu")
    await sandbox.people.text(rina, "dua")
    came = [each["message"]["text"] for each in await door.hears(3)]
    assert came == ["satu", "satu", "dua"]
    info = await sandbox.call("getWebhookInfo")
    assert info["last_error_message"] == (
        "Wrong response from the webhook: 500 Internal Server Error"
    )


async def test_a_press_does_not_wait_for_the_message_before_it(sandbox, rina, door):
    markup = {"inline_keyboard": [[{"text": "Paraf", "callback_data": "d:81"}]]}
    await sandbox.call("sendMessage", chat_id=rina, text="Surat 81", reply_markup=markup)
    door.answers = [500, 500]
    await sandbox.call("setWebhook", url=door.url)
    await sandbox.people.text(rina, "satu")
    await door.hears(2)
    await sandbox.people.press(rina, "Paraf")
    assert "callback_query" in (await door.hears(3))[2]


async def test_a_call_in_the_answer_is_done(sandbox, rina, door):
    door.answers = [{"method": "sendmessage", "chat_id": rina, "text": "Diterima"}]
    await sandbox.call("setWebhook", url=door.url)
    await sandbox.people.text(rina, "halo")
    await sandbox.people.wait_for_text(rina, "Diterima")
    assert len(await sandbox.people.journal(method="sendMessage")) == 1


async def test_a_door_that_is_shut_is_told_of(sandbox, rina):
    await sandbox.call("setWebhook", url="http://127.0.0.1:9/hook")
    await sandbox.people.text(rina, "halo")
    await sandbox.people.wait_for(lambda state: not state["bot_online"])
    info = await sandbox.call("getWebhookInfo")
    assert info["last_error_message"] == "Connection refused"


async def test_a_press_too_old_for_the_door_is_dropped(sandbox, rina, door):
    markup = {"inline_keyboard": [[{"text": "Paraf", "callback_data": "d:81"}]]}
    await sandbox.call("sendMessage", chat_id=rina, text="Surat 81", reply_markup=markup)
    await sandbox.people.press(rina, "Paraf")
    await sandbox.people.text(rina, "halo")
    await sandbox.people.advance(seconds=151)
    await sandbox.call("setWebhook", url=door.url)
    [update] = await door.hears(1)
    assert update["message"]["text"] == "halo"


async def test_a_door_and_a_poll_exclude_each_other(sandbox, door):
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(sandbox.answer("getUpdates", timeout=50))
        await sandbox.people.wait_for(lambda state: state["bot_online"])
        await sandbox.call("setWebhook", url=door.url)
    assert poll.result()["description"] == "Conflict: terminated by setWebhook request"
    assert await sandbox.refusal("getUpdates") == (
        "Conflict: can't use getUpdates method while webhook is active;"
        " use deleteWebhook to delete the webhook first"
    )
    await sandbox.call("deleteWebhook")
    await sandbox.call("getUpdates")


async def test_no_more_than_the_connections_asked_for(sandbox, door):
    for person in (1001, 1002, 1003):
        await sandbox.people.add(f"Orang {person}", person)
    door.open.clear()
    await sandbox.call("setWebhook", url=door.url, max_connections=1)
    for person in (1001, 1002, 1003):
        await sandbox.people.text(person, f"dari {person}")
    door.open.set()
    came = [each["message"]["text"] for each in await door.hears(3)]
    assert came == ["dari 1001", "dari 1002", "dari 1003"]


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ({"url": "http://example.org/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://example.org:8080/"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ({"url": "http://127.0.0.1:1/", "secret_token": "x" * 257}, "secret token is too long"),
        (
            {"url": "http://127.0.0.1:1/", "secret_token": "a b"},
            "secret token contains unallowed characters",
        ),
    ],
)
async def test_a_door_telegram_would_not_go_to(sandbox, how, words):
    assert await sandbox.refusal("setWebhook", **how) == f"Bad Request: {words}"


async def test_what_became_of_the_door_is_said(sandbox):
    said = await sandbox.answer("deleteWebhook")
    assert (said["result"], said["description"]) == (True, "Webhook is already deleted")
    said = await sandbox.answer("setWebhook", url="http://127.0.0.1:9/hook")
    assert said["description"] == "Webhook was set"
    said = await sandbox.answer("setWebhook", url="")
    assert said["description"] == "Webhook was deleted"


async def test_two_workers_that_set_the_door_at_once_are_slowed(sandbox):
    await sandbox.call("setWebhook", url="http://127.0.0.1:9/hook")
    answer = await sandbox.answer("setWebhook", url="http://127.0.0.1:9/hook")
    assert (answer["error_code"], answer["parameters"]) == (429, {"retry_after": 1})
