"""What is done in a process of its own, and how much of the machine it may take there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

# Answers are some words; a process that says more than this is not believed.
LONGEST_ANSWER = 1 << 16  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One kind of work. Its module is loaded once, before any of its processes is begun."""

    module: str
    function: str
    megabytes: int  # of memory, beyond what the empty process has
    processor: int  # seconds of processor time
    patience: int  # seconds on the wall


@dataclass(frozen=True, slots=True)
class Given:
    """What a process is handed: plain words, one open file, and bytes as they come."""

    told: Mapping[str, Any]
    file: BinaryIO
    body: BinaryIO


# How the function of a job looks; what it returns travels as JSON.
Work = Callable[[Given], Mapping[str, Any]]

JOBS: Mapping[str, Job] = {
    "inspect": Job(
        module="bot.intake.inspecting",
        function="inspected",
        megabytes=150,
        processor=20,
        patience=60,
    ),
    "signatures": Job(
        module="bot.signing.pades",
        function="judged",
        megabytes=150,
        processor=30,
        patience=90,
    ),
    "archive": Job(
        module="bot.locking",
        function="locked",
        megabytes=2048,
        processor=600,
        patience=1800,
    ),
}
NAMES = tuple(JOBS)
