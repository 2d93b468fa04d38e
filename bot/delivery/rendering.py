"""From an intent and what is true of it to a card or a PDF, in the reader's language."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, tzinfo
from typing import Any

from bot.delivery.claiming import Drawable, Picture, RenderedIntent
from messages.card import Card
from messages.cards.administrator import office_card
from messages.cards.case import case_card, cases_card
from messages.cards.commands import commands, help_card
from messages.cards.days import days_card
from messages.cards.form import contact_card, form_card
from messages.cards.kartu_kendali import kartu_kendali_card
from messages.cards.mandate import mandate_card
from messages.cards.numbers import numbers_card
from messages.cards.pickup import pickup_card
from messages.cards.posts import ending_card, post_card, posts_card
from messages.cards.queue import alarms_card, queue_card
from messages.cards.supervisor import giving_card, overview_card
from messages.cards.task import away_card, task_card
from messages.cards.telling import moved_card, told_card
from messages.cards.welcome import beginning_card, privacy_card, welcome_card
from messages.diagrams.pdf import to_pdf
from messages.diagrams.sop import sop
from messages.documents.kartu_kendali import kartu_kendali
from messages.documents.lembar_disposisi import lembar_disposisi
from messages.documents.lembar_isian import lembar_isian
from messages.documents.resi import resi
from messages.documents.seal import seal_face
from messages.documents.sk_tim import sk_tim
from messages.documents.surat_jawaban import surat_jawaban
from messages.documents.tanda_terima import tanda_terima
from messages.fonts import inline
from messages.localizer import Localizer, localizer_for
from workflow.intents import Tell
from workflow.papers import (
    KartuKendaliPaper,
    LembarDisposisiPaper,
    LembarIsianPaper,
    Paper,
    ResiPaper,
    SkTimPaper,
    SuratJawabanPaper,
    TandaTerimaPaper,
)
from workflow.people import Language
from workflow.views.case import CasesView, CaseView, KartuKendaliView, PickupView
from workflow.views.days import DaysView
from workflow.views.form import ContactView, FormView
from workflow.views.mandate import MandateView
from workflow.views.numbers import NumbersView
from workflow.views.office import OfficeView
from workflow.views.posts import EndingView, PostsView, PostView
from workflow.views.queue import AlarmsView, QueueView
from workflow.views.supervisor import GivingView, OverviewView
from workflow.views.task import TaskAwayView, TaskView
from workflow.views.welcome import BeginningView, HelpView, PrivacyView, WelcomeView

_CARDS: dict[type, Callable[[Any, Localizer], Card]] = {
    TaskView: task_card,
    TaskAwayView: away_card,
    FormView: form_card,
    ContactView: contact_card,
    CaseView: case_card,
    CasesView: cases_card,
    PickupView: pickup_card,
    KartuKendaliView: kartu_kendali_card,
    WelcomeView: welcome_card,
    PrivacyView: privacy_card,
    BeginningView: beginning_card,
    QueueView: queue_card,
    OverviewView: overview_card,
    GivingView: giving_card,
    OfficeView: office_card,
    PostsView: posts_card,
    PostView: post_card,
    EndingView: ending_card,
    MandateView: mandate_card,
    DaysView: days_card,
    AlarmsView: alarms_card,
    NumbersView: numbers_card,
}

_DRAWERS: dict[type, Callable[[Any, Localizer], bytes]] = {
    ResiPaper: resi,
    LembarDisposisiPaper: lembar_disposisi,
    LembarIsianPaper: lembar_isian,
    SuratJawabanPaper: surat_jawaban,
    KartuKendaliPaper: kartu_kendali,
    TandaTerimaPaper: tanda_terima,
    SkTimPaper: sk_tim,
}

# Papers of the office are in the language of the law; only what the applicant keeps as a
# proof is in the applicant's.
PERSONAL = frozenset({ResiPaper, TandaTerimaPaper})


def card_of(rendered: RenderedIntent, zone: tzinfo) -> Card:
    say = localizer_for(rendered.claimed.language, zone)
    if isinstance(rendered.view, Tell):
        arguments: dict[str, Any] = dict(rendered.view.arguments)
        return told_card(rendered.view.message_id, arguments, say)
    if isinstance(rendered.view, HelpView):
        return help_card(
            officer=rendered.view.officer,
            supervisor=rendered.view.supervisor,
            administrator=rendered.view.administrator,
            say=say,
        )
    return _CARDS[type(rendered.view)](rendered.view, say)


def menu_of(rendered: RenderedIntent, zone: tzinfo) -> list[Mapping[str, str]]:
    """The commands of one person's menu, as the Bot API takes them."""
    view: HelpView = rendered.view
    return menu(
        commands(
            officer=view.officer,
            supervisor=view.supervisor,
            administrator=view.administrator,
            say=localizer_for(rendered.claimed.language, zone),
        )
    )


def menu(listed: Sequence[tuple[str, str]]) -> list[Mapping[str, str]]:
    return [{"command": name, "description": what} for name, what in listed]


def left_behind(rendered: RenderedIntent, zone: tzinfo) -> Card | None:
    """What stays of a card that has moved down in its chat; nothing where its words stay true.

    A question stays, for its answer stands below it. Where a case lies does not.
    """
    say = localizer_for(rendered.claimed.language, zone)
    match rendered.view:
        case TaskView():
            return moved_card(rendered.view.case_number, say)
        case CaseView():
            return moved_card(rendered.view.number, say)
    return None


def takes_its_place(rendered: RenderedIntent) -> bool:
    """Whether a question comes anew, unanswered: an album, or three wrong files, leave one card."""
    if isinstance(rendered.view, ContactView):
        return True
    return isinstance(rendered.view, FormView) and rendered.view.said in {"received", "again"}


def draw(drawable: Drawable, language: Language, zone: tzinfo) -> bytes:
    """Draw a paper; CPU-bound, tens of milliseconds."""
    return draw_paper(drawable.paper, language, zone)


def draw_picture(picture: Picture, zone: tzinfo) -> bytes:
    """Draw an SOP in its official form, which is Indonesian for every reader."""
    say = localizer_for(Language.INDONESIAN, zone, escape=str)
    return to_pdf(sop(picture.procedure, picture.version, say))


def draw_paper(paper: Paper, language: Language, zone: tzinfo) -> bytes:
    spoken = language if type(paper) in PERSONAL else Language.INDONESIAN
    return _DRAWERS[type(paper)](paper, localizer_for(spoken, zone, escape=inline))


def draw_seal(office_name: str, at: datetime, zone: tzinfo) -> bytes:
    return seal_face(office_name, at, localizer_for(Language.INDONESIAN, zone, escape=inline))


def keyboard_of(card: Card) -> Mapping[str, Any]:
    """A card's buttons as the Bot API takes them."""
    if card.shares_contact:
        button = {"text": card.shares_contact, "request_contact": True}
        return {"keyboard": [[button]], "resize_keyboard": True, "one_time_keyboard": True}
    return {
        "inline_keyboard": [
            [
                {
                    "text": button.text,
                    "callback_data": button.action.encode(),
                    **({"style": button.style.value} if button.style else {}),
                }
                for button in row
            ]
            for row in card.rows
        ]
    }
