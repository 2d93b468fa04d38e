"""The composition root: the only place where things are built and joined."""

import asyncio
import contextlib
import gc
import logging
import secrets
import signal
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from urllib.parse import urlparse

from aiogram import Bot, Dispatcher
from aiogram.utils.token import TokenValidationError
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.archiving import FOLDER as ARCHIVES
from bot.archiving import Archiver
from bot.clock import FollowedClock, SteadyClock, SystemClock
from bot.delivery.claiming import Claiming
from bot.delivery.limits import Pacer
from bot.delivery.post import PostOffice
from bot.delivery.rendering import menu
from bot.delivery.sending import Sender
from bot.delivery.stamping import Stamper
from bot.errands import Desks
from bot.files import read_office, read_procedures
from bot.holidays_of import calendar_for
from bot.intake.fetching import Fetcher
from bot.intake.handling import Handled, UpdateHandler
from bot.intake.polling import ALLOWED_UPDATES, Polling, TokenRefused
from bot.intake.webhook import Webhook
from bot.intake.worker import Worker
from bot.isolation.isolation import Isolation
from bot.keypad import Keypad
from bot.nursery import Nursery
from bot.opening import (
    StartFailed,
    database_let_go,
    ensure_not_emptied,
    ensure_undamaged,
    look_at_books,
    naming_what_to_mend,
    only_one,
    open_signer,
    open_vault,
    prepare,
    read_emblem,
    remain_only_one,
)
from bot.own_session import OwnSession
from bot.presses.table import router as presses
from bot.routers.commands import router as from_commands
from bot.routers.messages import router as from_messages
from bot.scheduler.alarms import AlarmClock
from bot.scheduler.clock_watch import ClockWatch
from bot.scheduler.damage_watch import DamageWatch
from bot.scheduler.room import RoomWatch
from bot.scheduler.routines import arm_routines, look_now
from bot.scheduler.vault_sweep import VaultSweep
from bot.settings import Settings
from bot.signing.pkcs12 import Pkcs12Signer
from bot.telegram import Refused, Telegram, TelegramError, field_of
from messages.cards.commands import commands, introduction
from messages.cards.telling import noted, refused_short
from messages.localizer import localizer_for
from storage import inbox
from storage.database import Writer, writing_engine
from storage.envelope import Envelope
from storage.private import make_private
from storage.reading.moments import latest_moment
from storage.room import free_in
from storage.sole import Sole
from storage.unit_of_work import OfficeContext
from storage.vault import Vault
from workflow.alarms import Rhythm
from workflow.people import Language

log = logging.getLogger(__name__)

# Seconds that what is under way is given to end when the bot stops.
PATIENCE = 10.0

# aiogram asks for a token of this form before anything is sent.
SHAPE_OF_TOKEN = "a token of BotFather, like 123456:ABC-DEF"  # noqa: S105


class App:
    """The whole bot, from one set of settings."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._nursery = Nursery()
        self._bot_name = ""
        self._keypad = Keypad()
        self._isolation = Isolation()
        self._on_commit: list[Callable[[], None]] = []
        token = settings.bot_token.get_secret_value()
        if not token:
            raise StartFailed(f"DISPOSISI_BOT_TOKEN is not set; write there {SHAPE_OF_TOKEN}")
        self._telegram = Telegram(base=settings.telegram_api_base, token=token)
        try:
            self._bot = Bot(token, session=OwnSession(self._telegram))
        except TokenValidationError:
            raise StartFailed(
                f"DISPOSISI_BOT_TOKEN is not a token; write there {SHAPE_OF_TOKEN}"
            ) from None
        self._source = FollowedClock(settings.clock_url) if settings.clock_url else SystemClock()
        self._clock = SteadyClock(self._source)

    async def run(self) -> None:
        """Open the office and work until told to stop."""
        async with contextlib.AsyncExitStack() as closing:
            await self._run(closing)

    async def _run(self, closing: contextlib.AsyncExitStack) -> None:
        if isinstance(self._source, FollowedClock):
            await self._source.start()
        settings, clock, now = self._settings, self._clock, self._clock.now()
        office_file = read_office(settings)
        procedures = read_procedures(settings)
        with naming_what_to_mend(settings):
            make_private(settings.data_dir)
            vault, key = await asyncio.to_thread(open_vault, settings)
            signer = await asyncio.to_thread(open_signer, settings, office_file, key, now)
            sole = await only_one(settings)
            closing.callback(sole.give_back)
            ensure_not_emptied(settings)
            await database_let_go(settings)
            if sole.ended_badly:
                await asyncio.to_thread(ensure_undamaged, settings)
            envelope = Envelope(key)
            writer = Writer(writing_engine(settings.database), rehearses=settings.rehearse_writes)
            closing.callback(writer.close)
            procedure_cache = await writer.run(
                lambda connection: prepare(connection, procedures, at=now)
            )
            latest = await writer.run(latest_moment)
        if latest is not None:
            clock.not_before(latest)
        context = OfficeContext(
            office=office_file.model_copy(update={"sample": office_file.sample or signer.sample}),
            calendar=calendar_for(office_file, now=now),
            rhythm=replace(Rhythm(), floor=timedelta(minutes=settings.reminder_floor_minutes)),
            procedure_cache=procedure_cache,
            emblem=read_emblem(settings, office_file),
        )
        closing.push_async_callback(self._telegram.close)
        closing.push_async_callback(self._isolation.close)
        closing.push_async_callback(self._end_tasks, writer)
        await self._introduce(office_file.letterhead.name)
        pacer = Pacer(settings.messages_per_second, time.monotonic)
        damage = DamageWatch(writer=writer, context=context, clock=clock, committed=self._committed)
        post = PostOffice(
            writer=writer,
            claiming=Claiming(context, clock),
            sender=Sender(self._telegram, writer, vault, context, pacer, self._keypad),
            stamper=Stamper(
                writer, context, clock, vault, signer, self._name, _random_bytes, damage.found
            ),
            pacer=pacer,
            context=context,
            clock=clock,
            nursery=self._nursery,
            bot_name=self._name,
            committed=self._committed,
            damaged=damage.found,
        )
        scheduler = AsyncIOScheduler(timezone="UTC")
        alarms = AlarmClock(
            scheduler=scheduler,
            writer=writer,
            context=context,
            clock=clock,
            random_bytes=_random_bytes,
            committed=self._committed,
        )
        handler = UpdateHandler(context, clock, _random_bytes, self._name)
        worker = self._worker(writer, handler, vault, context, signer, damage)
        self._on_commit = [post.wake, alarms.changed]
        if isinstance(self._source, FollowedClock):
            self._source.on_moved(self._committed)
        watch = RoomWatch(
            folder=settings.data_dir,
            free=free_in,
            writer=writer,
            context=context,
            clock=clock,
            committed=self._committed,
        )
        clock_watch = ClockWatch(
            clock=clock,
            writer=writer,
            context=context,
            committed=self._committed,
            jumped=partial(self._jumped, scheduler),
        )
        arm_routines(
            scheduler,
            writer,
            clock,
            renew_calendar=lambda: _renew(context, self._clock.now()),
            look_at_disk=watch.look,
            zone=office_file.zone,
            sweep_vault=VaultSweep(vault, writer).sweep,
        )
        scheduler.start()
        closing.callback(scheduler.shutdown, wait=False)
        for line in await writer.run(lambda connection: look_at_books(connection, context, clock)):
            log.warning("%s", line)
        await post.recover()
        worker.accept(await writer.run(lambda connection: inbox.waiting(connection, envelope)))
        _seek_garbage_seldom()
        await self._serve(writer, worker, post, alarms, envelope, clock_watch, sole, damage)

    async def _end_tasks(self, writer: Writer) -> None:
        """What cannot be written down is not brought to its end: it would be done again."""
        await self._nursery.close(patience=0.0 if writer.lacks_room else PATIENCE)

    def _name(self) -> str:
        return self._bot_name

    def _jumped(self, scheduler: AsyncIOScheduler) -> None:
        """The machine's clock was set anew: what is armed is armed anew."""
        look_now(scheduler)
        self._committed()

    def _committed(self) -> None:
        for tell in self._on_commit:
            tell()

    def _tools(
        self,
        writer: Writer,
        handler: UpdateHandler,
        vault: Vault,
        context: OfficeContext,
        signer: Pkcs12Signer,
        damage: DamageWatch,
    ) -> dict[str, object]:
        """What a router may ask for by name, beside the update."""

        async def ask(telegram_id: int, question: Callable[[Desks], Any]) -> Any:
            return await writer.run(
                lambda connection: question(handler.desks_of(connection, telegram_id))
            )

        return {
            "ask": ask,
            "keypad": self._keypad,
            "fetch": Fetcher(
                self._telegram,
                vault,
                self._clock,
                lambda chat_id: ask(chat_id, lambda desks: desks.messages.slot()),
                self._isolation,
                signer.authorities,
            ),
            "archive": Archiver(
                writer.run,
                context,
                self._clock,
                vault,
                self._settings.data_dir / ARCHIVES,
                self._name,
                self._isolation,
                damage.found,
            ),
        }

    def _worker(
        self,
        writer: Writer,
        handler: UpdateHandler,
        vault: Vault,
        context: OfficeContext,
        signer: Pkcs12Signer,
        damage: DamageWatch,
    ) -> Worker:
        async def answer(query_id: str, handled: Handled) -> None:
            say = localizer_for(handled.language, context.calendar.tz)
            params: dict[str, object] = {"callback_query_id": query_id}
            if handled.refusal is not None:
                params |= {"text": refused_short(handled.refusal, say), "show_alert": True}
            elif handled.said is not None:
                params["text"] = noted(handled.said, say)
            with contextlib.suppress(TelegramError):  # a press of long ago needs no answer
                await self._telegram.call("answerCallbackQuery", params)

        return Worker(
            dispatcher=make_dispatcher(),
            bot=self._bot,
            writer=writer,
            handler=handler,
            tools=self._tools(writer, handler, vault, context, signer, damage),
            answer=answer,
            nursery=self._nursery,
            committed=self._committed,
        )

    async def _introduce(self, office_name: str) -> None:
        """Learn the bot's name; leave the commands, and words for whoever has not begun."""
        self._bot_name = await self._patiently(
            "getMe", {}, read=lambda me: field_of("getMe", me, "username", str)
        )
        for language in Language:
            say = localizer_for(language, UTC)
            spoken = {} if language is Language.INDONESIAN else {"language_code": language}
            # What everybody may use; whoever may use more has a menu of their own (ListCommands).
            listed = commands(officer=False, supervisor=False, administrator=False, say=say)
            await self._patiently("setMyCommands", {"commands": menu(listed), **spoken})
            whole, short = introduction(office_name, say)
            await self._patiently("setMyDescription", {"description": whole, **spoken})
            await self._patiently("setMyShortDescription", {"short_description": short, **spoken})

    async def _patiently(
        self,
        method: str,
        params: Mapping[str, object],
        *,
        read: Callable[[Any], Any] = lambda told: told,
    ) -> Any:
        """Call what has to be done before the office opens; waits for a server not there yet."""
        pause = 0.5
        while True:
            try:
                return read(await self._telegram.call(method, params))
            except Refused as refused:
                if refused.retry_after is None:
                    raise StartFailed(_why_not(method, refused)) from None
                log.warning("%s: %s", method, refused)
                pause = refused.retry_after
            except TelegramError as error:
                log.warning("%s does not answer: %s", self._settings.telegram_api_base, error)
            await asyncio.sleep(pause)
            pause = min(30.0, pause * 2)

    async def _serve(
        self,
        writer: Writer,
        worker: Worker,
        post: PostOffice,
        alarms: AlarmClock,
        envelope: Envelope,
        clock_watch: ClockWatch,
        sole: Sole,
        damage: DamageWatch,
    ) -> None:
        stopped = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stopped.set)
        jobs = [
            self._nursery.start(post.run(), name="post office"),
            self._nursery.start(alarms.run(), name="alarms"),
            self._nursery.start(clock_watch.run(), name="clock watch"),
            self._nursery.start(remain_only_one(sole, self._settings), name="only one"),
            self._nursery.start(damage.run(), name="damage watch"),
            self._nursery.start(stopped.wait(), name="stop"),
        ]
        if isinstance(self._source, FollowedClock):
            jobs.append(self._nursery.start(self._source.follow(), name="clock"))
        webhook = Webhook(
            secret=self._settings.webhook_secret.get_secret_value(),
            writer=writer,
            clock=self._clock,
            accept=worker.accept,
            envelope=envelope,
        )
        try:
            await self._take_in(writer, worker, webhook, envelope, jobs)
            log.info("@%s is open", self._bot_name)
            ended, _ = await asyncio.wait(jobs, return_when=asyncio.FIRST_COMPLETED)
            for job in ended:
                if isinstance(error := job.exception(), TokenRefused):
                    raise StartFailed(f"Telegram no longer takes the token: {error}")
                if error is not None:
                    raise error
        finally:
            worker.begin_shutdown()
            writer.begin_shutdown()
            await webhook.close()
            for job in jobs:
                job.cancel()

    async def _take_in(
        self,
        writer: Writer,
        worker: Worker,
        webhook: Webhook,
        envelope: Envelope,
        jobs: "list[asyncio.Task[object]]",
    ) -> None:
        settings = self._settings
        if not settings.webhook_url:
            await self._patiently("deleteWebhook", {})
            polling = Polling(
                telegram=self._telegram,
                writer=writer,
                clock=self._clock,
                accept=worker.accept,
                envelope=envelope,
            )
            jobs.append(self._nursery.start(polling.run(), name="polling"))
            return
        host, _, port = settings.webhook_listen.rpartition(":")
        try:
            await webhook.listen(host, int(port), urlparse(settings.webhook_url).path)
        except (OSError, OverflowError) as error:
            raise StartFailed(
                f"{settings.webhook_listen} cannot be listened on ({error}); "
                "write another address into DISPOSISI_WEBHOOK_LISTEN"
            ) from None
        await self._patiently(
            "setWebhook",
            {
                "url": settings.webhook_url,
                "secret_token": settings.webhook_secret.get_secret_value(),
                "allowed_updates": list(ALLOWED_UPDATES),
            },
        )


def _seek_garbage_seldom() -> None:
    """Looking for garbage stops loop and writer: 61 ms while ten thousand overdue files are read.

    What is here now stays and need not be looked through; nearly all that comes is gone again
    without being sought, so much more may come before the whole is looked through.
    """
    gc.freeze()
    gc.set_threshold(10_000, 10, 100)


def _why_not(method: str, refused: Refused) -> str:
    if refused.of_the_bot:
        return (
            f"Telegram refuses the token ({refused.description}); "
            "write the right one into DISPOSISI_BOT_TOKEN"
        )
    return f"Telegram refuses {method}: {refused.description}"


def make_dispatcher() -> Dispatcher:
    """The table of presses, and the routers in the order in which they are asked."""
    dispatcher = Dispatcher(disable_fsm=True)  # what a person is about stands in the books
    dispatcher.include_routers(presses, from_commands, from_messages)
    return dispatcher


def _renew(context: OfficeContext, now: datetime) -> None:
    context.calendar = calendar_for(context.office, now=now)


def _random_bytes(length: int) -> bytes:
    return secrets.token_bytes(length)
