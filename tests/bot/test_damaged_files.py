"""A file of the vault that does not open: nobody is left with nothing, and somebody mends it."""

import asyncio
from types import SimpleNamespace

from sqlalchemy import select

from bot.delivery.limits import Pacer
from bot.delivery.post import PostOffice
from bot.delivery.screens.documents import Attached
from bot.delivery.screens.rows import RenderedIntent
from bot.delivery.sending import Sender
from bot.nursery import Nursery
from bot.scheduler.damage_watch import DamageWatch
from storage import outbox
from storage.models.post import OutboxRow
from storage.outbox import Claimed
from storage.repositories.people import PeopleRepository
from storage.vault import Vault, files_in
from tests.support.books import told
from tests.support.fakes import MONDAY_MORNING, FixedClock
from workflow.errors import FileDamaged
from workflow.intents import SendAttachment
from workflow.people import Language

SATURDAY = MONDAY_MORNING.replace(day=28)


def somebody(connection):
    return (
        PeopleRepository(connection)
        .add(7, name="Budi", language=Language.INDONESIAN, at=MONDAY_MORNING)
        .id
    )


def an_administrator(connection):
    PeopleRepository(connection).make_administrator(somebody(connection))


def a_post(writer, context, vault, found):
    clock = FixedClock()
    pacer = Pacer(0, lambda: 0.0)
    return PostOffice(
        writer=writer,
        claiming=SimpleNamespace(),
        sender=Sender(SimpleNamespace(), writer, vault, context, pacer),
        stamper=SimpleNamespace(),
        pacer=pacer,
        context=context,
        clock=clock,
        nursery=Nursery(),
        bot_name=lambda: "bot",
        committed=lambda: None,
        damaged=found.append,
    )


async def test_whoever_was_to_have_a_damaged_file_is_told_and_so_is_the_watch(
    writer, engine, context, tmp_path
):
    vault = Vault(tmp_path / "vault", bytes(32))
    digest = vault.put(b"KTP")
    for path in files_in(tmp_path / "vault"):
        path.write_bytes(b"overwritten by a bad disk, long enough to have a tag")
    intent = SendAttachment(case_id=1, file_id=1)

    def put_in(connection):
        person = somebody(connection)
        outbox.add(connection, person, intent, at=MONDAY_MORNING)
        return person, connection.execute(select(OutboxRow.id)).scalar_one()

    person, number = await writer.run(put_in)
    claimed = Claimed(
        id=number,
        person_id=person,
        chat_id=7,
        language=Language.INDONESIAN,
        intent=intent,
        attempts=0,
    )
    view = Attached(digest=digest, asked="KTP", name="ktp.jpg", to_officer=True, passes=True)
    found = []

    await a_post(writer, context, vault, found)._deliver(
        7, [RenderedIntent(claimed=claimed, view=view, screen="", message_id=None)]
    )

    assert [one.digest for one in found] == [digest]
    [_, tell] = told(engine)
    assert (tell.message_id, tell.arguments) == ("file-damaged", {"name": "ktp.jpg"})


async def test_the_administrators_hear_once_of_each_file_and_in_office_hours(
    writer, engine, context
):
    await writer.run(an_administrator)
    clock = FixedClock(SATURDAY)
    watch = DamageWatch(writer=writer, context=context, clock=clock, committed=lambda: None)

    watch.found(FileDamaged("a" * 64))
    await watch.look()
    assert told(engine) == []

    clock.move_to(MONDAY_MORNING)
    for _ in range(2):
        watch.found(FileDamaged("a" * 64))
        await watch.look()

    assert [one.message_id for one in told(engine)] == ["vault-damaged"]
    assert asyncio.get_running_loop().is_running()
