"""Single sentences: what a desk tells, what it refuses, what stands under a paper."""

from collections.abc import Callable, Mapping
from datetime import date
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
from workflow.papers import PAPERS, PaperKind, PaperName

LONGEST_ALERT = 200  # characters of an answer to a press, Bot API
WIDEST = 400

# What a desk tells, and where a person may go from there.
_ONWARD: dict[str, tuple[Action, ...]] = {
    "joined-administrator": (),
    "joined-jabatan": (),
    "opinion-late": (),
    "opinion-unheard": (),
    "genuine-known": (Home(),),
    "genuine-letter": (Home(),),
    "genuine-corrected": (Home(),),
    "case-withdrawn-told": (),
    "correction-ask": (),
    "correction-begun": (),
    "collected-told": (),
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
    "check-night": (),
    "backup-good": (),
    "backup-lacking": (),
    "backup-bad": (),
    "backup-nights": (),
    "form-handed-in": (Queue(0),),
    "edit-taken": (),
    "edit-first-stands": (),
    "edit-changes-nothing": (),
    "edit-file-stands": (),
    "form-still-open": (Resume(), Home()),
    "stamp-failed": (),
    "file-given": (Queue(0),),
    "hold-asked": (),
    "hold-nobody-to-ask": (),
    "hold-agreed": (Queue(0),),
    "hold-lifted": (Queue(0),),
    "stamp-right-gone": (),
    "question-out-of-reach": (Queue(0),),
    "question-withdrawn": (),
    "question-overtaken": (),
    "enquiry-ask": (),
    "enquiry-late": (),
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
    "search-ask": (Home(),),
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
    "access-locked": (Home(),),
    "access-locked-of": (Posts(0),),
    "acting-ended-for": (Queue(0),),
    "acting-ended-vacant": (OfficeScreen(),),
}


def told(message_id: str, arguments: Mapping[str, str | int | date], say: Localizer) -> str:
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


def told_card(message_id: str, arguments: Mapping[str, str | int | date], say: Localizer) -> Card:
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


def paper_caption(
    kind: PaperName,
    number: str,
    say: Localizer,
    *,
    title: str = "",
    unfinished: bool = False,
    to_officer: bool = False,
) -> str:
    """What stands under a paper in the chat; a letter goes by its *title*.

    What is *unfinished* says so: a draft is no paper of the office yet, and a tanda terima of a
    case that goes on does not say that it is finished.
    """
    if isinstance(kind, PaperKind):
        return say(PAPERS[kind].said(unfinished=unfinished, to_officer=to_officer), number=number)
    sentence = "caption-letter-draft" if unfinished else "caption-letter"
    return say(sentence, title=cut(title or kind, WIDEST), number=number)


def attachment_caption(asked: str, say: Localizer) -> str:
    """What stands under a file that was handed in: what it was *asked* as."""
    return say("caption-attachment", title=cut(asked, WIDEST))


def sop_caption(number: str, say: Localizer) -> str:
    return say("caption-sop", number=number)


def paper_file(kind: PaperName, number: str, *, title: str = "") -> str:
    """The name a paper is saved under: "Kartu kendali PDK-2026-00017.pdf"."""
    called = PAPERS[kind].title if isinstance(kind, PaperKind) else _as_words(title or kind)
    return f"{called} {number.replace('/', '-')}.pdf"


def _as_words(called: str) -> str:
    words = called.replace("_", " ").replace("/", "-")
    return f"{words[:1].upper()}{words[1:]}"
