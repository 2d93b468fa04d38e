"""Single sentences: what a desk tells, what it refuses, what stands under a paper."""

from collections.abc import Callable, Mapping
from typing import Any

from messages.actions.action import Action
from messages.actions.applicant import MyCases
from messages.actions.everybody import Home
from messages.actions.form import Resume
from messages.actions.office import Days, OfficeScreen, Posts
from messages.actions.officer import Queue
from messages.card import Card
from messages.cards.fitting import cut, plain, press, shortened
from messages.localizer import Localizer
from workflow.errors import Refusal
from workflow.intents import Tell

LONGEST_ALERT = 200  # characters of an answer to a press, Bot API
WIDEST = 400

# What a desk tells, and where a person may go from there.
_ONWARD: dict[str, tuple[Action, ...]] = {
    "joined-administrator": (),
    "joined-jabatan": (),
    "genuine-known": (Home(),),
    "genuine-letter": (Home(),),
    "genuine-unknown": (Home(),),
    "office-lane-unheld": (OfficeScreen(),),
    "link-ask-nik": (),
    "link-ask-phone": (),
    "link-wrong": (),
    "link-locked-at-counter": (),
    "link-undone": (Home(),),
    "posts-lost": (Posts(0), OfficeScreen()),
    "sops-set-aside": (OfficeScreen(),),
    "officer-out-of-reach": (Posts(0), OfficeScreen()),
    "little-room": (),
    "vault-damaged": (),
    "file-damaged": (),
    "clock-behind": (),
    "form-handed-in": (Queue(0),),
    "edit-taken": (),
    "edit-first-stands": (),
    "edit-changes-nothing": (),
    "edit-file-stands": (),
    "form-still-open": (Resume(), Home()),
    "stamp-failed": (),
    "stamp-right-gone": (),
    "access-to-give": (),
    "office-lane-barred": (OfficeScreen(),),
    "office-lane-closed": (OfficeScreen(),),
    "reason-put-aside": (),
    "invitation-ask": (OfficeScreen(),),
    "invitation-link": (Posts(0), OfficeScreen()),
    "crash-parked": (),
    "file-waits": (),
    "not-understood-help": (Home(), MyCases()),
    "nothing-to-stop": (Home(), MyCases()),
    "uncertain-paper": (),
    "pickup-notice": (),
    "keypad-typed": (),
    "keypad-again": (),
    "keypad-cleared": (),
    "reminded": (),
    "reminded-administrators": (),
    "closure-ask": (Days(0),),
    "opening-ask": (Days(0),),
    "opening-added": (Days(0), OfficeScreen()),
    "ramadan-ask": (Days(0),),
    "ramadan-missing": (Days(0),),
    "files-given-back": (Queue(0),),
    "days-reckoned": (Days(0), OfficeScreen()),
    "closure-added": (Days(0), OfficeScreen()),
    "ramadan-set": (Days(0), OfficeScreen()),
    "day-removed": (Days(0), OfficeScreen()),
    "acting-named": (),
    "acting-named-for": (),
    "acting-begun": (),
    "acting-begun-for": (),
    "appointment-ended": (Home(),),
    "acting-ended-for": (Queue(0),),
    "acting-ended-vacant": (OfficeScreen(),),
}


def told(message_id: str, arguments: Mapping[str, str | int], say: Localizer) -> str:
    """One sentence of the catalogues; MissingMessage when nobody wrote it.

    An example is the SOP's own and stands as it is, also where it looks like a NIK.
    """
    shown = {
        name: _fitting(name)(value, WIDEST) if isinstance(value, str) else value
        for name, value in arguments.items()
    }
    return say(message_id, **shown)


def _fitting(name: str) -> Callable[[str, int], str]:
    return shortened if name == "example" else cut


def told_card(message_id: str, arguments: Mapping[str, str | int], say: Localizer) -> Card:
    """The same as a message of its own, with the way onward under it."""
    rows = ((press(_label(action, say), action),) for action in _ONWARD.get(message_id, ()))
    return Card(told(message_id, arguments, say), tuple(rows))


def moved_card(number: str, say: Localizer) -> Card:
    """Where a file's card stood that is shown anew further down."""
    return Card(say("card-moved", number=number))


def _label(action: Action, say: Localizer) -> str:
    match action:
        case OfficeScreen():
            return say("to-office")
        case Days():
            return say("to-days")
        case Posts():
            return say("to-posts")
        case Queue():
            return say("to-queue")
        case Resume():
            return say("to-form")
        case MyCases():
            return say("to-cases")
    return say("to-home")


def refused(refusal: Refusal, say: Localizer) -> str:
    """Why not, and what to do instead."""
    return told(refusal.message_id, refusal.arguments, say)


def refused_short(refusal: Refusal, say: Localizer) -> str:
    """The same as the answer to a press: bare words, no longer than Telegram takes."""
    return cut(plain(refused(refusal, say)), LONGEST_ALERT)


def noted(said: str | Tell, say: Localizer) -> str:
    """The little note that answers a press which was taken."""
    tell = Tell(message_id=said) if isinstance(said, str) else said
    arguments: dict[str, Any] = dict(tell.arguments)
    return told(tell.message_id, arguments, say)


def caption(kind: str, number: str, say: Localizer, *, title: str = "", draft: bool = False) -> str:
    """What stands under a paper in the chat; an attachment's *number* is what it was asked as.

    A letter goes by its *title*. A *draft* is no paper of the office yet, and says so;
    a tanda terima of a case that goes on does not say that it is finished.
    """
    match kind:
        case "attachment":
            return say("caption-attachment", title=cut(number, WIDEST))
        case "resi":
            return say("caption-resi", number=number)
        case "kartu_kendali":
            return say("caption-kartu-kendali", number=number)
        case "lembar_disposisi":
            return say("caption-lembar-disposisi", number=number)
        case "lembar_isian":
            return say("caption-lembar-isian", number=number)
        case "tanda_terima":
            return say(
                "caption-tanda-terima-open" if draft else "caption-tanda-terima", number=number
            )
        case "sop":
            return say("caption-sop", number=number)
        case "sk_tim":
            return say("caption-sk-draft" if draft else "caption-sk", number=number)
    sentence = "caption-letter-draft" if draft else "caption-letter"
    return say(sentence, title=cut(title or kind, WIDEST), number=number)


_CALLED = {"sk_tim": "SK Tim"}


def file_name(title: str, number: str) -> str:
    """The name a paper is saved under: "Kartu kendali PDK-2026-00017.pdf"."""
    called = _CALLED.get(title) or title.replace("_", " ").replace("/", "-")
    return f"{called[:1].upper()}{called[1:]} {number.replace('/', '-')}.pdf"
