"""Does an SOP hold together: its names, what it asks, who acts, and where its arrows lead."""

from collections.abc import Iterator
from datetime import date

from workflow.checking.asking import asked, asked_at_steps
from workflow.checking.faults import Problem
from workflow.checking.names import unknown
from workflow.checking.walking import dead_ends, early_release, uncorrected, unreachable
from workflow.ids import PaperId
from workflow.paper_kinds import PaperKind
from workflow.procedure import OFFICE_PLACES, Procedure, Step, StepKind, Way

# Without 29 February.
A_COMMON_YEAR = 2027


def problems(procedure: Procedure) -> list[Problem]:
    """Every fault with the place it stands at and its mend; an empty list when there is none."""
    found = [
        *unknown(procedure),
        *asked(procedure),
        *_acts(procedure),
        *asked_at_steps(procedure),
        *_papers(procedure),
        *_places(procedure),
    ]
    if found:
        return found  # arrows are followed only where each leads to a step
    return [
        *_begins(procedure),
        *unreachable(procedure),
        *dead_ends(procedure),
        *early_release(procedure),
        *uncorrected(procedure),
    ]


def _acts(procedure: Procedure) -> Iterator[Problem]:
    for index, step in enumerate(procedure.steps):
        here = ("steps", index)
        lane = procedure.lanes.get(step.lane)
        by_applicant = lane is not None and lane.applicant
        if by_applicant and step.kind not in {StepKind.SUBMIT, StepKind.ACKNOWLEDGE}:
            yield (*here, "lane"), f"an applicant cannot do a '{step.kind}' step"
        if step.kind is StepKind.SUBMIT and step.items:
            yield here, "a 'submit' step asks the SOP's own form; move its questions there"
        if step.signs and step.kind is not StepKind.SIGN:
            yield (*here, "signs"), "only a 'sign' step signs: write 'kind: sign'"
        if (step.signs or step.numbers or step.kind is StepKind.SUBMIT) and _forwards(step) != 1:
            yield (*here, "outcomes"), f"step {step.number} needs exactly one way forward"


def _forwards(step: Step) -> int:
    return sum(outcome.way is Way.FORWARD for outcome in step.outcomes.values())


def _begins(procedure: Procedure) -> Iterator[Problem]:
    """The calendar can begin a case on any day that every year has, but not for an applicant."""
    for index, written in enumerate(procedure.begins_on):
        here = ("begins_on", index)
        if not _is_yearly(written):
            yield here, f"not every year has a day {written}; write month and day, such as '07-01'"
        elif procedure.started_by_applicant:
            yield here, "an applicant begins this SOP, so the calendar cannot: take 'begins_on' out"


def _is_yearly(written: str) -> bool:
    try:
        date.fromisoformat(f"{A_COMMON_YEAR}-{written}")
    except ValueError:
        return False
    return True


def _papers(procedure: Procedure) -> Iterator[Problem]:
    """A letter named like a paper of the office would be stored and shown as that paper."""
    for kind in PaperKind:
        if PaperId(kind) in procedure.papers:
            yield (
                ("papers", kind.value),
                f"the office itself makes a paper '{kind}'; give the letter another name",
            )


def _places(procedure: Procedure) -> Iterator[Problem]:
    for name, letter in procedure.papers.items():
        for place in letter.places:
            if procedure.item(place) is None and place not in OFFICE_PLACES:
                yield (
                    ("papers", name),
                    f"there is no question '{place}' to fill {{{place}}}; correct its name",
                )
