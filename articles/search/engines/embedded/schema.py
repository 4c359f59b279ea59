"""What the index holds, how its words are cut, and how an article becomes a row of it."""

import datetime as dt

import tantivy

from articles.search.engines.base import ArticleDocument
from articles.search.facets import FACETS

# Raise it with any change below: an index of another format is built anew.
FORMAT = "1:" + ",".join(f"{facet.index_field}.{facet.values}" for facet in FACETS)

WORDS, NAMES, RAW = "archive_words", "archive_names", "raw"
TEXT_FIELDS = {
    "headline": WORDS,
    "deck": WORDS,
    "body": WORDS,
    "caption": WORDS,
    "byline": NAMES,
}
SPELLING = "spelling"
LONGEST_WORD = 60

UNDATED_LAST = 2**63 - 1
ID_BITS, MINUTE_BITS = 29, 12
ZONES = dt.timedelta(hours=14)


def build_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", indexed=True, fast=True)
    builder.add_integer_field("newest", fast=True)
    builder.add_integer_field("oldest", fast=True)
    for name, analyzer in TEXT_FIELDS.items():
        builder.add_text_field(name, tokenizer_name=analyzer)
    builder.add_text_field(SPELLING, tokenizer_name=NAMES, index_option="basic")
    for facet in FACETS:
        if facet.is_whole_number:
            # Signed: deleting and matching on unsigned fields fails without a word.
            builder.add_integer_field(facet.index_field, indexed=True, fast=True)
        else:
            builder.add_text_field(
                facet.index_field, tokenizer_name=RAW, fast=True, index_option="basic"
            )
    return builder.build()


def _analyzer(*, stems: bool) -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    builder = builder.filter(tantivy.Filter.remove_long(LONGEST_WORD))
    builder = builder.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold())
    return (builder.filter(tantivy.Filter.stemmer("english")) if stems else builder).build()


ANALYZERS = {WORDS: _analyzer(stems=True), NAMES: _analyzer(stems=False)}


def row_of(document: ArticleDocument, schema: tantivy.Schema) -> tantivy.Document:
    """Raises ValueError for a value of the wrong type; a plain Document would fail silently."""
    newest, oldest = sort_keys(document)
    values = {
        "id": document.article_id,
        "newest": newest,
        "oldest": oldest,
        "headline": document.headline,
        "deck": document.deck,
        "body": document.body,
        "caption": document.caption,
        "byline": list(document.bylines),
        SPELLING: [document.headline, document.deck],
    }
    for facet in FACETS:
        values[facet.index_field] = list(document.facets.get(facet.name, ()))
    return tantivy.Document.from_dict(values, schema)


def sort_keys(document: ArticleDocument) -> tuple[int, int]:
    """Day, then minute, then id, in one number each for newest and oldest first.

    An article without a date comes last in both.
    """
    key = document.article_id
    if document.published_on is None:
        return key, UNDATED_LAST
    minute = _minute(document.published_on, document.published_at)
    key |= ((document.published_on.toordinal() << MINUTE_BITS) | minute) << ID_BITS
    return key, key


def _minute(day: dt.date, instant: dt.datetime | None) -> int:
    """Minutes since the day began anywhere on Earth; 0 where only the day is known."""
    if instant is None:
        return 0
    midnight = dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC)
    return min(max(1, (instant - midnight + ZONES) // dt.timedelta(minutes=1)), 2**MINUTE_BITS - 1)
