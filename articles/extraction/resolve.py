"""Findings held against a roster: who is linked, who is doubtful, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from .candidates import RosterIndex, told_name
from .clusters import is_person
from .dates import day_told
from .evidence import CLEAR, ENOUGH, Case, Setting, same_office, weigh
from .findings import Cluster, Findings, Speech
from .not_people import NATIONS
from .race_links import link_races
from .reading import (
    AMBIGUOUS,
    LINKED,
    SUGGESTED,
    UNRESOLVED,
    PersonReading,
    QuoteReading,
    RaceReading,
    Reading,
    Rival,
)
from .roster import Roster
from .spans import Story
from .subjects import offices_spoken_of
from .text import folded
from .why import linked_person, sentence

_MOST_RIVALS = 5


def resolve(story: Story, findings: Findings, roster: Roster, on: date | None) -> Reading:
    """People and races linked where exactly one is left with enough evidence, never by guess."""
    index = RosterIndex(roster)
    on = on or story.published_on or day_told(story)
    setting = Setting(on, states=frozenset(word.state for word in findings.places))
    people = _judge_all(findings, index, setting)
    races = link_races(story, findings, people, index, on)
    if races:
        about = [race for race in races if race.state == LINKED]
        setting = replace(
            setting,
            race_ids=frozenset(race.race_id for race in about),
            race_labels=tuple((race.race_id, index.races[race.race_id].label) for race in about),
            runners=_runners(races, people, index),
        )
        people = _judge_all(findings, index, setting)
        races = link_races(story, findings, people, index, on)
    return _as_reading(findings, people, races, index)


def _runners(
    races: list[RaceReading], people: list[PersonReading], index: RosterIndex
) -> tuple[tuple[int, frozenset[int]], ...]:
    linked = {one.person_id for one in people if one.state == LINKED}
    return tuple(
        (race.race_id, frozenset(linked & set(index.races[race.race_id].candidate_ids)))
        for race in races
    )


def _judge_all(findings: Findings, index: RosterIndex, setting: Setting) -> list[PersonReading]:
    handles = {one.speaker_key: one.handle for one in findings.speeches if one.handle}
    speaking = {one.speaker_key for one in findings.speeches}
    readings = []
    for cluster in findings.clusters:
        handle = handles.get(cluster.key, "")
        cases = [weigh(cluster, one, setting, handle) for one in index.candidates(cluster)]
        reading = _judge(cluster, cases)
        if reading.state == SUGGESTED and _is_shared_surname(cluster, findings.clusters):
            reading = _ambiguous(_unjudged(cluster), _still_standing(cases))
        if _is_worth_keeping(cluster, reading, spoke=cluster.key in speaking):
            readings.append(reading)
    return readings


def _is_shared_surname(cluster: Cluster, clusters: tuple[Cluster, ...]) -> bool:
    """A surname alone in a story that names two people of it in full."""
    if told_name(cluster).given:
        return False
    family = folded(told_name(cluster).family)
    full = [told_name(one) for one in clusters if told_name(one).given]
    return sum(folded(name.family) == family for name in full) > 1


def _is_worth_keeping(cluster: Cluster, reading: PersonReading, *, spoke: bool) -> bool:
    """Capitalised words that nothing shows to be a person count only when a roster knows them."""
    if any(mention.likely for mention in cluster.mentions):
        return True
    full = bool(told_name(cluster).given)
    if reading.state == UNRESOLVED:
        return full and (spoke or is_person(cluster))
    return full or reading.state in (LINKED, SUGGESTED, AMBIGUOUS)


def _judge(cluster: Cluster, cases: list[Case]) -> PersonReading:
    blank = _unjudged(cluster)
    standing = _still_standing(cases)
    strong = [case for case in standing if _is_enough(cluster, case)]
    if strong and all(strong[0].weight - case.weight >= CLEAR for case in standing[1:2]):
        return _linked(blank, strong[0], standing[1:])
    full = [case for case in standing if case.candidate.fit != "family"]
    if not full:
        return _by_surname(cluster, blank, standing)
    if len(full) == 1:
        return _suggested(blank, full[0])
    return _ambiguous(blank, full)


def _still_standing(cases: list[Case]) -> list[Case]:
    """Those that nothing rules out, the best first."""
    return sorted((case for case in cases if not case.against), key=lambda case: -case.weight)


def _is_enough(cluster: Cluster, case: Case) -> bool:
    if case.weight < ENOUGH:
        return (
            case.candidate.fit in ("full", "nickname") and case.has("party") and case.has("place")
        )
    if any(mention.lay for mention in cluster.mentions):
        return case.has("handle", "office", "former")
    if case.candidate.fit == "family":
        return case.has("handle", "office")
    return True


def _unjudged(cluster: Cluster) -> PersonReading:
    return PersonReading(
        key=cluster.key,
        name=cluster.name,
        forms=tuple(dict.fromkeys(mention.text for mention in cluster.mentions)),
        spans=tuple(sorted(mention.span for mention in cluster.mentions)),
        why=f"Nobody in the archive fits “{cluster.name}”.",
        method="none",
    )


def _linked(blank: PersonReading, case: Case, others: list[Case]) -> PersonReading:
    return replace(
        _named_after(blank, case),
        state=LINKED,
        rivals=_rivals(blank, [one for one in others if one.candidate.fit != "family"]),
    )


def _named_after(blank: PersonReading, case: Case) -> PersonReading:
    return replace(
        blank,
        person_id=case.person.id,
        slug=case.person.slug,
        confidence=case.confidence,
        method="+".join([case.candidate.fit, *(piece.kind for piece in case.pieces)]),
        why=_why(blank, case),
    )


def _why(blank: PersonReading, case: Case) -> str:
    words = [piece.words for piece in case.pieces]
    return linked_person(blank.name, case.person.name, case.candidate.fit, words)


def _suggested(blank: PersonReading, case: Case) -> PersonReading:
    named = _named_after(blank, case)
    return replace(named, state=SUGGESTED, why=f"{named.why} Not enough to link.")


def _ambiguous(blank: PersonReading, cases: list[Case]) -> PersonReading:
    return replace(
        blank,
        state=AMBIGUOUS,
        confidence=cases[0].confidence,
        method="rivals",
        rivals=_rivals(blank, cases),
        why=sentence(f"{len(cases)} people fit “{blank.name}”, and nothing decides between them"),
    )


def _rivals(blank: PersonReading, cases: list[Case]) -> tuple[Rival, ...]:
    return tuple(
        Rival(
            case.person.id, case.person.slug, case.person.name, case.confidence, _why(blank, case)
        )
        for case in cases[:_MOST_RIVALS]
    )


def _by_surname(cluster: Cluster, blank: PersonReading, standing: list[Case]) -> PersonReading:
    """A surname alone never links; a title or the story's race may still suggest one person."""
    if not standing or blank.name.lower() in NATIONS:
        return blank
    titled = [case for case in standing if case.has("office", "race")]
    if len(titled) == 1:
        return _suggested(blank, titled[0])
    if len(titled) > 1:
        return _ambiguous(blank, titled)
    if not any(mention.likely for mention in cluster.mentions):
        return blank
    if len(standing) == 1:
        return _suggested(blank, standing[0])
    return _ambiguous(blank, standing)


def _as_reading(
    findings: Findings,
    people: list[PersonReading],
    races: list[RaceReading],
    index: RosterIndex,
) -> Reading:
    known = {person.key: person for person in people}
    held = _offices_held(people, index)
    quotes = tuple(_as_quote(speech, known, held) for speech in findings.speeches)
    return Reading(
        people=tuple(replace(one, roles=_roles(one, findings.speeches)) for one in people),
        races=tuple(races),
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


# How sure the attribution itself is, by what led to the speaker.
_ATTRIBUTION = {
    "signature": 0.98,
    "named": 0.95,
    "office": 0.85,
    "pronoun": 0.80,
    "same_words": 0.90,
    "transcript": 0.85,
    "continued": 0.80,
    "sentence_before": 0.60,
}
_ATTRIBUTION_WHY = {
    "signature": "the post is signed “{}”",
    "named": "“{}” stands beside the verb “{cue}”",
    "office": "“{}” stands beside the verb “{cue}”, and the story gives that office to one person",
    "pronoun": "“{}” stands beside the verb “{cue}” and follows that name",
    "transcript": "the interview is printed as questions and answers",
    "same_words": "the same words are given to that speaker elsewhere in the story",
    "continued": "the paragraph before quotes the same speaker",
    "sentence_before": "the sentence before is about that speaker",
}


def _as_quote(
    speech: Speech, known: dict[str, PersonReading], held: dict[str, set[str]]
) -> QuoteReading:
    person = known.get(speech.speaker_key)
    kind, organisation = speech.speaker_kind, speech.organisation
    if kind == "person" and person is None:
        kind, organisation = "organisation", speech.speaker_text
    share = {name: getattr(speech, name) for name in _SHARED}
    return QuoteReading(
        **share,
        speaker_kind=kind,
        organisation=organisation,
        speaker_key=person.key if person else "",
        state=_quote_state(speech, person),
        confidence=_confidence(speech, person),
        why=_quote_why(speech, person),
        about=_about(speech, known, held),
    )


def _offices_held(people: list[PersonReading], index: RosterIndex) -> dict[str, set[str]]:
    """Which linked people of the story ever held each office."""
    by_id = {person.id: person for person in index.roster.people}
    held: dict[str, set[str]] = {}
    for one in people:
        if one.state == LINKED and one.person_id in by_id:
            for position in by_id[one.person_id].positions:
                held.setdefault(position.office, set()).add(one.key)
    return held


def _about(
    speech: Speech, known: dict[str, PersonReading], held: dict[str, set[str]]
) -> tuple[str, ...]:
    """Those named, and whoever of the story's people alone held an office that is spoken of."""
    keys = dict.fromkeys(key for key in speech.about if key in known)
    for office in offices_spoken_of(speech.text):
        holders = {key for code, of in held.items() if same_office(office, code) for key in of}
        holders.discard(speech.speaker_key)
        if len(holders) == 1:
            keys.update(dict.fromkeys(holders))
    return tuple(keys)


_SHARED = (
    "kind", "spans", "text", "speaker_text", "speaker_span", "method", "cue", "anonymity",
    "said_on", "said_where", "handle", "links", "relayed_by", "statement",
)  # fmt: skip


def _quote_state(speech: Speech, person: PersonReading | None) -> str:
    if person is None:
        return UNRESOLVED
    if speech.method == "sentence_before" and person.state == LINKED:
        return SUGGESTED
    return person.state


def _confidence(speech: Speech, person: PersonReading | None) -> float:
    sure = _ATTRIBUTION.get(speech.method, 0.0)
    return round(sure * person.confidence, 2) if person else 0.0


def _quote_why(speech: Speech, person: PersonReading | None) -> str:
    if speech.method not in _ATTRIBUTION_WHY:
        return "No words beside the quotation say whose it is."
    led = _ATTRIBUTION_WHY[speech.method].format(speech.speaker_text, cue=speech.cue)
    return sentence(led) + (f" {person.why}" if person else "")
