"""The button that shares one's own telephone number, while a form asks for it."""

from workflow.filling import Draft
from workflow.forms import Item
from workflow.ids import ItemId, PersonId
from workflow.intents import OfferContact, RemoveMessage
from workflow.ports import UnitOfWork
from workflow.queries.answering import asks_for_phone
from workflow.screen_names import ScreenName


def offer_contact(
    work: UnitOfWork, me: PersonId, draft: Draft, items: dict[ItemId, Item], *, anew: bool
) -> None:
    """Show the button where the form asks for it, and take it away where it does no more.

    *anew* also where it is shown already, further up.
    An officer fills in forms for others, whose number theirs is not.
    """
    if draft.closed or not asks_for_phone(draft, items):
        withdraw_contact(work, me)
    elif (anew or work.cards.message(ScreenName.CONTACT, me) is None) and not _is_officer(work, me):
        work.tell(me, OfferContact(draft_id=draft.id))


def _is_officer(work: UnitOfWork, me: PersonId) -> bool:
    return bool(work.people.appointments_of(me, at=work.now))


def withdraw_contact(work: UnitOfWork, me: PersonId) -> None:
    """The button goes with the message that brought it."""
    shown = work.cards.message(ScreenName.CONTACT, me)
    if shown is not None:
        work.cards.lay(ScreenName.CONTACT, me, None, at=work.now)
        work.tell(me, RemoveMessage(message_id=shown))
