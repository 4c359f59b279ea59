"""Statement: the quotes that carry the same words, in one article and in earlier ones.

Found by runs of words that are kept for each statement; what a new quote costs does not grow with
the number of quotes that are known.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from articles.extraction import PersonReading, QuoteReading
from articles.extraction.statements import Said, spoken_words
from articles.models import (
    LinkState,
    Statement,
    StatementKey,
    insert_rows,
    insert_told,
    rows_by_key,
)

OF_WORDS = "SELECT words_key, id FROM articles_statement WHERE words_key IN ({keys}) ORDER BY id"
OF_RUNS = "SELECT value, statement_id FROM articles_statementkey WHERE value IN ({keys})"
FEWEST_WORDS = 5
MOST_ALIKE = 20  # statements that one run of words leads to: what more have in common tells nothing
MOST_COMPARED = 10


@dataclass(frozen=True, slots=True)
class Told:
    """What one article says once: the longest form it has, and by whom."""

    quote: QuoteReading
    said: Said | None
    key: str
    person: int | None


def words_key(said: Said | None) -> str:
    """Equal for the same words whatever their case and marks; empty for too few to tell."""
    if said is None or len(said.words.split()) < FEWEST_WORDS:
        return ""
    return hashlib.sha256(said.words.strip().encode()).hexdigest()


def statements_for(
    quotes: list[QuoteReading], speakers: Mapping[str, PersonReading]
) -> dict[int, int]:
    """By the number that the same words have in this article, the key of their Statement.

    Indirect speech is the reporter's words, so it joins nothing from other articles. A longer form
    than is known becomes the Statement's words.
    """
    groups = defaultdict(list)
    for quote in quotes:
        groups[quote.statement].append(quote)
    told = {number: _told(group, speakers) for number, group in groups.items()}
    sharing = _sharing({key for one in told.values() if one.key for key in one.said.keys})
    known = _known({number: one for number, one in told.items() if one.key}, sharing)
    new = [number for number in told if number not in known]
    made = insert_told(Statement, (_statement(told[number]) for number in new))
    grown = _grow(known, told)
    keys = {number: row.pk for number, row in known.items()} | dict(zip(new, made, strict=True))
    _keep_keys(((keys[number], told[number]) for number in (*new, *grown)), sharing)
    return keys


def _told(group: list[QuoteReading], speakers: Mapping[str, PersonReading]) -> Told:
    quote = max(group, key=lambda one: len(one.text))
    said = Said.of(quote.kind, quote.text)
    speaker = speakers.get(quote.speaker_key)
    linked = speaker and speaker.state == LinkState.LINKED and quote.state == LinkState.LINKED
    return Told(quote, said, words_key(said), speaker.person_id if linked else None)


def _known(told: Mapping[int, Told], sharing: Mapping[int, list[int]]) -> dict[int, Statement]:
    """The statements of earlier articles that say the same."""
    if not told:
        return {}
    exact = _exactly({one.key for one in told.values()})
    near = {number: _nearest(one, sharing) for number, one in told.items()}
    alike = {pk for keys in (*exact.values(), *near.values()) for pk in keys}
    rows = Statement.objects.in_bulk(alike) if alike else {}
    found = {}
    for number, one in told.items():
        candidates = [rows[pk] for pk in (*exact.get(one.key, ()), *near[number]) if pk in rows]
        row = next((row for row in candidates if _says_the_same(row, one)), None)
        if row:
            found[number] = row
    return found


def _exactly(keys: set[str]) -> dict[str, list[int]]:
    return _grouped(rows_by_key(OF_WORDS, keys))


def _sharing(keys: set[int]) -> dict[int, list[int]]:
    """By run of words, the statements that have it."""
    return _grouped(rows_by_key(OF_RUNS, keys))


def _grouped(rows: Iterable[tuple]) -> dict:
    found = defaultdict(list)
    for key, statement in rows:
        found[key].append(statement)
    return found


def _nearest(one: Told, sharing: Mapping[int, list[int]]) -> list[int]:
    shared = Counter(pk for key in one.said.keys for pk in sharing.get(key, ()))
    return [pk for pk, _ in shared.most_common(MOST_COMPARED)]


def _says_the_same(row: Statement, one: Told) -> bool:
    """The same words, and not known to be of two people."""
    if row.said_by_id and one.person and row.said_by_id != one.person:
        return False
    known = Said.of("direct", row.words)
    return known is not None and known.is_same_as(one.said)


def _grow(known: Mapping[int, Statement], told: Mapping[int, Told]) -> list[int]:
    """Gives each statement the longer form that this article has, and a speaker if it had none."""
    grown = []
    for number, row in known.items():
        one = told[number]
        is_longer = len(one.said.words) > len(Said.of("direct", row.words).words)
        if not is_longer and (row.said_by_id or not one.person):
            continue
        row.said_by_id = row.said_by_id or one.person
        if is_longer:
            row.words, row.words_key = _own_words(one), one.key
            grown.append(number)
        row.save(update_fields=["words", "words_key", "said_by"])
    return grown


def _keep_keys(rows: Iterable[tuple[int, Told]], sharing: Mapping[int, list[int]]) -> None:
    """Keeps what each is found by, but for runs of words that many have."""
    pairs = [
        (statement, key)
        for statement, one in rows
        if one.key
        for key in one.said.kept_keys
        if len(sharing.get(key, ())) < MOST_ALIKE
    ]
    insert_rows(StatementKey, ("statement", "value"), pairs, unless_known=True)


def _own_words(one: Told) -> str:
    return spoken_words(one.quote.kind, one.quote.text)


def _statement(one: Told) -> dict[str, Any]:
    return {
        "words": _own_words(one),
        "words_key": one.key,
        "said_by": one.person,
        "first_said_on": one.quote.said_on,
    }
