"""The named ways through an SOP that the personas can play."""

from dataclasses import dataclass

from workflow.ids import OutcomeId, ServiceId, StepId
from workflow.procedure import Procedure, Way

STRAIGHT = "lurus"


@dataclass(frozen=True, slots=True)
class Route:
    """A service, and the arrows to take once each instead of going straight on."""

    service: ServiceId | None
    detours: tuple[tuple[StepId, OutcomeId], ...] = ()


def routes(procedure: Procedure) -> dict[str, Route]:
    """Every way worth playing, by name: each return, each refusal, each service.

    "lurus" goes straight on, "kembali-7" takes the return of step 7 once, "tolak-2" ends there by
    refusal, and a service's own name plays that service.
    """
    services = list(procedure.services)
    first = services[0] if services else None
    found = {STRAIGHT: Route(first)}
    for step in procedure.steps:
        for name, outcome in step.outcomes.items():
            if outcome.way is Way.BACK:
                found[f"kembali-{step.number}"] = Route(first, ((step.id, name),))
            elif outcome.way is Way.REFUSE:
                found[f"tolak-{step.number}"] = Route(first, ((step.id, name),))
    for service in services:
        found[service] = Route(service)
    return found


def all_returns(procedure: Procedure) -> Route:
    """One case over every return: what is played when no path is named."""
    services = list(procedure.services)
    return Route(
        services[0] if services else None,
        tuple(
            (step.id, name)
            for step in procedure.steps
            for name, outcome in step.outcomes.items()
            if outcome.way is Way.BACK
        ),
    )
