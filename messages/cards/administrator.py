"""The administrator's screen: what is vacant, and what could stop the office."""

from datetime import date

from messages.actions.everybody import Home
from messages.actions.office import Days, OfficeScreen, Post, Posts, SopPicture
from messages.card import Button, Card
from messages.cards.fitting import cut, fitted, press, sections
from messages.localizer import Localizer
from workflow.views.office import OfficeView
from workflow.views.posts import PostLine

WIDEST = 120
_MOST_LINES = 20
_MOST_VACANT = 10


def office_card(view: OfficeView, say: Localizer) -> Card:
    """The office at a glance; one press leads to all jabatan, or to a vacant one."""
    rows: list[tuple[Button, ...]] = [
        (press(say("office-to-posts"), Posts(0)),),
        (press(say("to-days"), Days(0)),),
    ]
    rows += [
        (press(say("office-fill", title=post.title), Post(0, post.jabatan)),)
        for post in view.vacant[:_MOST_VACANT]
    ]
    rows += [
        (press(say("office-picture", title=one.title), SopPicture(one.procedure_id)),)
        for one in view.procedures[:_MOST_LINES]
    ]
    rows.append((press(say("refresh"), OfficeScreen()), press(say("to-home"), Home())))
    return Card(fitted(lambda width: _office(view, say, width), WIDEST), tuple(rows))


def _office(view: OfficeView, say: Localizer, width: int) -> str:
    return sections(
        [
            say("office-title", office=view.office),
            say("office-posts", held=view.held, vacant=len(view.vacant)),
        ],
        _vacant(view, say, width),
        _unheld(view, say, width),
        _procedures(view, say, width),
        _closures(view, say, width),
        _health(view, say),
    )


def _vacant(view: OfficeView, say: Localizer, width: int) -> list[str]:
    if not view.vacant:
        return []
    lines = [_post(post, say, width) for post in view.vacant[:_MOST_VACANT]]
    if len(view.vacant) > len(lines):
        lines.append(say("list-more", count=len(view.vacant) - len(lines)))
    return [say("office-vacant"), *lines]


def _post(post: PostLine, say: Localizer, width: int) -> str:
    title = cut(post.title, width)
    if post.invited:
        return say("office-post-invited", title=title)
    return say("list-item", text=title)


def _unheld(view: OfficeView, say: Localizer, width: int) -> list[str]:
    if not view.lanes_unheld:
        return []
    shown = view.lanes_unheld[:_MOST_LINES]
    lines = [say("list-item", text=cut(lane, width)) for lane in shown]
    if len(view.lanes_unheld) > len(shown):
        lines.append(say("list-more", count=len(view.lanes_unheld) - len(shown)))
    return [say("office-lanes"), *lines]


def _procedures(view: OfficeView, say: Localizer, width: int) -> list[str]:
    if not view.procedures:
        return [say("office-no-procedures")]
    lines = [
        say("office-procedure", title=cut(one.title, width), version=str(one.version))
        for one in view.procedures[:_MOST_LINES]
    ]
    return [say("office-procedures"), *lines]


def _closures(view: OfficeView, say: Localizer, width: int) -> list[str]:
    if not view.next_closures:
        return []
    lines = [
        say(
            "office-closure-estimated" if estimated else "office-closure",
            day=say.day(date.fromisoformat(on)),
            reason=cut(reason, width),
        )
        for on, reason, estimated in view.next_closures[:_MOST_LINES]
    ]
    return [say("office-closures"), *lines]


def _health(view: OfficeView, say: Localizer) -> list[str]:
    lines = [say("office-waiting", waiting=view.waiting)]
    if view.parked:
        lines.append(say("office-parked", parked=view.parked))
    return lines
