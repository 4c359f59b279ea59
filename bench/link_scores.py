"""How a reading's links are held against labels: people, races, pronoun speakers, confidences.

A found place of a person is right if it meets a labelled one of that person; what is labelled
``?`` (several fit), ``x`` (no mention) or ``+key`` (not in the roster) must not be linked.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.extraction import PersonReading, QuoteReading, Reading, Span
from bench.quote_scores import SUBSETS, Said, Tally, pieces, score

GUESSED = ("linked", "suggested")


@dataclass(frozen=True, slots=True)
class Guess:
    """One link with its confidence: of those at p about p should be right."""

    noun: str
    state: str
    confidence: float
    right: bool
    method: str


@dataclass(frozen=True, slots=True)
class Wrong:
    kind: str
    words: str
    label: str
    found: str


@dataclass
class Scores:
    """What one article adds."""

    counts: Counter = field(default_factory=Counter)
    guesses: list[Guess] = field(default_factory=list)
    wrong: list[Wrong] = field(default_factory=list)


class Labelled:
    """The labels of one article, by place."""

    def __init__(self, row: dict) -> None:
        self.row = row
        self.people = [
            (Span(one["field"], one["start"], one["end"]), one["who"]) for one in row["people"]
        ]

    def who_at(self, span: Span) -> str:
        """Whom the words at the span name; empty where nobody is labelled there."""
        return next((who for place, who in self.people if place.meets(span)), "")

    def who_is(self, person: PersonReading | None) -> str:
        """Whom most places of a found person name."""
        if person is None:
            return ""
        named = Counter(who for span in person.spans if (who := self.who_at(span)))
        return named.most_common(1)[0][0] if named else person.name

    def words(self, span: Span) -> str:
        text = self.row["headline"] if span.field == "headline" else self.row["text"]
        around = text[max(0, span.start - 40) : span.end + 30]
        return f"{text[span.start : span.end]!r} in {around!r}"


def score_links(row: dict, reading: Reading) -> Scores:
    """Everything that the labels of ``row`` say of ``reading``."""
    labelled, scores = Labelled(row), Scores()
    _score_people(labelled, reading, scores)
    _score_races(row, reading, scores)
    _score_quotes(labelled, reading, scores)
    return scores


def _score_people(labelled: Labelled, reading: Reading, scores: Scores) -> None:
    for place, who in labelled.people:
        found = [one for one in reading.people if any(span.meets(place) for span in one.spans)]
        kind = {"?": "doubtful", "x": "thing", "+": "stranger"}.get(who[0], "known")
        scores.counts[f"{kind} labelled"] += 1
        wrong = _SCORE[kind](who, found, scores.counts)
        if wrong:
            said = ", ".join(f"{one.state} {one.slug or one.name}" for one in found)
            scores.wrong.append(Wrong(wrong, labelled.words(place), who, said))
    for one in reading.people:
        _score_person(labelled, one, scores)


def _known(who: str, found: list[PersonReading], counts: Counter) -> str:
    if any(one.state == "linked" and one.slug == who for one in found):
        counts["known linked"] += 1
        return ""
    counts["known met"] += bool(found)
    return f"person {found[0].state}" if found else "person not found"


def _doubtful(who: str, found: list[PersonReading], counts: Counter) -> str:
    linked = any(one.state == "linked" for one in found)
    counts["doubtful linked"] += linked
    return "doubtful linked" if linked else ""


def _thing(who: str, found: list[PersonReading], counts: Counter) -> str:
    counts["thing mentioned"] += bool(found)
    return "thing mentioned" if found else ""


def _stranger(who: str, found: list[PersonReading], counts: Counter) -> str:
    linked = any(one.state == "linked" for one in found)
    counts["stranger linked"] += linked
    counts["stranger proposed"] += bool(found) and not linked
    return "stranger linked" if linked else "" if found else "stranger not found"


_SCORE = {"known": _known, "doubtful": _doubtful, "thing": _thing, "stranger": _stranger}


def _score_person(labelled: Labelled, one: PersonReading, scores: Scores) -> None:
    if one.state == "linked":
        for span in one.spans:
            right = labelled.who_at(span) == one.slug
            scores.counts["places linked"] += 1
            scores.counts["places right"] += right
            if not right:
                label = labelled.who_at(span)
                scores.wrong.append(Wrong("wrong link", labelled.words(span), label, one.slug))
    if one.state in GUESSED and one.person_id is not None:
        right = labelled.who_is(one) == one.slug
        scores.guesses.append(Guess("person", one.state, one.confidence, right, one.method))


def _score_races(row: dict, reading: Reading, scores: Scores) -> None:
    about = set(row["races"])
    linked = {one.slug for one in reading.races if one.state == "linked"}
    scores.counts["races labelled"] += len(about)
    scores.counts["races linked"] += len(linked)
    scores.counts["races right"] += len(about & linked)
    for one in reading.races:
        right = one.slug in about
        scores.guesses.append(Guess("race", one.state, one.confidence, right, one.method))
    states = {one.slug: one.state for one in reading.races}
    for slug in sorted(about - linked):
        scores.wrong.append(Wrong("race missed", row["id"], slug, states.get(slug, "")))
    for slug in sorted(linked - about):
        scores.wrong.append(Wrong("wrong race", row["id"], "", slug))


def _score_quotes(labelled: Labelled, reading: Reading, scores: Scores) -> None:
    row, people = labelled.row, {one.key: one for one in reading.people}
    found = [(one, _speaker(labelled, people, one)) for one in reading.quotes]
    said = [
        Said(span.start, span.end, one.kind, who)
        for one, who in found
        for span in one.spans
        if span.field == "body"
    ]
    wanted = [Said(one["start"], one["end"], one["type"], one["speaker"]) for one in row["quotes"]]
    tallies = {subset: Tally() for subset in SUBSETS}
    score(row["text"], pieces(row["text"], wanted), pieces(row["text"], said), tallies)
    for subset, tally in tallies.items():
        scores.counts.update({f"{subset} {name}": n for name, n in tally.counts.items()})
    for label in row["quotes"]:
        _score_speaker(label, found, people, scores, row)


def _speaker(labelled: Labelled, people: dict[str, PersonReading], one: QuoteReading) -> str:
    return labelled.who_is(people.get(one.speaker_key)) if one.speaker_kind == "person" else ""


def _score_speaker(label: dict, found: list, people: dict, scores: Scores, row: dict) -> None:
    """Speakers told by a pronoun, and the confidence of every speaker that is linked."""
    place = Span("body", label["start"], label["end"])
    met = next(_most_common(place, found), None)
    if "pronoun" in label["told"]:
        scores.counts["pronouns labelled"] += 1
        scores.counts["pronouns found"] += met is not None
        right = met is not None and met[1] == label["speaker"]
        scores.counts["pronouns right"] += right
        if not right:
            words = row["text"][place.start : place.end + 50]
            scores.wrong.append(Wrong("pronoun", words, label["speaker"], met[1] if met else ""))
    if met and met[0].state in GUESSED and people[met[0].speaker_key].slug:
        right = people[met[0].speaker_key].slug == label["speaker"]
        quote = met[0]
        scores.guesses.append(Guess("speaker", quote.state, quote.confidence, right, quote.method))


def _most_common(place: Span, found: list[tuple[QuoteReading, str]]) -> Iterator:
    """The found quotes that share at least half of the labelled words, the most first."""
    shared = [
        (min(span.end, place.end) - max(span.start, place.start), at)
        for at, (one, _) in enumerate(found)
        for span in one.spans
        if span.meets(place)
    ]
    for common, at in sorted(shared, reverse=True):
        if 2 * common >= place.end - place.start:
            yield found[at]
