"""The administrator's screen: what is vacant, what could stop the office."""

from dataclasses import dataclass

from workflow.ids import ProcedureId
from workflow.views.posts import PostLine


@dataclass(frozen=True, slots=True, kw_only=True)
class SopLine:
    """One SOP that the office offers, in the version that new cases begin on."""

    procedure_id: ProcedureId
    title: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeView:
    """The administrator's screen."""

    office: str
    held: int
    vacant: tuple[PostLine, ...]
    procedures: tuple[SopLine, ...]
    lanes_unheld: tuple[str, ...]
    next_closures: tuple[tuple[str, str, bool], ...]
    waiting: int
    parked: int
