"""Which people of a roster a name may mean, and how well it fits."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from .findings import Cluster
from .names import PersonalName, folded, given_names_agree, names_agree, parse_name
from .roster import Roster, RosterPerson

# How a name fits, best first.
_REMEMBERED_DAYS = 8 * 366
FITS = ("full", "nickname", "initial", "family", "taught")


class Candidate(NamedTuple):
    person: RosterPerson
    fit: str


class RosterIndex:
    """A roster by folded family name, so that each name is parsed once."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self.races = {race.id: race for race in roster.races}
        self.people = {person.id: person for person in roster.people}
        self._taught: dict[str, list[RosterPerson]] = defaultdict(list)
        self._by_family: dict[str, list[tuple[RosterPerson, PersonalName]]] = defaultdict(list)
        self._found: dict[tuple[PersonalName, str], list[Candidate]] = {}
        for person in roster.people:
            for one in person.taught:
                self._taught[folded(one.words)].append(person)
            for name in names_of(person):
                self._by_family[folded(name.family)].append((person, name))

    def candidates(self, cluster: Cluster, on: date | None = None) -> list[Candidate]:
        """Everybody the cluster's name may mean; the best fit of each person's names counts.

        By a surname alone the news means people who hold an office, run for one, or had one that
        it names; nobody else is weighed.
        """
        told = told_name(cluster)
        if not told.given:
            return self._by_surname(cluster, folded(told.family), on)
        key = (told, cluster.name)
        if key not in self._found:
            self._found[key] = self._with_taught(cluster, self._bearing(told))
        return self._found[key]

    def _bearing(self, told: PersonalName) -> dict[int, Candidate]:
        best: dict[int, Candidate] = {}
        for person, name in self._by_family.get(folded(told.family), ()):
            fit = fit_of(told, name)
            if fit and (person.id not in best or _better(fit, best[person.id].fit)):
                best[person.id] = Candidate(person, fit)
        return best

    def _by_surname(self, cluster: Cluster, family: str, on: date | None) -> list[Candidate]:
        told = any(mention.office or mention.former for mention in cluster.mentions)
        best = {
            person.id: Candidate(person, "family")
            for person, _ in self._by_family.get(family, ())
            if told or is_in_the_news(person, on)
        }
        return self._with_taught(cluster, best)

    def _with_taught(self, cluster: Cluster, best: dict[int, Candidate]) -> list[Candidate]:
        for person in self._taught.get(folded(cluster.name), ()):
            best.setdefault(person.id, Candidate(person, "taught"))
        return list(best.values())


def names_of(person: RosterPerson) -> list[PersonalName]:
    """All that the roster calls the person, taken apart, each once."""
    texts = dict.fromkeys([person.name, *[name.text for name in person.names]])
    return [parse_name(text) for text in texts]


def is_in_the_news(person: RosterPerson, on: date | None) -> bool:
    """Holds an office that day, lately held one, runs for one, or is known by a handle."""
    return bool(person.candidacies or person.handles) or any(
        position.end is None or on is None or (on - position.end).days < _REMEMBERED_DAYS
        for position in person.positions
    )


def _better(fit: str, than: str) -> bool:
    return FITS.index(fit) < FITS.index(than)


def told_name(cluster: Cluster) -> PersonalName:
    """The fullest name that the story gives."""
    for mention in cluster.mentions:
        if mention.name.given:
            return mention.name
    return cluster.mentions[0].name


@lru_cache(maxsize=16384)
def fit_of(told: PersonalName, known: PersonalName) -> str:
    if not told.given:
        return "family"
    if _junior(told) != _junior(known) and "jr" in (_junior(told), _junior(known)):
        return "" if told.suffix else _fit_given(told, known)
    return _fit_given(told, known)


def _junior(name: PersonalName) -> str:
    return name.suffix.lower().strip(".,")


def _fit_given(told: PersonalName, known: PersonalName) -> str:
    if not known.given or not names_agree(told, known):
        return ""
    given = {folded(known.given), folded(known.nickname)}
    if folded(told.given) in given:
        return "full"
    if len(told.given.strip(".")) == 1 or len(known.given.strip(".")) == 1:
        return "initial"
    return "nickname" if given_names_agree(told.given, known.given) else "full"
