"""Keeps the sandbox's bot running, in a process of its own, and remembers its last words."""

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.cli.reporting import tell
from storage.room import free_in

RUN = (sys.executable, "-m", "bot", "run", "--end-with-stdin")
LINES = 12
LONGEST_PAUSE = 30.0
_TO_END = 8.0
# With less room than this a log is cut, or not written at all.
LEAST = 1 << 16  # bytes


class Keeper:
    """Starts the bot again whenever it ends, after a pause that grows from try to try."""

    def __init__(
        self, environment: Mapping[str, str], log: Path, *, command: Sequence[str] = RUN
    ) -> None:
        self._environment = dict(environment)
        self._log = log
        self._command = command
        self.trouble: dict[str, Any] | None = None
        """Why the bot ended the last time, for the page; None as long as it never did."""

    @contextlib.asynccontextmanager
    async def keeping(self, *, pause: float = 1.0) -> AsyncIterator[None]:
        keeper = asyncio.ensure_future(self._keep(pause))
        try:
            yield
        finally:
            keeper.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await keeper

    async def _keep(self, pause: float) -> None:
        while True:
            begins = self._log.stat().st_size if self._log.exists() else 0
            code = await self._run()
            text = self._last_words(begins) or self._without_words(code)
            self.trouble = {"kind": "bot", "text": text, "log": str(self._log)}
            tell(f"The bot stopped (exit {code}); it is started again. See {self._log}.")
            await asyncio.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * 2)

    async def _run(self) -> int:
        with self._log.open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                *self._command,
                env=self._environment,
                stdin=asyncio.subprocess.PIPE,  # held open, so that the bot sees us go
                stdout=log,
                stderr=log,
            )
        try:
            return await process.wait()
        finally:
            if process.returncode is None:
                await _end(process)

    def _last_words(self, begins: int) -> str:
        with self._log.open("rb") as log:
            log.seek(begins)
            words = log.read().decode("utf-8", "replace")
        return "\n".join(words.strip().splitlines()[-LINES:])

    def _without_words(self, code: int) -> str:
        ended = f"It ended (exit {code}) and left no words."
        if free_in(self._log.parent) > LEAST:
            return ended
        return f"{ended} The disk of {self._log.parent} is full: make room there."


async def _end(process: asyncio.subprocess.Process) -> None:
    process.terminate()
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(process.wait(), _TO_END)
    if process.returncode is None:
        process.kill()
