"""A play as the page tells of it: who acts just now, and how it ended."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(slots=True)
class Performance:
    """Kept up by those who play; the page shows the phone of whoever acts."""

    folder: Path = field(default_factory=Path)
    speed: float = 1.0  # how many times faster than one reads along
    state: str = "running"  # then "finished" or "failed"
    person: int | None = None

    def shown(self) -> dict[str, Any]:
        return {
            "state": self.state,
            "person": self.person,
            "folder": str(self.folder.resolve()),
        }
