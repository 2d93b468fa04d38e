"""Addresses, verbs and encodings; and who is not let in."""

import pytest
from aiohttp import ClientSession

from bot.sandbox.methods.table import MODELLED, RECEIVING
from bot.sandbox.methods.unmodelled import UNMODELLED
from tests.support.bot_api_schema import the_schema
from tests.support.clients import Refused, Upload, able_to_say, open_client, updates
from tests.support.http_client import connected
from tests.support.journal import assert_journal_conforms

FOREIGN = [
    {"Host": "telegram.example"},
    {"Host": "telegram.example:80"},
    {"Origin": "https://telegram.example"},
    {"Origin": "null"},
]


async def asked(address, path, verb="GET", **more):
    async with ClientSession() as session, session.request(verb, address + path, **more) as answer:
        return answer.status, await answer.json()


@pytest.mark.parametrize("encoding", ["json", "urlencoded", "multipart", "query"])
async def test_a_call_may_be_written_in_any_of_four_ways(sandbox, rina, encoding):
    button = {"text": "Paraf", "callback_data": "d:81"}
    async with connected(sandbox.address, sandbox.token, encoding) as http:
        sent = await http.call(
            "sendMessage",
            chat_id=rina.id,
            text="Berkas “81” & lampiran",
            protect_content=True,
            reply_markup={"inline_keyboard": [[button]]},
        )
        assert sent["text"] == "Berkas “81” & lampiran"
        assert sent["has_protected_content"] is True
        assert sent["reply_markup"]["inline_keyboard"] == [[button]]
        it = {"chat_id": rina.id, "message_id": sent["message_id"]}
        assert await http.call("editMessageText", **it, text="Selesai")


async def test_a_file_may_lie_under_any_name_it_is_pointed_to_by(http, rina):
    media = [
        {"type": "document", "media": Upload(name="satu.pdf", content=b"%PDF-1.7 satu")},
        {"type": "document", "media": Upload(name="dua.pdf", content=b"%PDF-1.7 dua")},
    ]
    sent = await http.call("sendMediaGroup", chat_id=rina.id, media=media)
    assert [each["document"]["file_name"] for each in sent] == ["satu.pdf", "dua.pdf"]


async def test_a_call_may_be_a_get(sandbox):
    status, envelope = await asked(sandbox.address, f"/bot{sandbox.token}/getMe")
    assert (status, envelope["ok"], envelope["result"]["id"]) == (200, True, 42)


@pytest.mark.parametrize("verb", ["GET", "POST"])
async def test_an_empty_name_stands_in_the_argument_method(town, sandbox, verb):
    """telegram-bot-api, Client.cpp."""
    path = f"/bot{sandbox.token}/"
    status, envelope = await asked(town.address, path, verb, params={"method": "getMe"})
    assert (status, envelope["result"]["id"]) == (200, 42)
    status, envelope = await asked(town.address, path, verb)
    assert (status, envelope["description"]) == (404, "Not Found: method not found")


@pytest.mark.parametrize("name", ["sendmessage", "SENDMESSAGE", "SendMessage"])
async def test_capitals_do_not_matter(http, rina, name):
    assert (await http.call(name, chat_id=rina.id, text="Halo"))["text"] == "Halo"


async def test_a_field_nobody_knows_is_overheard(sandbox):
    """As the official server does. It is the journal's check that minds."""
    path = f"/bot{sandbox.token}/getMe"
    status, _ = await asked(sandbox.address, path, params={"colour": "green"})
    assert status == 200
    with pytest.raises(AssertionError, match="getMe has no such field"):
        assert_journal_conforms(await sandbox.people.journal())


@pytest.mark.parametrize("client", able_to_say("a made-up method"), indirect=True)
async def test_a_method_that_is_none_is_not_found(client, town):
    """telegram-bot-api, Client.cpp line 12664."""
    with pytest.raises(Refused) as refused:
        await client.call("makeCoffee")
    assert (refused.value.code, refused.value.description) == (
        404,
        "Not Found: method not found",
    )


async def test_what_is_not_modelled_is_refused_by_name(client, rina):
    with pytest.raises(Refused) as refused:
        await client.call("leaveChat", chat_id=rina.id)
    assert (refused.value.code, refused.value.description) == (
        501,
        "Not Implemented: the sandbox does not model leaveChat",
    )


def test_every_method_of_the_bot_api_is_modelled_or_refused_by_name():
    modelled = MODELLED.keys() | set(RECEIVING)
    assert modelled | UNMODELLED == the_schema().methods.keys()
    assert not modelled & UNMODELLED


async def test_a_path_that_leads_nowhere_is_not_found(town):
    status, envelope = await asked(town.address, "/robot/getMe")
    assert status == 404
    assert envelope == {"ok": False, "error_code": 404, "description": "Not Found"}


@pytest.mark.parametrize("client_name", ["aiogram", "ptb", "http"])
async def test_another_bots_token_is_not_known(town, client_name):
    """telegram-bot-api, Client.cpp line 16291."""
    async with open_client(client_name, town.address, "43:LAIN") as stranger:
        with pytest.raises(Refused) as refused:
            await stranger.call("getMe")
    assert (refused.value.code, refused.value.description) == (401, "Unauthorized")


@pytest.mark.parametrize("token", ["042:SANDBOX", "42", "42:" + "x" * 80])
async def test_a_token_that_is_none_is_invalid(town, token):
    """telegram-bot-api, ClientManager.cpp line 76."""
    status, envelope = await asked(town.address, f"/bot{token}/getMe")
    assert status == 401
    assert envelope["description"] == "Unauthorized: invalid token specified"


@pytest.mark.parametrize("headers", FOREIGN)
@pytest.mark.parametrize("path", ["/bot42:SANDBOX/getMe", "/sandbox/state", "/"])
async def test_a_foreign_page_is_not_let_in(town, headers, path):
    async with ClientSession() as session, session.get(town.address + path, headers=headers) as no:
        assert no.status == 403


async def test_the_sandboxs_own_page_is_let_in(town):
    status, _ = await asked(town.address, "/sandbox/state", headers={"Origin": town.address})
    assert status == 200


async def test_a_file_is_not_given_to_another_bot(sandbox, http, rina):
    await rina.uploads(("ktp.pdf", b"%PDF-1.7 ktp"))
    [update] = await updates(http)
    file = await http.call("getFile", file_id=update["message"]["document"]["file_id"])
    for path in (f"bot43:LAIN/{file['file_path']}", f"bot{sandbox.token}/documents/x.pdf"):
        async with sandbox.http.get(f"{sandbox.address}/file/{path}") as no:
            assert no.status in {401, 404}


async def test_the_journal_holds_every_call_and_no_bytes(town, http, rina):
    resi = Upload(name="resi.pdf", content=b"%PDF-1.7 resi")
    before = (await town.journal())[-1]["n"]
    await http.call("sendDocument", chat_id=rina.id, document=resi)
    [entry] = await town.journal(after=before)
    assert (entry["method"], entry["status"]) == ("sendDocument", 200)
    assert entry["params"]["document"]["bytes"] == len(resi.content)
    assert entry["answer"]["result"]["document"]["file_name"] == "resi.pdf"
