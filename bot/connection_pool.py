"""Kept connections to one HTTP server, for small requests that are many.

aiohttp's client does for each what a browser may want: cookies, redirects, compression, tracing. A
press makes three calls, and that was a quarter of what the bot computes for it. Here a request is
written to the transport as it is, and httptools reads the answer.
"""

import asyncio
import ssl
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import urlsplit

import httptools

from bot.proxies import Proxy, tunnel

# Seconds after which an unused connection is given up: servers close theirs after a minute.
IDLE = 30.0
CONNECTING = 15.0


class NotConnected(OSError):
    """No connection was made: nothing was sent."""


class Broken(OSError):
    """The connection ended, or what came is no HTTP; what was sent may have arrived."""


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """What the server said."""

    status: int
    body: bytes


class ConnectionPool:
    """At most *most* connections to *base*, opened when needed and kept for the next request.

    They go through *proxy* where there is one.
    """

    def __init__(self, base: str, *, most: int, proxy: Proxy | None = None) -> None:
        place = urlsplit(base)
        self._host = place.hostname or ""
        self._secure = place.scheme == "https"
        self._port = place.port or (443 if self._secure else 80)
        self._path = place.path.rstrip("/")
        self._named = place.netloc.rpartition("@")[2]
        self._proxy = proxy
        # A proxy on the way to plain HTTP is told the whole address, and who we are.
        self._at_proxy = ""
        if proxy is not None and not self._secure:
            self._path = f"http://{self._named}{self._path}"
            self._at_proxy = proxy.credentials
        # Reading the authorities takes some 25 ms: once, before the loop has other work.
        self.secured = ssl.create_default_context() if self._secure else None
        self._free: list[_Connection] = []
        self._places = asyncio.Semaphore(most)

    async def post(self, path: str, body: bytes, *, kind: str, patience: float) -> HttpAnswer:
        """POST *body* of media type *kind*; wait for the answer at most *patience* seconds.

        Raises NotConnected or Broken; TimeoutError when no answer came in time.
        """
        head = (
            f"POST {self._path}{path} HTTP/1.1\r\nHost: {self._named}\r\n"
            f"{self._at_proxy}Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        async with self._places:
            line = self._kept() or await self._open()
            try:
                async with asyncio.timeout(patience):
                    answer = await line.ask(head.encode() + body)
            except BaseException:
                line.close()
                raise
            if line.is_open:
                line.free_since = asyncio.get_running_loop().time()
                self._free.append(line)
            return answer

    def close(self) -> None:
        """Give all connections up."""
        while self._free:
            self._free.pop().close()

    def _kept(self) -> "_Connection | None":
        """A connection that was used a moment ago and still stands."""
        oldest = asyncio.get_running_loop().time() - IDLE
        while self._free:
            line = self._free.pop()
            if line.is_open and line.free_since > oldest:
                return line
            line.close()
        return None

    async def _open(self) -> "_Connection":
        try:
            async with asyncio.timeout(CONNECTING):
                return await self._connected()
        except (OSError, TimeoutError) as error:
            raise NotConnected(str(error) or "the connection took too long") from error

    async def _connected(self) -> "_Connection":
        loop, proxy = asyncio.get_running_loop(), self._proxy
        if proxy is not None and self.secured is not None:
            return await self._through(proxy, self.secured)
        host, port, secured = self._host, self._port, self.secured
        if proxy is not None:
            secured = ssl.create_default_context() if proxy.is_secure else None
            host, port = proxy.host, proxy.port
        _, line = await loop.create_connection(_Connection, host, port, ssl=secured)
        return line

    async def _through(self, proxy: Proxy, secured: ssl.SSLContext) -> "_Connection":
        """Whether the server is who it says is asked of the server itself, beyond the proxy."""
        way = await tunnel(proxy, self._host, self._port)
        line = _Connection()
        try:
            transport = await asyncio.get_running_loop().start_tls(
                way, line, secured, server_hostname=self._host
            )
        except BaseException:
            way.abort()
            raise
        if transport is None:
            raise NotConnected("the proxy ended the connection")
        line.connection_made(transport)
        return line


@dataclass(slots=True, eq=False)
class _Connection(asyncio.Protocol):
    """One connection, on which one request at a time is asked."""

    free_since: float = 0.0
    _transport: asyncio.Transport | None = None
    _parser: httptools.HttpResponseParser | None = None
    _answer: "asyncio.Future[HttpAnswer] | None" = None
    _parts: list[bytes] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        return self._transport is not None and not self._transport.is_closing()

    async def ask(self, request: bytes) -> HttpAnswer:
        transport = self._transport
        if transport is None:
            raise Broken("the connection had ended")
        self._parser = httptools.HttpResponseParser(self)
        self._parts = []
        self._answer = asyncio.get_running_loop().create_future()
        transport.write(request)
        return await self._answer

    def close(self) -> None:
        if self._transport is not None:
            self._transport.abort()

    # asyncio calls these

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is none by its class

    def data_received(self, data: bytes) -> None:
        if self._parser is None or self._answer is None or self._answer.done():
            self.close()  # nobody asked for this
            return
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserError as error:
            self._fail(f"no HTTP: {error}")
            self.close()

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None
        self._fail(str(exc or "the server closed the connection"))

    def _fail(self, why: str) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(Broken(why))

    # httptools calls these

    def on_message_begin(self) -> None:
        self._parts = []  # of an interim answer nothing is kept

    def on_body(self, body: bytes) -> None:
        self._parts.append(body)

    def on_message_complete(self) -> None:
        parser, answer = self._parser, self._answer
        if parser is None or answer is None or answer.done():
            return
        status = parser.get_status_code()
        if status < 200:  # "100 Continue": the answer itself is still to come
            return
        if not parser.should_keep_alive() and self._transport is not None:
            self._transport.close()
        answer.set_result(HttpAnswer(status, b"".join(self._parts)))
