"""The post office on a bad line: what waits, what is given up, and who hears of it."""

import asyncio
import itertools
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.delivery.limits import Pacer
from bot.delivery.post import PostOffice
from bot.delivery.screens.rows import RenderedIntent
from bot.delivery.sending import Sent
from bot.delivery.trying import ATTEMPTS
from bot.nursery import Nursery
from bot.telegram import NotSent, Refused, Uncertain
from storage import migrating, outbox
from storage.database import writing_engine
from storage.models.post import OutboxRow
from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from tests.support.builders import an_office, jakarta_data, sample_calendar, shipped_text
from tests.support.fakes import MONDAY_MORNING, FixedClock, a_writer
from workflow.engine import NewTask
from workflow.intents import (
    ClearDesk,
    Reckon,
    RemoveMessage,
    SendAttachment,
    SendPaper,
    Tell,
    TellNumbers,
    Widen,
)
from workflow.papers import PaperKind
from workflow.people import Acting, Appointment, Language

HELLO = Tell(message_id="crash-parked")
TOO_MANY = Refused(429, "Too Many Requests", 0.001)
BROKEN = Uncertain("sendMessage: 500")
AWAY = NotSent("no connection")


class Claiming:
    """What waits, as it is: a view is not needed to see how messages end."""

    def __init__(self, clock):
        self._clock = clock

    def claim(self, connection, bot_name):
        claimed = outbox.claim(connection, now=self._clock.now(), limit=20)
        return [
            RenderedIntent(claimed=one, view=None, screen="", message_id=None) for one in claimed
        ]


class Telegram:
    """Ends each try as it was told; after that everything arrives."""

    def __init__(self, *endings):
        self._endings = iter(endings)
        self.tries = 0
        self.arrived = []
        self.passing = None

    async def send(self, rendered):
        self.tries += 1
        ending = next(self._endings, None)
        if ending is not None:
            raise ending
        self.arrived.append(rendered.claimed.intent)
        return Sent(message_id=self.tries, passing=self.passing)


class Torn:
    """A writer whose books cannot be written for a while, by the function of this name."""

    def __init__(self, writer, *, fails, name):
        self._writer = writer
        self._name = name
        self.left = fails

    def begin(self, do):
        return self._writer.begin(self._tearing(do))

    async def run(self, do):
        return await self._writer.run(self._tearing(do))

    def _tearing(self, do):
        if getattr(getattr(do, "func", None), "__name__", "") != self._name or self.left <= 0:
            return do
        self.left -= 1

        def torn(connection):
            raise OSError("the disk is away")

        return torn


class Desk:
    """A post office over real books."""

    def __init__(self, engine, telegram, *, torn, name):
        self.clock = FixedClock()
        self.writer = a_writer(engine)
        self.context = OfficeContext(office=an_office(), calendar=sample_calendar())
        self.nursery = Nursery()
        self.telegram = telegram
        self.office = PostOffice(
            writer=Torn(self.writer, fails=torn, name=name),
            claiming=Claiming(self.clock),
            sender=telegram,
            stamper=None,
            pacer=Pacer(0, asyncio.get_running_loop().time),
            context=self.context,
            clock=self.clock,
            nursery=self.nursery,
            bot_name=lambda: "disposisi_bot",
            committed=lambda: None,
            pause=lambda tries: 0.001,
        )

    async def writes(self, *intents, chat=5):
        def write(connection):
            work = SqlUnitOfWork(connection, self.context, self.clock.now())
            known = work.people.find_by_telegram(chat)
            person = known or work.people.add(
                chat, name="Siti", language=Language.INDONESIAN, at=self.clock.now()
            )
            for intent in intents:
                work.tell(person.id, intent)

        await self.writer.run(write)
        self.office.wake()

    async def is_killed_while_sending(self, *intents):
        """What was claimed is claimed for good."""
        await self.writes(*intents)
        await self.writer.run(
            lambda connection: outbox.claim(connection, now=self.clock.now(), limit=20)
        )

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
async def at_work(engine, *endings, torn=0, name="arrived", before=None, telegram=None):
    desk = Desk(engine, telegram or Telegram(*endings), torn=torn, name=name)
    if before is not None:
        await before(desk)
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
                connection, desk.context, desk.clock.now()
            ).people.find_by_telegram(5)
        )
        assert not person.reachable


async def test_what_the_office_does_by_itself_is_done_and_settled_without_a_message(engine):
    async with at_work(engine) as desk:
        await desk.writes(ClearDesk(jabatan="petugas", person_id=1))
        await desk.until("sent")
        assert desk.telegram.tries == 0


async def test_when_all_limits_are_reckoned_whoever_changed_the_calendar_hears_of_it(engine):
    async with at_work(engine) as desk:
        await desk.writes(Reckon(after=0, moved=7))
        await desk.until("sent", "sent")
        assert desk.telegram.tries == 1


async def test_a_file_that_none_of_the_five_received_is_brought_to_five_more_when_it_is_time(
    engine,
):
    def lies_in_a_lane_of_twelve(connection):
        work = SqlUnitOfWork(connection, desk.context, desk.clock.now())
        text = shipped_text("jakarta-data")
        work.procedures.keep(jakarta_data(), text, at=MONDAY_MORNING)
        task = a_file_at_the_desk(work)
        five = [a_petugas(work, chat) for chat in range(10, 22)][:5]
        work.cards.expect(f"task:{task.id}", five, at=MONDAY_MORNING)
        widening = Widen(task_id=task.id, since=MONDAY_MORNING)
        work.tell(five[0], widening, not_before=MONDAY_MORNING + timedelta(minutes=7))

    async with at_work(engine) as desk:
        await desk.writer.run(lies_in_a_lane_of_twelve)
        desk.clock.wait(minutes=6)
        desk.office.wake()
        await desk.until("later")
        desk.clock.wait(minutes=2)
        desk.office.wake()
        await desk.until(*["sent"] * 11)
        assert desk.telegram.tries == 10  # five new cards, and the five that name them now


def a_petugas(work, chat):
    at = MONDAY_MORNING
    person = work.people.add(chat, name=f"Siti {chat}", language=Language.INDONESIAN, at=at)
    work.people.appoint(
        Appointment(
            person_id=person.id,
            jabatan="petugas",
            name=person.name,
            nip="",
            rank="",
            acting=Acting.DEFINITIVE,
            begins_at=at,
            ends_at=None,
        )
    )
    return person.id


def a_file_at_the_desk(work):
    case = work.cases.add(
        number="PDK-2026-00001",
        code="2345678923",
        link_code=None,
        procedure_id="jakarta-data",
        procedure_version=1,
        service=None,
        subject="Dinas Kesehatan",
        applicant_id=None,
        step="2",
        answers={},
        at=MONDAY_MORNING,
    )
    due_at = MONDAY_MORNING + timedelta(minutes=15)
    opening = NewTask(step="2", lane="petugas", opened_at=MONDAY_MORNING, due_at=due_at)
    return work.cases.open_task(case.id, opening, None)


@pytest.mark.parametrize(("fails", "state"), [(2, "sent"), (50, "uncertain")])
async def test_an_ending_that_could_not_be_noted_is_noted_later(engine, caplog, fails, state):
    async with at_work(engine, torn=fails) as desk:
        await desk.writes(HELLO)
        await desk.until(state)
        assert "could not be noted" in caplog.text
        assert desk.telegram.tries == 1


SAID = tuple(Tell(message_id=name) for name in ("stamp-failed", "nothing-to-stop", "crash-parked"))


@pytest.mark.parametrize("fault", [AWAY, TOO_MANY, BROKEN])
async def test_what_was_said_first_arrives_first_though_the_line_breaks(engine, fault):
    async with at_work(engine, None, fault) as desk:
        await desk.writes(*SAID)
        await desk.until("sent", "sent", "sent")
        assert desk.telegram.arrived == list(SAID)


async def test_the_rest_of_a_chat_waits_again_though_the_books_could_not_be_written(engine):
    async with at_work(engine, AWAY, torn=5, name="_put_back") as desk:
        await desk.writes(*SAID)
        await desk.until("sent", "sent", "sent")
        assert desk.telegram.arrived == list(SAID)


async def test_a_message_that_cannot_be_made_holds_up_no_other(engine, caplog):
    async with at_work(engine, ValueError("no such face")) as desk:
        await desk.writes(*SAID)
        await desk.until("refused", "sent", "sent")
        assert "message 1 could not be made" in caplog.text


async def test_a_message_that_is_refused_for_itself_holds_up_no_other(engine, caplog):
    refusal = Refused(400, "Bad Request: message is too long", None)
    async with at_work(engine, refusal) as desk:
        await desk.writes(*SAID)
        await desk.until("refused", "sent", "sent")
        assert "Telegram refused message 1" in caplog.text


async def test_what_stays_for_a_while_is_taken_away_when_that_is_over(engine):
    async with at_work(engine) as desk:
        desk.telegram.passing = timedelta(hours=12)
        await desk.writes(HELLO)
        await desk.until("sent", "later")
        desk.telegram.passing = None
        desk.clock.wait(hours=12)
        desk.office.wake()
        await desk.until("sent", "sent")
        assert desk.telegram.arrived[1:] == [RemoveMessage(message_id=1)]


async def after_a_kill(engine, intent):
    """What arrives once the bot is there again."""

    async def before(desk):
        await desk.is_killed_while_sending(intent)
        await desk.office.recover()

    async with at_work(engine, before=before) as desk:
        await desk.writes(HELLO)
        async with asyncio.timeout(20):
            while HELLO not in desk.telegram.arrived:  # noqa: ASYNC110  # it tells no news
                await asyncio.sleep(0)
        return desk.telegram.arrived, (await desk.states())[0]


async def test_a_sentence_that_may_have_arrived_before_a_stop_is_said_again(engine):
    arrived, state = await after_a_kill(engine, SAID[0])
    assert arrived == [SAID[0], HELLO]
    assert state == "sent"


@pytest.mark.parametrize(
    "paper", [SendPaper(case_id=1, kind=PaperKind.RESI), SendAttachment(case_id=1, file_id=1)]
)
async def test_a_paper_that_may_have_arrived_before_a_stop_is_offered_and_not_sent_twice(
    engine, paper
):
    arrived, state = await after_a_kill(engine, paper)
    offered = Tell(message_id="uncertain-paper", arguments={"case_id": 1})
    assert arrived == [offered, HELLO]
    assert state == "uncertain"


async def test_a_whole_number_that_may_have_arrived_before_a_stop_is_not_shown_again(engine):
    arrived, state = await after_a_kill(engine, TellNumbers(task_id=1))
    assert arrived == [HELLO]
    assert state == "uncertain"


async def test_a_chat_whose_line_is_broken_holds_up_no_other(engine):
    """Siti's messages end in faults for as long as Budi has not got his."""

    class OneSided(Telegram):
        async def send(self, rendered):
            if rendered.claimed.chat_id == 5 and not self.arrived:
                raise AWAY
            return await super().send(rendered)

    async def before(desk):
        await desk.writes(HELLO, chat=5)
        await desk.writes(SAID[0], chat=6)

    async with at_work(engine, before=before, telegram=OneSided()) as desk:
        await desk.until("sent", "sent")
        assert desk.telegram.arrived == [SAID[0], HELLO]


async def test_a_stop_that_comes_together_with_news_is_a_stop(engine):
    desk = Desk(engine, Telegram(), torn=0, name="")
    running = desk.nursery.start(desk.office.run(), name="post office")
    await desk.writes(HELLO)
    await desk.until("sent")
    for _ in range(100):
        await asyncio.sleep(0)  # it sleeps again
    desk.office.wake()
    await asyncio.sleep(0)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(asyncio.shield(running), 5)
    desk.writer.close()
