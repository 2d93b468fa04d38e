"""The card of a task that is done, and the head that all cards of a task share."""

from datetime import datetime

from messages.actions.officer import Kartu, OpenTask, ShowLetter, TakeDecisionBack
from messages.card import Button, Card, Style
from messages.cards.fitting import cut, fitted, press, sections
from messages.cards.marks import mark_line
from messages.cards.two_persons import waived_line
from messages.formatting import position
from messages.localizer import Localizer
from workflow.case import CaseState
from workflow.views.closed_task import ClosedTaskView, DecisionShown
from workflow.views.task import TaskView

WIDEST = 160  # characters of one answer; what is longer stands on the lembar isian
NOTES = 3  # a reason may be so many times wider: it is what the officer must know
MOST_MARKS = 20
_LEFT = {
    CaseState.WITHDRAWN: "task-left-withdrawn",
    CaseState.LAPSED: "task-left-lapsed",
}


def closed_task_card(view: ClosedTaskView, say: Localizer) -> Card:
    """What was decided, the way back as long as it works, and the next file of the desk."""
    return Card(fitted(lambda width: _text(view, say, width), WIDEST), _rows(view, say))


def head_lines(
    view: TaskView | ClosedTaskView, say: Localizer, width: int, *, subject: str
) -> list[str]:
    """Which file it is, at which step; *subject* is empty where the card says it elsewhere."""
    lines = [
        say("task-title", procedure=cut(view.procedure_title, width), number=view.case_number),
        say(
            "task-step",
            position=position(view.step.number, view.step.steps, say),
            short=cut(view.step.short, width),
        ),
    ]
    if subject:
        lines.append(say("task-subject", subject=cut(subject, width)))
    return lines


def _text(view: ClosedTaskView, say: Localizer, width: int) -> str:
    done = view.done
    lines = _decided(done, say, width, now=view.now)
    if done.note:
        lines.append(say("task-note", note=cut(done.note, NOTES * width)))
    lines += waived_line(view.waived, say)
    lines += [mark_line(mark, say, width) for mark in done.marks[:MOST_MARKS]]
    ahead = [say("task-nothing-else")] if view.mine and done.next_task is None else []
    return sections(head_lines(view, say, width, subject=view.subject), lines, ahead)


def _decided(done: DecisionShown, say: Localizer, width: int, *, now: datetime) -> list[str]:
    """What was decided, and whether it was taken back: by whoever decided, or before it came."""
    title = cut(done.title, width)
    if not done.label and done.undone_at is not None:
        return [say("task-recalled", title=title, at=say.moment(done.undone_at, now=now))]
    at, name = say.moment(done.at, now=now), cut(done.by, width)
    if done.left_as is not None:
        return [say(_LEFT[done.left_as], at=at)]
    if done.undone_at is None:
        return [say("task-done", label=done.label, title=title, name=name, at=at)]
    undone = say("task-undone", at=say.moment(done.undone_at, now=now))
    return [say("task-done-struck", label=done.label, title=title, name=name, at=at), undone]


def _rows(view: ClosedTaskView, say: Localizer) -> tuple[tuple[Button, ...], ...]:
    """What can be pressed on a task that is done: the next one, and what became of the file."""
    done = view.done
    rows: list[tuple[Button, ...]] = []
    if done.next_task is not None:
        label = say("task-next", waiting=done.waiting)
        rows.append((press(label, OpenTask(done.next_task), Style.PRIMARY),))
    if done.undoable:
        rows.append((press(say("task-take-back"), TakeDecisionBack(view.task_id)),))
    kartu = press(say("task-kartu"), Kartu(view.case_id, paper=False))
    letter = (press(say("task-open-letter"), ShowLetter(view.task_id)),) if view.letter else ()
    return (*rows, (*letter, kartu))
