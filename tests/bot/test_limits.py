import asyncio

import pytest

from bot.delivery.limits import LINE_OPENING, WINDOW, Pacer
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


def test_the_first_after_a_quiet_time_are_given_the_time_to_open_their_lines():
    """Else the second ten would catch up with them at Telegram's end of the line."""
    left = left_at(range(30), per_second=10)

    assert left[10] - left[0] == pytest.approx(WINDOW + LINE_OPENING, abs=0.011)
    assert left[20] - left[10] == pytest.approx(WINDOW, abs=0.011)


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


class TestWhoGoesFirst:
    """Three hundred people are being welcomed, ten a second, each in a chat of their own."""

    WELCOME, CARD = 2, 0

    def left(self, *late, welcomed=300, per_second=10):
        """In which order the messages left, and when; late ones are (seconds, precedence)."""

        async def work(clock):
            pacer = Pacer(per_second, clock)
            left = []

            async def leave(chat, precedence, after=0.0):
                await asyncio.sleep(after)
                await pacer.wait(chat, precedence)
                left.append((chat, clock()))

            flood = [leave(chat, self.WELCOME) for chat in range(welcomed)]
            others = [
                leave(1000 + place, precedence, after)
                for place, (after, precedence) in enumerate(late)
            ]
            await asyncio.gather(*flood, *others)
            return left

        return hurried(work)

    def test_an_officer_who_presses_meanwhile_has_the_answer_within_two_turns(self):
        left = dict(self.left((5.0, self.CARD), (17.3, self.CARD), (20.01, self.CARD)))

        waited = [left[1000] - 5.0, left[1001] - 17.3, left[1002] - 20.01]
        # Ten leave in a bunch, then the window opens anew: one window is the longest wait.
        assert max(waited) < 1.1

    def test_those_who_are_as_urgent_leave_as_they_came(self):
        chats = [chat for chat, _ in self.left()]
        assert chats == sorted(chats)

    def test_nobody_is_starved_by_those_who_are_more_urgent(self):
        """Officers press more often than messages may leave, for a minute and longer."""
        pressing = [(number / 12, self.CARD) for number in range(1200)]

        left = self.left(*pressing, welcomed=20)

        welcomed = [at for chat, at in left if chat < 1000]
        assert max(welcomed) < 20

    def test_it_takes_no_longer_than_without_a_line(self):
        left = self.left(*[(0.0, self.CARD)] * 50, welcomed=250)
        assert left[-1][1] == pytest.approx(29 * WINDOW + LINE_OPENING, abs=0.01)

    def test_whoever_gives_up_costs_nobody_a_turn(self):
        async def work(clock):
            pacer = Pacer(1, clock)
            left = []

            async def leave(chat):
                await pacer.wait(chat)
                left.append((chat, round(clock(), 2)))

            waiting = [asyncio.ensure_future(leave(chat)) for chat in range(8)]
            await asyncio.sleep(0.5)
            for one in waiting[1:4]:
                one.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)
            return left

        assert [chat for chat, _ in hurried(work)] == [0, 4, 5, 6, 7]
        assert hurried(work)[-1][1] == pytest.approx(4 * WINDOW, abs=0.05)
