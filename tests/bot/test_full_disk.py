"""A full disk: what comes in and what goes out waits for room, and is done once."""

import asyncio
import errno
import json
import socket
import time
from types import SimpleNamespace

import aiohttp
import pytest
from sqlalchemy import select

from bot.delivery.claiming import Claiming
from bot.delivery.limits import Pacer
from bot.delivery.post import LONGEST_PAUSE, PostOffice, pause_after
from bot.delivery.screens.rows import RenderedIntent
from bot.delivery.sending import Sender, Sent
from bot.intake.webhook import SECRET_HEADER, Webhook
from bot.intake.worker import FETCHES
from bot.keypad import Keypad
from bot.nursery import Nursery
from bot.opening import StartFailed, naming_what_to_mend
from bot.presses.passphrase import make_archive
from bot.presses.rows import Tools
from bot.settings import Settings
from messages.actions.officer import MakeArchive
from storage import inbox, outbox
from storage.inbox import Received
from storage.models.post import InboxRow, OutboxRow
from storage.outbox import Claimed, Settled
from storage.repositories.people import PeopleRepository
from storage.room import NoRoom
from tests.support.books import told
from tests.support.fakes import (
    ENVELOPE,
    MONDAY_MORNING,
    AtOnce,
    FixedClock,
)
from tests.support.hurried import hurried
from tests.support.office import open_office
from tests.support.signing import Pen, a_stamper, asks_for_signature
from tests.support.small_disk import SmallDisk, is_waiting, write
from tests.support.working import a_worker
from workflow.ids import PersonId, TaskId
from workflow.intents import Stamp, Tell
from workflow.people import Language

SENTENCE = Tell(message_id="nothing-to-stop")
BUDI = {"id": 7, "is_bot": False, "first_name": "Budi"}
CHAT = {"id": 7, "type": "private", "first_name": "Budi"}
MESSAGE = {"message_id": 1, "date": 1795399200, "chat": CHAT, "from": BUDI, "text": "berkas"}
UPDATE = {"update_id": 1, "message": MESSAGE}


class Full:
    """Finds no room so many times, for what comes in or what goes out."""

    def __init__(self, times, writer=None):
        self.times = times
        self.tries = 0
        self.done = 0
        self.tried = asyncio.Event()
        self._writer = writer

    def _try(self):
        self.tries += 1
        self.tried.set()
        if self.tries <= self.times:
            raise NoRoom("vault: no room for another file")
        self.done += 1

    async def feed_update(self, bot, update, **tools):
        self._try()
        return lambda desks: None

    async def send(self, rendered):
        self._try()
        return Sent(message_id=5)

    async def stamp(self, rendered):
        self._try()
        await self._writer.run(
            lambda connection: outbox.settle(
                connection, rendered.claimed.id, Settled.SENT, at=MONDAY_MORNING
            )
        )


async def received(writer):
    update = Received(update_id=1, chat_id=7, body=json.dumps(UPDATE))
    return await writer.run(
        lambda connection: inbox.put(connection, [update], at=MONDAY_MORNING, envelope=ENVELOPE)
    )


def in_the_inbox(engine):
    with engine.connect() as connection:
        found = select(InboxRow.handled_at, InboxRow.attempts, InboxRow.parked)
        return [tuple(row) for row in connection.execute(found)]


def test_a_file_waits_for_room_for_as_long_as_it_takes(engine, context):
    disk, writer = Full(FETCHES * 3), AtOnce(engine)

    async def work(_):
        nursery = Nursery()
        a_worker(writer, context, disk, nursery).accept(await received(writer))
        await nursery.close(patience=1e6)

    hurried(work)

    assert disk.done == 1
    assert in_the_inbox(engine) == [(MONDAY_MORNING, 0, False)]
    assert [one.message_id for one in told(engine)] == ["file-waits"]


async def test_a_bot_that_stops_waits_for_no_room_and_the_update_stays(writer, engine, context):
    disk = Full(1000)
    nursery = Nursery()
    worker = a_worker(writer, context, disk, nursery)
    worker.accept(await received(writer))
    await disk.tried.wait()

    worker.begin_shutdown()
    await asyncio.wait_for(nursery.close(patience=600), 60)

    assert in_the_inbox(engine) == [(None, 0, False)]


@pytest.mark.parametrize("intent", [SENTENCE, Stamp(task_id=TaskId(1))], ids=["paper", "stamp"])
def test_what_goes_out_waits_for_room_and_goes_out_once(engine, context, intent):
    writer = AtOnce(engine)
    disk = Full(3, writer)
    clock = FixedClock()

    def put_in(connection):
        budi = PeopleRepository(connection).add(
            7, name="Budi", language=Language.INDONESIAN, at=MONDAY_MORNING
        )
        outbox.add(connection, budi.id, intent, at=MONDAY_MORNING)

    async def work(_):
        await writer.run(put_in)
        nursery = Nursery()
        post = PostOffice(
            writer=writer,
            claiming=Claiming(context, clock),
            sender=disk,
            stamper=disk,
            pacer=Pacer(0, time.monotonic),
            context=context,
            clock=clock,
            nursery=nursery,
            bot_name=lambda: "bot",
            committed=lambda: None,
        )
        running = nursery.start(post.run(), name="post office")
        while in_the_outbox(engine) != ["sent"]:  # noqa: ASYNC110  # waiting takes no time here
            await asyncio.sleep(1)
        running.cancel()
        await nursery.close(patience=0)

    hurried(work)

    assert (disk.tries, disk.done) == (4, 1)


def in_the_outbox(engine):
    with engine.connect() as connection:
        return list(connection.scalars(select(OutboxRow.state)))


class SmallVault:
    """Finds no room for the first letter."""

    def __init__(self):
        self.letters = []

    def put(self, content):
        self.letters.append(content)
        if len(self.letters) == 1:
            raise NoRoom("vault: no room for another file")
        return "digest"

    def pieces_of(self, digest):
        return iter([b"berkas"])


async def test_a_signature_waits_for_room_and_the_officer_need_not_press_again():
    with open_office() as office:
        order = asks_for_signature(office)
        stamper = a_stamper(office, SmallVault(), Pen())

        with pytest.raises(NoRoom):
            await stamper.stamp(order)
        assert office.hears("kepala_dinas", Tell) == []
        assert office.step == "9"

        await stamper.stamp(order)
        assert office.step == "10"


async def test_an_archive_waits_for_room_with_the_passphrase_that_was_typed():
    keypad, tried = Keypad(), []
    for again in (False, True):
        for digit in range(6):
            keypad.add(7, 81, digit, press=f"{again}{digit}", first=not (digit or again))
        if not again:
            keypad.finish(7, 81, again=False)

    async def ask(telegram_id, question):
        acting = SimpleNamespace(archivable=lambda: SimpleNamespace(id=17))
        officer = SimpleNamespace(acting=lambda task_id: acting)
        return question(SimpleNamespace(me=SimpleNamespace(id=1), officer=officer))

    async def archive(case_id, passphrase):
        tried.append(passphrase)
        if len(tried) == 1:
            raise NoRoom("archives: no room for an archive")
        return "berkas.tar.gz.age"

    query = SimpleNamespace(from_user=SimpleNamespace(id=7))
    press = MakeArchive(task_id=81, outcome="arsip", again=True)
    with pytest.raises(NoRoom):
        await make_archive(press, query, Tools(keypad, ask, archive))
    then = await make_archive(press, query, Tools(keypad, ask, archive))

    assert tried == ["012345"] * 2
    assert keypad.typed(7, 81).count == 6
    then.afterwards()
    assert keypad.typed(7, 81).count == 0


def test_a_disk_that_is_full_at_the_start_is_named_with_the_mend(tmp_path):
    settings = Settings(_env_file=None, data_dir=tmp_path)
    with pytest.raises(StartFailed, match="no room is left"), naming_what_to_mend(settings):
        raise OSError(errno.ENOSPC, "No space left on device")


class Line:
    """Telegram, where everything arrives."""

    def __init__(self):
        self.called = []

    async def call(self, method, params):
        self.called.append(method)
        return {"message_id": 5}


async def test_nothing_is_sent_while_it_could_not_be_noted(writer, engine, context):
    disk, line = SmallDisk(engine), Line()
    sender = Sender(line, writer, None, context, Pacer(0, time.monotonic))
    claimed = Claimed(
        id=1,
        person_id=PersonId(1),
        chat_id=7,
        language=Language.INDONESIAN,
        intent=SENTENCE,
        attempts=0,
    )
    disk.fill()
    waiting = asyncio.ensure_future(writer.run(write(1)))
    await is_waiting(writer)

    sending = asyncio.ensure_future(
        sender.send(RenderedIntent(claimed=claimed, view=SENTENCE, screen="", message_id=None))
    )
    for _ in range(100):
        await asyncio.sleep(0)
    assert line.called == []

    disk.clear()
    await asyncio.gather(waiting, sending)
    assert line.called == ["sendMessage"]


async def test_the_webhook_takes_nothing_that_could_not_be_kept(writer, engine):
    disk = SmallDisk(engine)
    taken = []
    webhook = Webhook(
        secret="rahasia",
        writer=writer,
        clock=FixedClock(),
        accept=taken.extend,
        envelope=ENVELOPE,
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    await webhook.listen("127.0.0.1", port, "/hook")

    async def brought():
        async with (
            aiohttp.ClientSession(headers={SECRET_HEADER: "rahasia"}) as session,
            session.post(f"http://127.0.0.1:{port}/hook", json=UPDATE) as response,
        ):
            return response.status

    disk.fill()
    waiting = asyncio.ensure_future(writer.run(write(1)))
    await is_waiting(writer)
    assert await brought() == 503

    disk.clear()
    await waiting
    assert await brought() == 200
    assert [one.update_id for one in taken] == [1]
    await webhook.close()


def test_the_pause_grows_and_ends_growing_however_long_it_lasts():
    assert pause_after(0) < pause_after(1) < pause_after(2)
    assert pause_after(100_000) == LONGEST_PAUSE
