"""Which party somebody belonged to on a day."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from articles.models import Candidacy, PartyAffiliation, Position
from articles.models.keys import Keys

ALWAYS = (dt.date.min, dt.date.max)


class Spell(NamedTuple):
    """A party from one day to another."""

    party: str
    start: dt.date
    end: dt.date
    rank: int = 0


Spells = dict[int, tuple[Spell, ...]]


def parties_of(people: set[int]) -> Spells:
    """What is known of each person's parties, the surest kind of knowledge first.

    Affiliations, then offices held, then candidacies: who took a seat in January was of the
    party before, and only the candidacy tells.
    """
    known: dict[int, list[Spell]] = {}
    for rank, read in enumerate((_affiliations, _positions, _candidacies)):
        for person, spell in read(people):
            known.setdefault(person, []).append(spell._replace(rank=rank))
    return {person: tuple(spells) for person, spells in known.items()}


def party_on(day: dt.date | None, spells: Iterable[Spell]) -> str:
    """The party on that day by the surest knowledge; without a day, the only one known."""
    if day is None:
        codes = {spell.party for spell in spells}
        return codes.pop() if len(codes) == 1 else ""
    holding = [spell for spell in spells if spell.start <= day <= spell.end]
    surest = min((spell.rank for spell in holding), default=0)
    holding = [spell for spell in holding if spell.rank == surest]
    return max(holding, key=lambda spell: (spell.start, spell.party)).party if holding else ""


def _dated(rows: Iterable[tuple]) -> Iterable[tuple[int, Spell]]:
    for person, party, start, end in rows:
        yield person, Spell(party, start or ALWAYS[0], end or ALWAYS[1])


def _affiliations(people: set[int]) -> Iterable[tuple[int, Spell]]:
    rows = PartyAffiliation.objects.filter(person__in=Keys(people)).order_by()
    return _dated(rows.values_list("person_id", "party_id", "start", "end"))


def _positions(people: set[int]) -> Iterable[tuple[int, Spell]]:
    rows = Position.objects.filter(person__in=Keys(people), party__isnull=False).order_by()
    return _dated(rows.values_list("person_id", "party_id", "start", "end"))


def _candidacies(people: set[int]) -> Iterable[tuple[int, Spell]]:
    """A candidacy tells the party of the two years that lead to the vote."""
    rows = Candidacy.objects.filter(person__in=Keys(people), party__isnull=False).order_by()
    for person, party, year in rows.values_list("person_id", "party_id", "race__year"):
        yield person, Spell(party, dt.date(year - 1, 1, 1), dt.date(year, 12, 31))
