"""The one function that writes links: it refuses any span that does not lie in its text."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils import timezone

from articles.extraction import PersonReading, QuoteReading, RaceReading, Reading, Span
from articles.ingestion.corrections import Answer, Corrections
from articles.ingestion.statements import statements_for
from articles.models import (
    Decision,
    ExtractionRun,
    LinkState,
    Mention,
    MentionSpan,
    Quote,
    QuoteSpan,
    RaceEvidence,
    RaceLink,
    Rival,
    Stage,
    Version,
    insert_new,
    insert_rows,
    insert_told,
    rows_by_key,
)

PROGRAM = "extraction 1"
ORGANISATIONS = "SELECT name, id FROM articles_organisation WHERE name IN ({keys})"
UNDECIDED = {"decision": Decision.NONE, "decided_by_id": None, "decided_at": None}
UNLINKED = {"state": LinkState.UNRESOLVED, **UNDECIDED}
WITHOUT_PERSON = (LinkState.AMBIGUOUS, LinkState.UNRESOLVED)


@dataclass(frozen=True, slots=True)
class Kept:
    """What of a version's links a person decided: these are left as they are."""

    people: frozenset[int] = frozenset()
    races: frozenset[int] = frozenset()
    names: frozenset[tuple[str, int]] = frozenset()
    quotes: frozenset[tuple[str, int]] = frozenset()


def write_links(
    version: Version,
    reading: Reading,
    corrections: Corrections | None = None,
    kept: Kept | None = None,
) -> ExtractionRun:
    """Stores what ``reading`` found in ``version``, in bulk; call it in a transaction.

    Raises ValidationError, and stores nothing, if any span does not lie in the version's text.
    """
    corrections, kept = corrections or Corrections(), kept or Kept()
    for span in _all_spans(reading):
        version.require(span)
    (run,) = insert_new([ExtractionRun(version=version, program=PROGRAM)])
    speakers = {one.key: one for one in reading.people}
    _write_mentions(run, [one for one in reading.people if _is_new(one, kept)], corrections)
    _write_races(run, [one for one in reading.races if one.race_id not in kept.races], corrections)
    quotes = [one for one in reading.quotes if not _places(one.spans) & kept.quotes]
    _write_quotes(run, quotes, speakers, corrections)
    return run


def _is_new(person: PersonReading, kept: Kept) -> bool:
    return person.person_id not in kept.people and not _places(person.spans) & kept.names


def _places(spans: Iterable[Span]) -> set[tuple[str, int]]:
    return {(span.field, span.start) for span in spans}


def _all_spans(reading: Reading) -> Iterable[Span]:
    for one in (*reading.people, *reading.races, *reading.quotes):
        yield from one.spans
    for quote in reading.quotes:
        if quote.speaker_span:
            yield quote.speaker_span


def _decided(answer: Answer | None) -> dict[str, Any]:
    if answer is None:
        return UNDECIDED
    at = dt.datetime.fromisoformat(answer.at) if answer.at else timezone.now()
    return {"decision": answer.answer, "decided_by_id": answer.by, "decided_at": at}


def _finding(run: ExtractionRun, one: PersonReading | RaceReading | QuoteReading) -> dict[str, Any]:
    return {
        "version_id": run.version_id,
        "run_id": run.pk,
        "state": one.state,
        "confidence": one.confidence,
        "method": one.method[:60],
        "why": one.why,
    }


def _write_spans(
    noun: type[Model], owner: str, spans_of: Iterable[tuple[int, Iterable[Span]]]
) -> None:
    """The places of each row; ``write_links`` has seen that they lie in the text."""
    rows = ((key, one.field, one.start, one.end) for key, spans in spans_of for one in spans)
    insert_rows(noun, (owner, "field", "start", "end"), rows)


# People


def _write_mentions(
    run: ExtractionRun, people: list[PersonReading], corrections: Corrections
) -> None:
    groups = _one_per_person(people)
    keys = insert_told(
        Mention,
        (
            {
                "person_id": None if first.state in WITHOUT_PERSON else first.person_id,
                "name": first.name[:200],
                **_finding(run, first),
                **_decided(corrections.people.get(first.key)),
            }
            for first, _ in groups
        ),
    )
    paired = list(zip(keys, groups, strict=True))
    _write_spans(MentionSpan, "mention", ((key, spans) for key, (_, spans) in paired))
    rivals = (
        (key, one.person_id, one.confidence, one.why)
        for key, (first, _) in paired
        for one in first.rivals
    )
    insert_rows(Rival, ("mention", "person", "confidence", "why"), rivals)


def _one_per_person(
    people: list[PersonReading],
) -> list[tuple[PersonReading, list[Span]]]:
    """Clusters that are linked to one person are one mention with all their places."""
    groups: dict[object, tuple[PersonReading, set[Span]]] = {}
    for one in people:
        key = one.person_id if one.state == LinkState.LINKED else one.key
        groups.setdefault(key, (one, set()))[1].update(one.spans)
    return [(first, sorted(spans)) for first, spans in groups.values()]


# Races


def _write_races(run: ExtractionRun, races: list[RaceReading], corrections: Corrections) -> None:
    keys = insert_told(
        RaceLink,
        (
            {
                "race_id": one.race_id,
                "stages_named": list(one.stages),
                **_finding(run, one),
                **_decided(corrections.races.get(one.slug)),
            }
            for one in races
        ),
    )
    paired = list(zip(keys, races, strict=True))
    _write_spans(RaceEvidence, "link", ((key, one.spans) for key, one in paired))
    known = _stages({one.race_id for one in races if one.stages})
    named = (
        (key, known[one.race_id, name.lower()])
        for key, one in paired
        for name in dict.fromkeys(one.stages)
        if (one.race_id, name.lower()) in known
    )
    insert_rows(RaceLink.stages.through, ("racelink", "stage"), named)


def _stages(races: set[int]) -> dict[tuple[int, str], int]:
    """Stages by race and name, as texts name them: "republican runoff", "general election"."""
    rows = Stage.objects.filter(race__in=races).select_related("party") if races else ()
    return {(stage.race_id, str(stage).lower()): stage.pk for stage in rows}


# Quotes


def _write_quotes(
    run: ExtractionRun,
    quotes: list[QuoteReading],
    speakers: Mapping[str, PersonReading],
    corrections: Corrections,
) -> None:
    statements = statements_for(quotes, speakers)
    organisations = _organisations(quotes)
    keys = insert_told(
        Quote,
        (
            _quote(run, one, speakers, organisations, corrections, statements[one.statement])
            for one in quotes
        ),
    )
    paired = list(zip(keys, quotes, strict=True))
    _write_spans(QuoteSpan, "quote", ((key, one.spans) for key, one in paired))
    about = (
        (key, person)
        for key, one in paired
        for person in sorted(_linked_people(one.about, speakers))
    )
    insert_rows(Quote.about_people.through, ("quote", "person"), about)


def _linked_people(keys: Iterable[str], people: Mapping[str, PersonReading]) -> set[int]:
    found = (people.get(key) for key in keys)
    return {one.person_id for one in found if one and one.state == LinkState.LINKED}


def _quote(
    run: ExtractionRun,
    one: QuoteReading,
    speakers: Mapping[str, PersonReading],
    organisations: Mapping[str, int],
    corrections: Corrections,
    statement: int | None,
) -> dict[str, Any]:
    answer = corrections.of_quote(one)
    span = one.speaker_span
    row = {
        "kind": one.kind,
        "speaker_kind": one.speaker_kind,
        "person_id": _speaker(one, answer, speakers),
        "organisation_id": organisations.get(one.organisation.casefold()),
        "speaker_text": (run.version.words_at(span) if span else one.speaker_text)[:300],
        "speaker_field": span.field if span else "",
        "speaker_start": span.start if span else None,
        "speaker_end": span.end if span else None,
        "cue": one.cue[:100],
        "anonymity": one.anonymity[:300],
        "said_on": one.said_on,
        "said_where": one.said_where[:200],
        "handle": one.handle[:100],
        "links": list(one.links),
        "relayed_by": one.relayed_by[:200],
        "statement_id": statement,
        **_finding(run, one),
        **_decided(answer),
    }
    return row if _is_honest(row) else row | UNLINKED


def _speaker(
    one: QuoteReading, answer: Answer | None, speakers: Mapping[str, PersonReading]
) -> int | None:
    if answer and answer.person:
        return answer.person
    speaker = speakers.get(one.speaker_key)
    if speaker is None or speaker.state != LinkState.LINKED:
        return None
    return speaker.person_id


def _is_honest(row: dict[str, Any]) -> bool:
    """A quote whose speaker is nobody the archive knows is not linked to anybody."""
    if row["state"] != LinkState.LINKED:
        return True
    kind, kinds = row["speaker_kind"], Quote.SpeakerKind
    if kind == kinds.PERSON:
        return row["person_id"] is not None
    if kind == kinds.ORGANISATION:
        return row["organisation_id"] is not None
    return bool(row["speaker_text"] or row["person_id"] or row["organisation_id"])


def _organisations(quotes: list[QuoteReading]) -> dict[str, int]:
    """Keys by name."""
    names = {one.organisation for one in quotes if one.organisation}
    return {name.casefold(): key for name, key in rows_by_key(ORGANISATIONS, names)}
