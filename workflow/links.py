"""What the links of one case of the counter come to."""

from collections.abc import Sequence

from workflow.case import Case, CaseState, Link, LinkEvent


def wrong_since(links: Sequence[Link]) -> int:
    """Wrong answers since the counter last parted the case from a phone."""
    count = 0
    for link in links:
        count = 0 if link.what is LinkEvent.UNLINKED else count + (link.what is LinkEvent.WRONG)
    return count


def is_linkable(case: Case, links: Sequence[Link]) -> bool:
    """Whether its resi may link somebody: while it runs, and later where the counter says so.

    The counter does by parting the case from a phone after it had ended.
    """
    if case.state is CaseState.OPEN or case.ended_at is None:
        return case.state is CaseState.OPEN
    return any(one.what is LinkEvent.UNLINKED and one.at >= case.ended_at for one in links)


def undoable(case: Case, links: Sequence[Link]) -> bool:
    """Whether a case with a code on its resi is linked by it, or locked by wrong answers."""
    if case.link_code is None or not is_linkable(case, links):
        return False
    return case.applicant_id is not None or wrong_since(links) > 0
