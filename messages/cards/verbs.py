"""The faces behind *Lainnya*: what can be done, and what each verb asks."""

from messages.actions.action import Action
from messages.actions.officer import Kartu
from messages.actions.verbs import BeginVerb, ChooseForVerb, DoVerb
from messages.card import Button, Style
from messages.cards.consultation import consult_prompt, consult_rows
from messages.cards.fitting import cut, press
from messages.cards.hold import hold_prompt, hold_rows
from messages.cards.questions import ask_prompt, ask_rows
from messages.localizer import Localizer
from workflow.verbs import Verb
from workflow.views.task import Face, GivenHere, TaskView, VerbOption

Row = tuple[Button, ...]

MOST_OPTIONS = 40
# Each verb: the words on its button, what its face asks, an option, what goes with a choice.
BUTTONS = {
    Verb.LIFT: "verb-lift",
    Verb.HOLD: "verb-hold",
    Verb.ASK: "verb-ask",
    Verb.UNASK: "verb-unask",
    Verb.CONSULT: "verb-consult",
    Verb.GIVE: "verb-give",
}
# Those that ask nothing: the press does it.
AT_ONCE = frozenset({Verb.LIFT, Verb.UNASK})
ASKS = {Verb.GIVE: "verb-give-ask"}
OPTIONS = {Verb.GIVE: "verb-give-to"}
WORDS = {Verb.GIVE: "verb-give-words"}
DOES = {Verb.GIVE: "verb-give-do"}


def is_verb_face(view: TaskView) -> bool:
    return view.mode.face in {Face.MORE, Face.VERB}


def verb_rows(view: TaskView, say: Localizer) -> list[Row]:
    """The buttons of the face: all verbs, whom or what one is for, or the press that does it."""
    if view.mode.face is Face.MORE:
        rows = [(press(say(BUTTONS[one]), _beginning(view, one)),) for one in view.beside.verbs]
        return [*rows, (press(say("task-kartu"), Kartu(view.case_id, paper=False)),)]
    verb, chosen = Verb(view.mode.outcome), _chosen(view)
    if verb in AT_ONCE:
        return [(press(say(BUTTONS[verb]), _beginning(view, verb)),)]
    if verb is Verb.HOLD:
        return hold_rows(view, say)
    if verb is Verb.ASK:
        return ask_rows(view, say)
    if verb is Verb.CONSULT:
        return consult_rows(view, say)
    if chosen is not None:
        does = say(DOES[verb], title=cut(chosen.title, 40))
        return [(press(does, DoVerb(view.task_id, verb, chosen.chosen), Style.SUCCESS),)]
    return [
        (press(_option(verb, one, say), ChooseForVerb(view.task_id, verb, one.chosen)),)
        for one in view.beside.options[:MOST_OPTIONS]
    ]


def _beginning(view: TaskView, verb: Verb) -> Action:
    return DoVerb(view.task_id, verb, "") if verb in AT_ONCE else BeginVerb(view.task_id, verb)


def _option(verb: Verb, option: VerbOption, say: Localizer) -> str:
    return say(OPTIONS[verb], title=option.title, count=option.count or 0)


def verb_prompt(view: TaskView, say: Localizer) -> list[str]:
    """What is wanted now on this face."""
    if view.mode.face is Face.MORE or view.mode.outcome in AT_ONCE:
        return [say("verb-more-ask")]
    verb, chosen = Verb(view.mode.outcome), _chosen(view)
    if verb is Verb.HOLD:
        return hold_prompt(view, say)
    if verb is Verb.ASK:
        return ask_prompt(view, say)
    if verb is Verb.CONSULT:
        return consult_prompt(view, say)
    if chosen is not None:
        return [say(WORDS[verb], title=cut(chosen.title, 80))]
    return [say(ASKS[verb])]


def given_line(given: GivenHere, view: TaskView, say: Localizer, width: int) -> str:
    """Who laid the file here, and what they said."""
    at = say.moment(given.at, now=view.now)
    who = {"title": cut(given.title, width), "name": cut(given.name, width), "at": at}
    if given.words:
        return say("task-given-words", words=cut(given.words, 3 * width), **who)
    return say("task-given", **who)


def _chosen(view: TaskView) -> VerbOption | None:
    """What this face was turned to; nothing where it has gone meanwhile."""
    return next((one for one in view.beside.options if one.chosen == view.mode.note), None)
