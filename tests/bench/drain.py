"""Telling something to 300 people at a server that keeps Telegram's limits strictly.

More than 30 messages in any one second, or two to one chat, are refused with 429. The fastest that
such a server allows is 30 at once and 30 more each second after; the rows say how near one comes.
"""

import math
import sys
import tempfile
from dataclasses import replace

from tests.bench import offices
from tests.bench.rows import Row, at_least
from tests.bench.running import OURS, measured, setting
from workflow.intents import ShowWelcome

CHATS = 300
PER_SECOND = 30
ROUND_TRIP = 0.05
FASTEST = math.ceil(CHATS / PER_SECOND) - 1  # seconds from the first message to the last
THEIRS = [sys.executable, "-m", "tests.bench.peers.ptb_drain", "{base}", str(CHATS)]


def ours():
    """The bot as it comes, started on an outbox in which a message for each waits."""
    with tempfile.TemporaryDirectory() as folder:
        with offices.opened(folder) as work:
            for one in range(CHATS):
                work.tell(offices.a_person(work, 2000 + one).id, ShowWelcome())
        return _drained(OURS, setting(folder))


def _drained(command, environment=None):
    return measured(
        command,
        environment,
        calls={"sendmessage": CHATS},
        per_second=PER_SECOND,
        round_trip=ROUND_TRIP,
    )


def rows():
    one, two = ours(), _drained(THEIRS)
    row = at_least(
        0.95,
        FASTEST / one["draining"],
        what=f"drain to {CHATS} chats: Disposisi",
        figure=_figure(one),
        beside=_beside(one),
        unit=f" of {PER_SECOND}/s, no 429",
    )
    theirs = Row(
        what=f"drain to {CHATS} chats: python-telegram-bot, AIORateLimiter",
        figure=_figure(two),
        beside=_beside(two),
    )
    return [replace(row, met=row.met and not one["refused"]), theirs]


def _figure(told):
    return f"{PER_SECOND * FASTEST / told['draining']:.1f} messages/s"


def _beside(told):
    return f"{FASTEST / told['draining']:.1%} of {PER_SECOND}/s, {told['refused']} × 429"
