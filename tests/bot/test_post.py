"""The post office on a bad line: what waits, what is given up, and who hears of it."""

import asyncio
import itertools
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import select

from bot.delivery.claiming import Ready
from bot.delivery.limits import Pacer
from bot.delivery.post import ATTEMPTS, PostOffice
from bot.delivery.sending import Sent
from bot.nursery import Nursery
from bot.telegram import NotSent, Refused, Uncertain
from storage import migrating, outbox
from storage.database import writing_engine
from storage.models.post import OutboxRow
from storage.unit_of_work import SqlUnitOfWork, Standing
from tests.support.builders import an_office, sample_calendar
from tests.support.fakes import FixedClock, a_writer
from workflow.intents import Tell
from workflow.people import Language

HELLO = Tell(message_id="crash-parked")
TOO_MANY = Refused(429, "Too Many Requests", 0.001)
BROKEN = Uncertain("sendMessage: 500")
AWAY = NotSent("no connection")


class Claiming:
    """What waits, as it is: a view is not needed to see how messages end."""

    def __init__(self, clock):
        self._clock = clock

    def claim(self, connection, busy, bot_name):
        claimed = outbox.claim(connection, now=self._clock.now(), busy=busy, limit=20)
        return [Ready(claimed=one, view=None, screen="", message_id=None) for one in claimed]


class Telegram:
    """Ends each try as it was told; after that everything arrives."""

    def __init__(self, *endings):
        self._endings = iter(endings)
        self.tries = 0

    async def send(self, ready):
        self.tries += 1
        ending = next(self._endings, None)
        if ending is not None:
            raise ending
        return Sent(message_id=self.tries)


class Torn:
    """A writer whose books cannot be written for a while."""

    def __init__(self, writer, *, fails):
        self._writer = writer
        self.left = fails

    def begin(self, do):
        return self._writer.begin(self._tearing(do))

    async def run(self, do):
        return await self._writer.run(self._tearing(do))

    def _tearing(self, do):
        if "sent" not in getattr(getattr(do, "func", None), "__name__", "") or self.left <= 0:
            return do
        self.left -= 1

        def torn(connection):
            raise OSError("the disk is away")

        return torn


class Desk:
    """A post office over real books."""

    def __init__(self, engine, telegram, *, torn):
        self.clock = FixedClock()
        self.writer = a_writer(engine)
        self.standing = Standing(office=an_office(), calendar=sample_calendar())
        self.nursery = Nursery()
        self.telegram = telegram
        self.office = PostOffice(
            writer=Torn(self.writer, fails=torn),
            claiming=Claiming(self.clock),
            sender=telegram,
            stamper=None,
            pacer=Pacer(0, asyncio.get_running_loop().time),
            standing=self.standing,
            clock=self.clock,
            nursery=self.nursery,
            bot_name=lambda: "disposisi_bot",
            committed=lambda: None,
            pause=lambda tries: 0.001,
        )

    async def writes(self, *intents):
        def write(connection):
            work = SqlUnitOfWork(connection, self.standing, self.clock)
            known = work.people.find_by_telegram(5)
            person = known or work.people.add(
                5, name="Siti", language=Language.INDONESIAN, at=self.clock.now()
            )
            for intent in intents:
                work.tell(person.id, intent)

        await self.writer.run(write)

    async def states(self):
        return [
            row.state
            for row in await self.writer.run(
                lambda connection: connection.execute(
                    select(OutboxRow.state).order_by(OutboxRow.id)
                ).all()
            )
        ]

    async def until(self, *states):
        async with asyncio.timeout(20):
            while await self.states() != list(states):  # noqa: ASYNC110  # books tell no news
                await asyncio.sleep(0)


@pytest.fixture
def engine(tmp_path):
    engine = writing_engine(f"sqlite:///{tmp_path / 'books.db'}")
    with engine.begin() as connection:
        migrating.upgrade(connection)
    return engine


@asynccontextmanager
async def at_work(engine, *endings, torn=0):
    desk = Desk(engine, Telegram(*endings), torn=torn)
    running = desk.nursery.start(desk.office.run(), name="post office")
    try:
        yield desk
    finally:
        running.cancel()
        await desk.nursery.close(patience=0)
        desk.writer.close()


async def test_too_many_a_second_use_up_nothing_of_what_a_fault_is_given(engine):
    endings = [*itertools.repeat(TOO_MANY, ATTEMPTS + 5), *[BROKEN] * (ATTEMPTS - 1)]
    async with at_work(engine, *endings) as desk:
        await desk.writes(HELLO)
        await desk.until("sent")


async def test_a_line_that_is_down_for_long_gives_nothing_up(engine):
    async with at_work(engine, *[AWAY] * (3 * ATTEMPTS)) as desk:
        await desk.writes(HELLO)
        await desk.until("sent")


async def test_a_message_at_which_telegram_itself_breaks_is_given_up(engine):
    async with at_work(engine, *[BROKEN] * ATTEMPTS) as desk:
        await desk.writes(HELLO, HELLO)
        await desk.until("uncertain", "sent")


@pytest.mark.parametrize("refusal", [(401, "Unauthorized"), (404, "Not Found")])
async def test_messages_wait_until_the_token_works_again(engine, refusal):
    async with at_work(engine, *[Refused(*refusal, None)] * 3) as desk:
        await desk.writes(HELLO)
        await desk.until("sent")
        assert desk.telegram.tries == 4


@pytest.mark.parametrize(
    "refusal",
    [
        (403, "Forbidden: bot was blocked by the user"),
        (400, "Bad Request: chat not found"),
        (400, "Bad Request: PEER_ID_INVALID"),
    ],
)
async def test_whoever_cannot_be_reached_is_known_as_such(engine, refusal):
    async with at_work(engine, Refused(*refusal, None)) as desk:
        await desk.writes(HELLO)
        await desk.until("refused")
        person = await desk.writer.run(
            lambda connection: SqlUnitOfWork(
                connection, desk.standing, desk.clock
            ).people.find_by_telegram(5)
        )
        assert not person.reachable


@pytest.mark.parametrize(("fails", "state"), [(2, "sent"), (50, "uncertain")])
async def test_an_ending_that_could_not_be_noted_is_noted_later(engine, caplog, fails, state):
    async with at_work(engine, torn=fails) as desk:
        await desk.writes(HELLO)
        await desk.until(state)
        assert "could not be noted" in caplog.text
        assert desk.telegram.tries == 1
