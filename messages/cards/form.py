"""A form in the chat: one question at a time, then all answers to be checked."""

from messages.actions.applicant import OpenCase
from messages.actions.form import (
    FormBack,
    FormCancel,
    FormChange,
    FormChoose,
    FormDrop,
    FormKeep,
    FormNext,
    FormRecall,
    FormSubmit,
    FormTakeOut,
)
from messages.card import Button, Card, Style
from messages.cards.fitting import cut, fitted, press, sections
from messages.cards.form_ended import cancelling, ended
from messages.cards.marks import mark_line
from messages.cards.outset import outset_lines
from messages.cards.telling import refused
from messages.fonts import NEUTRAL, is_printed_whole
from messages.localizer import Localizer
from workflow.person_numbers import NumberDoubt
from workflow.views.form import (
    ContactView,
    FormView,
    ItemShown,
    KnownDetails,
    OpenDraft,
    ReviewShown,
)

Row = tuple[Button, ...]

WIDEST_ANSWER = 1000
WIDEST_NAME = 60
WIDEST_LIST = 300
NUMBERS_IN_A_ROW = 5
_MOST_FILES = 10
_MOST_UNFIT = 5
_MOST_CHANGES = 90  # Telegram takes a hundred buttons under one message
_DOUBTS = {
    NumberDoubt.PROVINCE: "form-doubt-province",
    NumberDoubt.DAY: "form-doubt-day",
    NumberDoubt.ORDER: "form-doubt-order",
}
_NUMBERS_OF_PERSONS = frozenset({"nik", "kk"})
_NOTHING = ItemShown(ask="", title="", example="")


def form_card(view: FormView, say: Localizer) -> Card:
    """The question somebody is at, or the review, or the question whether to stop."""
    if view.done:
        return Card(ended(view, say))
    if view.cancelling:
        text = cancelling(view, say)
        drop = press(say("form-drop"), FormDrop(view.draft_id), Style.DANGER)
        keep = press(say("form-keep"), FormKeep(view.draft_id))
        return Card(text, ((keep,), (drop,)))
    if (review := view.review) is not None:
        lost = _not_printed(review, say)
        text = fitted(lambda width: _review(view, review, say, width, lost), WIDEST_ANSWER)
        return Card(text, (*_review_rows(view, review, say), _around(view, say)))
    item = view.item or _NOTHING
    text = fitted(lambda width: _question(view, item, say, width), WIDEST_ANSWER)
    return Card(text, (*_question_rows(view, item, say), _around(view, say)))


def contact_card(view: ContactView, say: Localizer) -> Card:
    """A telephone number need not be typed by whoever writes from that phone."""
    return Card(say("contact-offer"), shares_contact=say("contact-share"))


def draft_line(draft: OpenDraft, say: Localizer, width: int) -> str:
    """A form that waits to be gone on with."""
    title = cut(draft.title, width)
    if draft.number:
        return say("welcome-draft-of", title=title, number=draft.number)
    return say("welcome-draft", title=title)


def _whose(view: FormView, say: Localizer, width: int) -> list[str]:
    """The case that a repair or an officer's work belongs to."""
    if not view.number:
        return []
    return [say("form-of-case", number=view.number, subject=cut(view.subject, width))]


def _question(view: FormView, item: ItemShown, say: Localizer, width: int) -> str:
    return sections(
        [say("form-received")] if view.said == "received" else [],
        _doubts(view, say, width),
        [_where(view, say), *_whose(view, say, width)],
        [] if view.outset is None else outset_lines(view.outset, say, width),
        _why(item, say, width),
        [
            say("form-title", title=item.title),
            say("form-ask", ask=item.ask),
            say("form-example", example=item.example),
        ],
        _slot(view, item, say, width) if item.is_file else _answer(item, say, width),
        [] if view.known is None else _known(view.known, say, width),
    )


def _doubts(view: FormView, say: Localizer, width: int) -> list[str]:
    return [
        say(_DOUBTS[doubt], title=cut(title, width)) for title, doubt in view.doubts[:_MOST_UNFIT]
    ]


def _why(item: ItemShown, say: Localizer, width: int) -> list[str]:
    """In a repair: what is wrong with this item, in the officer's words and marks."""
    reason = [say("form-why", reason=cut(item.why, width))] if item.why else []
    return reason + [mark_line(mark, say, width) for mark in item.marks]


def _where(view: FormView, say: Localizer) -> str:
    if view.reviewing:
        return say("form-changing", procedure=view.procedure_title)
    if view.repair:
        return say(
            "form-repairing",
            procedure=view.procedure_title,
            place=view.place + 1,
            places=view.places,
        )
    return say(
        "form-place", procedure=view.procedure_title, place=view.place + 1, places=view.places
    )


def _answer(item: ItemShown, say: Localizer, width: int) -> list[str]:
    lines = []
    if item.kind in _NUMBERS_OF_PERSONS:
        lines.append(say("form-number-removed"))
    if item.answer:
        lines.append(say("form-answer", answer=cut(item.answer, width)))
    lines.append(say("form-how-choose" if item.choices else "form-how-write"))
    return lines


def _known(known: KnownDetails, say: Localizer, width: int) -> list[str]:
    """All that the press would fill in, to be seen before it."""
    return [
        say("form-known", number=known.number),
        *(
            say("form-known-line", title=cut(one.title, width), value=cut(one.value, width))
            for one in known.lines
        ),
        say("form-how-known", label=say("form-recall")),
    ]


def _slot(view: FormView, item: ItemShown, say: Localizer, width: int) -> list[str]:
    lines = [
        say("form-accepted", accepted=item.accepted),
        say("form-how-file", most=item.most),
    ]
    if item.files and not view.reviewing:
        lines.append(say("form-how-next"))
    if item.files:
        lines += ["", say("form-files", count=len(item.files))]
        for number, name in enumerate(item.files[:_MOST_FILES], start=1):
            lines.append(say("list-line", number=number, text=cut(name, min(width, WIDEST_NAME))))
        if len(item.files) > _MOST_FILES:
            lines.append(say("list-more", count=len(item.files) - _MOST_FILES))
    return lines


def _question_rows(view: FormView, item: ItemShown, say: Localizer) -> list[Row]:
    rows: list[Row] = [
        (press(choice, FormChoose(view.draft_id, view.place, index)),)
        for index, choice in enumerate(item.choices)
    ]
    if view.known is not None:
        recall = FormRecall(view.draft_id, view.place, view.known.case_id)
        rows.append((press(say("form-recall"), recall, Style.PRIMARY),))
    if not view.reviewing:  # there the way back to all answers is the way on
        rows += _onward(view, item, say)
    if item.files:
        label = say("form-take-out", count=len(item.files))
        rows.append((press(label, FormTakeOut(view.draft_id, view.place, item.files_shown)),))
    return rows


def _onward(view: FormView, item: ItemShown, say: Localizer) -> list[Row]:
    onward = FormNext(view.draft_id, view.place)
    if item.given:
        return [(press(say("form-next"), onward, Style.PRIMARY),)]
    return [(press(say("form-skip"), onward),)] if item.optional else []


def _around(view: FormView, say: Localizer) -> Row:
    """Back, where there is something to go back to, and cancel."""
    cancel = press(say("form-cancel"), FormCancel(view.draft_id))
    if view.reviewing:
        item = view.item or _NOTHING
        style = Style.PRIMARY if item.given else Style.PLAIN
        label = say("form-changed" if item.is_file else "form-to-review")
        back = press(label, FormBack(view.draft_id, view.place), style)
        return (back, cancel)
    if view.place == 0:
        return (cancel,)
    return (press(say("form-back"), FormBack(view.draft_id, view.place)), cancel)


def _review(
    view: FormView, review: ReviewShown, say: Localizer, width: int, lost: list[str]
) -> str:
    lines = [
        say(
            "form-line",
            number=number,
            title=cut(line.title, width),
            value=cut(line.value, width) or say("form-line-empty"),
        )
        for number, line in enumerate(review.lines, start=1)
    ]
    return sections(
        [say("form-review", procedure=view.procedure_title), *_whose(view, say, width)],
        lines,
        _missing(review, say, width),
        [refused(refusal, say) for refusal in review.unfit[:_MOST_UNFIT]],
        _doubts(view, say, width),
        lost,
        _before(review, say),
        [say("form-how-change"), *_last_words(view, review, say)],
    )


def _before(review: ReviewShown, say: Localizer) -> list[str]:
    """Told before it is handed in a second time, and left to whoever knows why."""
    before = review.before
    if before is None:
        return []
    told = "form-twice-open" if before.open else "form-twice-answered"
    return [say(told, number=before.number, day=say.day(before.opened_at))]


def _missing(review: ReviewShown, say: Localizer, width: int) -> list[str]:
    if not review.missing:
        return []
    return [
        say("form-missing"),
        *(say("list-item", text=cut(title, width)) for title in review.missing),
    ]


def _not_printed(review: ReviewShown, say: Localizer) -> list[str]:
    """Which answers lose letters on paper: better seen here than on the letter."""
    lossy = [
        line.title for line in review.lines if not (line.is_file or is_printed_whole(line.value))
    ]
    if not lossy:
        return []
    return [say("form-not-printed", titles=cut("; ".join(lossy), WIDEST_LIST), stands=NEUTRAL)]


def _last_words(view: FormView, review: ReviewShown, say: Localizer) -> list[str]:
    if not review.ready:
        return []
    return [say("form-how-submit", label=_submit_label(view, say))]


def _submit_label(view: FormView, say: Localizer) -> str:
    return view.submit_label or say("form-save")


def _review_rows(view: FormView, review: ReviewShown, say: Localizer) -> list[Row]:
    rows: list[Row] = []
    if review.ready:
        submit = FormSubmit(view.draft_id)
        rows.append((Button(_submit_label(view, say), submit, Style.SUCCESS),))
    if (before := review.before) is not None:
        label = say("form-see-before", number=before.number)
        rows.append((press(label, OpenCase(before.case_id)),))
    numbers = [
        press(say("form-change", number=item + 1), FormChange(view.draft_id, item))
        for item in range(min(len(review.lines), _MOST_CHANGES))
    ]
    rows += [
        tuple(numbers[at : at + NUMBERS_IN_A_ROW])
        for at in range(0, len(numbers), NUMBERS_IN_A_ROW)
    ]
    return rows
