"""A telephone number is shared by a button while it is asked for, and the button goes with that."""

import pytest

from bot.delivery.rendering import keyboard_of
from messages.cards.form import contact_card
from messages.localizer import localizer_for
from storage.reading.forms import contact_view
from tests.support.builders import an_office
from tests.support.office import open_office
from tests.support.window import Window
from workflow.intents import OfferContact, RemoveMessage
from workflow.people import Language
from workflow.views.form import ContactView

BUTTON = 44


@pytest.fixture
def office():
    with open_office(office=an_office()) as office:
        office.consents()
        office.begins()
        yield office


@pytest.fixture
def window(office):
    return Window(office)


def asked(office, name="rina"):
    """The form at its question for a telephone number."""
    office.answers_until(name, "telepon")
    return office.form_of(name)


async def shares(window, name, number):
    contact = {"phone_number": number, "first_name": name}
    return await window.writes(name, "", contact=contact)


def test_the_button_comes_with_the_question_and_not_before(office):
    assert office.hears("rina", OfferContact) == []
    draft = asked(office)
    assert office.hears("rina", OfferContact) == [OfferContact(draft_id=draft.id)]


async def test_a_shared_number_is_the_answer_and_the_button_goes(office, window):
    draft = asked(office)
    office.work.cards.lay("contact", office.ids["rina"], BUTTON, at=office.clock.now())
    await shares(window, "rina", "6281234567890")
    assert office.form_of("rina").answers["telepon"] == "+6281234567890"
    assert office.form_of("rina").at == draft.at + 1
    assert RemoveMessage(message_id=BUTTON) in window.hears("rina")


async def test_a_number_that_was_typed_takes_the_button_away_as_well(office, window):
    asked(office)
    office.work.cards.lay("contact", office.ids["rina"], BUTTON, at=office.clock.now())
    await window.writes("rina", "0812 3456 7890")
    assert RemoveMessage(message_id=BUTTON) in window.hears("rina")


async def test_a_foreign_number_is_refused_as_one_that_was_typed(office, window):
    asked(office)
    handled = await shares(window, "rina", "+44 20 7946 0958 1234")
    assert handled.refusal.message_id == "refusal-not-a-phone"


async def test_a_contact_where_none_is_asked_hears_what_is(office, window):
    handled = await shares(window, "rina", "6281234567890")
    assert handled.refusal.message_id == "refusal-text-wanted"
    assert office.form_of("rina").answers == {}


def test_a_form_that_is_thrown_away_takes_its_button_along(office):
    draft = asked(office)
    office.work.cards.lay("contact", office.ids["rina"], BUTTON, at=office.clock.now())
    office.does("rina", lambda desks: desks.forms.ask_cancel(draft.id))
    office.does("rina", lambda desks: desks.forms.cancel(draft.id))
    assert RemoveMessage(message_id=BUTTON) in office.hears("rina")


def test_an_officer_who_fills_in_for_others_is_not_offered_the_own_number(office):
    office.arrives("sari")
    office.appoint("sari", "petugas")
    office.consents("sari")
    office.begins("sari")
    asked(office, "sari")
    assert office.hears("sari", OfferContact) == []


def test_whoever_was_quicker_than_the_button_is_not_sent_it(office):
    draft, rina = asked(office), office.ids["rina"]
    assert contact_view(office.work, draft.id, rina) == ContactView()
    office.says("rina", "0812 3456 7890")
    assert contact_view(office.work, draft.id, rina) is None
    assert contact_view(office.work, draft.id, office.ids["budi"]) is None


def test_the_button_asks_the_phone_for_its_number():
    say = localizer_for(Language.INDONESIAN, None)
    keyboard = keyboard_of(contact_card(ContactView(), say))
    assert keyboard == {
        "keyboard": [[{"text": "Bagikan nomor telepon saya", "request_contact": True}]],
        "resize_keyboard": True,
        "one_time_keyboard": True,
    }
