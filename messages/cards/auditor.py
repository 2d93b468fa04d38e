"""The log: what was done with files beside deciding, and who saw numbers of persons."""

from messages.actions.auditor import ReadLog
from messages.actions.officer import Kartu
from messages.card import Card
from messages.cards.fitting import cut, fitted, press, sections
from messages.cards.posts import page_line
from messages.cards.task_buttons import pairs
from messages.localizer import Localizer
from workflow.case import LinkEvent
from workflow.custody import CustodyEvent
from workflow.logged import Logged
from workflow.views.logged import LogLine, LogView

WIDEST = 120
_NOTED = {
    CustodyEvent.GIVEN: "log-given",
    CustodyEvent.CASE_WITHDRAWN: "log-withdrawn",
    CustodyEvent.REOPENED: "log-reopened",
    CustodyEvent.SURVEYED: "log-surveyed",
}
_LINKS = {
    LinkEvent.LINKED: "log-linked",
    LinkEvent.UNLINKED: "log-unlinked",
    LinkEvent.WRONG: "log-link-wrong",
}


def log_card(view: LogView, say: Localizer) -> Card:
    """The newest first, with the kartu kendali of each file."""
    if not view.lines:
        return Card(say("log-empty"), ((press(say("refresh"), ReadLog(0)),),))
    cases = {line.case_id: line.number for line in view.lines}
    opened = [press(number, Kartu(case_id, paper=False)) for case_id, number in cases.items()]
    turning = [press(say("refresh"), ReadLog(view.page))]
    if view.page > 0:
        turning.insert(0, press(say("page-before"), ReadLog(view.page - 1)))
    if view.page + 1 < view.pages or not view.pages:
        turning.append(press(say("page-after"), ReadLog(view.page + 1)))
    head = [say("log-title"), *page_line(view.page, view.pages, say)]
    text = fitted(
        lambda width: sections(head, *([_line(one, view, say, width)] for one in view.lines)),
        WIDEST,
    )
    return Card(text, (*pairs(opened), tuple(turning)))


def _line(line: LogLine, view: LogView, say: Localizer, width: int) -> str:
    at = say.moment(line.at, now=view.now)
    what = say(_what(line))
    return say("log-line", at=at, number=line.number, what=what, name=cut(line.name, width))


def _what(line: LogLine) -> str:
    match line.event:
        case LinkEvent() as event:
            return _LINKS[event]
        case CustodyEvent() as event:
            return _NOTED.get(event, "log-noted")
    return "log-numbers" if line.what is Logged.NUMBERS else "log-noted"
