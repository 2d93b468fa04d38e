"""The real bot in a process of its own, which can be killed and started again in a moment.

Importing aiogram takes seconds. So one process imports the product once, and every bot is forked
from it: what then runs is `disposisi run`, with its own memory, threads and connections.
"""

import multiprocessing
import os
import signal
import sys
from collections.abc import Mapping
from functools import cache
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

ENDING = 15.0  # seconds a bot may take to stop when asked


@cache
def _nursery_of_bots() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.support.lean_bot", "bot.cli.main", "bot.cli.running"])
    return context


class BotProcess:
    """One bot at a time, on one data folder."""

    def __init__(self, environment: Mapping[str, str], log: Path) -> None:
        self.environment = dict(environment)
        self.log = log
        self._process: ForkServerProcess | None = None

    def start(self) -> None:
        self._process = _nursery_of_bots().Process(
            target=_run, args=(self.environment, str(self.log)), daemon=True
        )
        self._process.start()

    def kill(self) -> int:
        """SIGKILL: no farewell, nothing flushed. The exit code, also when it had ended before."""
        return self._end(signal.SIGKILL)

    def stop(self) -> int:
        """SIGTERM, as a service manager does; the exit code."""
        return self._end(signal.SIGTERM)

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.is_alive()

    @property
    def pid(self) -> int:
        """Of the bot that runs; raises RuntimeError when none does."""
        if self._process is None or self._process.pid is None:
            raise RuntimeError("no bot runs")
        return self._process.pid

    def told(self) -> str:
        """What the bot has logged so far."""
        return self.log.read_text(encoding="utf-8") if self.log.exists() else ""

    def _end(self, how: signal.Signals) -> int:
        if self._process is None:
            return 0
        if self._process.is_alive() and self._process.pid is not None:
            os.kill(self._process.pid, how)
        self._process.join(ENDING)
        code = self._process.exitcode
        if code is None:
            self._process.kill()
            self._process.join()
            raise TimeoutError(f"the bot did not stop within {ENDING} s")
        self._process.close()
        self._process = None
        return code


def _run(environment: dict[str, str], log: str) -> None:
    for name in [name for name in os.environ if name.startswith("DISPOSISI_")]:
        del os.environ[name]
    os.environ.update(environment)
    os.chdir(Path(log).parent)
    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(out, 1)
    os.dup2(out, 2)
    sys.argv = ["disposisi", "run"]
    from bot.cli.main import main

    main()
