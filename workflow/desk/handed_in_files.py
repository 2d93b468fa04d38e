"""Files that a case has already, as they are handed in once more."""

from workflow.case import Attachment
from workflow.filling import DraftFile


def as_handed_in(kept: Attachment) -> DraftFile:
    """With what was found of its signatures when it came."""
    return DraftFile(
        digest=kept.digest,
        name=kept.name,
        media_type=kept.media_type,
        size=kept.size,
        at=kept.uploaded_at,
        signatures=kept.signatures,
    )
