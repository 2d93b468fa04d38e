"""Many files of one step, looked at one after the other and decided together."""

from messages.actions.bulk import (
    BeginBulk,
    BulkBack,
    BulkFiles,
    BulkWords,
    DecideBulk,
    FinishBulk,
    GiveBulk,
    GiveBulkNow,
    GiveBulkTo,
    LeaveFileOut,
    StopBulk,
    TickFile,
)
from messages.actions.officer import Queue
from messages.card import Button, Card, Style
from messages.cards.fitting import cut, fitted, press, sections
from messages.cards.task import look_lines
from messages.cards.telling import told
from messages.localizer import Localizer
from workflow.bulk import Bulk
from workflow.procedure import Way
from workflow.shown import digest_of
from workflow.views.bulk import BulkView, RefusedLine, WayShown
from workflow.views.queue import TogetherLine
from workflow.views.task import TaskView

Row = tuple[Button, ...]

WIDEST = 160
_MOST_REFUSED = 20
_MOST_FELLOWS = 20
_STYLES = {Way.FORWARD: Style.SUCCESS, Way.BACK: Style.PLAIN, Way.REFUSE: Style.DANGER}


def beginnings(lines: tuple[TogetherLine, ...], say: Localizer) -> list[Row]:
    """Below a list of work: the steps at which several of its files lie."""
    return [
        (press(say("bulk-begin", short=cut(one.short, 40), count=one.files), BeginBulk(one.first)),)
        for one in lines
    ]


def bulk_card(view: BulkView, say: Localizer) -> Card:
    """The file that is looked at; then what is to become of those ticked; then what did."""
    bulk = view.bulk
    if bulk is None:
        return Card(say("bulk-stopped"))
    if bulk.running:
        return _running(view, bulk, say)
    if view.file is not None:
        return _looking(view, view.file, bulk, say)
    return _choosing(view, bulk, say)


def _head(view: BulkView, say: Localizer, width: int) -> str:
    return say("bulk-title", title=cut(view.title, width), short=cut(view.short, width))


def _looking(view: BulkView, file: TaskView, bulk: Bulk, say: Localizer) -> Card:
    where = say("bulk-where", at=bulk.at + 1, total=len(bulk.tasks), ticked=len(bulk.ticked))
    text = fitted(
        lambda width: sections([where], *look_lines(file, say, width)),
        WIDEST,
    )
    tick = press(say("bulk-tick"), TickFile(file.task_id, view.version), Style.SUCCESS)
    out = press(say("bulk-leave-out"), LeaveFileOut(file.task_id))
    rows: list[Row] = [(tick, out)]
    if file.files:
        opened = press(say("task-open-files", count=len(file.files)), BulkFiles(file.task_id))
        rows.append((opened,))
    back = (press(say("bulk-back"), BulkBack()),) if bulk.at else ()
    finish = press(say("bulk-finish", count=len(bulk.ticked)), FinishBulk())
    return Card(text, (*rows, (*back, finish)))


def _choosing(view: BulkView, bulk: Bulk, say: Localizer) -> Card:
    """How many are ticked, and which ways they may go; or the words that go with one."""
    ticked = len(bulk.ticked)
    if view.chosen is not None and ticked:
        return _asking_words(view, view.chosen, bulk, say)
    if bulk.giving and ticked and (view.fellows or view.to):
        return _giving(view, bulk, say)
    wanted = say("bulk-choose", count=ticked) if ticked else say("bulk-none-ticked")
    text = fitted(
        lambda width: sections(
            [_head(view, say, width), _ticked(bulk, say)],
            [wanted],
        ),
        WIDEST,
    )
    rows: list[Row] = []
    if ticked:
        rows += [(_deciding(way, bulk, say),) for way in view.ways]
    if ticked and view.fellows:
        rows.append((press(say("bulk-give", count=ticked), GiveBulk(bulk.digest)),))
    back = (press(say("bulk-back"), BulkBack()),) if bulk.tasks else ()
    return Card(text, (*rows, (*back, press(say("bulk-stop"), StopBulk()))))


def _ticked(bulk: Bulk, say: Localizer) -> str:
    return say("bulk-ticked", count=len(bulk.ticked), total=len(bulk.tasks))


def _deciding(way: WayShown, bulk: Bulk, say: Localizer) -> Button:
    label = say("bulk-decide", label=cut(way.label, 40), count=len(bulk.ticked))
    return press(label, DecideBulk(way.outcome, bulk.digest), _STYLES[way.way])


def _asking_words(view: BulkView, way: WayShown, bulk: Bulk, say: Localizer) -> Card:
    asked = "bulk-instruct" if way.way is Way.FORWARD else "bulk-reason"
    text = fitted(
        lambda width: sections(
            [
                _head(view, say, width),
                say("bulk-ticked", count=len(bulk.ticked), total=len(bulk.tasks)),
            ],
            [say(asked, label=cut(way.label, width), count=len(bulk.ticked))],
        ),
        WIDEST,
    )
    rows = [
        (press(cut(one, 60), BulkWords(way.outcome, digest_of(one), bulk.digest)),)
        for one in view.words
    ]
    return Card(text, (*rows, (press(say("bulk-other-way"), FinishBulk()),)))


def _giving(view: BulkView, bulk: Bulk, say: Localizer) -> Card:
    """To which colleague; or with which word to the one who is chosen."""
    count = len(bulk.ticked)
    text = fitted(
        lambda width: sections(
            [_head(view, say, width), _ticked(bulk, say)],
            [
                say("bulk-give-word", name=cut(view.to, width), count=count)
                if view.to
                else say("bulk-give-whom", count=count)
            ],
        ),
        WIDEST,
    )
    if bulk.to is not None:
        rows: list[Row] = [
            (press(say("bulk-give-now"), GiveBulkNow(bulk.to, bulk.digest), Style.SUCCESS),)
        ]
    else:
        rows = [
            (
                press(
                    say("bulk-give-to", name=cut(one.name, 40), count=one.count),
                    GiveBulkTo(one.person_id, bulk.digest),
                ),
            )
            for one in view.fellows[:_MOST_FELLOWS]
        ]
    return Card(text, (*rows, (press(say("bulk-other-way"), FinishBulk()),)))


def _running(view: BulkView, bulk: Bulk, say: Localizer) -> Card:
    """What became of them so far; of those that were refused the number, and why."""
    label = "" if view.chosen is None else view.chosen.label
    came = "bulk-given" if bulk.giving else "bulk-done"
    label = view.to if bulk.giving else label
    count = say(came, label=cut(label, 60), done=bulk.done, total=len(bulk.ticked))
    kept_back = "bulk-not-given" if bulk.giving else "bulk-refused"
    left = [say("bulk-left", left=bulk.left)] if bulk.left else []
    shown = view.refused[:_MOST_REFUSED]
    more = len(view.refused) - len(shown)
    text = fitted(
        lambda width: sections(
            [_head(view, say, width)],
            [count, *left],
            [say(kept_back, count=len(view.refused))] if shown else [],
            *([_refused(one, say, width)] for one in shown),
            [say("list-more", count=more)] if more else [],
        ),
        WIDEST,
    )
    return Card(text, () if bulk.left else ((press(say("to-queue"), Queue(0)),),))


def _refused(line: RefusedLine, say: Localizer, width: int) -> str:
    why = told(line.why.message_id, line.why.arguments, say)
    return say("bulk-refused-line", number=line.number, why=cut(why, 2 * width))
