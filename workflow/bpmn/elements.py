"""An SOP in the terms of BPMN 2.0: events, tasks, gateways, and the flows between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from workflow.ids import LaneId, OutcomeId
from workflow.limits import Limit, LimitUnit
from workflow.procedure import Procedure, Step, Way

# What XML 1.0 cannot hold; YAML lets such a sign through when it is written as an escape.
_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

START = "start_event"


class ElementKind(StrEnum):
    """The elements that an SOP needs, by the name of their tag."""

    START = "startEvent"
    TASK = "userTask"
    GATEWAY = "exclusiveGateway"
    LIMIT = "boundaryEvent"
    END = "endEvent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One shape; whatever stands in the place of a step carries it."""

    id: str
    kind: ElementKind
    lane: LaneId
    name: str
    step: Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """One arrow; with a *condition* it is one of several out of a gateway."""

    id: str
    source: str
    target: str
    name: str = ""
    condition: str = ""


def elements_of(procedure: Procedure) -> Iterator[Element]:
    """Every shape, in the order of the SOP's rows."""
    yield _element(procedure.first, ElementKind.START, START, "Mulai")
    for step in procedure.steps:
        yield _element(step, ElementKind.TASK, task_id(step), f"{step.number}. {step.short}")
        if step.limit is not None:
            yield _element(step, ElementKind.LIMIT, limit_id(step), str(step.limit))
            yield _element(step, ElementKind.END, alarm_id(step), "Alarm")
        if is_forked(step):
            yield _element(step, ElementKind.GATEWAY, f"gateway_{step.number}", "")
        for name, outcome in step.outcomes.items():
            if outcome.to is None:
                ending = "Ditolak" if outcome.way is Way.REFUSE else "Selesai"
                yield _element(step, ElementKind.END, end_id(step, name), ending)


def flows_of(procedure: Procedure) -> Iterator[Flow]:
    """Every arrow, in the order of the SOP's rows."""
    yield Flow(id="flow_start", source=START, target=task_id(procedure.first))
    for step in procedure.steps:
        if step.limit is not None:
            lapse = f"lapse_{step.number}"
            yield Flow(id=lapse, source=limit_id(step), target=alarm_id(step))
        if is_forked(step):
            yield Flow(id=f"fork_{step.number}", source=task_id(step), target=way_out(step))
        for name, outcome in step.outcomes.items():
            to = outcome.to
            target = end_id(step, name) if to is None else task_id(procedure.step(to))
            yield Flow(
                id=flow_id(step, name),
                source=way_out(step),
                target=target,
                name=plain(outcome.label) if is_forked(step) else "",
                condition=f'{variable(step)} == "{name}"' if is_forked(step) else "",
            )


def lanes_of(procedure: Procedure) -> tuple[LaneId, ...]:
    """The lanes in which a row stands; those that only stand in for one are no bands."""
    rows = {step.lane for step in procedure.steps}
    return tuple(lane for lane in procedure.lanes if lane in rows)


def task_id(step: Step) -> str:
    return f"task_{step.number}"


def limit_id(step: Step) -> str:
    return f"limit_{step.number}"


def alarm_id(step: Step) -> str:
    return f"alarm_{step.number}"


def end_id(step: Step, outcome: OutcomeId) -> str:
    return f"end_{step.number}_{outcome}"


def flow_id(step: Step, outcome: OutcomeId) -> str:
    return f"flow_{step.number}_{outcome}"


def way_out(step: Step) -> str:
    """The element from which the outcomes of a step leave."""
    return f"gateway_{step.number}" if is_forked(step) else task_id(step)


def is_forked(step: Step) -> bool:
    return len(step.outcomes) > 1


def variable(step: Step) -> str:
    """What a process engine must set to the id of the outcome chosen at *step*."""
    return f"outcome_{step.number}"


def iso_duration(limit: Limit) -> str:
    """A limit as ISO 8601 writes it, which knows neither office hours nor working days."""
    match limit.unit:
        case LimitUnit.MINUTES:
            return f"PT{limit.amount}M"
        case LimitUnit.HOURS:
            return f"PT{limit.amount}H"
        case LimitUnit.WORKING_DAYS | LimitUnit.CALENDAR_DAYS:
            return f"P{limit.amount}D"


def plain(text: str) -> str:
    """*text* on one line, without the signs that XML has no place for."""
    return " ".join(_UNPRINTABLE.sub("", text).split())


def _element(step: Step, kind: ElementKind, element_id: str, name: str) -> Element:
    return Element(id=element_id, kind=kind, lane=step.lane, name=plain(name), step=step)
