"""Where an applicant's case stands: positions, never the name of an officer."""

from collections.abc import Sequence

from messages.actions.applicant import Acknowledge, OpenCase, ShowCasePaper
from messages.actions.corrections import AskCorrection
from messages.actions.enquiries import AskOffice
from messages.actions.everybody import Home
from messages.actions.form import Resume
from messages.actions.officer import Work
from messages.actions.questions import AnswerQuestion
from messages.actions.withdrawing import AskWithdraw, Reopen
from messages.card import Button, Card, Style
from messages.cards.due import due_day
from messages.cards.fitting import cut, fitted, press, sections
from messages.cards.form import draft_line
from messages.cards.leaving import is_leaving, leaving_rows
from messages.cards.marks import mark_line
from messages.cards.task_buttons import pairs
from messages.formatting import position
from messages.localizer import Localizer
from workflow.case import CaseState
from workflow.ids import CaseId
from workflow.pauses import Whose
from workflow.views.case import CaseLine, CasesView, CaseView, OwnPaper

Row = tuple[Button, ...]

WIDEST = 1000
_MOST_MARKS = 30
_MOST_CASES = 20
_PAPERS = {
    OwnPaper.RESI: "case-resi",
    OwnPaper.ANSWERS: "case-told",
    OwnPaper.FILES: "case-files",
    OwnPaper.TANDA_TERIMA: "case-given",
}


def case_card(view: CaseView, say: Localizer) -> Card:
    """One case: where it is, until when, and what its applicant has to do."""
    text = fitted(lambda width: _case(view, say, width), WIDEST)
    return Card(text, tuple(_rows(view, say)))


def _case(view: CaseView, say: Localizer, width: int) -> str:
    head = [say("case-title", title=cut(view.title, min(width, 160)), number=view.number)]
    if view.subject:
        head.append(say("case-subject", subject=cut(view.subject, min(width, 160))))
    return sections(
        head,
        _position(view, say, width),
        _wanted(view, say, width),
        _enquired(view, say),
        _linked(view, say),
        [say("case-code", code=view.code)],
    )


def _enquired(view: CaseView, say: Localizer) -> list[str]:
    if view.enquired_at is None:
        return []
    return [say("case-enquiry", at=say.moment(view.enquired_at, now=view.now))]


def _linked(view: CaseView, say: Localizer) -> list[str]:
    lines = [say("case-corrects", number=view.corrects)] if view.corrects else []
    if view.corrected_by:
        lines.append(say("case-corrected-by", number=view.corrected_by))
    return lines


def _position(view: CaseView, say: Localizer, width: int) -> list[str]:
    ended_at = view.ended_at or view.now
    match view.state:
        case CaseState.FINISHED:
            return [say("case-finished", at=say.moment(ended_at, now=view.now))]
        case CaseState.REFUSED:
            return [
                say("case-refused", at=say.moment(ended_at, now=view.now)),
                say("case-reason", reason=cut(view.reason, width)),
            ]
        case CaseState.WITHDRAWN:
            return [say("case-withdrawn", at=say.moment(ended_at, now=view.now))]
        case CaseState.LAPSED:
            how = [say("case-lapsed-how")] if view.reopenable else []
            return [say("case-lapsed", at=say.moment(ended_at, now=view.now)), *how]
    if view.with_applicant:
        here = say("case-with-you", position=_step(view, say), short=view.step_short)
        return [*_still_waits(view, say), here, *_closes(view, say)]
    what = say("case-what", short=view.step_short)
    where = _at_desk(view, say, width)
    return [*_still_waits(view, say), where, what, *_held(view, say), *_end(view, say)]


def _still_waits(view: CaseView, say: Localizer) -> list[str]:
    if view.waits_since is None:
        return []
    return [say("case-still-waits", since=say.moment(view.waits_since, now=view.now))]


def _closes(view: CaseView, say: Localizer) -> list[str]:
    """From when on nobody waits for a repair any more; a promise that no bot in a hurry breaks."""
    if view.closes_at is None:
        return []
    return [say("case-closes", day=say.moment(view.closes_at, now=view.now))]


def _held(view: CaseView, say: Localizer) -> list[str]:
    """That the office waits; never for what in an officer's own words, nor until when."""
    if view.held is None:
        return []
    since = say.moment(view.held.since, now=view.now)
    if view.held.whose is Whose.SYSTEM:
        return [say("case-held-system", words=view.held.words, since=since)]
    return [say("case-held", since=since)]


def _end(view: CaseView, say: Localizer) -> list[str]:
    """When the answer is expected; the limit above is that of the step at hand alone."""
    if view.released or view.to_collect or view.held is not None:
        return []
    if view.expected_at is None:
        return [say("case-not-expected")]
    return [say("case-expected", day=due_day(view.expected_at, now=view.now, say=say))]


def _at_desk(view: CaseView, say: Localizer, width: int) -> str:
    lane = cut(view.lane_title, width)
    if view.due_at is None:
        return say("case-position", position=_step(view, say), lane=lane)
    day = due_day(view.due_at, now=view.now, say=say)
    if view.late:
        return say("case-position-late", position=_step(view, say), lane=lane, day=day)
    return say("case-position-due", position=_step(view, say), lane=lane, day=day)


def _step(view: CaseView | CaseLine, say: Localizer) -> str:
    return position(view.step_number, view.steps, say)


def _wanted(view: CaseView, say: Localizer, width: int) -> list[str]:
    """What the applicant has to do now, if anything."""
    if view.state is not CaseState.OPEN:
        return []
    if is_leaving(view):
        return [say("withdraw-ask")]
    if view.question is not None:
        return [say("case-question")]
    if view.repair:
        lines = [say("case-returned", reason=cut(view.reason, width))] if view.reason else []
        if view.marks:
            lines.append(say("case-marks"))
            lines += [mark_line(mark, say, width) for mark in view.marks[:_MOST_MARKS]]
        return [*lines, say("case-repair-how")] if view.marks else lines
    if view.choices:
        return [_confirming(view, say)]
    if view.with_applicant:
        return []
    return [say("case-collect" if view.to_collect else "case-wait")]


def _confirming(view: CaseView, say: Localizer) -> str:
    """What the applicant confirms: what came to the chat, or what was handed over elsewhere."""
    if view.released:
        return say("case-acknowledge-how")
    return say("case-acknowledge-collected" if view.to_collect else "case-acknowledge-given")


def _rows(view: CaseView, say: Localizer) -> list[Row]:
    if is_leaving(view):
        return leaving_rows(view.case_id, say)
    rows: list[Row] = []
    if view.question is not None:
        answer = AnswerQuestion(view.question)
        rows.append((press(say("question-begin"), answer, Style.PRIMARY),))
    if view.task_id is not None and view.repair:
        rows.append((press(say("case-repair"), Work(view.task_id), Style.PRIMARY),))
    if view.task_id is not None:
        rows += [
            (Button(choice.label, Acknowledge(view.task_id, choice.outcome), Style.SUCCESS),)
            for choice in view.choices
        ]
    rows += paper_rows(view.case_id, view.papers, say, to_collect=view.to_collect)
    if view.state is CaseState.OPEN and view.enquired_at is None:
        rows.append((press(say("enquiry-begin"), AskOffice(view.case_id)),))
    if view.correctable:
        rows.append((press(say("correction-begin"), AskCorrection(view.case_id)),))
    if view.withdrawable:
        rows.append((press(say("withdraw-begin"), AskWithdraw(view.case_id)),))
    if view.reopenable:
        rows.append((press(say("lapse-reopen"), Reopen(view.case_id), Style.PRIMARY),))
    if view.state is not CaseState.OPEN:
        rows.append((press(say("to-home"), Home()),))
    return rows


def paper_rows(
    case_id: CaseId, papers: Sequence[OwnPaper], say: Localizer, *, to_collect: bool = False
) -> list[Row]:
    """What can be sent again; of what is collected at the office, how."""
    words = {**_PAPERS, OwnPaper.ANSWER: "case-pickup" if to_collect else "case-answer"}
    return pairs([press(say(words[one]), ShowCasePaper(case_id, one)) for one in papers])


def cases_card(view: CasesView, say: Localizer) -> Card:
    """All cases of an applicant, and the form begun but not handed in."""
    lines = view.lines[:_MOST_CASES]
    text = fitted(lambda width: _cases(view, say, width), 160)
    rows: list[Row] = []
    if view.open_draft is not None:
        rows.append((press(say("to-form"), Resume(), Style.PRIMARY),))
    for number, line in enumerate(lines, start=1):
        label = say("list-button", number=number, text=line.number)
        rows.append((press(label, OpenCase(line.case_id)),))
    rows.append((press(say("to-home"), Home()),))
    return Card(text, tuple(rows))


def _cases(view: CasesView, say: Localizer, width: int) -> str:
    draft = []
    if view.open_draft is not None:
        draft.append(draft_line(view.open_draft, say, width))
    if not view.lines:
        return sections([say("cases-none")], draft)
    cases = (
        _line(number, line, say, width)
        for number, line in enumerate(view.lines[:_MOST_CASES], start=1)
    )
    return sections([say("cases-title")], draft, *([line] for line in cases))


def _line(number: int, line: CaseLine, say: Localizer, width: int) -> str:
    title = cut(line.title, width)
    head = say("cases-line", number=number, case=line.number, title=title)
    return f"{head}\n{_where(line, say, width)}"


def _where(line: CaseLine, say: Localizer, width: int) -> str:
    match line.state:
        case CaseState.FINISHED:
            return say("cases-finished")
        case CaseState.REFUSED:
            return say("cases-refused")
        case CaseState.WITHDRAWN:
            return say("cases-withdrawn")
        case CaseState.LAPSED:
            return say("cases-lapsed")
    if line.with_applicant:
        return say("cases-with-you", position=_step(line, say))
    lane = cut(line.lane_title, width)
    return say("case-position", position=_step(line, say), lane=lane)
