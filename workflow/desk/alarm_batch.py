"""What one look at the clock has found to say, gathered before any of it is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from workflow.alarms import Alarm, Listener, Watch
from workflow.case import Case, Task
from workflow.ids import CaseId, PersonId, TaskId

# Of so many files it is said at once, in some ten milliseconds: everybody else waits meanwhile.
PART = 100
# How many files' cards are drawn anew by one look at the clock.
MOST_RENEWED = 50

Heard = tuple[PersonId, Listener]


@dataclass(slots=True)
class AlarmBatch:
    """What one look at the clock has found to say so far; nothing of it is written yet."""

    now: datetime
    saying: dict[TaskId, tuple[Alarm, Watch]] = field(default_factory=dict)
    # Who is told of each of these, and as what.
    hearing: dict[TaskId, list[Heard]] = field(default_factory=dict)
    # Those whose cards are drawn anew: none, where there are many.
    tasks: dict[TaskId, tuple[Task, Case]] = field(default_factory=dict)
    # Of which nothing is said now.
    kept: dict[TaskId, Alarm | None] = field(default_factory=dict)
    # The moment that each of these was armed for: one that was armed anew since then is left alone.
    rung: dict[TaskId, datetime] = field(default_factory=dict)
    # Applicants for whom a file waits.
    waiting: dict[TaskId, tuple[PersonId, CaseId]] = field(default_factory=dict)
    # Requests that nobody has repaired, and that end now.
    closing: list[TaskId] = field(default_factory=list)
    # All who are told of something, and those of them who are told that a limit is over.
    people: set[PersonId] = field(default_factory=set)
    lapsed: set[PersonId] = field(default_factory=set)
    seen: tuple[datetime, TaskId] | None = None
    # Whether there may be more than was read.
    more: bool = True

    def take_in(self, batch: "AlarmBatch") -> None:
        """Add what one more batch has found."""
        self.saying |= batch.saying
        self.hearing |= batch.hearing
        self.tasks |= batch.tasks
        if len(self.saying) > MOST_RENEWED:
            self.tasks.clear()
        self.kept |= batch.kept
        self.rung |= batch.rung
        self.waiting |= batch.waiting
        self.closing += batch.closing
        self.people |= batch.people
        self.lapsed |= batch.lapsed
        self.seen, self.more = batch.seen, batch.more

    def parts(self) -> Iterator[Sequence[TaskId]]:
        """The tasks of which it is, in parts of which each is said by itself."""
        tasks = iter([*self.kept, *self.saying])
        while part := list(islice(tasks, PART)):
            yield part
