"""The rows of a kartu kendali as they are printed."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from workflow.case import CaseState, Defect
from workflow.custody import NoteLine
from workflow.pauses import Pause, PauseEnd, Whose
from workflow.people import Barred


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedItem:
    """One item of a request, and what is wrong with it."""

    title: str
    defect: Defect


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseLine:
    """What a file waited for while it lay on a desk."""

    words: str
    whose: Whose
    begun_at: datetime
    begun_as: str
    until: date | None
    stopped: bool  # the limit waited, too
    agreed_as: str
    ended_as: str
    ending: PauseEnd | None

    @classmethod
    def of(cls, pause: Pause) -> "PauseLine":
        return cls(
            words=pause.words,
            whose=pause.whose,
            begun_at=pause.begun_at,
            begun_as=pause.begun_as,
            until=pause.until,
            stopped=pause.stops_limit,
            agreed_as=pause.agreed_as,
            ended_as=pause.ended_as,
            ending=pause.ending,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class KartuKendaliRow:
    """One stay of the file on one desk, or a part of it where a limit waited meanwhile."""

    step_number: str
    step_title: str
    lane_title: str
    person_name: str
    from_title: str  # whoever handed the file over
    from_name: str
    by_applicant: bool
    handed_over_at: datetime
    received_at: datetime | None
    done_at: datetime | None
    limit_text: str
    due_at: datetime | None
    waiting: timedelta  # from handed over to received
    working: timedelta  # from received to done, or so far
    outside: timedelta  # what of both fell outside office hours; an applicant keeps none
    over: timedelta | None  # past the limit; negative is time left; None without a limit
    outcome_label: str
    note: str
    alone: Barred | None = None  # two acts of one person that should be two persons'
    left_as: CaseState | None = None  # the case ended here without a decision
    undone_at: datetime | None = None  # when the decision was taken back
    recalled: bool = False  # opened by such a decision, and received by nobody
    notes: tuple[NoteLine, ...] = ()  # what was done with the file while it lay there
    marks: tuple[MarkedItem, ...] = ()  # what was found wanting when the file was sent back
    held: timedelta = timedelta()  # for a system outside the office
    pause: PauseLine | None = None  # the row is the stretch in which the limit waited for this
    unstopped: tuple[PauseLine, ...] = ()  # holds for which it did not wait, or not yet
    taken_here: bool = True  # received in this part
    last: bool = True
