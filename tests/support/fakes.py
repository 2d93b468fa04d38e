"""What an office needs of the world, held still: a clock that is moved, noise that repeats."""

from datetime import UTC, datetime, timedelta

from storage.database import Writer
from storage.envelope import Envelope

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


def a_writer(engine, **more):
    """The writer of tests: every call runs twice, and what it does outside the books is seen."""
    return Writer(engine, rehearses=True, **more)


class CountedNoise:
    """Bytes nobody could have guessed, the same in every run."""

    def __init__(self):
        self._drawn = 0

    def __call__(self, length):
        self._drawn += 1
        return self._drawn.to_bytes(length, "big")
