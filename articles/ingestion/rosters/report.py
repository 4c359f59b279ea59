"""What a load did, for the command and for whoever else starts one."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class RosterReport:
    """Counts of rows by noun, reasons for what was skipped, and rows that could not be read."""

    created: Counter = field(default_factory=Counter)
    updated: Counter = field(default_factory=Counter)
    unchanged: Counter = field(default_factory=Counter)
    skipped: Counter = field(default_factory=Counter)
    proposed: list[str] = field(default_factory=list)
    malformed: list[str] = field(default_factory=list)

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
