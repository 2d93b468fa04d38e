"""What is done by itself: at night inbox and outbox forget, by day disk and clock are watched."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import Connection

from bot.scheduler.room import RHYTHM
from storage import inbox, outbox
from storage.database import Writer
from storage.reading.taking import DELETABLE
from storage.repositories.cards import CardRepository
from workflow.ports import Clock

# Long enough to answer "did you write to me?", short enough to hold little.
KEPT = timedelta(days=30)
NIGHT = {"hour": 2, "minute": 30}


def arm_routines(
    scheduler: AsyncIOScheduler,
    writer: Writer,
    clock: Clock,
    *,
    renew_calendar: Callable[[], None],
    looks: Mapping[str, Callable[[], Awaitable[None]]],
    zone: str,
) -> None:
    async def at_night() -> None:
        await writer.run(lambda connection: forget(connection, clock))
        renew_calendar()

    scheduler.add_job(at_night, "cron", **NIGHT, timezone=zone, id="night", misfire_grace_time=3600)
    for name, look in looks.items():
        scheduler.add_job(
            look,
            "interval",
            minutes=RHYTHM,
            next_run_time=datetime.now(UTC),  # noqa: TID251  # APScheduler runs by real time
            id=name,
            misfire_grace_time=None,
        )


def forget(connection: Connection, clock: Clock) -> None:
    """Drop what was handled and what was sent long ago."""
    before = clock.now() - KEPT
    inbox.forget_handled(connection, before=before)
    outbox.forget_settled(connection, before=before)
    CardRepository(connection).forget_copies(before=clock.now() - DELETABLE)
