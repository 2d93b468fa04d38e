"""Tanya pemohon: what asks it on a file's card, and the question on the applicant's phone."""

from datetime import datetime

from messages.actions.questions import AnswerQuestion, SendAnswer
from messages.actions.verbs import ChooseForVerb, DoVerb
from messages.card import Button, Card, Style
from messages.cards.fitting import cut, fitted, press, sections
from messages.localizer import Localizer
from workflow.pauses import Whose
from workflow.questions import ANSWER_SLOT, AskChoice, SideEnd, read_ask
from workflow.verbs import Verb
from workflow.views.question import AskedShown, QuestionView
from workflow.views.task import BesideDeciding, TaskView, VerbOption

Row = tuple[Button, ...]

WIDEST = 1000
_MOST_ASKED = 3
_MOST_NAMES = 10
_WORDS = 3  # words may be so many times wider than a title


def ask_rows(view: TaskView, say: Localizer) -> list[Row]:
    """The questions; then whether the limit waits, by which a ready-made one is asked."""
    choice = read_ask(view.mode.note)
    if choice is not None and choice.waits is not None:
        return []
    return [(_option(view, one, choice, say),) for one in view.beside.options]


def _option(view: TaskView, option: VerbOption, choice: AskChoice | None, say: Localizer) -> Button:
    goes_on = ChooseForVerb(view.task_id, Verb.ASK, option.chosen)
    if choice is None:
        return press(option.title or say("ask-own"), goes_on)
    chosen = read_ask(option.chosen)
    waits = chosen is not None and chosen.waits
    label = say("ask-waits" if waits else "ask-runs")
    if choice.ready is None:
        return press(label, goes_on)
    return press(label, DoVerb(view.task_id, Verb.ASK, option.chosen))


def ask_prompt(view: TaskView, say: Localizer) -> list[str]:
    """What is wanted now: a question, whether the limit waits, or the words."""
    choice = read_ask(view.mode.note)
    if choice is None:
        return [say("ask-which")]
    if choice.waits is not None:
        return [say("ask-words")]
    texts = {one.title for one in view.beside.options if one.title}
    return [*(say("ask-quote", words=cut(one, WIDEST)) for one in texts), say("ask-whether-waits")]


def asked_lines(beside: BesideDeciding, now: datetime, say: Localizer, width: int) -> list[str]:
    """What the applicant was asked at this step, and answered.

    What the file waits for is told as that, once.
    """
    waits = beside.held is not None and beside.held.whose is Whose.APPLICANT
    asked = [one for one in beside.asked if one.ending is not None or not waits]
    return [line for one in asked[-_MOST_ASKED:] for line in _asked(one, now, say, width)]


def _asked(one: AskedShown, now: datetime, say: Localizer, width: int) -> list[str]:
    at = say.moment(one.asked_at, now=now)
    asked = say("asked-line", words=cut(one.words, _WORDS * width), at=at)
    if one.ending is not SideEnd.ANSWERED or one.ended_at is None:
        return [asked, say("asked-withdrawn" if one.ending else "asked-open")]
    words = cut(one.answer, _WORDS * width)
    lines = [_answered(one.by, say.moment(one.ended_at, now=now), say, width)]
    if words:
        lines.append(say("ask-quote", words=words))
    if one.files:
        lines.append(say("asked-files", count=one.files))
    return [asked, *lines]


def _answered(by: str, at: str, say: Localizer, width: int) -> str:
    if by:
        return say("asked-answer-through", at=at, by=cut(by, width))
    return say("asked-answer", at=at)


def question_card(view: QuestionView, say: Localizer) -> Card:
    """What the office asks, how to answer, and what became of it."""
    return Card(fitted(lambda width: _question(view, say, width), WIDEST), _rows(view, say))


def _question(view: QuestionView, say: Localizer, width: int) -> str:
    at = say.moment(view.asked_at, now=view.now)
    title = cut(view.title, min(width, 160))
    return sections(
        [
            say("question-title"),
            say("question-case", title=title, number=view.case_number),
            *([say("question-for", subject=cut(view.subject, width))] if view.in_the_name else []),
        ],
        [
            say("ask-quote", words=cut(view.words, width)),
            say("question-by", title=cut(view.asked_as, width), at=at),
        ],
        _given(view, say, width),
        _wanted(view, say),
    )


def _given(view: QuestionView, say: Localizer, width: int) -> list[str]:
    lines = []
    if view.answer:
        lines += [say("question-answer"), say("ask-quote", words=cut(view.answer, width))]
    if view.files:
        names = ", ".join(cut(one, min(width, 60)) for one in view.files[:_MOST_NAMES])
        lines.append(say("question-files", count=len(view.files), names=names))
    return lines


def _wanted(view: QuestionView, say: Localizer) -> list[str]:
    """How to answer; or what became of the question."""
    if view.ended_at is not None:
        at = say.moment(view.ended_at, now=view.now)
        return [say(_ENDED[view.ending or SideEnd.OVERTAKEN], at=at)]
    if view.writing:
        given = view.answer or view.files
        how = say("question-how", most=ANSWER_SLOT.most)
        return [how, say("question-send-how")] if given else [how]
    return [say("question-waits")] if view.waits else []


_ENDED = {
    SideEnd.ANSWERED: "question-answered",
    SideEnd.WITHDRAWN: "question-is-withdrawn",
    SideEnd.OVERTAKEN: "question-is-overtaken",
}


def _rows(view: QuestionView, say: Localizer) -> tuple[Row, ...]:
    if view.ended_at is not None:
        return ()
    if view.writing and (view.answer or view.files):
        send = SendAnswer(view.question_id)
        return ((press(say("question-send"), send, Style.SUCCESS),),)
    if view.writing:
        return ()
    answer = AnswerQuestion(view.question_id)
    return ((press(say("question-begin"), answer, Style.PRIMARY),),)
