"""The real bot with a heart that beats in its loop: `python -m tests.bench.watched_bot BEATS`.

Runs what `python -m bot run` runs, from the same environment. A beat is late by as long as the
loop was blocked; the latest of each second is written to the file BEATS when the bot ends, counted
from the moment at which the office opens.
"""

import asyncio
import json
import logging
import sys
import time

from bot.cli.lean_start import lean_start
from bot.settings import Settings

with lean_start():
    from bot.app import App

BEAT = 0.002


class Opening(logging.Handler):
    """Hears the scheduler start, which is the last thing before the office works."""

    at = 0.0

    def emit(self, record: logging.LogRecord) -> None:
        if record.getMessage() == "Scheduler started":
            Opening.at = time.monotonic()


async def beat(late: list[tuple[float, float]]) -> None:
    before = time.monotonic()
    while True:
        await asyncio.sleep(BEAT)
        now = time.monotonic()
        late.append((now, now - before - BEAT))
        before = now


async def main(path: str) -> None:
    late: list[tuple[float, float]] = []
    logging.getLogger("apscheduler.scheduler").setLevel(logging.INFO)
    logging.getLogger("apscheduler.scheduler").addHandler(Opening())
    heart = asyncio.ensure_future(beat(late))
    try:
        await App(Settings()).run()
    finally:
        heart.cancel()
        worst: dict[int, float] = {}
        for at, by in late:
            second = int(at - Opening.at) if at >= Opening.at else -1
            worst[second] = max(worst.get(second, 0.0), by)
        with open(path, "w") as file:
            json.dump(worst, file)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
