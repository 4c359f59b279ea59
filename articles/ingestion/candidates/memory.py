"""What a process keeps of the roster: read when first asked for, forgotten when the roster changes.

Never stale: nothing is taken from it but under the revision that the database tells at that moment,
and each answer was read after the process saw that revision.
"""

from collections.abc import Callable, Collection, Hashable, Iterator
from typing import Generic, TypeVar

from articles.ingestion.candidates import names
from articles.ingestion.candidates.people import people
from articles.ingestion.candidates.races import races, races_by_year
from articles.models import roster_revision

MOST_PEOPLE, MOST_ANSWERS = 40_000, 300_000  # some 150 MB where all is asked for
Key = TypeVar("Key", bound=Hashable)
Answer = TypeVar("Answer")


class Kept(Generic[Key, Answer]):
    """Answers by key, and which keys have none; all that were not asked for before are read at
    once."""

    def __init__(self, read: Callable[[Collection[Key]], dict[Key, Answer]]) -> None:
        self._read = read
        self._answers: dict[Key, Answer | None] = {}

    def __len__(self) -> int:
        return len(self._answers)

    def of(self, keys: Collection[Key]) -> Iterator[Answer]:
        """The answers, in the order of the keys; a key without one is left out."""
        known = self._answers
        missing = [key for key in keys if key not in known]
        if missing:
            known.update(dict.fromkeys(missing) | self._read(missing))
        return (answer for key in keys if (answer := known[key]) is not None)


class Memory:
    """The roster as it stands at one revision, as far as it was asked for."""

    def __init__(self, revision: int | None) -> None:
        self.revision = revision
        self.by_given_name = Kept(names.by_given_name)
        self.by_whole_name = Kept(names.by_whole_name)
        self.by_handle = Kept(names.by_handle)
        self.in_the_news = Kept(names.in_the_news)
        self.people = Kept(people)
        self.races = Kept(races)
        self.races_by_year = Kept(races_by_year)

    @property
    def is_full(self) -> bool:
        asked = (self.by_given_name, self.by_whole_name, self.by_handle)
        return len(self.people) > MOST_PEOPLE or sum(map(len, asked)) > MOST_ANSWERS

    def holds_at(self, revision: int | None) -> bool:
        return revision is not None and self.revision == revision


class Keeper:
    """The memory of this process; each thread works with the one that it was given."""

    def __init__(self) -> None:
        self._memory = Memory(None)

    def memory(self) -> Memory:
        """One that holds at this moment."""
        memory, revision = self._memory, roster_revision()
        if memory.is_full or not memory.holds_at(revision):
            memory = self._memory = Memory(revision)
        return memory


KEEPER = Keeper()
