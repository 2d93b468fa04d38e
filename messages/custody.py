"""What was done with a file while it lay somewhere, in sentences for chat and paper."""

from messages.localizer import Localizer
from workflow.custody import CustodyEvent, NoteLine

SENTENCES = {
    CustodyEvent.GIVEN: "kartu-note-given",
    CustodyEvent.COLLECTED: "kartu-note-collected",
    CustodyEvent.COLLECTED_FAMILY: "kartu-note-collected-family",
    CustodyEvent.COLLECTED_PROXY: "kartu-note-collected-proxy",
    CustodyEvent.ASKED: "kartu-note-asked",
    CustodyEvent.ANSWERED: "kartu-note-answered",
    CustodyEvent.WITHDRAWN: "kartu-note-withdrawn",
    CustodyEvent.OVERTAKEN: "kartu-note-overtaken",
    CustodyEvent.CONSULTED: "kartu-note-consulted",
    CustodyEvent.ADVISED: "kartu-note-advised",
    CustodyEvent.ENQUIRED: "kartu-note-enquired",
    CustodyEvent.REPLIED: "kartu-note-replied",
    CustodyEvent.CASE_WITHDRAWN: "kartu-note-pulled",
    CustodyEvent.REOPENED: "kartu-note-reopened",
    CustodyEvent.SURVEYED: "kartu-note-surveyed",
    CustodyEvent.CORRECTS: "kartu-note-corrects",
    CustodyEvent.CORRECTED: "kartu-note-corrected",
}
_LONGEST_NAME = 80


def note_sentences(note: NoteLine, at: str, say: Localizer, *, longest: int) -> list[str]:
    """Who did it, for whom, when; and below it in which words. *at* is worded for its reader."""
    told = [
        say(SENTENCES[note.event], title=_short(note.title) or "none", to=_short(note.to), at=at),
        say("kartu-note-words", words=_short(note.words, longest)),
    ]
    return told if note.words else told[:1]


def _short(text: str, longest: int = _LONGEST_NAME) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
