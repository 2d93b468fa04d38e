import asyncio

import pytest

from bot.delivery.limits import Pacer
from tests.support.hurried import hurried


def left_at(chats, *, per_second, closed_for=0.0):
    """When each message left, in seconds of a clock on which only waiting takes time."""

    async def work(clock):
        pacer = Pacer(per_second, clock)
        pacer.close_for(closed_for)
        left = []

        async def leave(chat):
            await pacer.wait(chat)
            left.append(round(clock(), 2))

        await asyncio.gather(*(leave(chat) for chat in chats))
        return left

    return hurried(work)


def test_without_limits_everything_leaves_at_once():
    assert left_at([1] * 50, per_second=0) == [0] * 50


def test_no_more_leave_in_a_second_than_are_allowed():
    left = left_at(range(25), per_second=10)

    for first, eleventh in zip(left, left[10:], strict=False):
        assert eleventh - first > 1


def test_one_chat_gets_a_short_burst_and_then_one_message_a_second():
    left = left_at([1] * 10, per_second=30)

    assert left[:4] == [0] * 4
    assert left[4] == 3
    assert left[8] == 6


def test_a_busy_chat_holds_up_no_other():
    left = left_at([1] * 8 + [2], per_second=30)

    assert left.count(0) == 5


@pytest.mark.parametrize("per_second", [0, 30])
def test_what_telegram_asks_for_is_kept_whatever_the_limits_are(per_second):
    assert left_at([1, 2], per_second=per_second, closed_for=7) == [7, 7]
