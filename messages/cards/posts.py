"""Jabatan and their holders: all of them, one of them, and the end of an appointment."""

from collections.abc import Callable

from messages.actions.action import Action
from messages.actions.office import (
    CancelInvitation,
    EndAppointment,
    EndSurely,
    Invite,
    NameActing,
    OfficeScreen,
    Post,
    Posts,
)
from messages.actions.supervisor import LockAccess
from messages.card import Button, Card, Style
from messages.cards.fitting import cut, fitted, press, sections
from messages.localizer import Localizer
from workflow.views.posts import EndingView, HolderLine, PostLine, PostsView, PostView

Row = tuple[Button, ...]

WIDEST = 120


def posts_card(view: PostsView, say: Localizer) -> Card:
    """A page of all jabatan; one press opens one."""
    rows: list[Row] = [
        (
            press(
                say("list-button", number=view.first + place, text=line.title),
                Post(0, line.jabatan),
            ),
        )
        for place, line in enumerate(view.lines)
    ]
    rows += turning(view.page, view.pages, Posts, say)
    rows.append((press(say("to-office"), OfficeScreen()),))
    return Card(fitted(lambda width: _posts(view, say, width), WIDEST), tuple(rows))


def _posts(view: PostsView, say: Localizer, width: int) -> str:
    return sections(
        [
            say("posts-title"),
            say("office-posts", held=view.held, vacant=view.vacant),
            *page_line(view.page, view.pages, say),
        ],
        (_line(view.first + place, line, say, width) for place, line in enumerate(view.lines)),
    )


def _line(number: int, line: PostLine, say: Localizer, width: int) -> str:
    title = cut(line.title, width)
    if line.holders:
        holders = cut(", ".join(line.holders), width)
        return say("posts-held", number=number, title=title, holders=holders)
    return say("posts-invited" if line.invited else "posts-vacant", number=number, title=title)


def post_card(view: PostView, say: Localizer) -> Card:
    """One jabatan: who holds it since when; invite, name an acting holder, end."""
    rows: list[Row] = [
        (press(say("post-invite"), Invite(view.jabatan)),),
        (press(say("post-name-acting"), NameActing(view.jabatan)),),
    ]
    for place, line in enumerate(view.lines):
        rows.append((_taking_away(view.first + place, line, say), *_locking(line, say)))
    rows += turning(view.page, view.pages, lambda page: Post(page, view.jabatan), say)
    rows.append((press(say("to-posts"), Posts(0)), press(say("to-office"), OfficeScreen())))
    return Card(fitted(lambda width: _post(view, say, width), WIDEST), tuple(rows))


def _taking_away(number: int, line: HolderLine, say: Localizer) -> Button:
    if line.expires_at is not None:
        label = say("post-cancel", number=number, name=line.name)
        return press(label, CancelInvitation(line.id))
    return press(say("post-end", number=number, name=line.name), EndAppointment(line.id))


def _locking(line: HolderLine, say: Localizer) -> Row:
    """The phone of somebody in office may be lost; a link has none."""
    if line.person_id is None:
        return ()
    return (press(say("post-lock"), LockAccess(line.person_id), Style.DANGER),)


def _post(view: PostView, say: Localizer, width: int) -> str:
    lines = [_holder(view.first + place, line, say, width) for place, line in enumerate(view.lines)]
    return sections(
        [
            say("post-title", title=cut(view.title, width)),
            say("post-files", files=view.files),
            *page_line(view.page, view.pages, say),
        ],
        lines or [say("post-nobody")],
    )


def _holder(number: int, line: HolderLine, say: Localizer, width: int) -> str:
    name = cut(f"{line.acting} {line.name}".strip(), width)
    if line.expires_at is not None:
        text = say("post-link", number=number, name=name, last=say.day(line.expires_at))
    elif line.last_on is None:
        text = say("post-held", number=number, name=name, first=say.day(line.first_on))
    else:
        text = say(
            "post-held-until" if line.begun else "post-to-come",
            number=number,
            name=name,
            first=say.day(line.first_on),
            last=say.day(line.last_on),
        )
    return "\n".join([text, say("post-sk", sk=cut(line.sk, width))]) if line.sk else text


def ending_card(view: EndingView, say: Localizer) -> Card:
    """What ends with an appointment, and the press that is sure."""
    files = [say("ending-files", files=view.files)] if view.files else []
    vacant = [say("ending-vacant")] if view.vacant else []
    text = sections(
        [say("ending-ask", name=cut(view.name, WIDEST), title=cut(view.title, WIDEST))],
        [say("ending-rights"), *files, *vacant],
    )
    yes = press(say("ending-yes"), EndSurely(view.appointment_id), Style.DANGER)
    return Card(text, ((press(say("ending-no"), Post(0, view.jabatan)),), (yes,)))


def page_line(page: int, pages: int, say: Localizer) -> list[str]:
    """Which page of how many; of 0, which nobody has counted, only which."""
    return [say("queue-page", page=page + 1, pages=pages)] if pages != 1 else []


def turning(page: int, pages: int, to: Callable[[int], Action], say: Localizer) -> list[Row]:
    """Buttons to the page before and the page after, where there are such."""
    buttons = []
    if page > 0:
        buttons.append(press(say("page-before"), to(page - 1)))
    if page + 1 < pages or not pages:
        buttons.append(press(say("page-after"), to(page + 1)))
    return [tuple(buttons)] if buttons else []
