"""All that works in an open office, built by hand and joined, top to bottom."""

import contextlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from aiogram import Dispatcher
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.archiving import FOLDER as ARCHIVES
from bot.archiving import Archiver
from bot.backup.nightly import NightBackup
from bot.checking.nightly import NightCheck
from bot.clock import FollowedClock
from bot.delivery.claiming import Claiming
from bot.delivery.limits import Pacer
from bot.delivery.post import PostOffice
from bot.delivery.sending import Sender
from bot.delivery.stamping import Stamper
from bot.errands import Desks
from bot.holidays_of import calendar_for
from bot.intake.fetching import Fetcher
from bot.intake.handling import Handled, UpdateHandler
from bot.intake.worker import Worker
from bot.opened import OpenOffice
from bot.presses.table import router as presses
from bot.resources import Resources
from bot.routers.commands import router as from_commands
from bot.routers.messages import router as from_messages
from bot.scheduler.alarms import AlarmClock
from bot.scheduler.clock_watch import ClockWatch
from bot.scheduler.damage_watch import DamageWatch
from bot.scheduler.filling_in import FillingIn
from bot.scheduler.room import RoomWatch
from bot.scheduler.routines import arm_routines, look_now
from bot.scheduler.vault_sweep import VaultSweep
from bot.telegram import TelegramError
from messages.cards.telling import noted, refused_short
from messages.localizer import localizer_for
from storage.room import free_in


class CommitSignal:
    """Wakes whoever waits for news in the books."""

    def __init__(self) -> None:
        self._wakes: list[Callable[[], None]] = []

    def also(self, *wakes: Callable[[], None]) -> None:
        self._wakes += wakes

    def __call__(self) -> None:
        for wake in self._wakes:
            wake()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What is started when the office opens, and stopped with it."""

    post: PostOffice
    alarms: AlarmClock
    worker: Worker
    scheduler: AsyncIOScheduler
    clock_watch: ClockWatch
    damage: DamageWatch
    filling_in: FillingIn


def build(resources: Resources, office: OpenOffice, bot_name: str) -> Parts:
    """Join everything; nothing runs yet."""
    committed = CommitSignal()
    scheduler = AsyncIOScheduler(timezone="UTC")
    damage = DamageWatch(
        writer=office.writer, context=office.context, clock=resources.clock, committed=committed
    )
    post = _post(resources, office, damage, committed, bot_name)
    alarms = AlarmClock(
        scheduler=scheduler,
        writer=office.writer,
        context=office.context,
        clock=resources.clock,
        random_bytes=_random_bytes,
        committed=committed,
    )
    committed.also(post.wake, alarms.changed)
    if isinstance(resources.source, FollowedClock):
        resources.source.on_moved(committed)
    _arm(scheduler, resources, office, committed)
    return Parts(
        post=post,
        alarms=alarms,
        worker=_worker(resources, office, damage, committed, bot_name),
        scheduler=scheduler,
        clock_watch=_clock_watch(resources, office, scheduler, committed),
        damage=damage,
        filling_in=FillingIn(office.writer, office.context, resources.clock),
    )


def _post(
    resources: Resources,
    office: OpenOffice,
    damage: DamageWatch,
    committed: CommitSignal,
    bot_name: str,
) -> PostOffice:
    pacer = Pacer(resources.settings.messages_per_second, time.monotonic)
    return PostOffice(
        writer=office.writer,
        claiming=Claiming(office.context, resources.clock),
        sender=Sender(
            resources.telegram,
            office.writer,
            office.vault,
            office.context,
            pacer,
            resources.keypad,
        ),
        stamper=Stamper(
            office.writer,
            office.context,
            resources.clock,
            office.vault,
            office.signer,
            lambda: bot_name,
            _random_bytes,
            damage.found,
        ),
        pacer=pacer,
        context=office.context,
        clock=resources.clock,
        nursery=resources.nursery,
        bot_name=lambda: bot_name,
        committed=committed,
        damaged=damage.found,
    )


def _clock_watch(
    resources: Resources, office: OpenOffice, scheduler: AsyncIOScheduler, committed: CommitSignal
) -> ClockWatch:
    def jumped() -> None:
        """The machine's clock was set anew: what is armed is armed anew."""
        look_now(scheduler)
        committed()

    return ClockWatch(
        clock=resources.clock,
        writer=office.writer,
        context=office.context,
        committed=committed,
        jumped=jumped,
    )


def _arm(
    scheduler: AsyncIOScheduler, resources: Resources, office: OpenOffice, committed: CommitSignal
) -> None:
    watch = RoomWatch(
        folder=resources.settings.data_dir,
        free=free_in,
        writer=office.writer,
        context=office.context,
        clock=resources.clock,
        committed=committed,
    )
    arm_routines(
        scheduler,
        office.writer,
        resources.clock,
        renew_calendar=partial(_renew_calendar, resources, office),
        look_at_disk=watch.look,
        zone=office.context.office.zone,
        sweep_vault=VaultSweep(office.vault, office.writer).sweep,
        check=NightCheck(
            database=resources.settings.database,
            folder=resources.settings.data_dir / "vault",
            vault=office.vault,
            signer=office.signer,
            writer=office.writer,
            context=office.context,
            clock=resources.clock,
            committed=committed,
        ).look,
        back_up=NightBackup(
            settings=resources.settings,
            writer=office.writer,
            context=office.context,
            clock=resources.clock,
            committed=committed,
        ).make,
    )


def _renew_calendar(resources: Resources, office: OpenOffice) -> None:
    context = office.context
    context.calendar = calendar_for(context.office, now=resources.clock.now())


def _worker(
    resources: Resources,
    office: OpenOffice,
    damage: DamageWatch,
    committed: CommitSignal,
    bot_name: str,
) -> Worker:
    handler = UpdateHandler(office.context, resources.clock, _random_bytes, lambda: bot_name)
    return Worker(
        dispatcher=make_dispatcher(),
        bot=resources.bot,
        writer=office.writer,
        handler=handler,
        tools=_tools(resources, office, handler, damage, bot_name),
        answer=partial(_answer_press, resources, office),
        nursery=resources.nursery,
        committed=committed,
    )


def make_dispatcher() -> Dispatcher:
    """The table of presses, and the routers in the order in which they are asked."""
    dispatcher = Dispatcher(disable_fsm=True)  # what a person is about stands in the books
    dispatcher.include_routers(presses, from_commands, from_messages)
    return dispatcher


def _tools(
    resources: Resources,
    office: OpenOffice,
    handler: UpdateHandler,
    damage: DamageWatch,
    bot_name: str,
) -> dict[str, object]:
    """What a router may ask for by name, beside the update."""

    async def ask(telegram_id: int, question: Callable[[Desks], Any]) -> Any:
        return await office.writer.run(
            lambda connection: question(handler.desks_of(connection, telegram_id))
        )

    return {
        "ask": ask,
        "keypad": resources.keypad,
        "fetch": Fetcher(
            resources.telegram,
            office.vault,
            resources.clock,
            lambda chat_id: ask(chat_id, lambda desks: desks.messages.slot()),
            resources.isolation,
            office.signer.authorities,
        ),
        "archive": Archiver(
            office.writer.run,
            office.context,
            resources.clock,
            office.vault,
            resources.settings.data_dir / ARCHIVES,
            lambda: bot_name,
            resources.isolation,
            damage.found,
        ),
    }


async def _answer_press(
    resources: Resources, office: OpenOffice, query_id: str, handled: Handled
) -> None:
    say = localizer_for(handled.language, office.context.calendar.tz)
    params: dict[str, object] = {"callback_query_id": query_id}
    if handled.refusal is not None:
        params |= {"text": refused_short(handled.refusal, say), "show_alert": True}
    elif handled.said is not None:
        params["text"] = noted(handled.said, say)
    with contextlib.suppress(TelegramError):  # a press of long ago needs no answer
        await resources.telegram.call("answerCallbackQuery", params)


def _random_bytes(length: int) -> bytes:
    return secrets.token_bytes(length)
