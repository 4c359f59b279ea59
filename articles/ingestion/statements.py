"""Statement: the quotes that carry the same words, in one article and in earlier ones."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping

from articles.extraction import PersonReading, QuoteReading
from articles.extraction.statements import spoken_words
from articles.models import LinkState, Statement

FEWEST_WORDS = 5


def words_key(text: str) -> str:
    """Equal for the same words whatever their case and marks; empty for too few to tell."""
    words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    if len(words) < FEWEST_WORDS:
        return ""
    return hashlib.sha256(" ".join(words).encode()).hexdigest()


def statements_for(
    quotes: list[QuoteReading], speakers: Mapping[str, PersonReading]
) -> dict[int, int]:
    """By the number that the same words have in this article, the key of their Statement.

    Indirect speech is the reporter's words, so it joins nothing from other articles.
    """
    groups = defaultdict(list)
    for quote in quotes:
        groups[quote.statement].append(quote)
    longest = {
        number: max(group, key=lambda one: len(one.text)) for number, group in groups.items()
    }
    keys = {
        number: words_key(spoken_words(one.kind, one.text)) if one.kind != "indirect" else ""
        for number, one in longest.items()
    }
    wanted = {key for key in keys.values() if key}
    known = dict(Statement.objects.filter(words_key__in=wanted).values_list("words_key", "pk"))
    new = [number for number in longest if keys[number] not in known]
    rows = Statement.objects.bulk_create(
        _statement(longest[number], keys[number], speakers) for number in new
    )
    made = dict(zip(new, (row.pk for row in rows), strict=True))
    return {number: made.get(number) or known[keys[number]] for number in longest}


def _statement(quote: QuoteReading, key: str, speakers: Mapping[str, PersonReading]) -> Statement:
    speaker = speakers.get(quote.speaker_key)
    linked = speaker and speaker.state == LinkState.LINKED and quote.state == LinkState.LINKED
    return Statement(
        words=quote.text,
        words_key=key,
        said_by_id=speaker.person_id if linked else None,
        first_said_on=quote.said_on,
    )
