"""Naming a Plh. or Plt.: one question at a time, then all of it once more."""

from messages.actions.office import MandateChoose, MandatePage, Post
from messages.card import Button, Card, Style
from messages.cards.fitting import cut, fitted, press, sections
from messages.cards.posts import page_line, turning
from messages.localizer import Localizer
from workflow.mandate import BY_LINK, EXAMPLE_SK, NO_SK, DayChoice, Hint, Wanted
from workflow.people import Acting
from workflow.views.mandate import MandateView

Row = tuple[Button, ...]

WIDEST = 120


def mandate_card(view: MandateView, say: Localizer) -> Card:
    """What is known of the appointment, and what is asked next."""
    text = fitted(lambda width: _mandate(view, say, width), WIDEST)
    stop = press(say("mandate-stop"), Post(0, view.jabatan))
    return Card(text, (*_rows(view, say), (stop,)))


def _mandate(view: MandateView, say: Localizer, width: int) -> str:
    return sections(
        [say("mandate-title", title=cut(view.title, width)), _holders(view, say, width)],
        _known(view, say, width),
        _asked(view, say),
    )


def _holders(view: MandateView, say: Localizer, width: int) -> str:
    if not view.holders:
        return say("mandate-vacant")
    return say("mandate-holders", holders=cut(", ".join(view.holders), width))


def _known(view: MandateView, say: Localizer, width: int) -> list[str]:
    mandate, lines = view.mandate, []
    if mandate.acting is not None:
        lines.append(say("mandate-acting", acting=mandate.acting.value))
    if mandate.name:
        lines.append(say("mandate-name", name=cut(mandate.name, width)))
    if mandate.first_on is not None:
        lines.append(say("mandate-first", first=say.day(mandate.first_on)))
    if mandate.last_on is not None:
        lines.append(
            say("mandate-last", last=say.day(mandate.last_on), working_days=view.working_days)
        )
    if mandate.sk:
        lines.append(say("post-sk", sk=cut(mandate.sk, width)))
    return lines


def _asked(view: MandateView, say: Localizer) -> list[str]:
    match view.mandate.wanted:
        case Wanted.ACTING:
            return [say("mandate-ask-acting"), say("mandate-about-plh"), say("mandate-about-plt")]
        case Wanted.PERSON:
            return [say("mandate-ask-person"), *page_line(view.page, view.pages, say)]
        case Wanted.NAME:
            return [say("mandate-ask-name")]
        case Wanted.FIRST:
            return [say("mandate-ask-first", example=f"{view.days[-1].on:%d-%m-%Y}")]
        case Wanted.LAST:
            return [say("mandate-ask-last", example=f"{view.days[-1].on:%d-%m-%Y}")]
        case Wanted.SK:
            return [say("mandate-ask-sk", example=EXAMPLE_SK)]
    hints = [_hint(hint, say) for hint in view.hints]
    return [*hints, say("mandate-ask-link" if view.mandate.by_link else "mandate-ask-sure")]


def _hint(hint: Hint, say: Localizer) -> str:
    match hint:
        case Hint.SHORT_PLH:
            return say("mandate-short-plh")
        case Hint.LONG_PLT:
            return say("mandate-long-plt")
        case Hint.PLH_OF_VACANT:
            return say("mandate-plh-of-vacant")
    return say("mandate-plt-of-held")


def _rows(view: MandateView, say: Localizer) -> list[Row]:
    match view.mandate.wanted:
        case Wanted.ACTING:
            both = (Acting.PLH, Acting.PLT)
            return [tuple(_choice(view, one.value, one.name) for one in both)]
        case Wanted.PERSON:
            return _people(view, say)
        case Wanted.FIRST | Wanted.LAST:
            return [(_choice(view, _day(view, one, say), one.on.isoformat()),) for one in view.days]
        case Wanted.SK:
            return [(_choice(view, say("mandate-no-sk"), NO_SK),)]
        case Wanted.SURE:
            label = say("mandate-issue-link" if view.mandate.by_link else "mandate-appoint")
            return [(press(label, MandateChoose(Wanted.SURE, "yes"), Style.SUCCESS),)]
    return []


def _people(view: MandateView, say: Localizer) -> list[Row]:
    rows: list[Row] = [
        (_choice(view, say("mandate-person", name=one.name, title=one.title), str(one.person_id)),)
        for one in view.candidates
    ]
    rows += turning(view.page, view.pages, MandatePage, say)
    rows.append((_choice(view, say("mandate-by-link"), BY_LINK),))
    return rows


def _choice(view: MandateView, label: str, value: str) -> Button:
    return press(label, MandateChoose(view.mandate.wanted, value))


def _day(view: MandateView, choice: DayChoice, say: Localizer) -> str:
    day = say.day(choice.on)
    if choice.on == view.today:
        return say("mandate-today", day=day)
    if choice.working_days:
        return say("mandate-working-days", day=day, days=choice.working_days)
    if choice.months:
        return say("mandate-months", day=day, months=choice.months)
    return say("mandate-day", weekday=say.weekday(choice.on), day=day)
