"""What is said in the articles of a batch."""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from articles.models import LinkState, Person, Quote, QuoteSpan
from articles.models.coverage import IN_THEIR_OWN_WORDS
from articles.models.keys import Keys
from articles.models.versions import text_hash
from articles.search.documents.text import composed

Texts = Mapping[str, str]  # by field of the version
ELLIPSIS = " … "
PARAPHRASES = 1 << 31

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

    def statement_in(self, copy_set: int | None) -> int:
        """A paraphrase is the reporter's and joins no Statement; but the copies of one text have
        one reporter, so there the same words are one: by a checksum, beyond the keys of rows.
        """
        if self.is_in_own_words or not copy_set:
            return self.statement
        checksum = zlib.crc32(f"{copy_set} {text_hash(self.words)}".encode())
        return PARAPHRASES | checksum >> 1


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
    """In their order; which are rejected is looked at here, see ``links._add_mentions``."""
    quotes = Quote.objects.filter(version__in=Keys(versions)).order_by()
    values = quotes.values_list("pk", "version_id", "kind", "person_id", "statement_id", *STANDING)
    for key, version, kind, person, statement, *standing in sorted(values):
        if standing[0] == LinkState.REJECTED:
            continue
        speaker = person if tuple(standing) == PUBLIC_SPEAKER else 0
        yield QuoteRow(key, version, kind, speaker, statement or 0)


def _words(versions: Mapping[int, Texts]) -> dict[int, str]:
    """By quote, what was said, its parts in order."""
    spans = QuoteSpan.objects.filter(quote__in=Keys(versions)).order_by()
    parts: dict[int, list[str]] = defaultdict(list)
    for quote, name, start, end in sorted(spans.values_list("quote_id", "field", "start", "end")):
        parts[quote].append(versions[quote][name][start:end])
    return {quote: composed(ELLIPSIS.join(texts)) for quote, texts in parts.items()}


def _about(quotes: Iterable[int]) -> dict[int, set[int]]:
    pairs = Quote.about_people.through.objects.filter(quote__in=Keys(quotes))
    found: dict[int, set[int]] = defaultdict(set)
    for quote, person, status in pairs.values_list("quote_id", "person_id", "person__status"):
        if status == Person.Status.CONFIRMED:
            found[quote].add(person)
    return found
