"""Lists of work: an officer's own, and what time has to say about it."""

from messages.actions.enquiries import OpenAsked
from messages.actions.officer import OpenTask, Queue
from messages.actions.supervisor import Remind
from messages.card import Button, Card
from messages.cards.bulk import beginnings
from messages.cards.due import due_line
from messages.cards.fitting import cut, fitted, press, sections
from messages.cards.hold import held_or
from messages.cards.posts import page_line
from messages.cards.supervisor import watched_line
from messages.localizer import Localizer
from workflow.side import TaskKind
from workflow.views.queue import AlarmsView, QueueLine, QueueView

Row = tuple[Button, ...]

WIDEST = 160
_ASKED = {
    TaskKind.ENQUIRY: "queue-asked-enquiry",
    TaskKind.CONSULTATION: "queue-asked-opinion",
}


def queue_card(view: QueueView, say: Localizer) -> Card:
    """An officer's own work by due time, one press to open each."""
    rows = (*_openings(view.lines, say), *_asked_openings(view, say))
    rows += (*beginnings(view.together, say), *_turning(view, say))
    return Card(fitted(lambda width: _queue(view, say, width), WIDEST), rows)


def _queue(view: QueueView, say: Localizer, width: int) -> str:
    asked = _asked(view, say)
    if not view.lines:
        return sections([] if asked else [say("queue-empty")], asked)
    head = [say("queue-title", total=view.total)]
    if view.late:
        head.append(say("queue-late", late=view.late))
    head += page_line(view.page, view.pages, say)
    lines = (
        _line(number, line, view, say, width) for number, line in enumerate(view.lines, start=1)
    )
    return sections(head, *([line] for line in lines), asked)


def _asked(view: QueueView, say: Localizer) -> list[str]:
    """What is asked of this person's jabatan beside files."""
    lines = [
        say(
            _ASKED[one.kind],
            case=one.case_number,
            due=due_line(one.due, None, now=view.now, say=say),
        )
        for one in view.asked
    ]
    return [say("queue-asked"), *lines] if lines else []


def _asked_openings(view: QueueView, say: Localizer) -> list[Row]:
    return [
        (press(say("queue-open-asked", case=one.case_number), OpenAsked(one.asked_id)),)
        for one in view.asked
    ]


def _line(
    number: int, line: QueueLine, view: QueueView | AlarmsView, say: Localizer, width: int
) -> str:
    head = say(
        "queue-line-returned" if line.returned else "queue-line",
        number=number,
        case=line.case_number,
        short=cut(line.step_short, width),
        subject=cut(line.subject, width),
    )
    due = due_line(line.due, None, now=view.now, say=say)
    return "\n".join([head, *held_or(due, line.held, view.now, say, width)])


def _openings(lines: tuple[QueueLine, ...], say: Localizer) -> list[Row]:
    return [
        (
            press(
                say("queue-open", number=number, case=line.case_number, short=line.step_short),
                OpenTask(line.task_id),
            ),
        )
        for number, line in enumerate(lines, start=1)
    ]


def _turning(view: QueueView, say: Localizer) -> list[Row]:
    row = []
    if view.page > 0:
        row.append(press(say("page-before"), Queue(view.page - 1)))
    row.append(press(say("refresh"), Queue(view.page)))
    if view.page + 1 < view.pages or not view.pages:
        row.append(press(say("page-after"), Queue(view.page + 1)))
    return [tuple(row)]


def alarms_card(view: AlarmsView, say: Localizer) -> Card:
    """What one person is told about time, in one message."""
    rows = _openings(view.due, say)
    rows += [
        (
            press(
                say("remind", number=number, case=line.case_number),
                Remind(line.task_id),
            ),
        )
        for number, line in enumerate(view.overdue, start=len(view.due) + 1)
    ]
    if view.due_in_all > len(view.due):
        rows.append((press(say("to-queue"), Queue(0)),))
    return Card(fitted(lambda width: _alarms(view, say, width), WIDEST), tuple(rows))


def _alarms(view: AlarmsView, say: Localizer, width: int) -> str:
    own = [_line(number, line, view, say, width) for number, line in enumerate(view.due, start=1)]
    theirs = [
        watched_line(number, line, view.now, say, width)
        for number, line in enumerate(view.overdue, start=len(view.due) + 1)
    ]
    unheard = [
        watched_line(number, line, view.now, say, width)
        for number, line in enumerate(view.unheard, start=len(own) + len(theirs) + 1)
    ]
    in_all = view.due_in_all + view.overdue_in_all + view.unheard_in_all
    more = in_all - len(own) - len(theirs) - len(unheard)
    return sections(
        [_own_head(view, say), *own] if own else [],
        [_watched_head(view, say), *theirs] if theirs else [],
        [say("alarms-unheard", count=view.unheard_in_all), *unheard] if unheard else [],
        [say("list-more", count=more)] if more else [],
    )


def _own_head(view: AlarmsView, say: Localizer) -> str:
    """A reminder is no longer one when the limit is over."""
    if view.due_late:
        return say("alarms-due-late", late=view.due_late, count=view.due_in_all)
    return say("alarms-due", count=view.due_in_all)


def _watched_head(view: AlarmsView, say: Localizer) -> str:
    """Whoever watches over an empty desk hears before the limit, too."""
    all_late = view.overdue_late == view.overdue_in_all
    message_id = "alarms-overdue" if all_late else "alarms-watched"
    return say(message_id, count=view.overdue_in_all)
