"""What comes as a file: papers, letters, what was handed in, an SOP."""

from bot.delivery.screens.documents import (
    Attached,
    Drawable,
    Stored,
    attachment_document,
    look_for_attachment,
    look_for_paper,
    look_for_sop,
    paper_document,
    sop_document,
)
from bot.delivery.screens.rows import Arrived, OtherScreen, note_copy
from workflow.intents import SendAttachment, SendPaper, SendSop, Tell
from workflow.views.taking import Copied


def _again(it: SendPaper | SendAttachment) -> Tell:
    return Tell(message_id="uncertain-paper", arguments={"case_id": it.case_id})


def _note_paper(it: Arrived[SendPaper, Stored | Drawable]) -> None:
    note_copy(it, it.intent.case_id, it.intent.kind)


def _note_attachment(it: Arrived[SendAttachment, Attached]) -> None:
    note_copy(it, it.intent.case_id, Copied.ATTACHMENT)


ROWS = (
    OtherScreen(
        intent=SendPaper,
        reads=look_for_paper,
        draws=paper_document,
        tried_again=False,
        offered=_again,
        keeps=_note_paper,
    ),
    OtherScreen(
        intent=SendAttachment,
        reads=look_for_attachment,
        draws=attachment_document,
        tried_again=False,
        offered=_again,
        keeps=_note_attachment,
    ),
    OtherScreen(intent=SendSop, reads=look_for_sop, draws=sop_document),
)
