"""The question whether a request is to end, on the card of its applicant or of the counter."""

from messages.actions.withdrawing import KeepRequest, Withdraw
from messages.card import Button, Style
from messages.cards.fitting import press
from messages.localizer import Localizer
from workflow.ids import CaseId
from workflow.views.case import CaseView, KartuKendaliView


def is_leaving(view: CaseView | KartuKendaliView) -> bool:
    """Whether the question is open; it falls away where the request cannot be left any more."""
    return view.withdrawing and view.withdrawable


def leaving_rows(case_id: CaseId, say: Localizer) -> list[tuple[Button, ...]]:
    """The two answers, and nothing else."""
    return [
        (press(say("withdraw-sure"), Withdraw(case_id), Style.DANGER),),
        (press(say("withdraw-keep"), KeepRequest(case_id)),),
    ]
