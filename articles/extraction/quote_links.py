"""Quotes with their speakers as the roster knows them: who, how sure, and why."""

from __future__ import annotations

from .candidates import RosterIndex
from .confidence import of_speaker
from .findings import Speech
from .reading import LINKED, SUGGESTED, UNRESOLVED, PersonReading, QuoteReading
from .subjects import offices_spoken_of
from .titles import same_office
from .why import sentence

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


def as_quote(
    speech: Speech, known: dict[str, PersonReading], held: dict[str, set[str]]
) -> QuoteReading:
    person = known.get(speech.speaker_key)
    kind, organisation = speech.speaker_kind, speech.organisation
    if kind == "person" and person is None:
        kind, organisation = "organisation", speech.speaker_text
    return QuoteReading(
        kind=speech.kind,
        spans=speech.spans,
        text=speech.text,
        speaker_text=speech.speaker_text,
        speaker_span=speech.speaker_span,
        method=speech.method,
        cue=speech.cue,
        anonymity=speech.anonymity,
        said_on=speech.said_on,
        said_where=speech.said_where,
        handle=speech.handle,
        links=speech.links,
        relayed_by=speech.relayed_by,
        statement=speech.statement,
        speaker_kind=kind,
        organisation=organisation,
        speaker_key=person.key if person else "",
        state=_quote_state(speech, person),
        confidence=of_speaker(speech.method, person.confidence) if person else 0.0,
        why=_quote_why(speech, person),
        about=_about(speech, known, held),
    )


def offices_held(people: list[PersonReading], index: RosterIndex) -> dict[str, set[str]]:
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


def _quote_state(speech: Speech, person: PersonReading | None) -> str:
    if person is None:
        return UNRESOLVED
    if speech.method == "sentence_before" and person.state == LINKED:
        return SUGGESTED
    return person.state


def _quote_why(speech: Speech, person: PersonReading | None) -> str:
    if speech.method not in _ATTRIBUTION_WHY:
        return "No words beside the quotation say whose it is."
    led = _ATTRIBUTION_WHY[speech.method].format(speech.speaker_text, cue=speech.cue)
    return sentence(led) + (f" {person.why}" if person else "")
