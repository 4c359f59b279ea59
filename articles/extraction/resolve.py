"""Findings held against a roster: who is linked, who is doubtful, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date

from .candidates import RosterIndex
from .careers import states_of
from .dates import day_told
from .evidence import Setting
from .findings import Findings
from .judgements import Judgements
from .quote_links import as_quote, offices_held
from .race_links import WORTH_SHOWING, link_races
from .reading import LINKED, PersonReading, RaceReading, Reading
from .roster import Roster
from .short_names import joined, whom_they_mean
from .spans import Story


def resolve(story: Story, findings: Findings, roster: Roster, on: date | None) -> Reading:
    """People and races linked where exactly one is left with enough evidence, never by guess."""
    return resolve_in(story, findings, RosterIndex(roster), on)


def resolve_in(story: Story, findings: Findings, index: RosterIndex, on: date | None) -> Reading:
    """The same, with a roster that is taken apart already."""
    on = on or story.published_on or day_told(story)
    setting = Setting(on, states=frozenset(word.state for word in findings.places))
    known = Judgements(findings, index, on)
    people = known.in_setting(setting)
    races, seen = link_races(story, findings, people, index, on), (findings, people)
    setting = _with_what_is_linked(setting, findings, people, races, index)
    people = known.in_setting(setting)
    meant = whom_they_mean(story, findings, people, setting, index)
    if meant:
        findings = joined(findings, meant)
        known.join(findings)
        people = known.in_setting(setting)
    if (findings, people) != seen:
        races = link_races(story, findings, people, index, on)
    return _as_reading(findings, people, races, index)


def _with_what_is_linked(
    setting: Setting,
    findings: Findings,
    people: list[PersonReading],
    races: list[RaceReading],
    index: RosterIndex,
) -> Setting:
    """The setting of a second look: the races the story is about, who runs, where it plays."""
    about = [race for race in races if race.state == LINKED]
    return replace(
        setting,
        home=_home(findings, people, index),
        races={race.race_id: index.races[race.race_id].label for race in about},
        runners=_runners(races, people, index),
    )


# Kinds of evidence that rest on more than where a story plays.
_TELLING = frozenset({"office", "former", "race", "handle"})


def _home(findings: Findings, people: list[PersonReading], index: RosterIndex) -> str:
    """The state that the story names most, by name or by those who hold its offices."""
    named = Counter(word.state for word in findings.places)
    for one in people:
        if one.state == LINKED and _TELLING & set(one.method.split("+")):
            named.update(states_of(index.people[one.person_id]))
    (first, most), (_, next_most) = (*named.most_common(2), ("", 0), ("", 0))[:2]
    return first if most > next_most else ""


def _runners(
    races: list[RaceReading], people: list[PersonReading], index: RosterIndex
) -> dict[int, frozenset[int]]:
    linked = {one.person_id for one in people if one.state == LINKED}
    return {
        race.race_id: frozenset(linked.intersection(index.races[race.race_id].candidate_ids))
        for race in races
    }


def _as_reading(
    findings: Findings,
    people: list[PersonReading],
    races: list[RaceReading],
    index: RosterIndex,
) -> Reading:
    known = {person.key: person for person in people}
    held = offices_held(people, index)
    quotes = tuple(as_quote(speech, known, held) for speech in findings.speeches)
    kinds = defaultdict(set)
    for speech in findings.speeches:
        kinds[speech.speaker_key].add(speech.kind)
    return Reading(
        people=tuple(one._replace(roles=_roles(one, kinds[one.key])) for one in people),
        races=tuple(one for one in races if one.confidence >= WORTH_SHOWING),
        quotes=quotes,
        outlets_cited=findings.outlets_cited,
    )


_QUOTED = frozenset({"direct", "mixed", "post"})


def _roles(person: PersonReading, kinds: set[str]) -> tuple[str, ...]:
    roles = []
    if kinds & _QUOTED:
        roles.append("quoted")
    if "indirect" in kinds:
        roles.append("paraphrased")
    roles.append("mentioned")
    if any(span.field == "headline" for span in person.spans):
        roles.append("in_headline")
    return tuple(roles)
