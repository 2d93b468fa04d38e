"""Whatever answers in Telegram's place: an answer of another shape is a fault of the line."""

import asyncio
import io
import json

import pytest

from bot.intake.polling import Polling, TokenRefused
from bot.telegram import NotSent, Refused, Telegram, Uncertain
from storage import inbox, migrating
from storage.database import writing_engine
from tests.bot.test_connection_pool import Server
from tests.support.fakes import ENVELOPE, FixedClock, a_writer


async def answered(body, status=200):
    """What a call makes of an answer's bytes."""
    server = Server()
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    server.answers = [
        [b"HTTP/1.1 %d X\r\nContent-Length: %d\r\n\r\n" % (status, len(content)), content]
    ]
    port = await server.start()
    telegram = Telegram(base=f"http://127.0.0.1:{port}", token="1:A")
    try:
        return await telegram.call("getUpdates", {})
    finally:
        await telegram.close()
        await server.stop()


@pytest.mark.parametrize(
    "body",
    [
        {"ok": True},
        {"ok": 1, "result": []},
        {"ok": "yes", "result": []},
        {},
        [],
        "ok",
        None,
        b"",
        b"<html>Service Unavailable</html>",
        b"[" * 100_000,
        {"ok": False, "error_code": "400", "description": "x"},
        {"ok": False, "error_code": 400, "description": None},
    ],
)
async def test_an_answer_of_another_shape_is_a_fault_of_the_line(body):
    with pytest.raises(Uncertain):
        await answered(body)


async def fetched(status, content):
    """What a download makes of the file server's answer."""
    server = Server()
    found = json.dumps({"ok": True, "result": {"file_path": "a"}}).encode()
    server.answers = [
        [b"HTTP/1.1 %d X\r\nContent-Length: %d\r\n\r\n" % (status, len(content)), content]
        for status, content in ((200, found), (status, content))
    ]
    port = await server.start()
    telegram = Telegram(base=f"http://127.0.0.1:{port}", token="1:A")
    try:
        file = io.BytesIO()
        await telegram.download("f", largest=10, into=file)
        return file.getvalue()
    finally:
        await telegram.close()
        await server.stop()


async def test_a_file_comes_as_it_is():
    assert await fetched(200, b"%PDF") == b"%PDF"


@pytest.mark.parametrize("status", [429, 500, 502, 503])
async def test_a_file_server_that_is_not_well_is_asked_again(status):
    with pytest.raises(NotSent):
        await fetched(status, b"<html>Bad Gateway</html>")


async def test_a_file_that_the_server_does_not_have_says_nothing_of_the_bot():
    with pytest.raises(Refused) as refused:
        await fetched(404, b"Not Found")
    assert not refused.value.passes


@pytest.mark.parametrize("parameters", [None, [], {"retry_after": "soon"}, {"retry_after": None}])
async def test_a_no_whose_wait_cannot_be_read_is_a_no(parameters):
    told = {"ok": False, "error_code": 429, "description": "Too", "parameters": parameters}
    with pytest.raises(Refused) as refused:
        await answered(told, status=429)
    assert refused.value.retry_after is None


@pytest.mark.parametrize(("told", "waited"), [(5, 5.0), (0, 1.0), (-3, 1.0), (1e12, 86_400.0)])
async def test_a_wait_is_neither_none_nor_for_ever(told, waited):
    no = {"ok": False, "error_code": 429, "description": "", "parameters": {"retry_after": told}}
    with pytest.raises(Refused) as refused:
        await answered(no, status=429)
    assert refused.value.retry_after == waited


class Line:
    """Answers getUpdates with one thing after the other, then with silence."""

    def __init__(self, *answers):
        self._answers = iter(answers)

    async def call(self, method, params, *, patience):
        answer = next(self._answers, None)
        if answer is None:
            await asyncio.Event().wait()
        if isinstance(answer, Exception):
            raise answer
        return answer


UPDATE = {
    "update_id": 3,
    "message": {"message_id": 1, "date": 0, "chat": {"id": 5, "type": "private"}, "text": "x"},
}


@pytest.mark.parametrize("odd", [{}, "x", 3, [{}], ["x"], [{"update_id": "7"}], [None]])
async def test_polling_goes_on_after_an_answer_of_another_shape(tmp_path, odd):
    engine = writing_engine(f"sqlite:///{tmp_path / 'books.db'}")
    with engine.begin() as connection:
        migrating.upgrade(connection)
    writer, came = a_writer(engine), asyncio.Queue()
    polling = Polling(
        telegram=Line(odd, [UPDATE]),
        writer=writer,
        clock=FixedClock(),
        accept=lambda updates: [came.put_nowait(one) for one in updates],
        envelope=ENVELOPE,
        pause=0.001,
    )
    running = asyncio.ensure_future(polling.run())
    received = await asyncio.wait_for(came.get(), 20)
    running.cancel()
    waiting = await writer.run(lambda connection: inbox.waiting(connection, ENVELOPE))
    writer.close()

    assert received.update_id == 3
    assert [one.update_id for one in waiting] == [3]


@pytest.mark.parametrize("refusal", [(401, "Unauthorized"), (404, "Not Found")])
async def test_a_token_that_was_revoked_ends_the_polling_with_a_name(refusal):
    polling = Polling(
        telegram=Line(Refused(*refusal, None)),
        writer=None,
        clock=FixedClock(),
        accept=lambda updates: None,
        envelope=ENVELOPE,
    )
    with pytest.raises(TokenRefused):
        await polling.run()
