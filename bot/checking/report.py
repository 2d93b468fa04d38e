"""What a check has found: counted by kind, and the first few of each kept."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from workflow.flaws import Flaw, FlawKind

NAMED = 20  # of one kind; more are one cause

# Says how far a part has come: its name, so many of so many.
Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Report:
    """Flaws by kind, up to *most* of each, and how much was looked at."""

    most: int = NAMED
    counts: Counter[FlawKind] = field(default_factory=Counter)
    named: dict[FlawKind, list[Flaw]] = field(default_factory=lambda: defaultdict(list))
    looked: Counter[str] = field(default_factory=Counter)
    # What was looked at in part only: how many there are.
    there: dict[str, int] = field(default_factory=dict)

    def add(self, flaws: Iterable[Flaw]) -> None:
        for flaw in flaws:
            self.counts[flaw.kind] += 1
            if len(self.named[flaw.kind]) < self.most:
                self.named[flaw.kind].append(flaw)

    @property
    def faults(self) -> int:
        return sum(count for kind, count in self.counts.items() if not kind.is_remark)

    @property
    def is_well(self) -> bool:
        return self.faults == 0
