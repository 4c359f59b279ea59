"""Whom a surname or a given name alone means, in a story that names its people in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from .candidates import Candidate, RosterIndex, names_of, told_name
from .evidence import Case, Setting, weigh
from .findings import Cluster, Findings, Speech
from .first_names import Called, may_be_given_name, older_or_younger, singled_out
from .names import PersonalName, folded
from .reading import PersonReading
from .roster import RosterPerson
from .spans import Span, Story
from .text import paragraph_bounds
from .told import Told

_FAR_MORE = 3


class _Full(NamedTuple):
    """Somebody whom the story names in full, with whom the roster takes them for."""

    cluster: Cluster
    person: RosterPerson | None
    names: list[PersonalName]

    @classmethod
    def of(cls, cluster: Cluster, person: RosterPerson | None) -> _Full:
        return cls(cluster, person, names_of(person) if person else [told_name(cluster)])


def whom_they_mean(
    story: Story,
    findings: Findings,
    people: list[PersonReading],
    setting: Setting,
    index: RosterIndex,
) -> dict[str, str]:
    """For the key of a cluster of short names, the key of the full name that it belongs to."""
    taken_for = {one.key: index.people.get(one.person_id) for one in people}
    short = [one for one in findings.clusters if not told_name(one).given]
    if not short:
        return {}
    named = [
        _Full.of(one, taken_for.get(one.key)) for one in findings.clusters if told_name(one).given
    ]
    kin = defaultdict(list)
    for one in named:
        kin[folded(told_name(one.cluster).family)].append(one)
    called = Called((one, one.names) for one in named)
    meant = {}
    for one in short:
        fitting = _introduced(kin.get(folded(told_name(one).family), []), one)
        chosen = _whom(story, one, fitting, called, setting)
        if chosen:
            meant[one.key] = chosen.cluster.key
    return meant


def _whom(
    story: Story, one: Cluster, kin: list[_Full], called: Called[_Full], setting: Setting
) -> _Full | None:
    if not kin:
        return _called(story, one, called)
    place = one.mentions[0].span
    if singled_out(story, place):
        return _by_age(kin, older_or_younger(story, place))
    return _of_kin(story, one, kin, setting)


def joined(findings: Findings, meant: Mapping[str, str]) -> Findings:
    """The findings with each short name's places given to the full name it means."""
    if not meant:
        return findings
    places = defaultdict(list)
    for one in findings.clusters:
        places[meant.get(one.key, one.key)].extend(one.mentions)
    clusters = tuple(
        one._replace(mentions=tuple(places[one.key]))
        for one in findings.clusters
        if one.key not in meant
    )
    speeches = tuple(_said_by(speech, meant) for speech in findings.speeches)
    return replace(findings, clusters=clusters, speeches=speeches)


def _said_by(speech: Speech, meant: Mapping[str, str]) -> Speech:
    if speech.speaker_key not in meant and not meant.keys() & set(speech.about):
        return speech
    speaker = meant.get(speech.speaker_key, speech.speaker_key)
    about = dict.fromkeys(meant.get(key, key) for key in speech.about)
    about.pop(speaker, None)
    return speech._replace(speaker_key=speaker, about=tuple(about))


# Surnames


def _introduced(kin: list[_Full], one: Cluster) -> list[_Full]:
    """Those whom the story has named in full by then; all where it has named none."""
    place = one.mentions[0].span
    ahead = [
        full
        for full in kin
        if place.field != "body"
        or any(m.name.given and m.span < place for m in full.cluster.mentions)
    ]
    return ahead or kin


def _of_kin(story: Story, one: Cluster, kin: list[_Full], setting: Setting) -> _Full | None:
    """Of those who share the surname: by title, race, the paragraph before, and who comes most."""
    told = Told.of(one)
    cases = [(full, _case(told, full, setting)) for full in kin]
    left = [(full, case) for full, case in cases if _may_be(one, full, case)]
    for rule in (_titled, _running, _in_company, _named_just_before, _far_more_often):
        if len(left) < 2:
            break
        left = rule(story, one, left, setting) or left
    return left[0][0] if len(left) == 1 else None


def _by_age(kin: list[_Full], which: str) -> _Full | None:
    """ "The elder Jones" of two whose years of birth the archive knows."""
    aged = [one for one in kin if one.person and one.person.born]
    if not which or len(kin) != 2 or len(aged) != 2:
        return None
    older, younger = sorted(aged, key=lambda one: one.person.born)
    return older if which == "older" else younger


def _may_be(one: Cluster, full: _Full, case: Case | None) -> bool:
    """Nothing rules it out; and if the short name has a title, the other has it too."""
    told = {mention.office for mention in one.mentions if mention.office}
    if case is None:
        held = {mention.office for mention in full.cluster.mentions if mention.office}
        return not told or bool(told & held)
    return not case.against and (not told or case.has("office", "former"))


def _case(one: Told, full: _Full, setting: Setting) -> Case | None:
    return weigh(one, Candidate(full.person, "family"), setting) if full.person else None


_Left = list[tuple[_Full, Case | None]]


def _titled(story: Story, one: Cluster, left: _Left, setting: Setting) -> _Left:
    return [(full, case) for full, case in left if case and case.has("office", "former")]


def _running(story: Story, one: Cluster, left: _Left, setting: Setting) -> _Left:
    return [(full, case) for full, case in left if case and case.has("race")]


def _in_company(story: Story, one: Cluster, left: _Left, setting: Setting) -> _Left:
    return [(full, case) for full, case in left if case and case.has("together")]


def _named_just_before(story: Story, one: Cluster, left: _Left, setting: Setting) -> _Left:
    """The only one whom the paragraph before names in full."""
    span = one.mentions[0].span
    if span.field != "body":
        return []
    bounds = paragraph_bounds(story.body)
    home = next((at for at, (start, end) in enumerate(bounds) if start <= span.start < end), 0)
    start, end = bounds[home - 1] if home else (0, 0)
    before = Span("body", start, end)
    return [
        (full, case)
        for full, case in left
        if any(before.holds(mention.span) for mention in full.cluster.mentions)
    ]


def _far_more_often(story: Story, one: Cluster, left: _Left, setting: Setting) -> _Left:
    by_number = sorted(left, key=lambda pair: -len(pair[0].cluster.mentions))
    most, following = (len(full.cluster.mentions) for full, _ in by_number[:2])
    return by_number[:1] if most >= _FAR_MORE * following else []


# Given names


def _called(story: Story, one: Cluster, called: Called[_Full]) -> _Full | None:
    """The only one whom the archive knows by that given name: "Rut" for Rutledge Crane."""
    mention = one.mentions[0]
    fitting = [] if mention.title else called.by(mention.text)
    if not fitting or singled_out(story, mention.span):
        return None
    if not may_be_given_name(story, mention.span):
        return None
    people = {full.person.id if full.person else full.cluster.key for full in fitting}
    return fitting[0] if len(people) == 1 and fitting[0].person else None
