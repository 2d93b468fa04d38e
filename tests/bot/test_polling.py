"""Long polling: what Telegram hears that we have lies in the books."""

import asyncio
import itertools

import pytest

from bot.intake.polling import LONGEST_PAUSE, PAUSE, Polling
from bot.telegram import NotSent, Refused, Uncertain
from storage import inbox
from tests.support.books import books_in
from tests.support.fakes import ENVELOPE, AtOnce, FixedClock
from tests.support.hurried import hurried


def an_update(number, **more):
    chat = {"id": 5, "type": "private"}
    message = {"message_id": number, "date": 0, "chat": chat, "text": "halo"}
    return {"update_id": number, "message": message, **more}


class Line:
    """Telegram at the other end; notes when it was asked, from where on, and what we had then."""

    def __init__(self, now, waiting, *answers):
        self.asked = []
        self.all_told = asyncio.Event()
        self._now = now
        self._waiting = waiting
        self._answers = iter(answers)

    async def call(self, method, params, *, patience):
        assert patience > params["timeout"]
        self.asked.append((self._now(), params["offset"], await self._waiting()))
        answer = next(self._answers, None)
        if answer is None:
            self.all_told.set()
            await asyncio.Event().wait()
        if isinstance(answer, Exception):
            raise answer
        return answer

    @property
    def offsets(self):
        return [offset for _, offset, _ in self.asked]

    @property
    def pauses(self):
        moments = [moment for moment, _, _ in self.asked]
        return [round(later - sooner, 3) for sooner, later in itertools.pairwise(moments)]


@pytest.fixture
def poll(tmp_path):
    """Calls for all answers of a line, one after the other; gives the line and what was taken."""
    with books_in(tmp_path) as engine:
        yield lambda *answers: hurried(lambda now: polled(engine, now, answers))


async def polled(engine, now, answers):
    writer, taken = AtOnce(engine), []

    async def waiting():
        kept = await writer.run(lambda connection: inbox.waiting(connection, ENVELOPE))
        return [one.update_id for one in kept]

    line = Line(now, waiting, *answers)
    polling = Polling(
        telegram=line,
        writer=writer,
        clock=FixedClock(),
        accept=lambda updates: taken.extend(one.update_id for one in updates),
        envelope=ENVELOPE,
    )
    running = asyncio.ensure_future(polling.run())
    told = asyncio.ensure_future(line.all_told.wait())
    await asyncio.wait([running, told], return_when=asyncio.FIRST_COMPLETED)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    return line, taken


def test_what_is_acknowledged_lies_in_the_books(poll):
    line, taken = poll([an_update(3), an_update(4)], [an_update(9)])
    assert [(offset, kept) for _, offset, kept in line.asked] == [
        (0, []),
        (5, [3, 4]),
        (10, [3, 4, 9]),
    ]
    assert taken == [3, 4, 9]


def test_what_telegram_sends_twice_is_taken_once(poll):
    _, taken = poll([an_update(3)], [an_update(3), an_update(4)])
    assert taken == [3, 4]


def test_what_nobody_waits_for_is_acknowledged_and_not_kept(poll):
    group = an_update(3)
    group["message"]["chat"]["type"] = "group"
    line, taken = poll([group, {"update_id": 4, "poll": {}}])
    assert (line.offsets, taken) == ([0, 5], [])


def test_an_update_that_is_none_holds_up_no_other(poll, caplog):
    nonsense = {"update_id": 3, "message": "halo"}
    line, taken = poll([nonsense, an_update(4)])
    assert (line.offsets, taken) == ([0, 5], [4])
    assert "an update that is none" in caplog.text


@pytest.mark.parametrize("fault", [NotSent("no line"), Uncertain("getUpdates: 502")])
def test_a_broken_line_is_tried_ever_more_seldom_and_at_most_so_seldom(poll, fault):
    line, taken = poll(*[fault] * 8, [an_update(3)], fault)
    growing = [min(LONGEST_PAUSE, PAUSE * 2**tries) for tries in range(8)]
    assert line.pauses == [*growing, 0, PAUSE]
    assert taken == [3]


def test_telegrams_own_wait_is_kept(poll):
    line, _ = poll(Refused(429, "Too Many Requests", 17.0), [an_update(3)])
    assert line.pauses == [17.0, 0]


def test_a_second_bot_with_this_token_is_named_in_the_log_and_outwaited(poll, caplog):
    line, taken = poll(
        Refused(409, "Conflict: terminated by other getUpdates", None), [an_update(3)]
    )
    assert "another process polls with this token" in caplog.text
    assert (line.pauses, taken) == ([PAUSE, 0], [3])
