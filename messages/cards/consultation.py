"""Minta pendapat: whom one may ask, what is asked, and what came back."""

from collections.abc import Sequence
from datetime import datetime

from messages.actions.consultation import GiveOpinion
from messages.actions.verbs import ChooseForVerb
from messages.card import Button, Card, Style
from messages.cards.due import limit_line
from messages.cards.fitting import cut, fitted, press, sections
from messages.localizer import Localizer
from workflow.consulting import ConsultationEnd, read_asked
from workflow.verbs import Verb
from workflow.views.consultation import ConsultationView
from workflow.views.task import OpinionShown, TaskView

WIDEST = 160
_WORDS = 5  # a question or opinion may be so many times wider
_MOST_FACTS = 14
_MOST_OPTIONS = 40
_MOST_OPINIONS = 6


def consult_rows(view: TaskView, say: Localizer) -> list[tuple[Button, ...]]:
    """The jabatan that may be asked, a tick before those that are chosen."""
    return [
        (
            press(
                say("consult-chosen" if one.count else "consult-option", title=cut(one.title, 40)),
                ChooseForVerb(view.task_id, Verb.CONSULT, one.chosen),
            ),
        )
        for one in view.beside.options[:_MOST_OPTIONS]
    ]


def consult_prompt(view: TaskView, say: Localizer) -> list[str]:
    """Whom to ask; and once somebody is chosen, to write the question."""
    chosen = set(read_asked(view.mode.note))
    titles = [cut(one.title, 60) for one in view.beside.options if one.chosen in chosen]
    if not titles:
        return [say("consult-ask-whom")]
    return [say("consult-ask-words", titles="; ".join(titles))]


def opinion_lines(
    opinions: Sequence[OpinionShown], now: datetime, say: Localizer, width: int
) -> list[str]:
    """Who was asked about the file, and what they said."""
    return [_opinion(one, now, say, width) for one in opinions[-_MOST_OPINIONS:]]


def _opinion(one: OpinionShown, now: datetime, say: Localizer, width: int) -> str:
    title, question = cut(one.title, width), cut(one.question, width)
    if one.given_at is None:
        asked = say.moment(one.asked_at, now=now)
        return say("task-opinion-asked", title=title, at=asked, question=question)
    at = say.moment(one.given_at, now=now)
    opinion, name = cut(one.opinion, _WORDS * width), cut(one.name, width)
    return say("task-opinion", title=title, name=name, at=at, opinion=opinion)


def consultation_card(view: ConsultationView, say: Localizer) -> Card:
    """For whoever is asked: the facts of the file, the question, one button."""
    text = fitted(lambda width: _text(view, say, width), WIDEST)
    if view.ending is not None or view.writing:
        return Card(text)
    answer = press(say("opinion-give"), GiveOpinion(view.consultation_id), Style.SUCCESS)
    return Card(text, ((answer,),))


def _text(view: ConsultationView, say: Localizer, width: int) -> str:
    at = say.moment(view.asked_at, now=view.now)
    asked_by, asked_as = cut(view.asked_by, width), cut(view.asked_as, width)
    head = [
        say("consultation-title", number=view.case_number),
        say("consultation-about", procedure=cut(view.procedure_title, width)),
    ]
    if view.subject and all(fact.value != view.subject for fact in view.facts):
        head.append(say("task-subject", subject=cut(view.subject, width)))
    lines = [
        say("task-fact", title=cut(one.title, width), value=cut(one.value, width))
        for one in view.facts[:_MOST_FACTS]
    ]
    question = [
        say("consultation-asked", name=asked_by, title=asked_as, at=at),
        say("consultation-words", words=cut(view.question, _WORDS * width)),
    ]
    return sections(head, lines, question, _state(view, say, width))


def _state(view: ConsultationView, say: Localizer, width: int) -> list[str]:
    if view.ending is None:
        limit = [limit_line(view.due, now=view.now, say=say)]
        return [*limit, say("opinion-write")] if view.writing else limit
    at = "" if view.ended_at is None else say.moment(view.ended_at, now=view.now)
    if view.ending is ConsultationEnd.OVERTAKEN:
        return [say("consultation-overtaken", at=at)]
    who = {"name": cut(view.given_by, width), "title": cut(view.given_as, width), "at": at}
    return [
        say("consultation-given", **who),
        say("consultation-words", words=cut(view.opinion, _WORDS * width)),
    ]
