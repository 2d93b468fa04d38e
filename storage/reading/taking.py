"""What lies on a phone whose owner may see it no more."""

from collections.abc import Callable
from datetime import datetime, timedelta

from storage.unit_of_work import SqlUnitOfWork
from workflow.ids import CaseId, PersonId
from workflow.intents import SendAttachment, SendPaper, TakeBack
from workflow.papers import paper_name
from workflow.queries.showing import may_keep
from workflow.screen_names import ScreenName
from workflow.views.taking import Copied, TakingBackView

# Telegram lets a bot delete a message for 48 hours, and refuses all of a call for one older.
DELETABLE = timedelta(hours=47)
A_CALL = 100  # deleteMessages, Bot API


def taking_back_view(
    work: SqlUnitOfWork, person_id: PersonId, intent: TakeBack, *, now: datetime
) -> TakingBackView:
    """The next messages of one phone that are to go: of its cards first, then of its files."""
    since = now - DELETABLE
    cards = work.cards.laid_since(person_id, since, after=intent.after_card, limit=A_CALL)
    if cards:
        keeps = _keeper(work, person_id, now)
        return TakingBackView(
            messages=tuple(message for _, screen, message in cards if not keeps(screen)),
            following=TakeBack(after_card=cards[-1][0]),
        )
    after = intent.after_copy
    copies = work.cards.copies_since(person_id, since, after=after, limit=A_CALL)
    kept = {
        (case_id, kind): may_keep(work, person_id, _sent(case_id, kind))
        for case_id, kind in {(case_id, kind) for _, case_id, kind, _ in copies}
    }
    following = TakeBack(after_card=intent.after_card, after_copy=copies[-1][0]) if copies else None
    return TakingBackView(
        messages=tuple(
            # One message of alarms may speak of several files.
            dict.fromkeys(
                message for _, case_id, kind, message in copies if not kept[case_id, kind]
            )
        ),
        following=following,
    )


def _keeper(work: SqlUnitOfWork, person_id: PersonId, now: datetime) -> Callable[[str], bool]:
    return lambda screen: may_keep(work, person_id, screen)


def _sent(case_id: CaseId, kind: str) -> str | SendPaper | SendAttachment:
    if kind == Copied.ALARMS:
        return ScreenName.KARTU.of(
            case_id
        )  # what it says of a file stands in its kartu kendali too
    if kind == Copied.ATTACHMENT:
        return SendAttachment(case_id=case_id, file_id=0)
    return SendPaper(case_id=case_id, kind=paper_name(kind))
