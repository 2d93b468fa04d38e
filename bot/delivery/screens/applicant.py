"""What somebody sees who asks for something: the form, the own cases."""

from bot.delivery.screens.rows import CardScreen, Leaves
from messages.card import Card
from messages.cards.case import case_card, cases_card
from messages.cards.enquiries import enquiry_card
from messages.cards.form import contact_card, form_card
from messages.cards.pickup import pickup_card
from messages.cards.questions import question_card
from messages.cards.telling import moved_card
from messages.cards.welcome import beginning_card
from messages.localizer import Localizer
from storage.reading import cases, enquiries, forms, office, questions
from workflow.ids import ProcedureId
from workflow.intents import (
    OfferContact,
    ShowBeginning,
    ShowCase,
    ShowCases,
    ShowEnquiry,
    ShowForm,
    ShowQuestion,
    TellPickup,
)
from workflow.screen_names import ScreenName
from workflow.views.case import CaseView
from workflow.views.enquiry import EnquiryView
from workflow.views.form import ContactView, FormView
from workflow.views.question import QuestionView


def _asked_anew(view: FormView, say: Localizer) -> Card | Leaves:
    """A question stays, for its answer stands below it; one that has none is there once."""
    return Leaves.NOTHING if view.said in {"received", "again"} else Leaves.WORDS


def _offered_anew(view: ContactView, say: Localizer) -> Card | Leaves:
    return Leaves.NOTHING


def _case_moved(view: CaseView, say: Localizer) -> Card | Leaves:
    return moved_card(view.number, say)


def _question_moved(view: QuestionView, say: Localizer) -> Card | Leaves:
    return moved_card(view.case_number, say)


def _enquiry_moved(view: EnquiryView, say: Localizer) -> Card | Leaves:
    return moved_card(view.case_number, say)


ROWS = (
    CardScreen(
        intent=ShowForm,
        name=lambda one: ScreenName.FORM.of(one.draft_id),
        reads=lambda look, one: forms.form_view(
            look.work, one.draft_id, look.person_id, one.said, now=look.now
        ),
        draws=form_card,
        leaves=_asked_anew,
    ),
    CardScreen(
        intent=OfferContact,
        name=lambda one: ScreenName.CONTACT,
        reads=lambda look, one: forms.contact_view(look.work, one.draft_id, look.person_id),
        draws=contact_card,
        leaves=_offered_anew,
    ),
    CardScreen(
        intent=ShowBeginning,
        name=lambda one: ScreenName.BEGINNING,
        reads=lambda look, one: office.beginning_view(
            look.work, ProcedureId(one.procedure_id), said=one.said, number=one.number
        ),
        draws=beginning_card,
    ),
    CardScreen(
        intent=ShowCase,
        name=lambda one: ScreenName.CASE.of(one.case_id),
        reads=lambda look, one: cases.case_view(
            look.work, one.case_id, look.person_id, now=look.now, reminding=one.reminding
        ),
        draws=case_card,
        leaves=_case_moved,
    ),
    CardScreen(
        intent=ShowQuestion,
        name=lambda one: ScreenName.QUESTION.of(one.question_id),
        reads=lambda look, one: questions.question_view(
            look.work, one.question_id, look.person_id, now=look.now
        ),
        draws=question_card,
        leaves=_question_moved,
    ),
    CardScreen(
        intent=ShowEnquiry,
        name=lambda one: ScreenName.ENQUIRY.of(one.enquiry_id),
        reads=lambda look, one: enquiries.enquiry_view(
            look.work, one.enquiry_id, look.person_id, now=look.now
        ),
        draws=enquiry_card,
        leaves=_enquiry_moved,
    ),
    CardScreen(
        intent=ShowCases,
        name=lambda one: ScreenName.CASES,
        reads=lambda look, one: cases.cases_view(look.work, look.person_id),
        draws=cases_card,
    ),
    CardScreen(
        intent=TellPickup,
        reads=lambda look, one: cases.pickup_view(look.work, one.case_id, now=look.now),
        draws=pickup_card,
    ),
)
