"""Side tasks: what is asked about a file while it stays where it is. None ever moves it."""

from enum import StrEnum

from workflow.ids import JabatanId, LaneId

# Where a question to the applicant lies; no SOP has such a lane, so no queue finds it.
APPLICANT_LANE = LaneId("@applicant")


class TaskKind(StrEnum):
    """What an opening is: the one main task of a running case, or one beside it."""

    MAIN = "main"
    QUESTION = "question"  # the office's, to the applicant
    CONSULTATION = "consultation"  # of another jabatan
    ENQUIRY = "enquiry"  # the applicant's, to the office


def jabatan_lane(jabatan: JabatanId) -> LaneId:
    """The lane of a jabatan as such, in whatever SOP."""
    return LaneId(f"@{jabatan}")


def jabatan_of(lane: LaneId) -> JabatanId | None:
    """Whose lane that is; nothing for a lane of an SOP, or the applicant's."""
    return JabatanId(lane[1:]) if lane[:1] == "@" and lane != APPLICANT_LANE else None
