"""What stands before the first question of a service: requirements, time, cost and steps."""

import html

from messages.cards.due import due_day
from messages.cards.fitting import LONGEST_VALUE, cut, plain
from messages.localizer import Localizer
from workflow.views.form import Outset, StepAhead

_WIDEST_STEP = 80
_MOST_STEPS = 30


def outset_lines(outset: Outset, say: Localizer, width: int) -> list[str]:
    """What to have ready, how long it takes, what it costs and which way it goes."""
    return [
        *_needed(outset, say, width),
        _expected(outset, say),
        say("form-free"),
        _steps(outset, say, width),
    ]


def _needed(outset: Outset, say: Localizer, width: int) -> list[str]:
    needed, sometimes = (cut(", ".join(one), width) for one in (outset.needed, outset.sometimes))
    lines = [say("form-needed", titles=needed)] if needed else []
    if sometimes:
        lines.append(say("form-needed-sometimes", titles=sometimes))
    return lines or [say("form-needed-nothing")]


def _expected(outset: Outset, say: Localizer) -> str:
    if outset.expected_at is None:
        return say("case-not-expected")
    return say("form-expected", day=due_day(outset.expected_at, now=outset.now, say=say))


def _steps(outset: Outset, say: Localizer, width: int) -> str:
    lines = [_step(step, say, width) for step in outset.steps[:_MOST_STEPS]]
    while len(html.escape("\n".join(lines))) > LONGEST_VALUE:
        lines.pop()
    return say("form-steps", count=len(outset.steps), steps="\n".join(lines))


def _step(step: StepAhead, say: Localizer, width: int) -> str:
    said = say("form-step", number=step.number, short=step.short, lane=step.lane_title)
    return cut(plain(said), min(width, _WIDEST_STEP))
