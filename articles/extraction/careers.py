"""What a person of the roster was by a day: offices, parties, states."""

from __future__ import annotations

from datetime import date

from .roster import HeldPosition, RosterPerson

_LONG_AGO_YEARS = 20
_RECENT_DAYS = 2 * 366
_NO_STATE = frozenset({"", "US"})
_NO_PARTY = frozenset({"", "NON", "UNK"})


def is_held(position: HeldPosition, on: date | None) -> bool:
    if on is None:
        return position.end is None
    started = position.start is None or position.start <= on
    return started and (position.end is None or on <= position.end)


def parties_on(person: RosterPerson, on: date | None) -> set[str]:
    """Every party the roster gives the person around that day."""
    spells = {
        spell.code
        for spell in person.parties
        if on is None
        or ((spell.start is None or spell.start <= on) and (spell.end is None or on <= spell.end))
    }
    held = {one.party for one in person.positions if one.party and is_held(one, on)}
    if not held and not spells:
        held = _last_party(person)
    running = {one.party for one in person.candidacies if one.party}
    return (spells | held | running) - _NO_PARTY


def _last_party(person: RosterPerson) -> set[str]:
    """Of who holds nothing now: the party of the last office."""
    ended = [one for one in person.positions if one.party and one.end]
    return {max(ended, key=lambda one: one.end).party} if ended else set()


def states_of(person: RosterPerson) -> set[str]:
    held = {position.state for position in person.positions}
    running = {slug_state(one.race_slug) for one in person.candidacies}
    return (held | running) - _NO_STATE


def slug_state(slug: str) -> str:
    """The state in "2020-al-us-senate"; empty for the nation."""
    parts = slug.split("-")
    return parts[1].upper() if len(parts) > 2 and len(parts[1]) == 2 and parts[1] != "us" else ""


def is_recent(position: HeldPosition, on: date | None) -> bool:
    return bool(on and position.end) and 0 < (on - position.end).days < _RECENT_DAYS


def is_long_gone(person: RosterPerson, on: date | None) -> bool:
    """Held the last known office a score of years before the day, and runs for none."""
    if on is None or person.candidacies or not person.positions:
        return False
    ends = [position.end for position in person.positions]
    return all(end is not None and (on - end).days > _LONG_AGO_YEARS * 366 for end in ends)
