"""A simulation told: tables and a sentence, figures for a machine, the words of its picture."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from messages.charts.queues import LaneQueue, QueueChart, StepWait
from workflow.procedure import Procedure, Way
from workflow.simulation.assumptions import (
    PART_OF_LIMIT,
    SHARES,
    SOME_WORK,
    Assumptions,
    says_no_work,
    services_of,
)
from workflow.simulation.figures import LaneFigures, Simulation, Spread

# From so much on, a span is told in working days.
MANY_HOURS = timedelta(hours=60)
MINUTE = timedelta(minutes=1)

LANE_HEADS = ("Lane", "Officers", "Busy", "Wait: median", "p90", "Queue: mean", "longest")
STEP_HEADS = ("Step", "Done", "Wait: median", "p90", "Queue: mean", "longest", "In time")


def report(
    procedure: Procedure, supposed: Assumptions, found: Simulation, zone: tzinfo
) -> Iterator[str]:
    """Everything found, line by line."""
    day = found.day
    yield procedure.title
    yield (
        f"{_count(supposed.cases, 'case')}, {supposed.arrivals:g} on a working day of "
        f"{_span(day, day)}, from {_day(found.begins_at, zone)} to {_day(found.ends_at, zone)}"
    )
    yield ""
    yield (
        f"{found.finished} finished, {found.refused} refused; "
        f"{_count(found.returns, 'return')} of {_count(found.returned_cases, 'case')}."
    )
    yield (
        f"From first step to end: half within {_span(found.cycle.median, day)}, "
        f"nine in ten within {_span(found.cycle.p90, day)} of office time."
    )
    if found.on_time is not None:
        yield f"Steps done within their limit: {found.on_time:.1%}."
    yield ""
    yield from _table(LANE_HEADS, _lanes(procedure, found))
    yield ""
    yield from _table(STEP_HEADS, _steps(procedure, found))
    yield ""
    yield bottleneck_sentence(procedure, found, zone)
    yield ""
    yield from _supposed(procedure, supposed)


def bottleneck_sentence(procedure: Procedure, found: Simulation, zone: tzinfo) -> str:
    """Where the queue forms, and how bad it is."""
    narrow = found.bottleneck
    if narrow is None:
        return "No queue forms: on average a case waits less than a minute in all."
    lane = next(one for one in found.lanes if one.lane == narrow.lane)
    step = procedure.step(narrow.step)
    median, p90 = _spread(narrow.waiting, found.day)
    half = f"half of the files wait {median} or less"
    if narrow.waiting.median < MINUTE:
        half = "half of the files wait less than a minute"
    worst = lane.queue.index(max(lane.queue))
    return (
        f"The queue forms at {procedure.lanes[narrow.lane].title}, most of it before step "
        f"{step.number} ({step.short}): {narrow.share:.0%} of all waiting is in this lane. "
        f"Before that step {half}, one in ten more than {p90}. {_capacity(lane)} The queue was "
        f"longest on {_day(found.moments[worst], zone)}: {_count(lane.most_waiting, 'file')}."
    )


def _capacity(lane: LaneFigures) -> str:
    officers = _count(lane.officers or 0, "officer")
    if lane.load is not None and lane.load >= 1:
        return (
            f"More comes in than {officers} can do ({lane.load:.0%}), so the queue grows as long "
            "as cases come in."
        )
    are = "is" if lane.officers == 1 else "are"
    return f"There {are} {officers}, busy {lane.busy or 0:.0%} of the time."


def _lanes(procedure: Procedure, found: Simulation) -> Iterator[tuple[str, ...]]:
    for lane in found.lanes:
        title = f"{procedure.lanes[lane.lane].title} ({lane.lane})"
        if lane.officers is None:
            yield title, "each own", "", "", "", "", ""
            continue
        yield (
            title,
            str(lane.officers),
            f"{lane.busy:.0%}",
            *_spread(lane.waiting, found.day),
            f"{lane.mean_waiting:.1f}",
            str(lane.most_waiting),
        )


def _steps(procedure: Procedure, found: Simulation) -> Iterator[tuple[str, ...]]:
    for step in found.steps:
        row = procedure.step(step.step)
        kept = "-" if step.on_time is None else f"{step.on_time:.0%}"
        yield (
            f"{step.step:>3}  {row.short}",
            str(step.done),
            *_spread(step.waiting, found.day),
            f"{step.mean_waiting:.1f}",
            str(step.most_waiting),
            "no limit" if row.limit is None else kept,
        )


def _supposed(procedure: Procedure, supposed: Assumptions) -> Iterator[str]:
    """What was taken for granted, so that nobody believes more than was known."""
    yield (
        f"Supposed: on average a step takes {PART_OF_LIMIT:.0%} of its limit, give or take half; "
        f"{SHARES[Way.BACK]:.0%} go back and {SHARES[Way.REFUSE]:.0%} are refused where that "
        "can be. Say otherwise with --work and --shares."
    )
    if procedure.services:
        asked = services_of(procedure, supposed)
        parts = ", ".join(f"{procedure.services[name].title} {asked[name]:.0%}" for name in asked)
        yield f"Asked for: {parts}. Say otherwise with --services."
    open_ended = [
        step.number
        for step in procedure.steps
        if says_no_work(step) and step.id not in supposed.work
    ]
    if open_ended:
        yield (
            f"Without a limit, or with one in days, which says by when and not how much work, so "
            f"taken as {_span(SOME_WORK, SOME_WORK * 8)} of work: step {', '.join(open_ended)}."
        )


def chart_of(procedure: Procedure, found: Simulation, zone: tzinfo) -> QueueChart:
    """The picture's words and lines; a lane of applicants never queues and is left out."""
    narrow = found.bottleneck
    lanes = [lane for lane in found.lanes if lane.officers is not None]
    return QueueChart(
        title=procedure.title,
        sentence=bottleneck_sentence(procedure, found, zone),
        queue_title="Files waiting, lane by lane (at right: the longest queue)",
        wait_title="Waiting before each step: median · p90",
        minutes="minutes",
        hours="office hours",
        moments=found.moments[1:],
        zone=zone,
        lanes=[
            LaneQueue(
                title=procedure.lanes[lane.lane].title,
                lengths=lane.queue,
                marked=narrow is not None and lane.lane == narrow.lane,
            )
            for lane in lanes
        ],
        steps=[
            StepWait(
                title=f"{step.step}. {procedure.step(step.step).short}",
                median=step.waiting.median / MINUTE,
                p90=step.waiting.p90 / MINUTE,
                marked=narrow is not None and step.step == narrow.step,
            )
            for step in found.steps
            if not procedure.lanes[procedure.step(step.step).lane].applicant
        ],
    )


def figures(
    procedure: Procedure, supposed: Assumptions, found: Simulation, seed: int, zone: tzinfo
) -> Any:
    """Everything for a machine; spans in seconds of office time, moments in UTC."""
    told = asdict(supposed)
    told["shares"] = {f"{step}.{way}": share for (step, way), share in supposed.shares.items()}
    told["work"] = {step: str(limit) for step, limit in supposed.work.items()}
    return _plain(
        {
            "procedure": procedure.id,
            "seed": seed,
            "supposed": told,
            **asdict(found),
            "sentence": bottleneck_sentence(procedure, found, zone),
        }
    )


def _plain(value: Any) -> Any:
    match value:
        case dict():
            return {str(name): _plain(one) for name, one in value.items()}
        case list() | tuple():
            return [_plain(one) for one in value]
        case timedelta():
            return round(value.total_seconds())
        case float():
            return round(value, 6)
        case date():
            return value.isoformat()
        case _:
            return value


def _table(heads: Sequence[str], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    lines = [tuple(heads), *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
    for line in lines:
        first, *others = zip(line, widths, strict=True)
        cells = [first[0].ljust(first[1]), *(text.rjust(width) for text, width in others)]
        yield "  ".join(cells).rstrip()


def _spread(spread: Spread, day: timedelta) -> tuple[str, str]:
    return _span(spread.median, day), _span(spread.p90, day)


def _span(span: timedelta, day: timedelta) -> str:
    if span >= MANY_HOURS:
        return f"{span / day:.1f} working days"
    hours, minutes = divmod(round(span / MINUTE), 60)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {minutes:02} min" if minutes else f"{hours} h"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _day(at: datetime, zone: tzinfo) -> str:
    local = at.astimezone(zone)
    return f"{local.day} {local:%B %Y}"
