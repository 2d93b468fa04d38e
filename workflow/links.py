"""What the links of one case of the counter come to."""

from collections.abc import Sequence

from workflow.case import Case, CaseState, Link, LinkEvent


def wrong_since(links: Sequence[Link]) -> int:
    """Wrong answers since the counter last parted the case from a phone."""
    count = 0
    for link in links:
        count = 0 if link.what is LinkEvent.UNLINKED else count + (link.what is LinkEvent.WRONG)
    return count


def undoable(case: Case, links: Sequence[Link]) -> bool:
    """Whether a case entered at the counter is linked, or locked by wrong answers."""
    if case.link_code is None or case.state is not CaseState.OPEN:
        return False
    return case.applicant_id is not None or wrong_since(links) > 0
