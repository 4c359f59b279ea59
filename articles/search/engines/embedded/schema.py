"""What the two indexes hold, of articles and of quotes, and how their words are cut."""

import tantivy

from articles.search.facets import FacetField, facets_of
from articles.search.query import Unit

# Raise it with any change of fields, analyzers or rows: an index of another format is built anew.
REVISION = 9

WORDS, NAMES, SAID, RAW = "archive_words", "archive_names", "archive_said", "raw"
ARTICLE_TEXTS = {
    "headline": WORDS,
    "deck": WORDS,
    "lead": WORDS,
    "body": WORDS,
    "caption": WORDS,
    "byline": NAMES,
    "quote": SAID,
    "speakers": NAMES,
    "people": NAMES,
    "places": NAMES,
}
TEXTS = {Unit.ARTICLES: ARTICLE_TEXTS, Unit.QUOTES: {"quote": WORDS}}
SPELLING = "spelling"
LONGEST_WORD = 60
NO_WORD = "ꙮ"  # keeps a place free between what was said and what was said next

# Counting sets of values is many times faster than counting values: an article about two states
# is one entry of a column instead of two. It works where few different sets are to be expected.
SET_MARK = "|"
COUNTED_AS_SETS = ("state", "office", "party", "stage")


def is_counted_as_set(facet: FacetField) -> bool:
    return facet.name in COUNTED_AS_SETS


def filter_field(facet: FacetField) -> str:
    """Where one value is looked for."""
    return f"facet_{facet.index_field}"


def count_field(facet: FacetField) -> str:
    """The column that is counted."""
    return f"set_{facet.index_field}" if is_counted_as_set(facet) else filter_field(facet)


def fold_field(facet: FacetField) -> str:
    """The column of (copy set, value) pairs: see ``rows.Cells``."""
    return f"fold_{facet.index_field}"


def build_schema(unit: Unit) -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    # Signed throughout: deleting and matching on unsigned fields fails without a word.
    for name in ("id", "article", "on", "copies", "part"):
        builder.add_integer_field(name, indexed=True, fast=True)
    for name in ("newest", "oldest", "fingerprint", "quotes_indexed"):
        builder.add_integer_field(name, fast=True)
    builder.add_float_field("freshness", fast=True)
    for name, analyzer in TEXTS[unit].items():
        builder.add_text_field(name, tokenizer_name=analyzer)
    if unit is Unit.ARTICLES:
        builder.add_text_field(SPELLING, tokenizer_name=NAMES, index_option="basic")
    for facet in facets_of(unit):
        _add_facet(builder, facet)
    return builder.build()


def _add_facet(builder: tantivy.SchemaBuilder, facet: FacetField) -> None:
    name, as_set = filter_field(facet), is_counted_as_set(facet)
    raw = {"tokenizer_name": RAW, "index_option": "basic"}
    if facet.is_whole_number:
        builder.add_integer_field(name, indexed=True, fast=True)
    else:
        builder.add_text_field(name, fast=not as_set, **raw)
    if as_set:
        builder.add_text_field(count_field(facet), fast=True, **raw)
    builder.add_integer_field(fold_field(facet), fast=True)


def _format() -> str:
    facets = (f"{f.index_field}.{f.values}.{f.name}" for unit in Unit for f in facets_of(unit))
    return f"{REVISION}:{','.join(facets)}"


FORMAT = _format()


def _analyzer(*filters: tantivy.Filter) -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    for one in filters:
        builder = builder.filter(one)
    return builder.build()


PLAIN = (
    tantivy.Filter.remove_long(LONGEST_WORD),
    tantivy.Filter.lowercase(),
    tantivy.Filter.ascii_fold(),
)
STEMS = tantivy.Filter.stemmer("english")
ANALYZERS = {
    WORDS: _analyzer(*PLAIN, STEMS),
    NAMES: _analyzer(*PLAIN),
    SAID: _analyzer(tantivy.Filter.custom_stopword([NO_WORD]), *PLAIN, STEMS),
}
