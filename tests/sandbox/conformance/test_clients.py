"""What a client cannot be made to say is true of it, so that leaving it out of a test is honest."""

import pytest

from tests.support.clients import CANNOT, CLIENTS, able_to_say

SAID = {
    "a made-up method": ("makeCoffee", {}),
    "a call without its chat": ("sendMessage", {"text": "Halo"}),
    "a keyboard that is none": (
        "sendMessage",
        {"chat_id": 1001, "text": "Halo", "reply_markup": [1]},
    ),
    "a call without its message": ("deleteMessage", {"chat_id": 1001}),
    "a document without a file": ("sendDocument", {"chat_id": 1001}),
}
UNSAYABLE = [(thing, name) for name in CLIENTS for thing in sorted(CANNOT[name])]


@pytest.mark.parametrize(("thing", "client"), UNSAYABLE, indirect=["client"])
async def test_what_a_client_cannot_say_never_leaves_it(thing, client, town):
    method, params = SAID[thing]
    with pytest.raises((AttributeError, TypeError, ValueError)):
        await client.call(method, **params)
    assert await town.journal() == []


def test_plain_http_can_say_anything():
    assert all("http" in able_to_say(thing) for thing in SAID)


async def test_each_client_reads_the_bot_it_is(client):
    me = await client.call("getMe")
    assert (me["id"], me["is_bot"]) == (42, True)
    assert me["username"].lower().endswith("bot")
