"""What a load did, for the command and for whoever else starts one."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class RosterReport:
    """Counts of rows by noun, reasons for what was skipped, and rows that could not be read.

    ``changes`` names whom and what the counts are about, where that has a name.
    """

    created: Counter = field(default_factory=Counter)
    updated: Counter = field(default_factory=Counter)
    unchanged: Counter = field(default_factory=Counter)
    skipped: Counter = field(default_factory=Counter)
    proposed: list[str] = field(default_factory=list)
    malformed: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)

    def count(self, noun: str, outcome: str, name: str = "") -> None:
        getattr(self, outcome)[noun] += 1
        if name and outcome != "unchanged":
            self.changes.append(f"{outcome}: {name}")

    def lines(self) -> list[str]:
        nouns = sorted({*self.created, *self.updated, *self.unchanged})
        found = [
            f"{noun}: {self.created[noun]} created, {self.updated[noun]} updated, "
            f"{self.unchanged[noun]} unchanged"
            for noun in nouns
        ]
        found += [f"skipped {count}: {reason}" for reason, count in self.skipped.most_common()]
        found += [f"proposed: {text}" for text in self.proposed]
        found += [f"can't be read: {text}" for text in self.malformed]
        return found
