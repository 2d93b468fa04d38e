"""The kartu kendali in the chat: who held the file, from when to when."""

from datetime import datetime, timedelta

from messages.actions.corrections import AskCorrection
from messages.actions.enquiries import AskOffice
from messages.actions.officer import AskUnlink, Kartu, Unlink
from messages.actions.survey import EnterSurvey
from messages.actions.withdrawing import AskWithdraw, Reopen
from messages.card import LONGEST_TEXT, Button, Card, Style
from messages.cards.case import paper_rows
from messages.cards.fitting import cut, press, sections, visible_length
from messages.cards.leaving import is_leaving, leaving_rows
from messages.cards.marks import mark_line
from messages.cards.two_persons import waived_line
from messages.custody import note_sentences
from messages.formatting import duration, limit_in_words
from messages.localizer import Localizer
from workflow.case import CaseState, LinkEvent
from workflow.kartu_kendali import KartuKendaliEntry
from workflow.pauses import Pause, PauseEnd, Whose
from workflow.views.case import KartuKendaliLine, KartuKendaliView, LinkLine

WIDEST_NOTE = 160
_MOST_MARKS = 10
_LEFT = {
    CaseState.WITHDRAWN: "kartu-left-withdrawn",
    CaseState.LAPSED: "kartu-left-lapsed",
}
_MOST_LINKS = 6
_ROOM = LONGEST_TEXT - 700  # for the links, and for the line that says how many rows were left out


def kartu_kendali_card(view: KartuKendaliView, say: Localizer) -> Card:
    """The newest rows that fit in a message; the PDF has them all."""
    head = [
        say("kartu-title", number=view.number),
        say("kartu-of", title=cut(view.title, 160), subject=cut(view.subject, 160)),
    ]
    rows = [_row(line, view.now, say) for line in view.rows]
    left_out = _left_out(sections(head), rows)
    more = [say("kartu-older", count=left_out)] if left_out else []
    asked = [say("withdraw-ask-for")] if is_leaving(view) else []
    if view.asked:
        asked = [say("kartu-unlink-ask")]
    text = sections(head, more, *([row] for row in rows[left_out:]), _links(view, say), asked)
    if is_leaving(view):
        return Card(text, tuple(leaving_rows(view.case_id, say)))
    button = press(say("kartu-paper"), Kartu(view.case_id, paper=True))
    papers = paper_rows(view.case_id, view.papers, say)
    return Card(text, ((button,), *papers, *_for_applicant(view, say), *_unlinking(view, say)))


def _for_applicant(view: KartuKendaliView, say: Localizer) -> list[tuple[Button, ...]]:
    """For the counter, what it does in the name of an applicant without Telegram: ask about the
    file, withdraw it, take up what lapsed, have a delivered answer corrected, enter a survey."""
    offered = {
        "correction-begin-for": AskCorrection(view.case_id) if view.corrects else None,
        "enquiry-begin-for": AskOffice(view.case_id) if view.enquires else None,
        "withdraw-begin-for": AskWithdraw(view.case_id) if view.withdrawable else None,
        "survey-enter": EnterSurvey(view.case_id) if view.rates else None,
        "lapse-reopen-for": Reopen(view.case_id) if view.reopenable else None,
    }
    return [(press(say(words), one),) for words, one in offered.items() if one is not None]


def _links(view: KartuKendaliView, say: Localizer) -> list[str]:
    """What became of the link on the resi, the newest last."""
    return [_link(one, view.now, say) for one in view.links[-_MOST_LINKS:]]


def _link(link: LinkLine, now: datetime, say: Localizer) -> str:
    at = say.moment(link.at, now=now)
    match link.what:
        case LinkEvent.LINKED:
            return say("kartu-linked", at=at)
        case LinkEvent.UNLINKED:
            return say("kartu-unlinked", at=at, name=cut(link.name, 80))
    return say("kartu-link-wrong", at=at)


def _unlinking(view: KartuKendaliView, say: Localizer) -> tuple[tuple[Button, ...], ...]:
    """For the counter: part the case from the phone that follows it, asked once more."""
    if not view.undoable:
        return ()
    if not view.asked:
        words = "kartu-move" if view.moves else "kartu-unlink"
        return ((press(say(words), AskUnlink(view.case_id)),),)
    sure = press(
        say("kartu-move-sure" if view.moves else "kartu-unlink-sure"),
        Unlink(view.case_id),
        Style.DANGER,
    )
    return ((sure,), (press(say("task-plain"), Kartu(view.case_id, paper=False)),))


def _left_out(head: str, rows: list[str]) -> int:
    """How many of the oldest rows do not fit any more."""
    room = _ROOM - visible_length(head)
    for kept, row in enumerate(reversed(rows)):
        room -= visible_length(row) + 2
        if room < 0:
            return len(rows) - kept
    return 0


def _row(line: KartuKendaliLine, now: datetime, say: Localizer) -> str:
    entry = line.entry
    head = say("kartu-row", step=line.step_number, lane=cut(line.lane_title, 80))
    if entry.pause is None:
        lines = [head, *_hands(entry, now, say), _times(entry, say)]
        lines += [_unstopped(one, now, say) for one in entry.unstopped]
    else:
        lines = [head, *_pause(entry, entry.pause, now, say)]
    if entry.last:
        lines += _came_of(entry, now, say) if entry.pause is not None else []
        lines.append(_limit(line, say))
    if entry.note:
        lines.append(say("kartu-note", note=cut(entry.note, WIDEST_NOTE)))
    for note in line.notes:
        at = say.moment(note.at, now=now)
        lines += note_sentences(note, at, say, longest=WIDEST_NOTE)
    lines += waived_line(line.alone, say)
    lines += [mark_line(mark, say, 60) for mark in line.marks[:_MOST_MARKS]]
    return "\n".join(lines)


def _hands(entry: KartuKendaliEntry, now: datetime, say: Localizer) -> list[str]:
    """Who gave the file, who took it, and what came of it."""
    lines = [_given(entry, now, say)]
    if entry.received_at is None:
        lines.append(say("kartu-not-received"))
    elif entry.taken_here:
        at = say.moment(entry.received_at, now=now)
        lines.append(say("kartu-received", taker=cut(entry.received_by, 80), at=at))
    return [*lines, *_came_of(entry, now, say)]


def _came_of(entry: KartuKendaliEntry, now: datetime, say: Localizer) -> list[str]:
    """The decision, struck where it was taken back; or that what lay here was."""
    if entry.done_at is None or not entry.last:
        return []
    at, outcome = say.moment(entry.done_at, now=now), cut(entry.outcome, 60)
    if entry.recalled:
        return [say("kartu-recalled", at=at)]
    if entry.left_as is not None:
        return [say(_LEFT[entry.left_as], at=at)]
    if entry.undone_at is None:
        return [say("kartu-done", outcome=outcome, at=at)]
    undone = say("kartu-undone", at=say.moment(entry.undone_at, now=now))
    return [say("kartu-done-struck", outcome=outcome, at=at), undone]


def _given(entry: KartuKendaliEntry, now: datetime, say: Localizer) -> str:
    at = say.moment(entry.handed_over_at, now=now)
    if not entry.first:
        return say("kartu-went-on", at=at)
    if entry.handed_over_by:
        return say("kartu-given", giver=cut(entry.handed_over_by, 80), at=at)
    return say("kartu-begun", at=at)


def _unstopped(pause: Pause, now: datetime, say: Localizer) -> str:
    at = say.moment(pause.begun_at, now=now)
    words = cut(pause.words, WIDEST_NOTE)
    return say("kartu-unstopped", by=cut(pause.begun_as, 80), at=at, words=words)


def _pause(entry: KartuKendaliEntry, pause: Pause, now: datetime, say: Localizer) -> list[str]:
    """What the file waited for, with whose agreement, until when, and how long it was."""
    asked = pause.whose is Whose.APPLICANT
    lines = [
        say(
            "kartu-asked" if asked else "kartu-held",
            by=cut(pause.begun_as, 80),
            at=say.moment(pause.begun_at, now=now),
            words=cut(pause.words, WIDEST_NOTE),
        )
    ]
    if pause.until is not None:
        lines.append(say("kartu-held-until", until=pause.until))
    if pause.agreed_by is not None and pause.stopped_at is not None:
        at = say.moment(pause.stopped_at, now=now)
        lines.append(say("kartu-held-agreed", by=cut(pause.agreed_as, 80), at=at))
    lines.append(_pause_ended(pause, now, say))
    span = _span(entry.waiting + entry.held, say)
    return [*lines, say("kartu-held-span", whose=pause.whose, span=span)]


def _pause_ended(pause: Pause, now: datetime, say: Localizer) -> str:
    if pause.ended_at is None:
        asked = pause.whose is Whose.APPLICANT
        return say("kartu-still-asked" if asked else "kartu-still-held")
    at = say.moment(pause.ended_at, now=now)
    match pause.ending:
        case PauseEnd.ANSWERED:
            return say("kartu-held-answered", at=at)
        case PauseEnd.DECIDED:
            return say("kartu-held-decided", at=at)
        case PauseEnd.TAKEN_BACK:
            return say("kartu-held-taken-back", at=at)
    return say("kartu-lifted", by=cut(pause.ended_as, 80), at=at)


def _times(entry: KartuKendaliEntry, say: Localizer) -> str:
    waiting = _span(entry.waiting, say)
    if entry.received_at is None:
        return say("kartu-waited", waiting=waiting)
    if not entry.taken_here:
        return say("kartu-worked", working=_span(entry.working, say))
    return say("kartu-times", waiting=waiting, working=_span(entry.working, say))


def _limit(line: KartuKendaliLine, say: Localizer) -> str:
    """The limit in the SOP's own words where it has some, and whether it was kept."""
    entry, limit = line.entry, cut(line.limit_words, 60)
    if not limit and line.limit is not None:
        limit = limit_in_words(line.limit, say)
    if entry.over is None:
        said = any(letter.isalnum() for letter in limit)
        return say("kartu-limit", limit=limit) if said else say("kartu-no-limit")
    if entry.over > timedelta():
        return say("kartu-over", span=_span(entry.over, say), limit=limit)
    return say("kartu-kept" if entry.done_at else "kartu-running", limit=limit)


def _span(span: timedelta, say: Localizer) -> str:
    """A span to the minute; what is shorter is not nothing."""
    return say("span-moment") if span < timedelta(minutes=1) else duration(span, say)
