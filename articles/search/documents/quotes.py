"""What is said in the articles of a batch."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from articles.models import LinkState, Person, Quote, QuoteSpan
from articles.models.coverage import IN_THEIR_OWN_WORDS
from articles.search.documents.text import composed

Texts = Mapping[str, str]  # by field of the version
ELLIPSIS = " … "

STANDING = ("state", "speaker_kind", "person__status")
PUBLIC_SPEAKER = (LinkState.LINKED, Quote.SpeakerKind.PERSON, Person.Status.CONFIRMED)


@dataclass(slots=True)
class QuoteRow:
    """``speaker`` is the key of the public person who said it, 0 where that is not known."""

    key: int
    version: int
    kind: str
    speaker: int
    statement: int
    words: str = ""
    about: set[int] = field(default_factory=set)

    @property
    def is_in_own_words(self) -> bool:
        return self.kind in IN_THEIR_OWN_WORDS


def quotes_of(versions: Mapping[int, Texts]) -> dict[int, list[QuoteRow]]:
    """By version, of which the texts are given; what an editor rejected is left out. Three
    queries.
    """
    rows = list(_rows(versions.keys()))
    words = _words({row.key: versions[row.version] for row in rows})
    about = _about(words)
    found: dict[int, list[QuoteRow]] = defaultdict(list)
    for row in rows:
        row.words, row.about = words.get(row.key, ""), about.get(row.key, set())
        found[row.version].append(row)
    return found


def _rows(versions: Iterable[int]) -> Iterable[QuoteRow]:
    quotes = Quote.objects.filter(version__in=list(versions)).exclude(state=LinkState.REJECTED)
    for key, version, kind, person, statement, *standing in quotes.order_by("pk").values_list(
        "pk", "version_id", "kind", "person_id", "statement_id", *STANDING
    ):
        speaker = person if tuple(standing) == PUBLIC_SPEAKER else 0
        yield QuoteRow(key, version, kind, speaker, statement or 0)


def _words(versions: Mapping[int, Texts]) -> dict[int, str]:
    """By quote, what was said, its parts in order."""
    spans = QuoteSpan.objects.filter(quote__in=list(versions)).order_by("quote", "field", "start")
    parts: dict[int, list[str]] = defaultdict(list)
    for quote, name, start, end in spans.values_list("quote_id", "field", "start", "end"):
        parts[quote].append(versions[quote][name][start:end])
    return {quote: composed(ELLIPSIS.join(texts)) for quote, texts in parts.items()}


def _about(quotes: Iterable[int]) -> dict[int, set[int]]:
    pairs = Quote.about_people.through.objects.filter(
        quote__in=list(quotes), person__status=Person.Status.CONFIRMED
    )
    found: dict[int, set[int]] = defaultdict(set)
    for quote, person in pairs.values_list("quote_id", "person_id"):
        found[quote].add(person)
    return found
