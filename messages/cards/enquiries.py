"""Tanya kantor: the question as whoever asked sees it, and as whoever answers does."""

from messages.actions.applicant import OpenCase
from messages.actions.enquiries import Reply
from messages.actions.officer import Kartu
from messages.card import Button, Card, Style
from messages.cards.due import due_day, limit_line
from messages.cards.fitting import cut, fitted, press, sections
from messages.localizer import Localizer
from workflow.views.enquiry import EnquiryView

WIDEST = 1000


def enquiry_card(view: EnquiryView, say: Localizer) -> Card:
    """One card for the question and its answer."""
    text = fitted(lambda width: _text(view, say, width), WIDEST)
    return Card(text, _rows(view, say))


def _text(view: EnquiryView, say: Localizer, width: int) -> str:
    head = [
        say("enquiry-title" if view.answers else "enquiry-own-title"),
        say("question-case", title=cut(view.title, min(width, 160)), number=view.case_number),
    ]
    if view.answers and view.subject:
        head.append(say("task-subject", subject=cut(view.subject, min(width, 160))))
    return sections(head, _asked(view, say, width), _state(view, say, width))


def _asked(view: EnquiryView, say: Localizer, width: int) -> list[str]:
    at = say.moment(view.asked_at, now=view.now)
    lines = [say("ask-quote", words=cut(view.words, width))]
    if view.answers and view.asked_as:
        lines.append(say("enquiry-through", title=cut(view.asked_as, min(width, 160)), at=at))
    elif view.answers:
        lines.append(say("enquiry-by", at=at))
    else:
        lines.append(say("enquiry-to", title=cut(view.to, min(width, 160)), at=at))
    return lines


def _state(view: EnquiryView, say: Localizer, width: int) -> list[str]:
    if view.answered_at is not None:
        title = cut(view.answered_as, min(width, 160))
        at = say.moment(view.answered_at, now=view.now)
        answer = say("ask-quote", words=cut(view.answer, width))
        return [say("enquiry-answered", title=title, at=at), answer]
    if not view.answers:
        if view.due is None or view.due.late:
            return [say("enquiry-waits")]
        day = due_day(view.due.at, now=view.now, say=say)
        return [say("enquiry-waits-until", day=day)]
    limit = [limit_line(view.due, now=view.now, say=say)]
    return [*limit, say("enquiry-write")] if view.writing else limit


def _rows(view: EnquiryView, say: Localizer) -> tuple[tuple[Button, ...], ...]:
    if not view.answers:
        return () if view.asked_as else ((press(say("enquiry-case"), OpenCase(view.case_id)),),)
    if view.answered_at is not None or view.writing:
        return ()
    reply = press(say("enquiry-reply"), Reply(view.enquiry_id), Style.PRIMARY)
    return ((reply,), (press(say("task-kartu"), Kartu(view.case_id, paper=False)),))
