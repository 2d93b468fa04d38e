import asyncio
import io
import json
import socket

import aiohttp
import pytest
import pytest_asyncio

from bot.intake.webhook import SECRET_HEADER
from tests.support.journal import assert_journal_conforms
from tests.support.phone import Phone, hand_on
from tests.support.running import an_office_at_work

pytestmark = pytest.mark.asyncio(loop_scope="module")

SECRET = "rahasia_kantor-2026"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def office(tmp_path_factory):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    async with an_office_at_work(
        tmp_path_factory.mktemp("office"),
        webhook_url=f"http://127.0.0.1:{port}/telegram/hook",
        webhook_listen=f"127.0.0.1:{port}",
        webhook_secret=SECRET,
    ) as office:
        yield office
        assert_journal_conforms(await office.people.journal())
        assert "Traceback" not in office.log(), office.log()


def hook(office):
    return office.bot.environment["DISPOSISI_WEBHOOK_URL"]


async def posted(office, body, *, secret=SECRET):
    headers = {} if secret is None else {SECRET_HEADER: secret}
    async with (
        aiohttp.ClientSession() as session,
        session.post(hook(office), data=body, headers=headers) as response,
    ):
        return response.status, await response.text()


async def test_a_request_is_handed_in_and_decided_through_the_webhook(office):
    budi = Phone(office, await office.guest("Budi"))

    number = await budi.hands_in()
    await hand_on(office, number)

    assert office.task(number).step == "3"
    methods = {one["method"] for one in await office.people.journal()}
    assert "setWebhook" in methods
    assert "getUpdates" not in methods


async def test_telegram_is_told_the_secret_and_what_is_wanted(office):
    [told] = await office.people.journal(method="setWebhook")

    assert told["params"]["secret_token"] == SECRET
    assert "callback_query" in str(told["params"]["allowed_updates"])


@pytest.mark.parametrize("secret", [None, "", "salah", SECRET + "x", "\u00e9"])
async def test_whoever_does_not_know_the_secret_is_not_heard(office, secret):
    before = office.inbox()["received"]

    status, said = await posted(office, '{"update_id": 1}', secret=secret)

    assert (status, said) == (401, "")
    assert office.inbox()["received"] == before


async def test_a_secret_that_is_no_text_is_not_heard_either(office):
    reader, writer = await asyncio.open_connection(*hook(office).split("/")[2].split(":"))
    writer.write(
        b"POST /telegram/hook HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
        + f"{SECRET_HEADER}: ".encode()
        + b"\xff\xfe\r\n\r\n{}"
    )

    status = await reader.readline()
    writer.close()

    assert b" 401 " in status


@pytest.mark.parametrize(
    "body",
    [
        "",
        "not json",
        "[]",
        "null",
        "42",
        '"callback_query"',
        '{"message": 1}',
        '{"update_id": "x", "message": {"chat": {"id": 1, "type": "private"}}}',
        '{"update_id": 1, "message": {"chat": {"id": "x", "type": "private"}}}',
        '{"update_id": 1, "callback_query": {}}',
        '{"update_id": 1, "callback_query": {"from": {"id": {}}}}',
        '{"update_id": true, "message": {"chat": {"id": 1, "type": "private"}}}',
        f'{{"update_id": {10**30}, "message": {{"chat": {{"id": 1, "type": "private"}}}}}}',
        f'{{"update_id": 1, "message": {{"chat": {{"id": {10**30}, "type": "private"}}}}}}',
        "[" * 100_000,
    ],
)
async def test_what_is_no_update_is_refused_and_harms_nothing(office, body):
    status, said = await posted(office, body)

    assert (status, said) == (400, "")


async def test_kinds_that_nobody_waits_for_are_taken_and_forgotten(office):
    before = office.inbox()["received"]

    status, _ = await posted(office, '{"update_id": 7, "poll": {"id": "1"}}')

    assert status == 200
    assert office.inbox()["received"] == before


async def test_an_update_that_is_delivered_twice_is_handled_once(office):
    budi = Phone(office, await office.guest("Budi"))
    await budi.writes("/start")
    await budi.reads("Selamat datang")
    body = {
        "message_id": 900,
        "date": 1795399200,
        "text": "/bantuan",
        "entities": [{"type": "bot_command", "offset": 0, "length": 8}],
        "chat": {"id": budi.id, "type": "private", "first_name": "Budi"},
        "from": {"id": budi.id, "is_bot": False, "first_name": "Budi"},
    }
    update = json.dumps({"update_id": 900000001, "message": body})

    statuses = [(await posted(office, update))[0] for _ in range(2)]
    await budi.reads("Bantuan")
    await budi.writes("/status")
    await budi.reads("Belum ada permohonan")

    assert statuses == [200, 200]
    assert len([one for one in await budi.chat() if one["text"].startswith("Bantuan")]) == 1


async def test_an_update_too_large_to_be_one_is_refused(office):
    status, _ = await posted(office, io.BytesIO(b"x" * (2 << 20)))

    assert status == 413


async def test_a_killed_bot_is_told_again_what_it_had_not_taken(office):
    budi = Phone(office, await office.guest("Budi"))
    office.kill()
    await budi.writes("/start")

    await office.start()

    await budi.reads("Selamat datang")
