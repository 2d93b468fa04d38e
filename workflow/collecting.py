"""Handing an answer over at the office: to the applicant, or to whoever came in their place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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


def is_collected_for_some(procedure: Procedure, step: Step) -> bool:
    """Whether that is so for any of its services."""
    services = (None, *procedure.services)
    return any(is_collected_at(procedure, step, service) for service in services)


@dataclass(frozen=True, slots=True)
class CollectAsk:
    """What the card that asks for a collector holds: who it is so far, and words to go on with."""

    collector: Collector | None = None
    words: str = ""

    def __str__(self) -> str:
        return f"{self.collector or ''}\n{self.words}"


def read_asked(note: str) -> CollectAsk:
    """What such a card holds, as it is kept; nobody chosen where it was kept otherwise."""
    collector, _, words = note.partition("\n")
    known = {one.value: one for one in Collector}
    return CollectAsk(known.get(collector), words)


def collector_in(notes: Iterable[CustodyNote]) -> tuple[Collector, CustodyNote] | None:
    """Who came, and the note of it; nothing unless it was noted.

    Its words are the name of whoever came in the applicant's place.
    """
    found = [(_COLLECTORS[one.event], one) for one in notes if one.event in _COLLECTORS]
    return found[-1] if found else None
