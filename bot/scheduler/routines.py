"""What is done by itself: at night what is old is forgotten, by day the disk is looked at."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.scheduler.room import RHYTHM
from storage.sweeping import SWEEPS, Sweep
from storage.writer import Writer
from workflow.ports import Clock

log = logging.getLogger(__name__)

ROOM = "room"
NIGHT = {"hour": 2, "minute": 30}


def arm_routines(
    scheduler: AsyncIOScheduler,
    writer: Writer,
    clock: Clock,
    *,
    renew_calendar: Callable[[], None],
    look_at_disk: Callable[[], Awaitable[None]],
    zone: str,
    sweep_vault: Callable[[], Awaitable[None]],
    check: Callable[[], Awaitable[None]],
    back_up: Callable[[], Awaitable[None]],
) -> None:
    async def at_night() -> None:
        renew_calendar()
        await forget(writer, clock)
        await sweep_vault()
        await check()
        await back_up()

    scheduler.add_job(at_night, "cron", **NIGHT, timezone=zone, id="night", misfire_grace_time=3600)
    scheduler.add_job(
        look_at_disk,
        "interval",
        minutes=RHYTHM,
        next_run_time=datetime.now(UTC),  # noqa: TID251  # APScheduler runs by real time
        id=ROOM,
        misfire_grace_time=None,
    )


def look_now(scheduler: AsyncIOScheduler) -> None:
    """The clock was set anew, and the disk is to be looked at every few minutes all the same."""
    scheduler.modify_job(ROOM, next_run_time=datetime.now(UTC))  # noqa: TID251


async def forget(writer: Writer, clock: Clock, sweeps: Sequence[Sweep] = SWEEPS) -> None:
    """Drop what nobody asks for any more; whoever presses meanwhile waits for one batch at most.

    What cannot be swept is logged and tried the next night, and keeps nothing else back.
    """
    for sweep in sweeps:
        try:
            gone = await _swept(writer, clock, sweep)
        except Exception:
            log.exception("old %s could not be forgotten", sweep.name)
        else:
            log.info("old %s forgotten: %s", sweep.name, gone)


async def _swept(writer: Writer, clock: Clock, sweep: Sweep) -> int:
    gone, after, now = 0, 0, clock.now()
    while True:
        done = await writer.run(partial(sweep.batch, now=now, after=after))
        gone += done.gone
        if done.after is None:
            return gone
        after = done.after
