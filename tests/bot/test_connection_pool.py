"""Requests on kept connections, against a server that answers as it is told, byte for byte."""

import asyncio
import contextlib
import ssl

import pytest
import pytest_asyncio
import uvloop

from bot.connection_pool import Broken, ConnectionPool, HttpAnswer, NotConnected
from tests.support.certificates import self_signed

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"


class Server:
    """Says what is next in *answers*, a list of pieces each; what follows the last is silence."""

    def __init__(self):
        self.answers = []
        self.requests = []
        self.writers = []
        self.server = None

    @property
    def connections(self):
        return len(self.writers)

    async def start(self, **more):
        self.server = await asyncio.start_server(self._serve, "127.0.0.1", 0, **more)
        return self.server.sockets[0].getsockname()[1]

    async def stop(self):
        self.server.close()
        for writer in self.writers:
            writer.close()
            with contextlib.suppress(ConnectionError, ssl.SSLError):
                await writer.wait_closed()

    async def _serve(self, reader, writer):
        self.writers.append(writer)
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                _, _, told = head.lower().partition(b"content-length: ")
                length = int(told.split()[0]) if told else 0
                self.requests.append(head + await reader.readexactly(length))
                if not self.answers:
                    continue
                for piece in self.answers.pop(0):
                    if piece is None:
                        writer.close()
                        return
                    writer.write(piece)
                    await writer.drain()
                    await asyncio.sleep(0)


@pytest.fixture
def server():
    return Server()


@pytest_asyncio.fixture
async def pool(server):
    port = await server.start()
    pool = ConnectionPool(f"http://127.0.0.1:{port}/api/", most=2)
    yield pool
    pool.close()
    await server.stop()


async def ask(pool, body=b"{}", patience=5.0):
    return await pool.post("/getMe", body, kind="application/json", patience=patience)


async def test_a_request_is_written_as_a_server_reads_it(server, pool):
    server.answers = [[OK]]

    assert await ask(pool, b'{"a": 1}') == HttpAnswer(200, b"{}")

    head, _, body = server.requests[0].partition(b"\r\n\r\n")
    assert head.startswith(b"POST /api/getMe HTTP/1.1\r\nHost: 127.0.0.1:")
    assert body == b'{"a": 1}'


@pytest.mark.parametrize(
    ("pieces", "answer"),
    [
        ([bytes([byte]) for byte in OK], HttpAnswer(200, b"{}")),
        (
            [
                b"HTTP/1.1 429 Too Many\r\nTransfer-Encoding: chunked\r\n\r\n",
                b"1\r\n{\r\n1\r\n}\r\n0\r\n\r\n",
            ],
            HttpAnswer(429, b"{}"),
        ),
        ([b"HTTP/1.1 100 Continue\r\n\r\n", OK], HttpAnswer(200, b"{}")),
        ([b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"], HttpAnswer(502, b"")),
    ],
    ids=["byte by byte", "in chunks", "after a word of patience", "without a body"],
)
async def test_an_answer_is_read_in_whichever_pieces_it_comes(server, pool, pieces, answer):
    server.answers = [pieces, [OK]]

    assert await ask(pool) == answer
    assert await ask(pool) == HttpAnswer(200, b"{}")
    assert server.connections == 1


async def test_as_many_at_once_as_there_are_lines(server, pool):
    server.answers = [[OK]] * 10

    answers = await asyncio.gather(*(ask(pool) for _ in range(10)))

    assert answers == [HttpAnswer(200, b"{}")] * 10
    assert server.connections == 2


async def test_a_line_that_the_server_gives_up_is_not_used_again(server, pool):
    server.answers = [[OK.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")], [OK, None], [OK]]

    for _ in range(3):
        assert (await ask(pool)).status == 200
        await asyncio.sleep(0.02)  # the server's goodbye arrives

    assert server.connections == 3


@pytest.mark.parametrize(
    "pieces",
    [
        [None],
        [OK[:20], None],
        [b"* OK IMAP4 ready\r\n"],
        [b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"],
    ],
    ids=["nothing", "half an answer", "another tongue", "a length that is none"],
)
async def test_a_line_that_breaks_says_so_and_the_next_request_takes_another(server, pool, pieces):
    server.answers = [pieces, [OK]]

    with pytest.raises(Broken):
        await ask(pool)

    assert await ask(pool) == HttpAnswer(200, b"{}")
    assert server.connections == 2


async def test_a_late_answer_is_not_taken_for_that_of_the_next_request(server, pool):
    with pytest.raises(TimeoutError):
        await ask(pool, patience=0.05)
    server.answers = [[OK.replace(b"{}", b"[]")]]

    assert await ask(pool) == HttpAnswer(200, b"[]")
    assert server.connections == 2


def test_the_loop_of_the_product_is_no_other(server):
    """`disposisi run` is on uvloop, whose transports are of other classes than asyncio's."""

    async def talk():
        pool = ConnectionPool(f"http://127.0.0.1:{await server.start()}", most=1)
        server.answers = [[OK], [None], [OK]]
        assert await ask(pool) == HttpAnswer(200, b"{}")
        with pytest.raises(Broken):
            await ask(pool)
        assert await ask(pool) == HttpAnswer(200, b"{}")
        pool.close()
        await server.stop()

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(talk())
    assert server.connections == 2


async def test_where_nobody_listens_nothing_was_sent(server, pool):
    await server.stop()

    with pytest.raises(NotConnected):
        await ask(pool)


async def test_a_name_that_is_nowhere_is_not_connected():
    with pytest.raises(NotConnected):
        await ask(ConnectionPool("http://nowhere.invalid", most=1))


async def test_a_certificate_that_nobody_vouches_for_is_not_trusted(server, tmp_path):
    port = await server.start(ssl=self_signed(tmp_path)[0])
    pool = ConnectionPool(f"https://127.0.0.1:{port}", most=1)

    with pytest.raises(NotConnected, match="certificate verify failed"):
        await ask(pool)

    assert server.requests == []
    await server.stop()
