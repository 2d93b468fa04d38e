"""The buttons of a task's card, for each of its faces."""

from collections.abc import Iterator, Sequence

from messages.actions.officer import (
    ChooseMember,
    ChooseReason,
    ClearDigits,
    Decide,
    FormTeam,
    GrantTo,
    Instruct,
    Kartu,
    MakeArchive,
    MarkItem,
    Numbers,
    Plain,
    Ready,
    ShowAnswers,
    ShowFiles,
    ShowLembarDisposisi,
    ShowLetter,
    Sure,
    Take,
    TypeDigit,
    Work,
    Write,
)
from messages.actions.verbs import ShowMore
from messages.card import Button, Style
from messages.cards.collecting import collecting_rows
from messages.cards.fitting import press
from messages.cards.marks import mark_button
from messages.cards.verbs import is_verb_face, verb_rows
from messages.localizer import Localizer
from workflow.procedure import StepKind, Way
from workflow.shown import digest_of
from workflow.views.task import Choice, Face, PersonLine, TaskView, chosen_of

Row = tuple[Button, ...]

FACES = frozenset(
    {
        Face.MARKS,
        Face.REASONS,
        Face.WRITING,
        Face.SURE,
        Face.GRANT,
        Face.TEAM,
        Face.KEYPAD,
        Face.COLLECT,
    }
)
_WORK = {"words": "task-work-words", "files": "task-work-files", "both": "task-work"}
_MOST_ITEMS = 80  # Telegram takes a hundred buttons under one message
_STYLES = {Way.FORWARD: Style.SUCCESS, Way.BACK: Style.PLAIN, Way.REFUSE: Style.DANGER}


def chosen(view: TaskView) -> Choice | None:
    """The way out that the card is turned to; nothing on its first face."""
    if view.mode.face not in FACES:
        return None
    return next((one for one in view.choices if one.outcome == view.mode.outcome), None)


def instructs(view: TaskView) -> bool:
    """True where the words that go on with the file tell somebody what to do; else it is a note."""
    return view.step.kind in {StepKind.DISPOSISI, StepKind.SIGN, StepKind.APPOINT}


def open_rows(view: TaskView, say: Localizer, *, more: bool) -> tuple[Row, ...]:
    """What can be pressed on a task that is still open; *more* was told than its text shows."""
    if view.stamping:
        return ()
    if view.barred is not None and not view.helping:
        return tuple(_looking(view, say, more=more))
    if not (view.mine or view.helping):
        take = press(say("task-take"), Take(view.task_id))
        return ((take,), *_looking(view, say, more=more))
    if is_verb_face(view):
        return (*verb_rows(view, say), (press(say("task-plain"), Plain(view.task_id)),))
    choice = chosen(view)
    if choice is None:
        return (*_deciding(view, say), *_looking(view, say, more=more))
    match view.mode.face:
        case Face.MARKS:
            rows = _marking(view, choice, say)
        case Face.REASONS:
            rows = _reasoning(view, choice, say)
        case Face.GRANT:
            rows = _granting(view, choice, say)
        case Face.TEAM:
            rows = _appointing(view, choice, say)
        case Face.KEYPAD:
            rows = _typing(view, choice, say)
        case Face.COLLECT:
            rows = collecting_rows(view, choice, say)
        case Face.SURE:
            yes = say("task-sure", label=_within(choice.label))
            sure = Sure(view.task_id, choice.outcome, digest_of(view.mode.note))
            rows = [(press(yes, sure, _STYLES[choice.way]),)]
            if view.papers.letter:
                rows.append((press(say("task-open-letter"), ShowLetter(view.task_id)),))
        case _:
            rows = []
    return (*rows, (press(say("task-plain"), Plain(view.task_id)),))


def _within(label: str) -> str:
    """A button's words inside a sentence: "tanda tangani", but "TTE dokumen"."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _deciding(view: TaskView, say: Localizer) -> Iterator[Row]:
    work = Work(view.task_id)
    ready = view.work.done or not view.work.wanted
    if not ready:
        yield (press(say(_WORK[view.work.asks]), work, Style.PRIMARY),)
    for choice in view.choices:
        if choice.way is Way.FORWARD and not ready:
            continue
        decide = Decide(view.task_id, choice.outcome)
        yield (Button(choice.label, decide, _STYLES[choice.way]),)
        if choice.way is Way.FORWARD and view.instructions:
            other = say("task-instruct" if instructs(view) else "task-other-note")
            yield (press(other, Instruct(view.task_id, choice.outcome)),)
    if ready and view.work.wanted:
        yield (press(say("task-work-again"), work),)


def _looking(view: TaskView, say: Localizer, *, more: bool) -> list[Row]:
    buttons = []
    if more:
        buttons.append(press(say("task-open-answers"), ShowAnswers(view.task_id)))
    if view.files:
        buttons.append(
            press(say("task-open-files", count=len(view.files)), ShowFiles(view.task_id))
        )
    if view.numbers:
        buttons.append(press(say("task-open-numbers"), Numbers(view.task_id)))
    if view.papers.letter:
        buttons.append(press(say("task-open-letter"), ShowLetter(view.task_id)))
    if view.papers.sheet:
        buttons.append(press(say("task-open-sheet"), ShowLembarDisposisi(view.task_id)))
    if view.mine:
        buttons.append(press(say("task-more"), ShowMore(view.task_id)))
    else:
        buttons.append(press(say("task-kartu"), Kartu(view.case_id, paper=False)))
    return pairs(buttons)


def pairs(buttons: Sequence[Button]) -> list[Row]:
    """Two buttons a row, as a phone shows them with whole words."""
    return [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]


def _marking(view: TaskView, choice: Choice, say: Localizer) -> list[Row]:
    rows: list[Row] = [
        (press(mark_button(mark, say), MarkItem(view.task_id, choice.outcome, mark.item)),)
        for mark in view.marks[:_MOST_ITEMS]
        if mark.item is not None
    ]
    onward = ChooseReason(view.task_id, choice.outcome)
    rows.append((press(say("task-choose-reason"), onward, Style.PRIMARY),))
    return rows


def _granting(view: TaskView, choice: Choice, say: Localizer) -> list[Row]:
    return [
        (
            press(
                say("task-grant-to", name=person.name, jabatan=person.jabatan),
                GrantTo(view.task_id, choice.outcome, person.person_id),
            ),
        )
        for person in view.people[:_MOST_ITEMS]
    ]


def _member(person: PersonLine, say: Localizer) -> str:
    if person.leads:
        return say("task-member-leads", name=person.name, jabatan=person.jabatan)
    sentence = "task-member-in" if person.chosen else "task-member-out"
    return say(sentence, name=person.name, jabatan=person.jabatan)


def _appointing(view: TaskView, choice: Choice, say: Localizer) -> list[Row]:
    rows: list[Row] = []
    for person in view.people[:_MOST_ITEMS]:
        label = _member(person, say)
        choose = ChooseMember(
            view.task_id, choice.outcome, person.person_id, member=not person.chosen
        )
        rows.append((press(label, choose),))
    done = FormTeam(view.task_id, choice.outcome, digest_of(*chosen_of(view.people)))
    rows.append((Button(choice.label, done, Style.SUCCESS),))
    return rows


def _typing(view: TaskView, choice: Choice, say: Localizer) -> list[Row]:
    typed = view.typed
    first = not (typed.count or typed.again)
    digits = [
        Button(str(digit), TypeDigit(view.task_id, digit, first)) for digit in (*range(1, 10), 0)
    ]
    rows: list[Row] = [tuple(digits[at : at + 3]) for at in (0, 3, 6)]
    clear = press(say("task-keypad-clear"), ClearDigits(view.task_id))
    label = choice.label if typed.again else say("task-keypad-next")
    make = MakeArchive(view.task_id, choice.outcome, typed.again)
    return [*rows, (clear, digits[9]), (Button(label, make, Style.SUCCESS),)]


def _reasoning(view: TaskView, choice: Choice, say: Localizer) -> list[Row]:
    ready = view.instructions if choice.way is Way.FORWARD else choice.reasons
    rows: list[Row] = [
        (
            press(
                say("list-button", number=index + 1, text=text),
                Ready(view.task_id, choice.outcome, digest_of(text)),
            ),
        )
        for index, text in enumerate(ready[:_MOST_ITEMS])
    ]
    rows.append((press(say("task-write"), Write(view.task_id, choice.outcome)),))
    return rows
