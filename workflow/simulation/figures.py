"""What a simulation shows: where files wait, who is busy, what is late; spans in office time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from workflow.ids import LaneId, StepId


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Half of all were at most the *median*, nine in ten at most *p90*."""

    median: timedelta
    p90: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFigures:
    """One row of the SOP, whichever lane did it: how often, and how long files waited for it."""

    step: StepId
    done: int
    waiting: Spread
    waited: timedelta  # by all files together
    most_waiting: int
    mean_waiting: float
    on_time: float | None  # None: the step has no limit


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneFigures:
    """One column of the SOP. An applicant's has no officers, and nothing waits there."""

    lane: LaneId
    officers: int | None
    waiting: Spread
    waited: timedelta
    most_waiting: int
    mean_waiting: float
    busy: float | None  # part of the officers' time
    load: float | None  # work that came in, as a part of what they could do meanwhile
    queue: tuple[int, ...]  # the longest within each stretch between two `moments`


@dataclass(frozen=True, slots=True, kw_only=True)
class Bottleneck:
    """Where the queue forms: the lane with most of the waiting, and its step with most of it."""

    lane: LaneId
    step: StepId
    share: float  # of all waiting, in this lane
    waiting: Spread  # there, before this step


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """All that one run showed."""

    finished: int
    refused: int
    returns: int
    returned_cases: int
    cycle: Spread
    on_time: float | None
    begins_at: datetime
    ends_at: datetime
    day: timedelta  # the usual working day
    moments: tuple[datetime, ...]
    steps: tuple[StepFigures, ...]
    lanes: tuple[LaneFigures, ...]
    bottleneck: Bottleneck | None
