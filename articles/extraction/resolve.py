"""Findings held against a roster: who is linked, who is doubtful, and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from .candidates import RosterIndex, told_name
from .clusters import is_person
from .dates import day_told
from .evidence import Case, Setting, in_setting, states_of, weigh_alone
from .findings import Cluster, Findings, Speech
from .judging import ambiguous, apart, judge, still_standing, unjudged
from .quote_links import as_quote, offices_held
from .race_links import WORTH_SHOWING, link_races
from .reading import AMBIGUOUS, LINKED, SUGGESTED, UNRESOLVED, PersonReading, RaceReading, Reading
from .roster import Roster
from .short_names import joined, whom_they_mean
from .spans import Story
from .text import folded


def resolve(story: Story, findings: Findings, roster: Roster, on: date | None) -> Reading:
    """People and races linked where exactly one is left with enough evidence, never by guess."""
    return resolve_in(story, findings, RosterIndex(roster), on)


def resolve_in(story: Story, findings: Findings, index: RosterIndex, on: date | None) -> Reading:
    """The same, with a roster that is taken apart already."""
    on = on or story.published_on or day_told(story)
    setting = Setting(on, states=frozenset(word.state for word in findings.places))
    known = Known(findings, index, on)
    people = _judge_all(known, setting)
    races = link_races(story, findings, people, index, on)
    setting = _with_what_is_linked(setting, findings, people, races, index)
    people = _judge_all(known, setting)
    meant = whom_they_mean(story, findings, people, setting, index)
    if meant:
        findings = joined(findings, meant)
        people = _judge_all(known.after_joining(findings), setting)
    races = link_races(story, findings, people, index, on)
    return _as_reading(findings, people, races, index)


class Known:
    """The clusters of a story, each with the cases that its own places make."""

    def __init__(self, findings: Findings, index: RosterIndex, on: date | None) -> None:
        self._index, self._on = index, on
        self.findings = findings
        self.handles = {one.speaker_key: one.handle for one in findings.speeches if one.handle}
        self.cases = {one.key: self._weighed(one) for one in findings.clusters}

    def after_joining(self, findings: Findings) -> Known:
        """The same for clusters that took others' places; those left alone are not weighed anew."""
        before = {one.key: one for one in self.findings.clusters}
        self.findings = findings
        for one in findings.clusters:
            if before[one.key].mentions != one.mentions:
                self.cases[one.key] = self._weighed(one)
        return self

    def _weighed(self, cluster: Cluster) -> list[Case]:
        handle = self.handles.get(cluster.key, "")
        return [
            weigh_alone(cluster, one, self._on, handle)
            for one in self._index.candidates(cluster, self._on)
        ]


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
        race_ids=frozenset(race.race_id for race in about),
        race_labels=tuple((race.race_id, index.races[race.race_id].label) for race in about),
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
) -> tuple[tuple[int, frozenset[int]], ...]:
    linked = {one.person_id for one in people if one.state == LINKED}
    return tuple(
        (race.race_id, frozenset(linked & set(index.races[race.race_id].candidate_ids)))
        for race in races
    )


def _judge_all(known: Known, setting: Setting) -> list[PersonReading]:
    findings = known.findings
    speaking = {one.speaker_key for one in findings.speeches}
    shared = _shared_surnames(findings.clusters)
    readings = []
    for cluster in findings.clusters:
        cases = [in_setting(case, setting) for case in known.cases[cluster.key]]
        reading = judge(cluster, cases)
        told = told_name(cluster)
        if not told.given and reading.state == SUGGESTED and folded(told.family) in shared:
            reading = ambiguous(unjudged(cluster), still_standing(cases))
        if _is_worth_keeping(cluster, reading, spoke=cluster.key in speaking):
            readings.append(reading)
    return apart(readings)


def _shared_surnames(clusters: tuple[Cluster, ...]) -> set[str]:
    """Surnames of which the story names two people in full."""
    full = (told_name(one) for one in clusters)
    held = Counter(folded(name.family) for name in full if name.given)
    return {family for family, number in held.items() if number > 1}


def _is_worth_keeping(cluster: Cluster, reading: PersonReading, *, spoke: bool) -> bool:
    """Capitalised words that nothing shows to be a person count only when a roster knows them."""
    if any(mention.likely for mention in cluster.mentions):
        return True
    full = bool(told_name(cluster).given)
    if reading.state == UNRESOLVED:
        return full and (spoke or is_person(cluster))
    return full or reading.state in (LINKED, SUGGESTED, AMBIGUOUS)


def _as_reading(
    findings: Findings,
    people: list[PersonReading],
    races: list[RaceReading],
    index: RosterIndex,
) -> Reading:
    known = {person.key: person for person in people}
    held = offices_held(people, index)
    quotes = tuple(as_quote(speech, known, held) for speech in findings.speeches)
    return Reading(
        people=tuple(one._replace(roles=_roles(one, findings.speeches)) for one in people),
        races=tuple(one for one in races if one.confidence >= WORTH_SHOWING),
        quotes=quotes,
        outlets_cited=findings.outlets_cited,
    )


def _roles(person: PersonReading, speeches: tuple[Speech, ...]) -> tuple[str, ...]:
    kinds = {speech.kind for speech in speeches if speech.speaker_key == person.key}
    roles = []
    if kinds & {"direct", "mixed", "post"}:
        roles.append("quoted")
    if "indirect" in kinds:
        roles.append("paraphrased")
    roles.append("mentioned")
    if any(span.field == "headline" for span in person.spans):
        roles.append("in_headline")
    return tuple(roles)
