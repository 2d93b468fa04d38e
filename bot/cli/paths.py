"""The named ways through an SOP that the personas can play."""

from dataclasses import dataclass

from workflow.ids import OutcomeId, ServiceId, StepId
from workflow.procedure import Outcome, Procedure, Step, Way

STRAIGHT = "lurus"


@dataclass(frozen=True, slots=True)
class PlayRoute:
    """A service, and the arrows to take once each instead of going straight on."""

    service: ServiceId | None
    detours: tuple[tuple[StepId, OutcomeId], ...] = ()
    # The same for a person who chooses among them.
    told: str = ""


def routes(procedure: Procedure) -> dict[str, PlayRoute]:
    """Every way worth playing, by name: each return, each refusal, each service.

    "lurus" goes straight on, "kembali-7" takes the return of step 7 once, "tolak-2" ends there by
    refusal, and a service's own name plays that service. Where a step has several, the others
    carry the outcome too: "kembali-7-ulangi".
    """
    services = list(procedure.services)
    first = services[0] if services else None
    found = {STRAIGHT: PlayRoute(first, told="straight on to the end")}
    for step in procedure.steps:
        for name, outcome in step.outcomes.items():
            if outcome.way is not Way.FORWARD:
                called = _called(step, outcome)
                called = f"{called}-{name}" if called in found else called
                found[called] = PlayRoute(first, ((step.id, name),), _told(step, outcome))
    for service, offered in procedure.services.items():
        found[service] = PlayRoute(service, told=f"the service {offered.title}")
    return found


def all_returns(procedure: Procedure) -> PlayRoute:
    """One case over every return: what is played when no path is named."""
    services = list(procedure.services)
    return PlayRoute(
        services[0] if services else None,
        tuple(
            (step.id, name)
            for step in procedure.steps
            for name, outcome in step.outcomes.items()
            if outcome.way is Way.BACK
        ),
    )


def _called(step: Step, outcome: Outcome) -> str:
    return f"{'kembali' if outcome.way is Way.BACK else 'tolak'}-{step.number}"


def _told(step: Step, outcome: Outcome) -> str:
    if outcome.way is Way.BACK:
        return f"step {step.number} goes back to {outcome.to} once: {outcome.label}"
    return f"step {step.number} ends the case: {outcome.label}"
