"""The face of a card that asks who has come for an answer."""

from messages.actions.officer import Collect
from messages.card import Button, Style
from messages.cards.fitting import press
from messages.localizer import Localizer
from workflow.collecting import Collector, read_asked
from workflow.views.task import Choice, TaskView

_WORDS = {
    Collector.SELF: "collect-self",
    Collector.FAMILY: "collect-family",
    Collector.PROXY: "collect-proxy",
}


def collecting_rows(view: TaskView, choice: Choice, say: Localizer) -> list[tuple[Button, ...]]:
    """Who it may be; nothing more once only the name is wanted."""
    if read_asked(view.mode.note).collector is not None:
        return []
    return [
        (press(say(words), Collect(view.task_id, choice.outcome, one), Style.SUCCESS),)
        for one, words in _WORDS.items()
    ]


def collecting_prompt(view: TaskView, say: Localizer) -> list[str]:
    collector = read_asked(view.mode.note).collector
    if collector is None:
        return [say("collect-ask")]
    return [say("collect-ask-name", who=collector.value)]
