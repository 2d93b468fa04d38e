"""An update that ends the bot's process: counted before the work, set aside at its third try."""

import asyncio
import json

from sqlalchemy import select

from bot.nursery import Nursery
from storage import inbox
from storage.inbox import Received
from storage.models.post import InboxRow
from tests.support.books import told
from tests.support.fakes import ENVELOPE, MONDAY_MORNING
from tests.support.working import a_worker

DEADLY, PLAIN = 7, 8


def a_photo_from(chat):
    user = {"id": chat, "is_bot": False, "first_name": "Budi"}
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}]
    message = {
        "message_id": 1,
        "date": 1795399200,
        "chat": {"id": chat, "type": "private", "first_name": "Budi"},
        "from": user,
        "photo": photo,
    }
    return Received(
        update_id=chat, chat_id=chat, body=json.dumps({"update_id": chat, "message": message})
    )


class Killed:
    """Handles every update but one, at which the process ends: nobody hears how."""

    def __init__(self):
        self.dead = asyncio.Event()
        self.others = asyncio.Event()
        self.tried = []

    async def feed_update(self, bot, update, **tools):
        self.tried.append(update.update_id)
        if update.update_id == DEADLY:
            self.dead.set()
            await asyncio.Event().wait()
        self.others.set()
        return lambda desks: None


def rows(engine):
    with engine.connect() as connection:
        found = select(InboxRow.update_id, InboxRow.attempts, InboxRow.parked)
        return {row.update_id: (row.attempts, row.parked) for row in connection.execute(found)}


async def put(writer, *updates):
    return await writer.run(
        lambda connection: inbox.put(connection, updates, at=MONDAY_MORNING, envelope=ENVELOPE)
    )


async def waiting(writer):
    return await writer.run(lambda connection: inbox.waiting(connection, ENVELOPE))


async def test_what_kills_the_bot_is_set_aside_at_its_third_try_and_its_neighbours_are_not(
    writer, engine, context
):
    fresh = await put(writer, a_photo_from(DEADLY), a_photo_from(PLAIN))
    lives = [Nursery() for _ in range(3)]
    first, second, third = Killed(), Killed(), Killed()

    a_worker(writer, context, first, lives[0]).accept(
        fresh[:1]
    )  # the neighbour's turn has not come
    await first.dead.wait()
    assert rows(engine) == {DEADLY: (1, False), PLAIN: (0, False)}

    a_worker(writer, context, second, lives[1]).accept(await waiting(writer))
    await second.dead.wait()
    await second.others.wait()

    a_worker(writer, context, third, lives[2]).accept(await waiting(writer))
    await lives[2].close(patience=60)

    assert DEADLY not in third.tried
    assert rows(engine)[DEADLY] == (3, True)
    assert not rows(engine)[PLAIN][1]
    assert PLAIN in second.tried
    assert [one.message_id for one in told(engine)] == ["crash-parked"]
    for life in lives[:2]:
        await life.close(patience=0)


async def test_a_stop_while_a_file_is_fetched_counts_for_nothing(writer, engine, context):
    dispatcher, nursery = Killed(), Nursery()
    a_worker(writer, context, dispatcher, nursery).accept(await put(writer, a_photo_from(DEADLY)))
    await dispatcher.dead.wait()

    await nursery.close(patience=0)

    assert rows(engine) == {DEADLY: (0, False)}
