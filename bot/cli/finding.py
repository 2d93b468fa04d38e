"""What `disposisi doctor` finds: one thing looked at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: is it well, what was seen, what to do."""

    name: str
    ok: bool
    seen: str
    cure: str = ""
