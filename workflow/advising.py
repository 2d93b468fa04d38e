"""What the author of an SOP should mend, though it can run as it is: an upgrade stops no office."""

import re
from collections.abc import Iterator
from datetime import date

from workflow.answers import parse_day, read_answer
from workflow.errors import Refusal
from workflow.forms import AnswerKind, Question
from workflow.ids import StepId
from workflow.procedure import PLACE, Procedure, Step, StepKind, Way
from workflow.semesters import PLACES

# "1 (satu)", as letters count.
_COUNT = re.compile(r"\d+\s*\(")


def advice(procedure: Procedure) -> Iterator[str]:
    """What its author should mend, though the SOP can run as it is."""
    yield from _bad_examples(procedure)
    yield from _constant_counts(procedure)
    yield from _returns_in_vain(procedure)
    yield from _shut_lanes(procedure)
    yield from _asked_of_nobody(procedure)
    yield from _unfilled_words(procedure)


def _bad_examples(procedure: Procedure) -> Iterator[str]:
    for item in procedure.every_item():
        if isinstance(item, Question) and not _takes_its_example(item):
            yield (
                f"{item.id}: its example '{item.example}' is not an answer of kind '{item.kind}'; "
                "people copy the example, and the sandbox types it: write a good one"
            )


def _constant_counts(procedure: Procedure) -> Iterator[str]:
    for name, letter in procedure.papers.items():
        if _COUNT.search(letter.attachments):
            yield (
                f"papers.{name}: '{letter.attachments}' is the same for every case; write {{slot}} "
                "for the number of files in a slot, or leave it out"
            )


def _unfilled_words(procedure: Procedure) -> Iterator[str]:
    for place in PLACE.findall(procedure.subject_words):
        if place not in PLACES:
            yield (
                f"subject_words: nothing fills {{{place}}}; there are "
                f"{', '.join(f'{{{one}}}' for one in PLACES)}"
            )


def _asked_of_nobody(procedure: Procedure) -> Iterator[str]:
    """What words must say, where a way takes none."""
    for step in procedure.steps:
        takes_words = step.kind is StepKind.DISPOSISI or bool(step.instructions)
        for name, outcome in step.outcomes.items():
            if outcome.ask and outcome.way is Way.FORWARD and not takes_words:
                yield (
                    f"steps.{step.number}.outcomes.{name}: nobody writes words here, so 'ask' is "
                    "never shown; take it out"
                )


def _shut_lanes(procedure: Procedure) -> Iterator[str]:
    """Lanes in which nobody could ever act."""
    granted = {step.grants for step in procedure.steps}
    for name, lane in procedure.lanes.items():
        if lane.by_grant and name not in granted:
            yield (
                f"lanes.{name}: it sees files only by grant, and no step has 'grants: {name}', so "
                "nobody could do its steps; give one that key, or take by_grant out"
            )


# Whoever does one of these does the work again when it comes back.
_REPAIRS = frozenset((StepKind.SUBMIT, StepKind.PROCESS, StepKind.APPOINT))


def _returns_in_vain(procedure: Procedure) -> Iterator[str]:
    """Returns after which the file comes again as it was: nobody on the way could change it."""
    for step in procedure.steps:
        for name, outcome in step.outcomes.items():
            if outcome.way is not Way.BACK or outcome.to is None:
                continue
            if not any(_repairs(one) for one in _on_the_way(procedure, outcome.to, step.id)):
                yield (
                    f"steps.{step.number}.outcomes.{name}: it goes back to step {outcome.to}, and "
                    f"nobody from there to step {step.number} can change what was found wrong; let "
                    "it go back to whoever fills in the form or does the work"
                )


def _repairs(step: Step) -> bool:
    return step.kind in _REPAIRS or bool(step.items)


def _on_the_way(procedure: Procedure, begins: StepId, ends: StepId) -> Iterator[Step]:
    """Every step that a file may pass from one step until it comes to another."""
    seen, waiting = {ends}, [begins]
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        step = procedure.step(here)
        yield step
        waiting += [one.to for one in step.outcomes.values() if one.to is not None]


def _takes_its_example(asked: Question) -> bool:
    if asked.kind is AnswerKind.CHOICE:  # chosen, not written
        return True
    try:
        read_answer(asked, asked.example, today=parse_day(asked.example) or date.max)
    except Refusal:
        return False
    return True
