"""What a lane of an SOP is called in this office."""

from workflow.ids import LaneId
from workflow.office import Office
from workflow.procedure import Procedure


def lane_title(office: Office, procedure: Procedure, lane: LaneId) -> str:
    """The office's own title of the jabatan that sits in a lane.

    An applicant and a team are no jabatan and go by the SOP's word, as does a lane whose jabatan
    the office file does not have.
    """
    column = procedure.lanes[lane]
    if column.applicant or column.team:
        return column.title
    post = office.jabatan.get(office.holder_of(procedure.id, lane))
    return column.title if post is None else post.title
