"""The first screen, and the privacy notice that stands before a form."""

from collections.abc import Sequence

from messages.actions.applicant import MyCases
from messages.actions.everybody import Accept, Speak, SpeakFirst
from messages.actions.form import Begin, BeginNot, BeginSurely, Resume
from messages.actions.office import OfficeScreen
from messages.actions.officer import Queue
from messages.actions.supervisor import Overview
from messages.card import Button, Card, Style
from messages.cards.fitting import LONGEST_VALUE, cut, fitted, press, sections
from messages.cards.form import draft_line
from messages.cards.task_buttons import pairs
from messages.localizer import Localizer
from workflow.ids import ProcedureId, ServiceId
from workflow.people import Language
from workflow.views.welcome import BeginningView, Offer, PrivacyView, WelcomeView

Row = tuple[Button, ...]

WIDEST = 400
_MOST_OFFERS = 40
_HALF_A_ROW = 16  # letters of a button that half a phone's width shows
_PART = LONGEST_VALUE // 6


def welcome_card(view: WelcomeView, say: Localizer) -> Card:
    """What this office offers to this person."""
    text = fitted(lambda width: _welcome(view, say, width), WIDEST)
    return Card(text, (*_own_rows(view, say), *_offer_rows(view, say), *_other_rows(view, say)))


def _welcome(view: WelcomeView, say: Localizer, width: int) -> str:
    offers = _offers(view.offers[:_MOST_OFFERS], say, width)
    return sections(
        [say("welcome-office", office=view.office), say("welcome-name", name=cut(view.name, 60))],
        _own(view, say, width),
        [say("welcome-offers"), *offers] if offers else [],
        [say("welcome-free"), say("welcome-how")] if offers and not view.jabatan else [],
    )


def _own(view: WelcomeView, say: Localizer, width: int) -> list[str]:
    lines = [say("welcome-jabatan", title=cut(title, width)) for title in view.jabatan]
    if view.jabatan:
        lines.append(say("welcome-tasks", count=view.tasks))
    if view.open_draft is not None:
        lines.append(draft_line(view.open_draft, say, width))
    return lines


def _offers(offers: Sequence[Offer], say: Localizer, width: int) -> list[str]:
    """A line for each that needs words; the rest in one, for their buttons say it all."""
    lines = [
        say("welcome-offer-intro", title=cut(one.title, width), intro=cut(one.intro, width))
        for one in offers
        if one.intro
    ]
    plain = ", ".join(cut(one.title, width) for one in offers if not one.intro)
    return [*lines, say("welcome-offer", title=plain)] if plain else lines


def _own_rows(view: WelcomeView, say: Localizer) -> list[Row]:
    """What somebody most likely came for stands first."""
    rows: list[Row] = []
    if view.open_draft is not None:
        rows.append((press(say("to-form"), Resume(), Style.PRIMARY),))
    if view.jabatan:
        style = Style.PRIMARY if view.tasks else Style.PLAIN
        rows.append((press(say("welcome-queue", count=view.tasks), Queue(0), style),))
    if view.supervisor:
        rows.append((press(say("welcome-overview"), Overview(0)),))
    return rows


def _offer_rows(view: WelcomeView, say: Localizer) -> list[Row]:
    """Short names that follow each other stand two a row; a long one has its own."""
    rows: list[Row] = []
    for offer in view.offers[:_MOST_OFFERS]:
        button = _offer(offer, say)
        beside = rows and len(rows[-1]) == 1 and _is_short(rows[-1][0]) and _is_short(button)
        rows[-1:] = [(*rows[-1], button)] if beside else [*rows[-1:], (button,)]
    return rows


def _offer(offer: Offer, say: Localizer) -> Button:
    label = say("welcome-begin", title=offer.title)
    return press(label, Begin(offer.procedure_id, offer.service))


def _is_short(button: Button) -> bool:
    return len(button.text) <= _HALF_A_ROW


def _other_rows(view: WelcomeView, say: Localizer) -> list[Row]:
    buttons = []
    if view.cases:
        buttons.append(press(say("welcome-cases", count=view.cases), MyCases()))
    if view.administrator:
        buttons.append(press(say("to-office"), OfficeScreen()))
    buttons.append(_other_language(say))
    return pairs(buttons)


def _other_language(say: Localizer) -> Button:
    """Each language by its own name, for whoever cannot read the present one."""
    return press(say("speak-other"), Speak(_other(say)))


def _other(say: Localizer) -> Language:
    return Language.ENGLISH if say.language == "id" else Language.INDONESIAN


def beginning_card(view: BeginningView, say: Localizer) -> Card:
    """Whether an SOP without a form is to begin, asked where one press would open a file."""
    title = cut(view.title, WIDEST)
    match view.said:
        case "begun":
            begun = say("beginning-begun", title=title, number=view.number)
            return Card(begun, ((press(say("to-queue"), Queue(0)),),))
        case "dropped":
            return Card(say("beginning-dropped", title=title))
    begin = press(say("beginning-yes"), BeginSurely(view.procedure_id), Style.SUCCESS)
    drop = press(say("beginning-no"), BeginNot(view.procedure_id))
    return Card(say("beginning-ask", title=title, step=cut(view.step, WIDEST)), ((begin,), (drop,)))


def privacy_card(view: PrivacyView, say: Localizer) -> Card:
    """The privacy notice, with a button that accepts the very version that is shown."""
    procedure_id, service = _chosen(view.choice)
    accept = Accept(view.version, procedure_id, service)
    parts = (view.text[at : at + _PART] for at in range(0, len(view.text), _PART))
    text = sections(
        [say("privacy-title", office=view.office)],
        ["".join(say("privacy-part", text=part) for part in parts)],
        [say("privacy-version", version=view.version)],
    )
    if view.accepted_on is not None:
        done = say("privacy-accepted", day=say.day(view.accepted_on))
        return Card(sections([text], [done]))
    return Card(
        text,
        (
            (press(say("privacy-accept"), accept, Style.SUCCESS),),
            (press(say("speak-other"), SpeakFirst(_other(say), procedure_id, service)),),
        ),
    )


def _chosen(choice: str) -> tuple[ProcedureId | None, ServiceId | None]:
    procedure_id, _, service = choice.partition(":")
    return ProcedureId(procedure_id) or None, ServiceId(service) or None
