"""What anybody may press: the way in, the language, the privacy notice."""

from bot.errands import Desks
from bot.presses.rows import at_desk, on_screen
from messages.actions.everybody import Accept, Home, Speak, SpeakFirst
from workflow.screen_names import ScreenName


def _speak(desks: Desks, press: Speak, fresh: bool) -> None:
    desks.reception.speak(press.language)
    desks.reception.welcome(fresh=fresh)


def _speak_first(desks: Desks, press: SpeakFirst, fresh: bool) -> None:
    desks.reception.speak(press.language)
    choice = f"{press.procedure_id}:{press.service or ''}" if press.procedure_id else ""
    desks.reception.show_privacy(choice, fresh=fresh)


def _accept(desks: Desks, press: Accept) -> None:
    desks.reception.accept_privacy(press.version)
    if press.procedure_id:
        desks.form_opening.begin(press.procedure_id, press.service)
    else:
        desks.reception.start("")


ROWS = (
    at_desk(Home, lambda desks, press: desks.reception.start("")),
    on_screen(Speak, ScreenName.WELCOME, _speak),
    on_screen(SpeakFirst, ScreenName.PRIVACY, _speak_first),
    at_desk(Accept, _accept),
)
