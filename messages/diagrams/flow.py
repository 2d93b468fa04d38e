"""What the flow of an SOP consists of, before anything has a place: shapes and links."""

from collections.abc import Iterator
from dataclasses import dataclass

from messages.diagrams.layout import SymbolKind
from messages.localizer import Localizer
from workflow.ids import OutcomeId, StepId
from workflow.procedure import Outcome, Procedure, Step, Way

ArrowId = tuple[StepId, OutcomeId]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeArrow:
    """One outcome as an arrow; without a *target* it leads to "Selesai"."""

    source: StepId
    outcome: OutcomeId
    target: StepId | None
    words: str  # beside the arrow; empty when there is nothing to tell apart
    onward: bool

    @property
    def id(self) -> ArrowId:
        return self.source, self.outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How one step is drawn. A capsule's *words* say that the SOP begins or ends with it."""

    step: StepId
    kind: SymbolKind
    words: str = ""
    begins: bool = False  # "Mulai" stands beside it, because the symbol itself cannot say so
    links: tuple[OutcomeArrow, ...] = ()  # all but that of a capsule which is the end itself


def shapes(procedure: Procedure, say: Localizer) -> tuple[Shape, ...]:
    """Every step's symbol and the arrows out of it, in the order of the rows."""
    return tuple(_shape(procedure, step, say) for step in procedure.steps)


def _shape(procedure: Procedure, step: Step, say: Localizer) -> Shape:
    links = tuple(_links(step, say))
    first = step is procedure.first
    if len(links) > 1:
        return Shape(step=step.id, kind=SymbolKind.DIAMOND, begins=first, links=links)
    if first and links[0].target is not None:
        start = say("diagram-start")
        return Shape(step=step.id, kind=SymbolKind.CAPSULE, words=start, links=links)
    if not first and links[0].target is None:
        return Shape(step=step.id, kind=SymbolKind.CAPSULE, words=say("diagram-end"))
    return Shape(step=step.id, kind=SymbolKind.BOX, begins=first, links=links)


def _links(step: Step, say: Localizer) -> Iterator[OutcomeArrow]:
    onward = [outcome.way is Way.FORWARD for outcome in step.outcomes.values()]
    plain = sorted(onward) == [False, True]
    for name, outcome in step.outcomes.items():
        words = _words(outcome, say, plain=plain) if len(onward) > 1 else ""
        yield OutcomeArrow(
            source=step.id,
            outcome=name,
            target=outcome.to,
            words=words,
            onward=outcome.way is Way.FORWARD,
        )


def _words(outcome: Outcome, say: Localizer, *, plain: bool) -> str:
    if not plain:
        return outcome.label
    return say("diagram-yes" if outcome.way is Way.FORWARD else "diagram-no")
