"""What systemd hears: that the office is open, that its loop still turns, that it closes.

The protocol is one datagram of `NAME=value` lines to the socket named in `NOTIFY_SOCKET`
(sd_notify(3)); a service that is of `Type=notify` and has `WatchdogSec=` is started anew when it
is silent for that long.
"""

import asyncio
import contextlib
import os
import socket
from collections.abc import Callable, Mapping

from bot.health import metrics

# Seconds between two looks at how late the loop is.
PACE = 1.0


class Systemd:
    """Says nothing where nobody listens."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._address = environment.get("NOTIFY_SOCKET", "")
        asked = environment.get("WATCHDOG_USEC", "")
        meant_for = environment.get("WATCHDOG_PID", "")
        mine = not meant_for or meant_for == str(os.getpid())
        self._patience = int(asked) / 1_000_000 if asked.isdecimal() and mine else 0.0

    @property
    def is_watched(self) -> bool:
        """Whether signs of life are expected."""
        return self._patience > 0

    def ready(self) -> None:
        """The office is open."""
        self._say("READY=1")

    def stopping(self) -> None:
        """It closes: no sign of life is to be expected from now on."""
        self._say("STOPPING=1")

    async def stay_awake(self, *, healthy: Callable[[], bool]) -> None:
        """Give signs of life from the loop itself until cancelled.

        A loop that hangs gives none, nor does one whose writer is stuck.
        """
        loop = asyncio.get_running_loop()
        pause = min(PACE, self._patience / 3) if self.is_watched else PACE
        while True:
            expected = loop.time() + pause
            await asyncio.sleep(pause)
            metrics.LOOP_LAG.set(max(0.0, loop.time() - expected))
            if self.is_watched and healthy():
                self._say("WATCHDOG=1")

    def _say(self, line: str) -> None:
        if not self._address:
            return
        # A name that begins with @ is one of the abstract namespace.
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as out:
            out.sendto(line.encode(), address)
