"""The bot behind the proxy of an office's network, which a small one plays."""

import asyncio
import contextlib
import io
import json
from urllib.parse import urlsplit

import pytest
import pytest_asyncio
import uvloop

from bot.proxies import Proxy, ProxyUnusable, proxy_for
from bot.telegram import NotSent, Telegram
from tests.support.certificates import self_signed

TELEGRAM = "api.telegram.example"
BASE = f"https://{TELEGRAM}"


class Wire:
    """One listening place; what it was told stands in *heads*."""

    def __init__(self):
        self.heads = []
        self.server = None
        self.open = []

    async def start(self, **more):
        self.server = await asyncio.start_server(self._serve, "127.0.0.1", 0, **more)
        return self.server.sockets[0].getsockname()[1]

    async def stop(self):
        self.server.close()
        for writer in self.open:
            writer.close()

    async def _serve(self, reader, writer):
        self.open.append(writer)
        with contextlib.suppress(asyncio.IncompleteReadError, OSError):
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                self.heads.append(head)
                await self.answer(head, reader, writer)


class Api(Wire):
    """Says yes to everything, and has one file."""

    async def answer(self, head, reader, writer):
        _, _, told = head.lower().partition("content-length: ")
        await reader.readexactly(int(told.split()[0]) if told else 0)
        body = b"a letter" if head.startswith("GET") else self._said(head)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))

    def _said(self, head):
        result = {"file_path": "letters/1"} if "getFile" in head else {"username": "office_bot"}
        return json.dumps({"ok": True, "result": result}).encode()


class OfficeProxy(Wire):
    """Connects to the one server that is there, whatever it is called; or says *refusal*."""

    def __init__(self, api_port):
        super().__init__()
        self.api_port = api_port
        self.refusal = b""

    async def answer(self, head, reader, writer):
        if self.refusal:
            writer.write(self.refusal)
            writer.close()
            return
        there, back = await asyncio.open_connection("127.0.0.1", self.api_port)
        self.open.append(back)
        if head.startswith("CONNECT"):
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        else:
            back.write(head.encode())
        await asyncio.gather(_carried(reader, back), _carried(there, writer))


async def _carried(reader, writer):
    with contextlib.suppress(OSError):
        while part := await reader.read(65536):
            writer.write(part)
    writer.close()


@pytest.fixture(autouse=True)
def no_proxy_of_this_machine(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@contextlib.asynccontextmanager
async def a_network(tmp_path, monkeypatch):
    """A server named like Telegram's, and the only way to it."""
    context, pem = self_signed(tmp_path, TELEGRAM)
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    api = Api()
    proxy = OfficeProxy(await api.start(ssl=context))
    port = await proxy.start()
    monkeypatch.setenv("HTTPS_PROXY", f"http://siti:kata%20sandi@127.0.0.1:{port}")
    yield api, proxy
    await proxy.stop()
    await api.stop()


@pytest_asyncio.fixture
async def network(tmp_path, monkeypatch):
    async with a_network(tmp_path, monkeypatch) as network:
        yield network


@pytest_asyncio.fixture
async def telegram(network):
    telegram = Telegram(base=BASE, token="42:TEST")
    yield telegram
    await telegram.close()


async def test_the_bot_reaches_telegram_through_the_proxy_of_the_network(network, telegram):
    api, proxy = network
    assert await telegram.name() == "office_bot"
    assert await telegram.name() == "office_bot"
    [connect] = proxy.heads  # the connection is kept
    assert connect.startswith(f"CONNECT {TELEGRAM}:443 HTTP/1.1\r\n")
    assert "Proxy-Authorization: Basic c2l0aTprYXRhIHNhbmRp\r\n" in connect
    assert [one.partition(" HTTP")[0] for one in api.heads] == ["POST /bot42:TEST/getMe"] * 2
    assert "Proxy-Authorization" not in "".join(api.heads)


def test_the_loop_of_the_product_goes_through_it_too(tmp_path, monkeypatch):
    """`disposisi run` is on uvloop, which begins to encrypt in its own way."""

    async def talk():
        async with a_network(tmp_path, monkeypatch):
            telegram = Telegram(base=BASE, token="42:TEST")
            assert await telegram.name() == "office_bot"
            await telegram.close()

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(talk())


async def test_files_go_through_it_both_ways(network, telegram):
    sent = await telegram.upload("sendDocument", {}, field="document", name="a", content=b"b")
    assert sent == {"username": "office_bot"}
    kept = io.BytesIO()
    assert await telegram.download("1", largest=100, into=kept) == len(b"a letter")
    assert all(one.startswith(f"CONNECT {TELEGRAM}:443") for one in network[1].heads)


@pytest.mark.parametrize(
    "refusal", [b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", b"SSH-2.0-x\r\n\r\n", b"\n"]
)
async def test_what_a_proxy_does_not_let_through_was_certainly_not_sent(network, telegram, refusal):
    api, proxy = network
    proxy.refusal = refusal
    with pytest.raises(NotSent, match="the proxy"):
        await telegram.name()
    assert api.heads == []


async def test_a_server_that_is_not_who_it_says_is_not_trusted_behind_a_proxy_either(
    network, monkeypatch
):
    telegram = Telegram(base="https://other.example", token="42:TEST")
    with pytest.raises(NotSent, match="certificate"):
        await telegram.name()
    assert network[0].heads == []
    await telegram.close()


async def test_a_server_of_the_office_by_plain_http_is_asked_for_whole(monkeypatch):
    api = Api()
    proxy = OfficeProxy(await api.start())
    monkeypatch.setenv("http_proxy", f"127.0.0.1:{await proxy.start()}")
    telegram = Telegram(base="http://bot-api.office.example/api", token="42:TEST")
    assert await telegram.name() == "office_bot"
    asked = "POST http://bot-api.office.example/api/bot42:TEST/getMe HTTP/1.1\r\n"
    assert proxy.heads[0].startswith(asked)
    await telegram.close()
    await proxy.stop()
    await api.stop()


@pytest.mark.parametrize(
    ("environment", "url", "proxy"),
    [
        ({}, BASE, None),
        ({"HTTPS_PROXY": "http://p:3128"}, BASE, "http://p:3128"),
        ({"https_proxy": "p:3128"}, BASE, "http://p:3128"),
        ({"ALL_PROXY": "http://p:3128"}, BASE, "http://p:3128"),
        ({"HTTP_PROXY": "http://p:3128"}, BASE, None),
        ({"HTTPS_PROXY": "http://p:3128", "NO_PROXY": "telegram.example"}, BASE, None),
        ({"HTTPS_PROXY": "http://p:3128", "NO_PROXY": "*"}, BASE, None),
        ({"HTTPS_PROXY": "http://p:3128", "NO_PROXY": "gram.example"}, BASE, "http://p:3128"),
        ({"HTTP_PROXY": "http://p:3128"}, "http://127.0.0.1:8081", None),
        ({"HTTP_PROXY": "http://p:3128"}, "http://localhost:8081", None),
        ({"HTTP_PROXY": "http://p:3128"}, "http://[::1]:8081", None),
        ({"HTTP_PROXY": "http://p:3128"}, "http://10.1.1.1:8081", "http://p:3128"),
    ],
)
def test_the_proxy_is_the_one_that_the_environment_names(monkeypatch, environment, url, proxy):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert proxy_for(url) == (proxy and Proxy(urlsplit(proxy)))


def test_a_proxy_of_another_kind_is_refused_in_words(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "socks5://p:1080")
    with pytest.raises(ProxyUnusable, match="socks5://p, and only those of HTTP"):
        proxy_for(BASE)
