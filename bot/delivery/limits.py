"""Telegram's limits on sending: so many a second in all, a few at once to one chat."""

import asyncio
import heapq
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

# The window is a little longer than the second of Telegram's rule, since what left here evenly
# may arrive there in a bunch.
WINDOW = 1.035
# After a quiet time lines are opened anew, which takes some 40 ms; the messages of the next second
# find them open and would catch up with these.
LINE_OPENING = 0.02
LINE_KEPT = 55.0
CHAT_WINDOW = 3.0
CHAT_BURST = 4
# Of so many turns one is for whoever has waited longest, so that nobody waits for ever.
FAIR_TURN = 4


@dataclass(order=True, slots=True)
class _Waiting:
    """A message that may leave when its turn has come: the smaller *precedence* first."""

    precedence: int
    arrived: int
    turn: asyncio.Future[None] = field(compare=False)


class Pacer:
    """Lets so many messages a second pass; one chat gets a short burst, then one a second.

    `per_second` of 0 lets everything pass, for servers that have no such rule. What the server
    asks for itself is always kept.
    """

    def __init__(self, per_second: int, now: Callable[[], float]) -> None:
        self._per_second = per_second
        self._now = now
        self._sent: deque[float] = deque(maxlen=max(per_second, 1))
        self._chats: dict[int, deque[float]] = {}
        self._closed_until = 0.0
        self._urgent: list[_Waiting] = []  # a heap
        self._oldest: deque[_Waiting] = deque()  # the same ones as they came
        self._arrived = 0
        self._turns = 0
        self._pump: asyncio.Handle | None = None

    async def wait(self, chat_id: int, precedence: int = 1) -> None:
        """Return when one more message to this chat may leave.

        When many wait, those of the smallest *precedence* go first, and of these whoever came
        first; now and then it is simply whoever came first.
        """
        if self._per_second == 0:
            await _until(lambda: self._closed_until - self._now())
            return
        await self._wait_for_chat(chat_id)
        await self._line_up(precedence)

    def _line_up(self, precedence: int) -> asyncio.Future[None]:
        loop = asyncio.get_running_loop()
        self._arrived += 1
        waiting = _Waiting(precedence, self._arrived, loop.create_future())
        heapq.heappush(self._urgent, waiting)
        self._oldest.append(waiting)
        if self._pump is None:
            self._pump = loop.call_soon(self._let_go)
        return waiting.turn

    def _let_go(self) -> None:
        """Let one message leave if it may, and come back for the next one.

        Only one at a time, since what follows is work of the loop; and chosen no earlier than it
        may leave, so that nobody less urgent is ahead already.
        """
        loop = asyncio.get_running_loop()
        self._pump = None
        if not self._any_waits():
            return
        if (pause := self._pause()) > 0:
            self._pump = loop.call_later(pause, self._let_go)
            return
        self._sent.append(self._now() + self._opening())
        self._next().turn.set_result(None)
        self._pump = loop.call_soon(self._let_go)

    def _any_waits(self) -> bool:
        """Forget, at both heads, who has left or gave up."""
        while self._urgent and self._urgent[0].turn.done():
            heapq.heappop(self._urgent)
        while self._oldest and self._oldest[0].turn.done():
            self._oldest.popleft()
        return bool(self._urgent)

    def _next(self) -> _Waiting:
        self._turns += 1
        if self._turns % FAIR_TURN == 0:
            return self._oldest.popleft()
        return heapq.heappop(self._urgent)

    def close_for(self, seconds: float) -> None:
        """Telegram said when to come back: until then nothing leaves."""
        self._closed_until = max(self._closed_until, self._now() + seconds)

    def _opening(self) -> float:
        """How much later than the next ones a message arrives that has to open its line first."""
        busy = len(self._sent) == self._per_second and self._sent[0] > self._now() - LINE_KEPT
        return 0.0 if busy else LINE_OPENING

    def _pause(self) -> float:
        now = self._now()
        pause = self._closed_until - now
        if len(self._sent) == self._per_second:
            pause = max(pause, self._sent[0] + WINDOW - now)
        return pause

    async def _wait_for_chat(self, chat_id: int) -> None:
        sent = self._chats.setdefault(chat_id, deque(maxlen=CHAT_BURST))
        await _until(lambda: sent[0] + CHAT_WINDOW - self._now() if len(sent) == CHAT_BURST else 0)
        sent.append(self._now())
        if len(self._chats) > 10_000:
            self._forget_quiet_chats()

    def _forget_quiet_chats(self) -> None:
        edge = self._now() - CHAT_WINDOW
        for chat_id in [chat for chat, sent in self._chats.items() if sent[-1] < edge]:
            del self._chats[chat_id]


async def _until(pause: Callable[[], float]) -> None:
    """Sleep as long as *pause* asks for, and ask again: others may have gone ahead meanwhile."""
    while (seconds := pause()) > 0:  # noqa: ASYNC110  # nothing to wait for but time
        await asyncio.sleep(seconds)  # there is no event to wait for, only time
