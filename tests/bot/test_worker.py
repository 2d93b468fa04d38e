"""From the inbox to the desks: in order, once, and never wedged by what goes wrong."""

import asyncio
from collections import Counter as Tally

import pytest
from sqlalchemy import select

from bot.errands import Then
from bot.intake.cut_off import LONGEST_TEXT
from bot.intake.handling import UpdateHandler
from bot.intake.updates import received_of
from bot.intake.worker import AT_ONCE, FETCHES, RACES, Worker
from bot.nursery import Nursery
from bot.telegram import NotSent, Refused, Uncertain
from storage import inbox
from storage.inbox import ATTEMPTS
from storage.models.post import InboxRow, OutboxRow
from storage.unit_of_work import OfficeContext
from tests.support.books import books_in
from tests.support.builders import sample_calendar, sample_office
from tests.support.fakes import ENVELOPE, MONDAY_MORNING, AtOnce, CountedBytes, FixedClock
from tests.support.hurried import hurried
from workflow.errors import ChangedMeanwhile, NotForYou, NotFound, NotYourTask
from workflow.ids import TaskId
from workflow.intent_text import decode
from workflow.intents import Tell

BUDI, SITI = 7, 8
SENT_AT = 1795399200


def a_message(number, text, *, chat=BUDI, at=SENT_AT):
    """An update as Telegram writes it."""
    person = {"id": chat, "is_bot": False, "first_name": "Budi"}
    where = {"id": chat, "type": "private", "first_name": "Budi"}
    message = {"message_id": number, "date": at, "chat": where, "from": person, "text": text}
    return {"update_id": number, "message": message}


def a_press(number, data, *, chat=BUDI):
    person = {"id": chat, "is_bot": False, "first_name": "Budi"}
    query = {"id": f"q{number}", "from": person, "chat_instance": "1", "data": data}
    return {"update_id": number, "callback_query": query}


def said_by(update):
    return update.message.text if update.message else update.callback_query.data


class Desk:
    """The dispatcher and the desks behind it: what each text leads to is written down here."""

    def __init__(self):
        self.asked = []
        self.done = []
        self.leads_to = {}

    async def feed_update(self, bot, update, **tools):
        text = said_by(update)
        self.asked.append(text)
        found = self.leads_to.get(text, self._noted)
        ending = found(text) if callable(found) else next(found)
        if asyncio.iscoroutine(ending):
            ending = await ending
        if isinstance(ending, Exception):
            raise ending
        return ending

    def _noted(self, text):
        return Then(lambda desks: None, lambda: self.done.append(text))


class Hall:
    """A worker over real books, in a loop where waiting takes no time."""

    def __init__(self, engine, desk, books=None):
        self.writer = AtOnce(engine)
        self.desk = desk
        self.nursery = Nursery()
        self.answers = {}
        context = OfficeContext(office=sample_office(), calendar=sample_calendar())
        self.worker = Worker(
            dispatcher=desk,
            bot=None,
            writer=books or self.writer,
            handler=UpdateHandler(context, FixedClock(), CountedBytes(), lambda: "bot"),
            tools={},
            answer=self._answer,
            nursery=self.nursery,
            committed=lambda: None,
        )

    async def _answer(self, query_id, handled):
        self.answers[query_id] = handled

    async def comes(self, *raw):
        found = [received_of(one) for one in raw]
        self.worker.accept(
            await self.writer.run(
                lambda connection: inbox.put(
                    connection, found, at=MONDAY_MORNING, envelope=ENVELOPE
                )
            )
        )

    async def quiet(self):
        await self.nursery.close(patience=1e7)


@pytest.fixture
def engine(tmp_path):
    with books_in(tmp_path) as engine:
        yield engine


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def play(engine, desk):
    """Calls for all that comes of some updates; gives the hall when it is quiet again."""

    def played(*raw):
        async def work(_):
            hall = Hall(engine, desk)
            await hall.comes(*raw)
            await hall.quiet()
            return hall

        return hurried(work)

    return played


@pytest.fixture
def inbox_rows(engine):
    def rows():
        with engine.connect() as connection:
            found = select(InboxRow.handled_at, InboxRow.attempts, InboxRow.parked)
            return [tuple(row) for row in connection.execute(found.order_by(InboxRow.update_id))]

    return rows


@pytest.fixture
def told(engine):
    def sentences():
        with engine.connect() as connection:
            found = connection.execute(
                select(OutboxRow.kind, OutboxRow.body).order_by(OutboxRow.id)
            )
            intents = [decode(*row) for row in found]
        return [one.message_id for one in intents if isinstance(one, Tell)]

    return sentences


HANDLED = (MONDAY_MORNING, 0, False)


def test_what_one_person_says_is_heard_in_the_order_it_was_said(play, desk):
    play(*(a_message(n, f"pesan {n}") for n in range(1, 9)))
    assert desk.done == [f"pesan {n}" for n in range(1, 9)]


def test_nobody_waits_for_somebody_elses_message(engine, desk):
    async def work(_):
        siti_is_done = asyncio.Event()

        async def when_siti_is_done(text):
            await siti_is_done.wait()
            return desk._noted(text)

        desk.leads_to = {
            "lama": when_siti_is_done,
            "cepat": lambda text: Then(lambda desks: None, siti_is_done.set),
        }
        hall = Hall(engine, desk)
        await hall.comes(a_message(1, "lama"), a_message(2, "cepat", chat=SITI))
        await hall.quiet()

    hurried(work)
    assert desk.done == ["lama"]


def test_what_is_done_outside_the_books_is_done_once_though_the_errand_runs_twice(play, desk):
    runs = []
    desk.leads_to["halo"] = lambda text: Then(
        lambda desks: runs.append(text), lambda: desk.done.append(text)
    )
    play(a_message(1, "halo"))
    assert (len(runs), desk.done) == (2, ["halo"])


def test_what_was_handled_before_a_stop_is_not_handled_again(engine, desk):
    async def work(_):
        hall = Hall(engine, desk)
        update = received_of(a_message(1, "halo"))
        await hall.comes(a_message(1, "halo"))
        await hall.quiet()
        hall.worker.accept([update])
        await hall.quiet()

    runs = []
    desk.leads_to["halo"] = lambda text: lambda desks: runs.append(desks.me.id)
    hurried(work)
    assert len(runs) == 2  # the one errand, and its rehearsal


def test_a_message_that_crashes_three_times_is_set_aside_and_the_next_is_handled(
    play, desk, inbox_rows, told, caplog
):
    desk.leads_to["rusak"] = lambda text: ZeroDivisionError("of ours")
    play(a_message(1, "rusak"), a_message(2, "halo"))
    assert inbox_rows() == [(MONDAY_MORNING, ATTEMPTS, True), HANDLED]
    assert desk.done == ["halo"]
    assert told() == ["crash-parked"]
    assert "update 1 crashed" in caplog.text


def test_a_crash_that_passes_leaves_nothing_but_a_line_in_the_log(play, desk, inbox_rows, told):
    desk.leads_to["goyah"] = iter([ZeroDivisionError("once"), lambda desks: None])
    play(a_message(1, "goyah"))
    assert inbox_rows() == [(MONDAY_MORNING, 1, False)]
    assert told() == []


class TornBooks:
    """Books that cannot be written so many times."""

    lacks_room = False

    def __init__(self, writer, fails):
        self._writer = writer
        self._fails = fails

    async def run(self, do):
        self._fails -= 1
        if self._fails >= 0:
            raise OSError("the disk is away")
        return await self._writer.run(do)


def test_a_crash_that_cannot_be_counted_keeps_the_message(engine, desk, inbox_rows):
    """Without books to count in, it waits until there are some."""

    async def work(_):
        hall = Hall(engine, desk, TornBooks(AtOnce(engine), fails=2 * ATTEMPTS))
        await hall.comes(a_message(1, "goyah"))
        await hall.quiet()

    hurried(work)
    assert inbox_rows() == [HANDLED]
    assert desk.done == ["goyah"]


def test_a_press_that_is_refused_is_answered_with_the_reason(play, desk, inbox_rows, told):
    def not_yours(desks):
        raise NotYourTask(task_id=TaskId(1))

    desk.leads_to["d:1:ya"] = lambda text: not_yours
    hall = play(a_press(1, "d:1:ya"))
    assert isinstance(hall.answers["q1"].refusal, NotYourTask)
    assert inbox_rows() == [HANDLED]
    assert told() == []


def test_what_is_refused_before_it_reaches_a_desk_is_handled_too(play, desk, inbox_rows, told):
    desk.leads_to["apa"] = lambda text: NotForYou()
    play(a_message(1, "apa"))
    assert inbox_rows() == [HANDLED]
    assert told() == ["refusal-not-for-you"]


@pytest.mark.parametrize("where", ["router", "desk"])
def test_a_press_on_what_is_not_there_reads_as_not_for_you_and_is_named_in_the_log(
    play, desk, caplog, where
):
    def missing(desks):
        raise NotFound("task 99")

    desk.leads_to["d:99:ya"] = lambda text: NotFound("task 99") if where == "router" else missing
    hall = play(a_press(1, "d:99:ya"))
    assert isinstance(hall.answers["q1"].refusal, NotForYou)
    assert "update 1 asks for what is not there: task 99" in caplog.text


def test_words_that_nobody_asked_for_are_answered(play, desk, told):
    desk.leads_to["apa"] = lambda text: None
    play(a_message(1, "apa"))
    assert told() == ["refusal-not-understood"]


def test_an_update_of_an_unknown_shape_is_answered_and_goes_on(play, desk, inbox_rows, told):
    odd = a_message(1, "halo")
    odd["message"]["date"] = "tomorrow"
    play(odd, a_message(2, "halo"))
    assert inbox_rows() == [HANDLED, HANDLED]
    assert told() == ["refusal-not-understood"]
    assert desk.done == ["halo"]


def test_whoever_lost_a_race_runs_again(play, desk, inbox_rows):
    runs = Tally()

    def lost(desks):
        runs["lost"] += 1
        if runs["lost"] < RACES:
            raise ChangedMeanwhile("somebody was faster")

    desk.leads_to["ambil"] = lambda text: lost
    play(a_message(1, "ambil"))
    assert inbox_rows() == [HANDLED]
    assert desk.asked == ["ambil"]


def test_whoever_loses_every_race_is_set_aside_like_any_crash(play, desk, inbox_rows):
    def lost(desks):
        raise ChangedMeanwhile("somebody was faster")

    desk.leads_to["ambil"] = lambda text: lost
    play(a_message(1, "ambil"))
    assert inbox_rows() == [(MONDAY_MORNING, ATTEMPTS, True)]


@pytest.mark.parametrize("kept_back", [NotSent("no line"), Uncertain("getFile: 502")])
def test_a_file_that_the_line_keeps_back_is_fetched_when_it_is_there_again(
    play, desk, inbox_rows, kept_back
):
    desk.leads_to["foto"] = iter([*[kept_back] * FETCHES, lambda desks: None])
    play(a_message(1, "foto"))
    assert inbox_rows() == [HANDLED]


@pytest.mark.parametrize(
    "refusal", [(401, "Unauthorized", None), (429, "Too Many Requests: retry after 40", 40.0)]
)
def test_a_token_or_a_pace_that_is_refused_is_no_fault_of_the_file(
    play, desk, inbox_rows, told, refusal
):
    desk.leads_to["foto"] = iter([*[Refused(*refusal)] * (3 * FETCHES), lambda desks: None])
    play(a_message(1, "foto"))
    assert inbox_rows() == [HANDLED]
    assert told() == []


def test_a_file_that_never_comes_is_a_crash_in_the_end(play, desk, inbox_rows, told):
    desk.leads_to["foto"] = lambda text: Uncertain("getFile: 502")
    play(a_message(1, "foto"))
    assert inbox_rows() == [(MONDAY_MORNING, ATTEMPTS, True)]
    assert len(desk.asked) == ATTEMPTS * (FETCHES + 1)
    assert told() == ["crash-parked"]


def test_the_rest_of_a_text_that_was_too_long_answers_nothing(play, desk, inbox_rows, told):
    long = "a" * LONGEST_TEXT
    play(a_message(1, long), a_message(2, "sisanya"), a_message(3, "halo", at=SENT_AT + 60))
    assert desk.done == [long, "halo"]
    assert inbox_rows() == [HANDLED] * 3
    assert told() == []


class SlowBooks:
    """Books in which so many entries take until they are let go."""

    lacks_room = False

    def __init__(self, writer, slow):
        self._writer = writer
        self._slow = slow
        self.let_go = asyncio.Event()

    async def run(self, do):
        self._slow -= 1
        if self._slow >= 0:
            await self.let_go.wait()
        return await self._writer.run(do)


def test_a_press_waits_for_no_message_however_many_come_in(engine, desk):
    async def work(_):
        books = SlowBooks(AtOnce(engine), slow=AT_ONCE)
        hall = Hall(engine, desk, books)
        desk.leads_to["setuju"] = lambda text: Then(lambda desks: None, books.let_go.set)
        await hall.comes(
            *(a_message(n, "halo", chat=n) for n in range(1, 2 * AT_ONCE)),
            a_press(1000, "setuju", chat=1000),
        )
        await hall.quiet()

    hurried(work)
    assert len(desk.done) == 2 * AT_ONCE - 1
