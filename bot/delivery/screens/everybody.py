"""What everybody sees: the way in, the notice, the help, a sentence."""

from typing import Any

from bot.delivery.screens.rows import NEWCOMERS, CardScreen, Menu, OtherScreen, Reader
from messages.card import Card
from messages.cards.commands import commands, help_card
from messages.cards.found import found_card
from messages.cards.telling import told_card
from messages.cards.welcome import privacy_card, welcome_card
from messages.localizer import Localizer
from storage.reading import found, office
from workflow.intents import ListCommands, ShowFound, ShowHelp, ShowPrivacy, ShowWelcome, Tell
from workflow.screen_names import ScreenName
from workflow.views.welcome import HelpView


def _told(view: Tell, say: Localizer) -> Card:
    arguments: dict[str, Any] = dict(view.arguments)
    return told_card(view.message_id, arguments, say)


def _menu(view: HelpView, reader: Reader) -> Menu:
    return Menu(
        [
            {"command": name, "description": what}
            for name, what in commands(
                officer=view.officer,
                supervisor=view.supervisor,
                administrator=view.administrator,
                auditor=view.auditor,
                say=reader.say,
            )
        ]
    )


ROWS = (
    CardScreen(
        intent=ShowWelcome,
        name=lambda one: ScreenName.WELCOME,
        reads=lambda look, one: office.welcome_view(look.work, look.person_id, now=look.now),
        draws=welcome_card,
        precedence=NEWCOMERS,
    ),
    CardScreen(
        intent=ShowPrivacy,
        name=lambda one: ScreenName.PRIVACY,
        reads=lambda look, one: office.privacy_view(look.work, look.person_id, one.choice),
        draws=privacy_card,
    ),
    CardScreen(
        intent=ShowHelp,
        reads=lambda look, one: office.help_view(look.work, look.person_id, now=look.now),
        draws=help_card,
    ),
    CardScreen(
        intent=ShowFound,
        name=lambda one: ScreenName.FOUND,
        reads=lambda look, one: found.found_view(look.work, look.person_id, one),
        draws=found_card,
    ),
    CardScreen(intent=Tell, reads=lambda look, one: one, draws=_told, once=True),
    OtherScreen(
        intent=ListCommands,
        reads=lambda look, one: office.help_view(look.work, look.person_id, now=look.now),
        draws=_menu,
    ),
)
