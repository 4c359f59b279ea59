"""All passages of a draft, looked up together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from articles.checking.extent import Extent, extent
from articles.checking.matching import Match, matches_of
from articles.checking.printed import Printed, printed_in
from articles.checking.questions import like_it, with_it_in_a_row
from articles.checking.variants import variants_of
from articles.extraction.drafts import passages_of
from articles.models import Article
from articles.models.coverage import articles_carrying
from articles.search import SearchQuery, get_engine

MOST_PASSAGES = 8


@dataclass(frozen=True, slots=True)
class Passage:
    """``printed`` is looked for where no quote has the very words; of ``articles`` some of them."""

    words: str
    matches: tuple[Match, ...]
    printed: tuple[Printed, ...] = ()
    articles: int = 0

    @property
    def is_exact(self) -> bool:
        return bool(self.matches) and self.matches[0].comparison.is_exact

    @property
    def is_found(self) -> bool:
        return bool(self.matches or self.articles)


@dataclass(frozen=True, slots=True)
class Checked:
    """``left_out``: how many passages were not looked up, since a draft has too many."""

    passages: tuple[Passage, ...]
    left_out: int
    extent: Extent


def check(draft: str) -> Checked:
    """The same number of queries for any draft. Raises EngineUnavailable."""
    words = passages_of(draft)
    looked_up, left_out = words[:MOST_PASSAGES], len(words[MOST_PASSAGES:])
    passages = _with_what_is_printed(_quoted(looked_up))
    return Checked(tuple(passages), left_out, extent())


def _quoted(texts: list[str]) -> list[Passage]:
    keys = [_keys(like_it(text))[0] for text in texts]
    variants = variants_of({key for some in keys for key in some})
    found = [
        matches_of(text, [variants[key] for key in some if key in variants])
        for text, some in zip(texts, keys, strict=True)
    ]
    carrying = articles_carrying(
        one.quote.statement_id for matches in found for one in matches if one.quote.statement_id
    )
    return [
        Passage(text, tuple(_counted(one, carrying) for one in matches))
        for text, matches in zip(texts, found, strict=True)
    ]


def _counted(match: Match, carrying: Mapping[int, int]) -> Match:
    return replace(match, articles=carrying.get(match.quote.statement_id, 1))


def _with_what_is_printed(passages: list[Passage]) -> list[Passage]:
    found = [((), 0) if one.is_exact else _keys(with_it_in_a_row(one.words)) for one in passages]
    articles = _articles(key for keys, _ in found for key in keys)
    return [
        replace(
            one,
            printed=tuple(printed_in(one.words, articles[key]) for key in keys if key in articles),
            articles=total,
        )
        for one, (keys, total) in zip(passages, found, strict=True)
    ]


def _articles(keys: Iterable[int]) -> dict[int, Article]:
    rows = Article.objects.public().select_related("outlet", "current_version")
    return rows.in_bulk(list(keys))


def _keys(query: SearchQuery | None) -> tuple[tuple[int, ...], int]:
    """Of the hits, and how many there are in all."""
    if query is None:
        return (), 0
    found = get_engine().search(query)
    return tuple(hit.key for hit in found.hits), found.total
