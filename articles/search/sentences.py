"""A question read back as one English sentence: the name of its page, feed and alert.

describe(query, {"quoted": {7: "Tommy Tuberville"}, "place": {"AL": "Alabama"}})
-> Articles that quote Tommy Tuberville, in outlets of Alabama, since March 3, 2020
"""

from collections.abc import Iterator, Mapping

from articles.search.nodes import And, Leaf, Near, Node, Not, Or
from articles.search.periods import Period, Rolling, Span
from articles.search.query import FacetKey, SearchQuery, Selection, Sort, Unit

Labels = Mapping[str, Mapping[FacetKey, str]]
MOST_NAMED = 6

SUBJECTS = {Unit.ARTICLES: "Articles", Unit.QUOTES: "Quotes"}
# By facet: any of these, none of those. Who is in it, then what it is about.
OF_ARTICLES = {
    "quoted": ("that quote {}", "that do not quote {}"),
    "paraphrased": ("that paraphrase {}", "that do not paraphrase {}"),
    "in_headline": ("with {} in the headline", "without {} in the headline"),
    "mentioned": ("that only mention {}", "that do more than mention {}"),
    "person": ("that name {}", "that do not name {}"),
    "about": ("with words about {}", "without words about {}"),
}
OF_QUOTES = {
    "person": ("of {}", "not of {}"),
    "quoted": ("in the words of {}", "not in the words of {}"),
    "paraphrased": ("paraphrased of {}", "not paraphrased of {}"),
    "about": ("about {}", "not about {}"),
    "said": ("{}", "not {}"),
}
OF_THEME = {
    "race": ("about the race {}", "not about the race {}"),
    "stage": ("about the {}", "not about the {}"),
    "office": ("about races for {}", "not about races for {}"),
    "state": ("about races in {}", "not about races in {}"),
    "party": ("with people of the party {}", "without people of the party {}"),
}
OF_PUBLICATION = {
    "kind": ("of the kind {}", "not of the kind {}"),
    "section": ("in the section {}", "not in the section {}"),
    "author": ("by {}", "not by {}"),
    "language": ("in {}", "not in {}"),
    "has_quotes": ("{}", "not {}"),
    "outlet": ("in {}", "not in {}"),
    "outlet_kind": ("in outlets of the kind {}", "not in outlets of the kind {}"),
    "place": ("in outlets of {}", "not in outlets of {}"),
    "year": ("in {}", "not in {}"),
    "month": ("in {}", "not in {}"),
    "day": ("on {}", "not on {}"),
}
PEOPLE = {Unit.ARTICLES: OF_ARTICLES, Unit.QUOTES: OF_QUOTES}
WITHIN_A_SENTENCE = {"stage", "kind", "outlet_kind", "said"}  # their labels begin in capitals
SPOKEN = {
    ("place", "US"): "the whole nation",
    ("state", "US"): "the whole nation",
    ("has_quotes", "yes"): "with quotes",
    ("has_quotes", "no"): "without quotes",
}
GONE = "what is no longer listed"
SPANS = {Span.DAYS: "day", Span.WEEKS: "week", Span.MONTHS: "month", Span.YEARS: "year"}
ORDERS = {Sort.NEWEST: "newest first", Sort.OLDEST: "oldest first"}


def describe(query: SearchQuery, labels: Labels) -> str:
    """``labels``: by facet, the name of each value chosen or refused."""
    clauses = list(_clauses(query, labels))
    subject = SUBJECTS[query.unit]
    if not clauses:
        return f"All {subject.lower()}"
    if query.is_everything:
        return ", ".join([f"All {subject.lower()}", *clauses])
    return f"{subject} {', '.join(clauses)}"


def _clauses(query: SearchQuery, labels: Labels) -> Iterator[str]:
    yield from _selected(query, PEOPLE[query.unit] | OF_THEME, labels)
    if query.words:
        yield said_of_words(query.words)
    yield from _selected(query, OF_PUBLICATION, labels)
    if not query.period.is_always:
        yield said_of_period(query.period)
    if query.folded:
        yield "unique texts only"
    if query.sort in ORDERS:
        yield ORDERS[query.sort]


def _selected(
    query: SearchQuery, phrases: Mapping[str, tuple[str, str]], labels: Labels
) -> Iterator[str]:
    for facet, (any_of, none_of) in phrases.items():
        one = query.selection(facet)
        for form, keys in ((any_of, one.any_of), (none_of, one.none_of)):
            if named := _named(one, keys, labels):
                yield form.format(alternatives(named))


def _named(one: Selection, keys: tuple[FacetKey, ...], labels: Labels) -> list[str]:
    known = labels.get(one.facet, {})
    return [_spoken(one.facet, key, known.get(key, GONE)) for key in keys]


def _spoken(facet: str, key: FacetKey, label: str) -> str:
    if (facet, key) in SPOKEN:
        return SPOKEN[facet, str(key)]
    return label[:1].lower() + label[1:] if facet in WITHIN_A_SENTENCE else label


def alternatives(named: list[str]) -> str:
    """ "A", "A or B", "A, B or C"; of many the first few, and how many others."""
    if len(named) > MOST_NAMED:
        named = [*named[: MOST_NAMED - 1], f"{len(named) - MOST_NAMED + 1} others"]
    return _list(named, "or")


def _list(parts: list[str], last: str) -> str:
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}" if len(parts) > 1 else parts[0]


def said_of_words(node: Node) -> str:
    """ "with “trade” in headline and “tariffs”, without “wine”"."""
    if isinstance(node, Not):
        return f"without {named_words(node.part)}"
    if not isinstance(node, And):
        return f"with {named_words(node)}"
    wanted = [_within(part) for part in node.parts if not isinstance(part, Not)]
    refused = [_within(part.part) for part in node.parts if isinstance(part, Not)]
    clauses = [f"with {_list(wanted, 'and')}"] if wanted else []
    return ", ".join(clauses + ([f"without {_list(refused, 'or')}"] if refused else []))


def named_words(node: Node) -> str:
    """ "“trade” in headline", "“a” or “b”"."""
    match node:
        case Not():
            return f"not {_within(node.part)}"
        case And():
            return _list([_within(part) for part in node.parts], "and")
        case Or():
            return _list([_within(part) for part in node.parts], "or")
    return _leaf(node)


def _within(node: Node) -> str:
    return f"({named_words(node)})" if isinstance(node, And | Or) else named_words(node)


def _leaf(leaf: Leaf) -> str:
    where = {"": "", "quote": " in quotes"}.get(leaf.scope, f" in {leaf.scope}")
    if isinstance(leaf, Near):
        apart = f"{leaf.distance} word{'s' if leaf.distance > 1 else ''}"
        return f"“{leaf.first}” within {apart} of “{leaf.second}”{where}"
    return f"“{leaf.text}”{where}"


def said_of_period(period: Period) -> str:
    """ "in March 2020", "March 3, 2020, to July 14, 2020", "since 2019", "in the last 30 days"."""
    if period.rolling:
        return _said_of_rolling(period.rolling)
    start, end = period.start, period.end
    if start == end and start:
        return f"{'on' if start.day else 'in'} {start.written}"
    if start and end:
        return f"{start.written}{',' if start.day else ''} to {end.written}"
    return f"since {start.written}" if start else f"until {end.written}"


def _said_of_rolling(rolling: Rolling) -> str:
    span = SPANS[rolling.span]
    return f"in the last {rolling.number} {span}s" if rolling.number > 1 else f"in the last {span}"
