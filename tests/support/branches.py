"""Ways through an SOP: for each arrow one way from the start over it to an end."""

from collections import deque

from workflow.procedure import Procedure


def branches(procedure: Procedure):
    """By the name "step outcome": the steps and outcomes of a way that takes that arrow."""
    for step in procedure.steps:
        for name, outcome in step.outcomes.items():
            way = [*_shortest(procedure, procedure.first.id, step.id), (step.id, name)]
            if outcome.to is not None:
                way += _shortest(procedure, outcome.to, None)
            yield f"{procedure.id} {step.id} {name}", way


def _shortest(procedure, start, goal):
    """The fewest decisions from one step to another, or (goal None) to an end."""
    ahead = deque([(start, [])])
    seen = set()
    while ahead:
        here, way = ahead.popleft()
        if here == goal:
            return way
        if here in seen or here is None:
            continue
        seen.add(here)
        for name, outcome in procedure.step(here).outcomes.items():
            ahead.append((outcome.to, [*way, (here, name)]))
            if outcome.to is None and goal is None:
                return [*way, (here, name)]
    raise AssertionError(f"no way from {start} to {goal}")
