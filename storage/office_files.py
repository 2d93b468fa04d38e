"""Where the office file is found: the office's own, or the invented sample."""

from importlib import resources
from pathlib import Path

SAMPLE = "sample-office.yaml"


def sample_text() -> str:
    """The invented office that the sandbox plays in."""
    return resources.files("workflow").joinpath("procedures", "office", SAMPLE).read_text("utf-8")


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
