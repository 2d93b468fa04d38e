"""What an office needs of the world, held still: a clock one moves, bytes that repeat."""

import asyncio
from datetime import UTC, datetime, timedelta

from storage.envelope import Envelope
from storage.term_key import TermKey
from storage.writer import Writer

MONDAY_MORNING = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # 09.00 in Jakarta


class FixedClock:
    """Stands still until it is moved."""

    def __init__(self, now=MONDAY_MORNING):
        self._now = now

    def now(self):
        return self._now

    def wait(self, **span):
        """Let time pass: `clock.wait(minutes=5)`."""
        self._now += timedelta(**span)

    def move_to(self, moment):
        assert moment.tzinfo is not None
        self._now = moment


# Seals what waits in the inbox of a test.
ENVELOPE = Envelope(bytes(32))
# Hashes what cases of a test are found by.
TERM_KEY = TermKey(bytes(32))


def a_writer(engine, **more):
    """The writer of tests: every call runs twice, and what it does outside the books is seen."""
    return Writer(engine, rehearses=True, **more)


class AtOnce:
    """A writer that does each call when it is asked, for a loop that waits for no thread.

    Each call runs twice and is undone the first time, as `a_writer` has it.
    """

    lacks_room = False

    def __init__(self, engine):
        self._engine = engine

    async def run(self, do):
        with self._engine.connect() as connection:
            with connection.begin() as rehearsal:
                do(connection)
                rehearsal.rollback()
            with connection.begin():
                return do(connection)

    def begin(self, do):
        return asyncio.ensure_future(self.run(do))


class Within:
    """A writer inside the transaction of an office that is played; each call runs twice."""

    lacks_room = False

    def __init__(self, connection):
        self._connection = connection

    async def run(self, do):
        rehearsal = self._connection.begin_nested()
        try:
            do(self._connection)
        finally:
            rehearsal.rollback()
        return do(self._connection)

    def begin(self, do):
        return asyncio.ensure_future(self.run(do))


class CountedBytes:
    """Bytes nobody could have guessed, the same in every run."""

    def __init__(self):
        self._drawn = 0

    def __call__(self, length):
        self._drawn += 1
        return self._drawn.to_bytes(length, "big")
