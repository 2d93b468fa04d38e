"""The checker itself: it knows a wrong request, answer and update when it sees one."""

import json
import re

import pytest

from tests.support.bot_api_check import (
    problems_in_answer,
    problems_in_request,
    problems_in_update,
)
from tests.support.bot_api_schema import the_schema
from tests.support.journal import assert_journal_conforms

BOT = {"id": 42, "is_bot": True, "first_name": "Layanan"}
RINA = {"id": 1001, "is_bot": False, "first_name": "Rina"}
CHAT = {"id": 1001, "type": "private", "first_name": "Rina"}
MESSAGE = {"message_id": 7, "date": 1789000000, "chat": CHAT, "from": RINA, "text": "Halo"}


def a_press(**changes):
    press = {"id": "9", "from": RINA, "chat_instance": "5", "data": "d:81", "message": MESSAGE}
    return {"update_id": 3, "callback_query": press | changes}


def test_every_method_returns_something_the_schema_knows():
    schema = the_schema()
    assert schema.version == "10.3"
    assert [name for name, method in schema.methods.items() if not method.returns] == []
    assert schema.methods["getChatMemberCount"].returns == "Integer"
    assert schema.methods["editMessageText"].returns == "Message or True"


def test_a_bot_that_does_not_say_it_is_one_is_no_answer_to_getme():
    assert problems_in_answer("getMe", BOT) == []
    anonymous = {name: value for name, value in BOT.items() if name != "is_bot"}
    assert problems_in_answer("getMe", anonymous) == ["getMe.is_bot: is required"]


def test_a_press_names_its_chat_instance():
    press = a_press()
    assert problems_in_update(press) == []
    del press["callback_query"]["chat_instance"]
    assert problems_in_update(press) == ["Update.callback_query.chat_instance: is required"]


def test_an_update_carries_one_thing():
    assert problems_in_update(a_press() | {"message": MESSAGE})
    assert problems_in_update({"update_id": 3})


@pytest.mark.parametrize(
    ("method", "params", "told"),
    [
        ("sendMessag", {}, "there is no such method"),
        ("sendMessage", {"text": "Halo"}, "sendMessage.chat_id: is required"),
        ("sendMessage", {"chat_id": "1001"}, "sendMessage.text: is required"),
        ("sendMessage", {"chat_id": 1, "text": "Halo", "txet": "x"}, "has no such field"),
        ("sendMessage", {"chat_id": 1, "text": 5}, "5 is no String"),
        ("sendMessage", {"chat_id": 1, "text": "Halo", "reply_markup": "{"}, "is no"),
        ("sendMessage", {"chat_id": 1, "text": "x" * 4097}, "4097 characters"),
        ("getUpdates", {"limit": "many"}, "'many' is no Integer"),
        ("getUpdates", {"limit": "101"}, "101 number"),
        ("answerCallbackQuery", {"callback_query_id": "9", "text": "x" * 201}, "201 characters"),
        ("sendDocument", {"chat_id": 1, "document": 5}, "5 is no"),
        ("setMessageReaction", {"chat_id": 1, "message_id": 2, "reaction": [{"type": "emoji"}]},
         "reaction[0].emoji: is required"),
    ],
)  # fmt: skip
def test_a_wrong_request_is_told_why(method, params, told):
    assert any(told in problem for problem in problems_in_request(method, params))


def test_a_request_is_read_as_it_was_sent():
    buttons = {
        "inline_keyboard": [[{"text": "Paraf", "callback_data": "d:81", "style": "success"}]]
    }
    as_text = {
        "chat_id": "1001",
        "text": "Berkas",
        "protect_content": "true",
        "reply_markup": json.dumps(buttons),
    }
    as_json = as_text | {"chat_id": 1001, "protect_content": True, "reply_markup": buttons}
    assert problems_in_request("sendMessage", as_text) == []
    assert problems_in_request("sendMessage", as_json) == []
    assert problems_in_request("SENDMESSAGE", as_json) == []


def test_button_data_of_more_than_sixty_four_bytes_is_seen_wherever_it_stands():
    buttons = {"inline_keyboard": [[{"text": "Paraf", "callback_data": "é" * 33}]]}
    [problem] = problems_in_request(
        "sendMessage", {"chat_id": 1, "text": "Berkas", "reply_markup": json.dumps(buttons)}
    )
    assert problem.endswith("66 bytes, where 1 to 64 are allowed")


def test_a_text_is_measured_without_its_tags():
    text = "<b>" + "&amp;" * 4096 + "</b>"
    assert (
        problems_in_request("sendMessage", {"chat_id": 1, "text": text, "parse_mode": "HTML"}) == []
    )


def test_a_document_goes_as_a_file_or_by_its_id():
    for document in ({"name": "resi.pdf", "bytes": 900}, "BQACAgIAAxkB"):
        assert problems_in_request("sendDocument", {"chat_id": 1, "document": document}) == []


def test_a_thing_of_many_kinds_is_held_to_the_kind_it_names():
    member = {"status": "restricted", "user": RINA}
    problems = problems_in_answer("getChatMember", member)
    assert "getChatMember.can_send_messages: is required" in problems
    assert problems_in_answer("getChatMember", {"status": "member", "user": RINA}) == []


def test_a_vanished_message_may_stand_under_a_press():
    gone = {"chat": CHAT, "message_id": 7, "date": 0}
    assert problems_in_update(a_press(message=gone)) == []


def test_true_is_not_any_boolean():
    assert problems_in_answer("deleteMessage", True) == []
    assert problems_in_answer("deleteMessage", False)
    assert problems_in_answer("editMessageText", True) == []
    assert problems_in_answer("editMessageText", MESSAGE) == []
    assert problems_in_answer("sendMessage", True)


def an_entry(**changes):
    entry = {
        "n": 5,
        "method": "sendMessage",
        "params": {"chat_id": "1001", "text": "Halo"},
        "status": 200,
        "answer": {"ok": True, "result": MESSAGE},
    }
    return entry | changes


def a_refusal(code, description, **parameters):
    answer = {"ok": False, "error_code": code, "description": description}
    return an_entry(status=code, answer=answer | ({"parameters": parameters} if parameters else {}))


def test_a_journal_of_telegrams_words_conforms():
    document = {"type": "document", "media": "attach://f1"}
    album = {"chat_id": "1", "media": json.dumps([document]), "f1": {"name": "a.pdf", "bytes": 9}}
    assert_journal_conforms(
        [
            an_entry(),
            an_entry(status=None, answer=None),
            an_entry(
                method="sendMediaGroup", params=album, answer={"ok": True, "result": [MESSAGE]}
            ),
            a_refusal(400, "Bad Request: chat not found"),
            a_refusal(429, "Too Many Requests: retry after 7", retry_after=7),
            a_refusal(401, "Unauthorized"),
        ]
    )


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (an_entry(answer={"ok": True, "result": True}), "True is no Message"),
        (an_entry(answer={"ok": True, "result": MESSAGE, "note": "x"}), "an ok answer of"),
        (an_entry(status=201), "ok with status 201"),
        (an_entry(params={"text": "Halo"}), "sendMessage.chat_id: is required"),
        (a_refusal(400, "Chat not found"), "in the words 'Chat not found'"),
        (a_refusal(429, "Too Many Requests: retry after 7"), "with the parameters {}"),
        (a_refusal(429, "Too Many Requests: retry after 7", retry_after=8), "retry after 7"),
        (a_refusal(400, "Bad Request: x") | {"status": 200}, "status 200 that says 400"),
    ],
)
def test_a_journal_of_other_words_does_not_conform(entry, told):
    with pytest.raises(AssertionError, match=re.escape(told)):
        assert_journal_conforms([entry])


def test_a_refused_request_may_have_been_wrong_on_purpose():
    entry = a_refusal(400, "Bad Request: chat_id is empty") | {"params": {"text": "Halo"}}
    assert_journal_conforms([entry], refused_requests=False)
    with pytest.raises(AssertionError, match="chat_id: is required"):
        assert_journal_conforms([entry])
