"""The proxy that an office's network wants: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, and NO_PROXY.

Read as curl and Python read them; a proxy is told only where to connect to, for all that follows is
encrypted. What goes by plain HTTP, to a server of the office's own, it reads.
"""

import asyncio
import ssl
from base64 import b64encode
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import getproxies_environment, proxy_bypass

_LONGEST_HEAD = 1 << 16


class ProxyUnusable(Exception):
    """The environment names a proxy by which nobody can go from here."""


class ProxyRefused(OSError):
    """The proxy lets nothing through, or is none; said in its own words."""


@dataclass(frozen=True, slots=True)
class Proxy:
    """Where the proxy is, and who we are there."""

    place: SplitResult

    @property
    def url(self) -> str:
        return self.place.geturl()

    @property
    def host(self) -> str:
        return self.place.hostname or ""

    @property
    def port(self) -> int:
        return self.place.port or (443 if self.is_secure else 80)

    @property
    def is_secure(self) -> bool:
        return self.place.scheme == "https"

    @property
    def credentials(self) -> str:
        """The line of a request that says who we are; empty where the proxy knows nobody."""
        if self.place.username is None:
            return ""
        who = f"{unquote(self.place.username)}:{unquote(self.place.password or '')}"
        return f"Proxy-Authorization: Basic {b64encode(who.encode()).decode()}\r\n"


def proxy_for(url: str) -> Proxy | None:
    """The proxy for a server, by the environment; none where it is reached directly.

    Raises ProxyUnusable for one of a kind that is not spoken here, such as SOCKS.
    """
    place, proxies = urlsplit(url), getproxies_environment()
    named = proxies.get(place.scheme) or proxies.get("all")
    if not named or _is_near(place.hostname or "") or proxy_bypass(place.netloc):
        return None
    proxy = urlsplit(named if "://" in named else f"http://{named}")
    if proxy.scheme not in {"http", "https"} or not proxy.hostname:
        raise ProxyUnusable(
            f"the environment names the proxy {proxy.scheme}://{proxy.hostname}, and only those of"
            " HTTP are used: set HTTPS_PROXY to http://HOST:PORT"
        )
    return Proxy(proxy)


def _is_near(host: str) -> bool:
    """This machine itself, as in the sandbox: no proxy knows the way to it."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


async def tunnel(proxy: Proxy, host: str, port: int) -> asyncio.Transport:
    """A connection through the proxy, on which the server itself can be spoken to.

    Raises OSError where the proxy cannot be reached, and ProxyRefused where it says no.
    """
    secured = ssl.create_default_context() if proxy.is_secure else None
    loop = asyncio.get_running_loop()
    transport, tunnelled = await loop.create_connection(
        _Tunnel, proxy.host, proxy.port, ssl=secured
    )
    place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    try:
        transport.write(
            f"CONNECT {place} HTTP/1.1\r\nHost: {place}\r\n{proxy.credentials}\r\n".encode()
        )
        await tunnelled.opened
    except BaseException:
        transport.abort()
        raise
    return transport


@dataclass(slots=True, eq=False)
class _Tunnel(asyncio.Protocol):
    """Waits until the proxy says that the way is free."""

    opened: "asyncio.Future[None]" = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )
    _head: bytes = b""

    def data_received(self, data: bytes) -> None:
        self._head += data
        if b"\r\n\r\n" not in self._head and len(self._head) < _LONGEST_HEAD:
            return
        line = self._head.partition(b"\r\n")[0].decode("latin-1")
        words = line.split(maxsplit=2)
        if words[:1] and words[0].startswith("HTTP/1.") and words[1:2] == ["200"]:
            self._end(None)
        else:
            self._end(ProxyRefused(f"the proxy says: {line[:200]}"))

    def connection_lost(self, exc: Exception | None) -> None:
        self._end(ProxyRefused(f"the proxy ended the connection: {exc or 'without a word'}"))

    def _end(self, error: ProxyRefused | None) -> None:
        if self.opened.done():
            return
        if error is None:
            self.opened.set_result(None)
        else:
            self.opened.set_exception(error)
