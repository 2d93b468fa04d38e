"""The card an officer decides from."""

from messages.card import Card
from messages.cards.closed_task import (
    MOST_MARKS,
    NOTES,
    WIDEST,
    closed_task_card,
    head_lines,
)
from messages.cards.collecting import collecting_prompt
from messages.cards.consultation import opinion_lines
from messages.cards.due import limit_line
from messages.cards.fitting import cut, fitted, sections
from messages.cards.hold import held_or
from messages.cards.marks import mark_line
from messages.cards.questions import asked_lines
from messages.cards.task_buttons import chosen, instructs, open_rows
from messages.cards.two_persons import barred_line, waived_line
from messages.cards.verbs import given_line, is_verb_face, verb_prompt
from messages.localizer import Localizer
from workflow.procedure import StepKind, Way
from workflow.signatures import noted_signatures
from workflow.views.closed_task import AnyTaskView, ClosedTaskView, TaskAwayView
from workflow.views.task import Choice, Face, Fact, TaskView

DOT = "●"  # a digit that nobody sees
_WORK_FIRST = {
    "words": "task-work-first-words",
    "files": "task-work-first-files",
    "both": "task-work-first",
}
_MOST_FACTS = 14
_MOST_TRAIL = 5
_MOST_FILES = 10
_MOST_SIGNATURES = 5


def task_card(view: AnyTaskView, say: Localizer) -> Card:
    """A task's card, as the task is now and for whoever reads it."""
    match view:
        case TaskView():
            return _open_card(view, say)
        case ClosedTaskView():
            return closed_task_card(view, say)
        case TaskAwayView():
            return _away_card(view, say)


def _open_card(view: TaskView, say: Localizer) -> Card:
    """One message, all that is needed, one press to decide."""
    text = fitted(lambda width: _open(view, say, width), WIDEST)
    return Card(text, open_rows(view, say, more=view.added or say("task-facts-cut") in text))


def _away_card(view: TaskAwayView, say: Localizer) -> Card:
    """A card whose owner has left the lane: nothing of the file, and nothing to press."""
    return Card(say("task-away", number=view.case_number))


def look_lines(view: TaskView, say: Localizer, width: int) -> tuple[list[str], ...]:
    """What there is to see of an open file, without what is asked of whoever decides it."""
    return (
        _head(view, say, width),
        _returned(view, say, width),
        _repaired(view, say, width),
        _facts(view, say, width),
        _trail(view, say, width),
        _papers(view, say, width),
        _state(view, say, width),
    )


def _open(view: TaskView, say: Localizer, width: int) -> str:
    return sections(*look_lines(view, say, width), _prompt(view, say, width))


def _head(view: TaskView, say: Localizer, width: int) -> list[str]:
    told = any(fact.value == view.subject for fact in view.facts)
    return head_lines(view, say, width, subject="" if told else view.subject)


def _returned(view: TaskView, say: Localizer, width: int) -> list[str]:
    if not view.because:
        return []
    reason = cut(view.because, NOTES * width)
    if view.corrects:
        return [say("task-corrects", number=view.corrects, reason=reason)]
    lines = [say("task-returned", reason=reason)]
    return lines + [mark_line(mark, say, width) for mark in view.because_marks[:MOST_MARKS]]


def _repaired(view: TaskView, say: Localizer, width: int) -> list[str]:
    if not view.repaired:
        return []
    titles = "; ".join(cut(title, width) for title in view.repaired[:MOST_MARKS])
    return [say("task-repaired", titles=titles)]


def _facts(view: TaskView, say: Localizer, width: int) -> list[str]:
    shown = view.facts[:_MOST_FACTS]
    lines = [_fact(fact, say, width) for fact in shown]
    if len(shown) < len(view.facts) or any(len(fact.value) > width for fact in shown):
        lines.append(say("task-facts-cut"))
    return lines


def _fact(fact: Fact, say: Localizer, width: int) -> str:
    title, value = cut(fact.title, width), cut(fact.value, width)
    if fact.lapsed is None:
        return say("task-fact", title=title, value=value)
    if fact.lapsed:
        return say("task-fact-lapsed", title=title, value=value)
    return say("task-fact-valid", title=title, value=value)


def _trail(view: TaskView, say: Localizer, width: int) -> list[str]:
    return [
        say(
            "task-trail",
            title=cut(trail.title, width),
            at=say.moment(trail.at, now=view.now),
            note=cut(trail.note, width),
        )
        for trail in view.trail[-_MOST_TRAIL:]
    ]


def _papers(view: TaskView, say: Localizer, width: int) -> list[str]:
    lines = []
    if view.files:
        lines.append(say("task-files", count=len(view.files)))
        for file in view.files[:_MOST_FILES]:
            title, name = cut(file.title, width), cut(file.name, min(width, 60))
            lines.append(say("task-file", title=title, name=name))
            lines += [
                say("task-file-signature", worth=worth, name=cut(name, width))
                for worth, name in noted_signatures(file.signatures)[:_MOST_SIGNATURES]
            ]
    if len(view.files) > _MOST_FILES:
        lines.append(say("list-more", count=len(view.files) - _MOST_FILES))
    if view.papers.letter:
        signed = view.papers.signed
        lines.append(
            say(
                "task-letter-signed" if signed else "task-letter",
                title=cut(view.papers.letter, width),
            )
        )
    return lines


def _state(view: TaskView, say: Localizer, width: int) -> list[str]:
    limit = limit_line(view.due, now=view.now, say=say)
    lines = held_or(limit, view.beside.held, view.now, say, width)
    lines += asked_lines(view.beside, view.now, say, width)
    if view.beside.given is not None:
        lines.append(given_line(view.beside.given, view, say, width))
    lines += opinion_lines(view.beside.opinions, view.now, say, width)
    if view.stamping:
        sealing = view.step.kind is not StepKind.SIGN
        lines.append(say("task-sealing" if sealing else "task-signing"))
    elif view.helping:
        lines.append(say("task-helping", lane=cut(view.helping, width)))
    elif view.barred is not None:
        lines.append(barred_line(view.barred, say))
    elif not view.mine:
        at = say.moment(view.received_at or view.opened_at, now=view.now)
        lines.append(say("task-held", holder=cut(view.holder, width), at=at))
    elif view.received_at is None:
        lines.append(say("task-not-received"))
    else:
        lines.append(say("task-received", at=say.moment(view.received_at, now=view.now)))
    if view.told:
        lines.append(say("task-told", names=", ".join(cut(one, width) for one in view.told)))
    return lines + waived_line(view.waived, say)


def _prompt(view: TaskView, say: Localizer, width: int) -> list[str]:
    """What is wanted now."""
    if view.stamping or not (view.mine or view.helping):
        return []
    if is_verb_face(view):
        return verb_prompt(view, say)
    choice = chosen(view)
    if choice is not None:
        return _asked(view, choice, say, width)
    if view.work.wanted and not view.work.done:
        return [say(_WORK_FIRST[view.work.asks])]
    if view.instructions:
        sentence = "task-instruction" if instructs(view) else "task-usual-note"
        return [say(sentence, text=cut(view.instructions[0], width))]
    return []


def _asked(view: TaskView, choice: Choice, say: Localizer, width: int) -> list[str]:
    forward = choice.way is Way.FORWARD
    match view.mode.face:
        case Face.MARKS:
            return [say("task-ask-marks")]
        case Face.GRANT:
            return [say("task-ask-grant")]
        case Face.TEAM:
            return [say("task-ask-team")]
        case Face.KEYPAD:
            return _keypad(view, say)
        case Face.COLLECT:
            return collecting_prompt(view, say)
        case Face.REASONS:
            ready = view.instructions if forward else choice.reasons
            asked = "task-ask-instruction" if instructs(view) else "task-ask-note"
            head = say(asked if forward else "task-ask-reason", label=choice.label)
            return [
                *_found(view, say, width),
                head,
                *_wanted(choice, say),
                *(
                    say("list-line", number=n, text=cut(text, width))
                    for n, text in enumerate(ready, start=1)
                ),
                say("task-words-ask-again" if choice.confirm else "task-words-decide"),
            ]
        case Face.WRITING:
            return [
                *_found(view, say, width),
                *_wanted(choice, say),
                _how_to_write(view, choice, say),
            ]
    lines = [_ask_sure(view, choice, say, width)]
    if view.mode.note:
        lines.append(say("task-note", note=cut(view.mode.note, NOTES * width)))
    return lines


def _wanted(choice: Choice, say: Localizer) -> list[str]:
    """What the SOP wants the words to say."""
    return [say("task-words-wanted", words=choice.ask)] if choice.ask else []


def _keypad(view: TaskView, say: Localizer) -> list[str]:
    asked = say("task-ask-keypad-again" if view.typed.again else "task-ask-keypad")
    count = view.typed.count
    return [asked, say("task-keypad-typed", dots=DOT * count, count=count)]


def _ask_sure(view: TaskView, choice: Choice, say: Localizer, width: int) -> str:
    """What the second press does: a signature is only spoken of where one is set."""
    if view.step.kind is not StepKind.SIGN or choice.way is not Way.FORWARD:
        return say("task-ask-sure", label=choice.label)
    if view.papers.signs:
        return say("task-ask-sign", title=cut(view.papers.signs, width))
    return say("task-ask-sign-nothing", label=choice.label)


def _found(view: TaskView, say: Localizer, width: int) -> list[str]:
    """What was marked on the face before."""
    marked = [mark for mark in view.marks if mark.defect is not None]
    return [mark_line(mark, say, width) for mark in marked[:MOST_MARKS]]


def _how_to_write(view: TaskView, choice: Choice, say: Localizer) -> str:
    """What sending the words does: a refusal is asked about once more, the rest is decided."""
    match choice.way:
        case Way.FORWARD:
            if choice.confirm:
                first = (
                    "task-write-instruction-first" if instructs(view) else "task-write-note-first"
                )
                return say(first)
            sentence = "task-write-instruction" if instructs(view) else "task-write-note"
            return say(sentence, label=choice.label)
        case Way.REFUSE:
            return say("task-write-refusal")
    return say("task-write-reason", label=choice.label)
