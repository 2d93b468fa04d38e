"""Files on hold: what a card says of it, what Tunda asks, and what a superior is asked."""

from datetime import datetime, timedelta

from messages.actions.hold import AgreeHold, EndHold
from messages.actions.officer import Kartu
from messages.actions.verbs import ChooseForVerb, DoVerb
from messages.card import Button, Card, Style
from messages.cards.fitting import cut, fitted, press, sections
from messages.formatting import duration
from messages.localizer import Localizer
from workflow.holds import HoldChoice, read_choice
from workflow.pauses import Whose
from workflow.verbs import Verb
from workflow.views.hold import AgreementView, HoldShown
from workflow.views.task import TaskView, VerbOption

Row = tuple[Button, ...]

WIDEST = 160
_WORDS = 3  # a reason may be so many times wider


def held_or(
    due: str, held: HoldShown | None, now: datetime, say: Localizer, width: int
) -> list[str]:
    """By when a file is to be done, unless its limit waits; and for what the file does."""
    if held is None:
        return [due]
    waits = _held(held, now, say, width)
    return waits if held.stopped else [due, *waits]


def _held(held: HoldShown, now: datetime, say: Localizer, width: int) -> list[str]:
    """Since when, for what, until when; and what that does to the limit."""
    asked = held.whose is Whose.APPLICANT
    since, words = say.moment(held.since, now=now), cut(held.words, _WORDS * width)
    lines = [say("hold-asking" if asked else "hold-since", since=since, words=words)]
    if held.until is not None:
        sentence = "hold-outlasted" if held.outlasted else "hold-until"
        lines.append(say(sentence, until=held.until))
    return [*lines, _limit(held, say)]


def _limit(held: HoldShown, say: Localizer) -> str:
    if not held.stopped:
        return say("hold-limit-runs")
    if held.left is None:
        return say("hold-no-limit")
    late = held.left < timedelta()
    return say("hold-limit-late" if late else "hold-limit-waits", span=duration(held.left, say))


def hold_rows(view: TaskView, say: Localizer) -> list[Row]:
    """The reasons; then the days, of which one press does it unless words are still to come."""
    choice = read_choice(view.mode.note)
    if choice is not None and choice.dated:
        return []
    return [(_option(view, one, choice, say),) for one in view.beside.options]


def _option(
    view: TaskView, option: VerbOption, choice: HoldChoice | None, say: Localizer
) -> Button:
    asks_on = ChooseForVerb(view.task_id, Verb.HOLD, option.chosen)
    if choice is None:
        return press(option.title or say("hold-own"), asks_on)
    label = say("hold-open") if option.day is None else say("hold-until-day", day=option.day)
    if choice.reason is None:
        return press(label, asks_on)
    return press(label, DoVerb(view.task_id, Verb.HOLD, option.chosen))


def hold_prompt(view: TaskView, say: Localizer) -> list[str]:
    """What is wanted now: a reason, a day, or the words."""
    choice = read_choice(view.mode.note)
    if choice is None:
        return [say("hold-ask-reason")]
    return [say("hold-ask-words" if choice.dated else "hold-ask-day")]


def agreement_card(view: AgreementView, say: Localizer) -> Card:
    """One press agrees; one ends the hold; and what became of it, once it is known."""
    rows: list[Row] = []
    if view.ended_at is None and view.agreed_at is None:
        agree = AgreeHold(view.task_id, view.pause_id)
        rows.append((press(say("hold-agree"), agree, Style.SUCCESS),))
    if view.ended_at is None:
        rows.append((press(say("hold-end"), EndHold(view.task_id, view.pause_id)),))
    rows.append((press(say("task-kartu"), Kartu(view.case_id, paper=False)),))
    return Card(fitted(lambda width: _agreement(view, say, width), WIDEST), tuple(rows))


def _agreement(view: AgreementView, say: Localizer, width: int) -> str:
    file = say(
        "hold-file",
        number=view.case_number,
        short=cut(view.step_short, width),
        subject=cut(view.subject, width),
    )
    asker = {
        "holder": cut(view.holder, width),
        "jabatan": cut(view.jabatan, width),
        "at": say.moment(view.since, now=view.now),
    }
    asked = say("hold-asked-for", words=cut(view.words, _WORDS * width), **asker)
    until = [] if view.until is None else [say("hold-until", until=view.until)]
    return sections([say("hold-agree-title"), file], [asked, *until], [_became(view, say, width)])


def _became(view: AgreementView, say: Localizer, width: int) -> str:
    if view.ended_at is not None:
        at = say.moment(view.ended_at, now=view.now)
        if view.decided:
            return say("hold-ended-decided", at=at)
        return say("hold-ended", title=cut(view.ended_as, width), at=at)
    if view.agreed_at is not None:
        at = say.moment(view.agreed_at, now=view.now)
        return say("hold-agreed-by", title=cut(view.agreed_as, width), at=at)
    return say("hold-agree-ask")
