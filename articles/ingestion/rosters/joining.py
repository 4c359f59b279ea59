"""Whether a row is about somebody known: by identifiers first, then by name with what agrees.

A name alone joins nobody. It takes a name that agrees, an office held on one side, the same state
(or the nation for who held federal office), years that fit and a party that does not contradict.
Where more than one fits, or something does not quite, a join is proposed to an editor.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from articles.extraction.names import PersonalName, fold, names_agree, parse_name
from articles.ingestion.rosters.directory import Directory, Known

YEARS_APART = 12
UNIQUE_SCHEMES = ("bioguide", "wikidata", "govtrack")
NATIONAL = "US"
WITHOUT_PARTY = {"IND", "NON"}


@dataclass(frozen=True, slots=True)
class Claim:
    """What a row says of somebody, as far as it helps to know whom it means."""

    names: tuple[str, ...]
    identifiers: tuple[tuple[str, str], ...] = ()
    state: str = ""
    years: tuple[int, int] | None = None
    party: str | None = None
    held_office: bool = False
    born_on: dt.date | None = None
    office: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """``known`` if exactly one fits; else whom an editor should be asked about, and why."""

    known: Known | None = None
    doubtful: tuple[Known, ...] = ()
    why: str = ""


def match(directory: Directory, claim: Claim) -> Match:
    """Whom ``claim`` is about."""
    by_identifier = _by_identifiers(directory, claim.identifiers)
    if by_identifier:
        others = tuple(by_identifier[1:])
        return Match(by_identifier[0], others, "identifiers of one row belong to both")
    namesakes = _namesakes(directory, claim)
    fitting = [known for known in namesakes if _fits(known, claim)]
    if len(fitting) == 1:
        return Match(fitting[0])
    if fitting:
        return Match(None, tuple(fitting), "the same name, state and years fit both")
    near = tuple(known for known in namesakes if _nearly_fits(known, claim))
    return Match(None, near[:3], "the same name and state, but nothing decides")


def _by_identifiers(directory: Directory, identifiers: Iterable[tuple[str, str]]) -> list[Known]:
    found = [directory.by_identifier.get(identifier) for identifier in identifiers]
    return list(dict.fromkeys(known for known in found if known))


def _namesakes(directory: Directory, claim: Claim) -> list[Known]:
    forms = [parse_name(text) for text in claim.names]
    families = {fold(form.family) for form in forms}
    people = dict.fromkeys(one for family in families for one in directory.by_family[family])
    return [
        known
        for known in people
        if not _contradicts(known, claim)
        and not _other_generation(known.name_forms(), forms)
        and _share_a_name(known.name_forms(), forms)
    ]


def _share_a_name(ours: list[PersonalName], theirs: list[PersonalName]) -> bool:
    return any(
        one.given and other.given and names_agree(one, other) for one in ours for other in theirs
    )


def _other_generation(ours: list[PersonalName], theirs: list[PersonalName]) -> bool:
    """Sr. and Jr. are two, even where one of their names goes without it."""
    told = {form.suffix for form in theirs if form.suffix}
    known = {form.suffix for form in ours if form.suffix}
    return bool(told and known) and not told & known


def _contradicts(known: Known, claim: Claim) -> bool:
    """Two identifiers of a kind of which each person has one, or two birthdays."""
    own = dict(known.identifiers)
    for scheme, value in claim.identifiers:
        has = {v for s, v in own if s == scheme}
        if scheme in UNIQUE_SCHEMES and has and value not in has:
            return True
        if scheme == "fec" and files_for(value) in {files_for(one) for one in has}:
            return True
    born = known.person.born_on
    return bool(born and claim.born_on and born != claim.born_on)


def files_for(fec_id: str) -> str:
    """Office and state of an FEC id: who files again for the same keeps the id."""
    return f"{fec_id[0]}{fec_id[2:4]}" if fec_id[0] != "P" else "P"


def _fits(known: Known, claim: Claim) -> bool:
    if known.person.born_on and known.person.born_on == claim.born_on:
        return True
    officeholder = claim.held_office or bool(known.positions)
    return (
        officeholder
        and _place_agrees(known, claim)
        and (_time_agrees(known, claim) or _was_in_office(known, claim))
        and _party_agrees(known, claim)
    )


def _party_agrees(known: Known, claim: Claim) -> bool:
    """An independent may well stand for a party, and the other way round."""
    if not claim.party or not known.parties:
        return True
    return bool({claim.party, *WITHOUT_PARTY} & known.parties) or claim.party in WITHOUT_PARTY


def _was_in_office(known: Known, claim: Claim) -> bool:
    """An office without dates fits another of the same state for one of a grown-up's age."""
    born = known.person.born_on
    if not (claim.held_office and claim.years and born) or _years(known):
        return False
    same_name = fold(claim.names[0]) == fold(known.person.name)
    return same_name and all(25 <= year - born.year <= 85 for year in claim.years)


def _nearly_fits(known: Known, claim: Claim) -> bool:
    officeholder = claim.held_office or bool(known.positions)
    years = _years(known)
    close = not years or _time_agrees(known, claim)
    return officeholder and close and _place_agrees(known, claim) and _may_live(known, claim)


def _place_agrees(known: Known, claim: Claim) -> bool:
    states = known.states | {row.race.seat.state for row in known.races.values() if row.race.seat}
    if claim.state == NATIONAL:
        return bool(known.positions)
    return claim.state in states


def _time_agrees(known: Known, claim: Claim) -> bool:
    years = _years(known)
    if not claim.years or not years:
        return False
    first, last = claim.years
    return any(first - YEARS_APART <= year <= last + YEARS_APART for year in years)


def _years(known: Known) -> set[int]:
    dated = {
        day.year for position in known.positions for day in (position.start, position.end) if day
    }
    return dated | {row.race.year for row in known.races.values()}


def _may_live(known: Known, claim: Claim) -> bool:
    born = known.person.born_on
    return not (born and claim.years) or claim.years[0] - born.year < 100
