"""What all the places of one name tell of whoever bears it, gathered once for all candidates."""

from __future__ import annotations

from typing import NamedTuple

from .findings import Cluster, NameMention


class Told(NamedTuple):
    """Parties and states are in order; of ``offices`` each way to tell one comes once."""

    name: str
    genders: frozenset[str]
    parties: tuple[str, ...]
    states: tuple[str, ...]
    states_of_office: tuple[str, ...]
    offices: tuple[NameMention, ...]
    is_lay: bool

    @classmethod
    def of(cls, cluster: Cluster) -> Told:
        mentions = cluster.mentions
        titled = [one for one in mentions if one.office]
        return cls(
            name=cluster.name,
            genders=frozenset([one.gender for one in mentions if one.gender]),
            parties=_in_order([one.party for one in mentions if one.party]),
            states=_in_order([one.state for one in mentions if one.state]),
            states_of_office=_in_order([one.state for one in titled if one.state]),
            offices=_each_once(titled) if titled else (),
            is_lay=any(one.lay for one in mentions),
        )


def _in_order(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words))) if words else ()


def _each_once(mentions: list[NameMention]) -> tuple[NameMention, ...]:
    ways: dict[tuple, NameMention] = {}
    for one in mentions:
        ways.setdefault((one.office, one.state, one.title, one.text, one.former), one)
    return tuple(ways.values())
