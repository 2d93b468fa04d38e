"""The kartu kendali in the chat: who held the file, from when to when."""

from datetime import timedelta

from messages.actions.officer import Kartu
from messages.card import LONGEST_TEXT, Card
from messages.cards.fitting import cut, press, sections, visible_length
from messages.formatting import duration
from messages.localizer import Localizer
from workflow.kartu_kendali import KartuKendaliEntry
from workflow.views.case import KartuKendaliView

WIDEST_NOTE = 160
_ROOM = LONGEST_TEXT - 100  # for the line that says how many rows were left out


def kartu_kendali_card(view: KartuKendaliView, say: Localizer) -> Card:
    """The newest rows that fit in a message; the PDF has them all."""
    head = [
        say("kartu-title", number=view.number),
        say("kartu-of", title=cut(view.title, 160), subject=cut(view.subject, 160)),
    ]
    rows = [_row(number, lane, entry, view, say) for number, lane, entry in view.rows]
    left_out = _left_out(sections(head), rows)
    more = [say("kartu-older", count=left_out)] if left_out else []
    text = sections(head, more, *([row] for row in rows[left_out:]))
    button = press(say("kartu-paper"), Kartu(view.case_id, paper=True))
    return Card(text, ((button,),))


def _left_out(head: str, rows: list[str]) -> int:
    """How many of the oldest rows do not fit any more."""
    room = _ROOM - visible_length(head)
    for kept, row in enumerate(reversed(rows)):
        room -= visible_length(row) + 2
        if room < 0:
            return len(rows) - kept
    return 0


def _row(
    number: str, lane: str, entry: KartuKendaliEntry, view: KartuKendaliView, say: Localizer
) -> str:
    now = view.now
    lines = [say("kartu-row", step=number, lane=cut(lane, 80))]
    given = say.moment(entry.handed_over_at, now=now)
    if entry.handed_over_by:
        lines.append(say("kartu-given", giver=cut(entry.handed_over_by, 80), at=given))
    else:
        lines.append(say("kartu-begun", at=given))
    if entry.received_at is None:
        lines.append(say("kartu-not-received"))
    else:
        at = say.moment(entry.received_at, now=now)
        lines.append(say("kartu-received", taker=cut(entry.received_by, 80), at=at))
    if entry.done_at is not None:
        at = say.moment(entry.done_at, now=now)
        lines.append(say("kartu-done", outcome=cut(entry.outcome, 60), at=at))
    lines.append(
        say(
            "kartu-times",
            waiting=duration(entry.waiting, say),
            working=duration(entry.working, say),
        )
    )
    lines.append(_limit(entry, say))
    if entry.note:
        lines.append(say("kartu-note", note=cut(entry.note, WIDEST_NOTE)))
    return "\n".join(lines)


def _limit(entry: KartuKendaliEntry, say: Localizer) -> str:
    if entry.over is None:
        return say("kartu-no-limit")
    if entry.over > timedelta():
        short = entry.over < timedelta(minutes=1)
        over = say("span-moment") if short else duration(entry.over, say)
        return say("kartu-over", span=over)
    return say("kartu-kept" if entry.done_at else "kartu-running")
