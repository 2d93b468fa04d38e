"""Handing an answer over at the office: to the applicant, or to whoever came in their place."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from workflow.custody import CustodyEvent, CustodyNote
from workflow.ids import ServiceId
from workflow.procedure import Procedure, Step, StepKind


class Collector(StrEnum):
    """What whoever came is to the applicant."""

    SELF = "self"
    FAMILY = "fam"
    PROXY = "rep"  # with a letter of attorney


EVENTS: Mapping[Collector, CustodyEvent] = {
    Collector.SELF: CustodyEvent.COLLECTED,
    Collector.FAMILY: CustodyEvent.COLLECTED_FAMILY,
    Collector.PROXY: CustodyEvent.COLLECTED_PROXY,
}
_COLLECTORS = {event: collector for collector, event in EVENTS.items()}


def is_collected_at(procedure: Procedure, step: Step, service: ServiceId | None) -> bool:
    """Whether deciding a step says that somebody has come for the answer."""
    hands_over = step.kind in {StepKind.ACKNOWLEDGE, StepKind.DELIVER}
    return hands_over and procedure.waits_for_applicant(step, service)


def collector_in(notes: Iterable[CustodyNote]) -> tuple[Collector, str] | None:
    """Who came, and the name of whoever came in the applicant's place; nothing unless noted."""
    found = [(_COLLECTORS[one.event], one.words) for one in notes if one.event in _COLLECTORS]
    return found[-1] if found else None
