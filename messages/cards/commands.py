"""The commands beside the bot's text box, and the help that explains them."""

from messages.actions.everybody import Home
from messages.card import Card
from messages.cards.fitting import cut, plain, press, sections
from messages.cards.pickup import opening_hours
from messages.localizer import Localizer
from workflow.views.welcome import HelpView

# A profile holds 120 characters, an introduction 512.
LONGEST_IN_PROFILE = 70
_WIDEST = 200


def commands(
    *,
    officer: bool,
    supervisor: bool,
    administrator: bool,
    say: Localizer,
    auditor: bool = False,
) -> tuple[tuple[str, str], ...]:
    """Each command a person may use and what it does, in the order of Telegram's menu."""
    listed = [("start", say("command-start"))]
    if officer:
        listed.append(("tugas", say("command-tugas")))
        listed.append(("hariini", say("command-hariini")))
        listed.append(("skm", say("command-skm")))
    if auditor:
        listed.append(("log", say("command-log")))
    if supervisor:
        listed.append(("pantau", say("command-pantau")))
    if administrator:
        listed.append(("kantor", say("command-kantor")))
    listed += [
        ("cari", say("command-cari")),
        ("status", say("command-status")),
        ("batal", say("command-batal")),
        ("bahasa", say("command-bahasa")),
        ("privasi", say("command-privasi")),
        ("bantuan", say("command-bantuan")),
    ]
    return tuple((name, plain(what)) for name, what in listed)


def introduction(office_name: str, say: Localizer) -> tuple[str, str]:
    """What an empty chat says before Start, and what the bot's profile says."""
    return (
        plain(say("bot-introduction", office=office_name)),
        plain(say("bot-profile", office=cut(office_name, LONGEST_IN_PROFILE))),
    )


def help_card(view: HelpView, say: Localizer) -> Card:
    """What this bot is for, and every command this person may use."""
    listed = commands(
        officer=view.officer,
        supervisor=view.supervisor,
        administrator=view.administrator,
        auditor=view.auditor,
        say=say,
    )
    text = sections(
        [say("help-title")],
        [say(_for_whom(view))],
        _office(view, say),
        [say("help-command", name=name, what=what) for name, what in listed],
    )
    return Card(text, ((press(say("to-home"), Home()),),))


def _for_whom(view: HelpView) -> str:
    if view.auditor:
        return "help-auditor"
    return "help-officer" if view.officer else "help-applicant"


def _office(view: HelpView, say: Localizer) -> list[str]:
    """Where and when somebody is there, for whoever would rather come or call."""
    return [
        say("help-office", office=cut(view.office, _WIDEST)),
        *([say("help-address", address=cut(view.address, _WIDEST))] if view.address else []),
        *([say("help-contact", contact=cut(view.contact, _WIDEST))] if view.contact else []),
        say("help-hours", hours=opening_hours(view.hours, say)),
    ]
