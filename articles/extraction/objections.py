"""What rules a candidate out, in words an editor understands."""

from __future__ import annotations

from datetime import date

from .careers import is_long_gone, parties_on, states_of
from .roster import RosterPerson
from .titles import same_office
from .told import Told
from .why import office_words, party_words, state_words

# Offices of which rosters hold all holders: who never had one is not meant by its title.
_WHOLLY_KNOWN = frozenset({"president", "vice_president", "senate", "house", "governor"})


def objection(told: Told, person: RosterPerson, on: date | None) -> str:
    """Why the name can't mean that person; empty where nothing speaks against it."""
    if on and person.died and (on - person.died).days > 366:
        return "had died by then"
    if is_long_gone(person, on):
        return "held the last known office long before"
    if person.gender and told.genders and person.gender not in told.genders:
        return "is of another gender"
    known = parties_on(person, on) if told.parties else set()
    if known and known.isdisjoint(told.parties):
        return f"is not {party_words(told.parties[0])}"
    return _to_office(told, person)


def _to_office(told: Told, person: RosterPerson) -> str:
    for mention in told.offices:
        if mention.office not in _WHOLLY_KNOWN:
            continue
        held = [one for one in person.positions if same_office(mention.office, one.office)]
        if not held:
            return f"never was {office_words(mention.office)}"
        if mention.state and all(one.state != mention.state for one in held):
            return f"is not from {state_words(mention.state)}"
    known = states_of(person) if told.states_of_office else set()
    if known and known.isdisjoint(told.states_of_office):
        return f"is not from {state_words(told.states_of_office[0])}"
    return ""
