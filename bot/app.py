"""The composition root: an office is opened, everything in it is built, and it serves."""

import contextlib
import gc
import logging
from functools import partial

from bot.building import Parts, build
from bot.clock import FollowedClock
from bot.introducing import introduce
from bot.opened import OpenOffice, open_office
from bot.opening import look_at_books
from bot.resources import Resources, resources_for
from bot.serving import serve
from bot.settings import Settings
from storage import inbox
from storage.writer import Writer

log = logging.getLogger(__name__)

# Seconds that what is under way is given to end when the bot stops.
PATIENCE = 10.0


class App:
    """The whole bot, from one set of settings."""

    def __init__(self, settings: Settings) -> None:
        self._resources = resources_for(settings)

    async def run(self) -> None:
        """Open the office and work until told to stop."""
        async with contextlib.AsyncExitStack() as closing:
            await _run(self._resources, closing)


async def _run(resources: Resources, closing: contextlib.AsyncExitStack) -> None:
    if isinstance(resources.source, FollowedClock):
        await resources.source.start()
    office = await open_office(resources.settings, resources.clock, closing)
    closing.push_async_callback(resources.telegram.close)
    closing.push_async_callback(resources.isolation.close)
    closing.push_async_callback(_end_tasks, resources, office.writer)
    bot_name = await introduce(resources, office.context.office.letterhead.name)
    parts = build(resources, office, bot_name)
    parts.scheduler.start()
    closing.callback(parts.scheduler.shutdown, wait=False)
    await _take_up(resources, office, parts)
    _seek_garbage_seldom()
    await serve(resources, office, parts, bot_name)


async def _take_up(resources: Resources, office: OpenOffice, parts: Parts) -> None:
    """Go on with what the last run left, and say what the books hold that is not in order."""
    told = await office.writer.run(
        lambda connection: look_at_books(connection, office.context, resources.clock)
    )
    for line in told:
        log.warning("%s", line)
    await parts.post.recover()
    last = 0
    while left := await office.writer.run(
        partial(inbox.waiting, envelope=office.envelope, after=last)
    ):
        parts.worker.accept(left)
        last = left[-1].update_id


async def _end_tasks(resources: Resources, writer: Writer) -> None:
    """What cannot be written down is not brought to its end: it would be done again."""
    await resources.nursery.close(patience=0.0 if writer.lacks_room else PATIENCE)


def _seek_garbage_seldom() -> None:
    """Looking for garbage stops loop and writer: 61 ms while ten thousand overdue files are read.

    What is here now stays and need not be looked through; nearly all that comes is gone again
    without being sought, so much more may come before the whole is looked through.
    """
    gc.freeze()
    gc.set_threshold(10_000, 10, 100)
