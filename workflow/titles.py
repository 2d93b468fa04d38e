"""What a lane of an SOP is called in this office, and SOPs of nearly one name beside each other."""

from collections.abc import Sequence

from workflow.ids import LaneId
from workflow.office import Office
from workflow.procedure import Procedure

# Of the words of two titles.
_SHARED, _EXCHANGED = 3, 2


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


def told_apart(named: Sequence[tuple[str, str]]) -> list[str]:
    """Titles, each with the code of its SOP; one that is nearly another SOP's begins with it.

    A phone cuts a button at its end, and "Pelayanan Data dan Informasi Kependudukan" beside
    "Layanan Data dan Informasi Kependudukan" would be the same to whoever reads quickly.
    """
    return [
        f"{code} · {title}"
        if any(code != other and _alike(title, name) for name, other in named)
        else title
        for title, code in named
    ]


def _alike(one: str, other: str) -> bool:
    """One word exchanged at most, of at least three that both have."""
    words, others = set(one.lower().split()), set(other.lower().split())
    return len(words & others) >= _SHARED and len(words ^ others) <= _EXCHANGED
