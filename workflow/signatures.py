"""What the electronic signatures in a file are worth, and how that is kept with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureCheck:
    """What one signature in a file is worth."""

    field: str
    signer_name: str
    signed_at: datetime | None
    intact: bool  # what was signed is unchanged
    trusted: bool  # the certificate leads to an authority this office trusts
    covers_whole_file: bool  # nothing was added afterwards
    can_be_judged: bool = True  # else the file is of a form about which programs disagree


class Worth(StrEnum):
    """What is said of a signature, not known to be broken, in a file that was handed in."""

    TRUSTED = "trusted"
    UNKNOWN = "unknown"  # signed with a certificate of somebody this office does not know
    UNJUDGED = "unjudged"  # neither intact nor broken can be said of it
    EXTENDED = "extended"  # and of the file: something stands behind the last signature


def noted(checks: Sequence[SignatureCheck]) -> str:
    """The signatures of a file as they are kept with it: one line each, its worth and its name."""
    whole = any(one.covers_whole_file or not one.can_be_judged for one in checks)
    worths = [_worth(one) for one in checks]
    names = [" ".join(one.signer_name.split()) for one in checks]
    lines = [f"{worth} {name}" for worth, name in zip(worths, names, strict=True)]
    return "\n".join(lines if whole else [Worth.EXTENDED, *lines])


def _worth(check: SignatureCheck) -> Worth:
    if not check.can_be_judged:
        return Worth.UNJUDGED
    return Worth.TRUSTED if check.trusted else Worth.UNKNOWN


def noted_signatures(note: str) -> list[tuple[str, str]]:
    """What `noted` kept: for each line a worth, and whose signature it is."""
    parts = (line.partition(" ") for line in note.splitlines())
    return [(worth, name) for worth, _, name in parts]
