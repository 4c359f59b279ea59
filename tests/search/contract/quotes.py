"""Quotes as hits: their own words, and the facets of their articles but for their own."""

import datetime as dt

import pytest

from articles.search.errors import BadQuery
from articles.search.facets import BY_NAME, facets_of
from articles.search.nodes import Near
from articles.search.query import SearchQuery, Sort, Unit
from articles.search.results import Fragment
from tests.search.contract.asking import Asking, asked, chosen, document, quotes, refused, said

QUOTED = (
    document(
        1,
        "Trade",
        "Trade and nothing else.",
        facets={"outlet": (1,), "person": (10, 11), "party": ("DEM", "REP"), "state": ("AL",)},
        quotes=(
            said(101, "tariffs hurt trade", 9, person=(10,), party=("REP",), said=("direct",)),
            said(102, "no comment on trade", person=(11,), party=("DEM",), said=("indirect",)),
            said(103, "nobody asked", person=(), party=(), said=("direct",)),
        ),
    ),
    document(
        2,
        "Tariffs",
        published_on=dt.date(2020, 2, 1),
        facets={"outlet": (2,), "person": (10,), "party": ("REP",), "state": ("AL", "GA")},
        quotes=(said(201, "tariffs hurt", 9, person=(10,), party=("REP",), about=(11,)),),
    ),
    document(3, "Tariffs and trade", facets={"outlet": (2,)}),
)


class QuotesContract(Asking):
    @pytest.fixture
    def talking(self, engine):
        return self.filled(engine, QUOTED)

    def test_words_are_sought_in_what_was_said(self, talking):
        assert self.ids(talking, quotes("trade", sort=Sort.OLDEST)) == [101, 102]
        assert self.ids(talking, quotes('"tariffs hurt trade"')) == [101]
        assert self.ids(talking, quotes("nothing")) == []
        assert self.ids(talking, quotes("tariff -trade")) == [201]
        assert self.ids(talking, quotes("quote:asked")) == [103]
        assert talking.search(quotes("trade")).total == 2

    def test_near_words_are_near_within_one_quote(self, talking):
        def found(distance: int) -> list[int]:
            words = Near("trade", "tariffs", distance)
            return self.ids(talking, SearchQuery(words=words, unit=Unit.QUOTES))

        assert (found(1), found(2)) == ([], [101])

    @pytest.mark.parametrize("scope", ["headline", "lead", "body", "byline"])
    def test_other_fields_are_refused_with_a_message(self, talking, scope):
        with pytest.raises(BadQuery) as refusal:
            talking.search(quotes(f"tariffs OR -{scope}:trade"))
        assert scope in refusal.value.message

    def test_all_are_found_newest_first(self, talking):
        assert self.ids(talking, quotes()) == [103, 102, 101, 201]
        assert self.ids(talking, quotes(sort=Sort.OLDEST)) == [201, 101, 102, 103]

    def test_facets_are_those_of_the_article_but_for_its_own(self, talking):
        assert self.counts(talking, "outlet", quotes()) == {1: 3, 2: 1}
        assert self.counts(talking, "state", quotes()) == {"AL": 4, "GA": 1}
        assert self.counts(talking, "person", quotes()) == {10: 2, 11: 1}
        assert self.counts(talking, "party", quotes()) == {"REP": 2, "DEM": 1}
        assert self.counts(talking, "about", quotes()) == {11: 1}
        assert self.counts(talking, "said", quotes()) == {"direct": 2, "indirect": 1}

    @pytest.mark.parametrize(("unit", "name"), [(Unit.QUOTES, "kind"), (Unit.ARTICLES, "said")])
    def test_facets_of_another_unit_are_refused_with_a_message(self, talking, unit, name):
        asked = SearchQuery(unit=unit)
        for query, counted in ((asked.choosing(name, "news"), []), (asked, [BY_NAME[name]])):
            with pytest.raises(BadQuery) as refusal:
                talking.search(query, counted)
            assert refusal.value.message.startswith(f"{unit.capitalize()} have no facet “{name}”")

    def test_every_facet_of_quotes_can_be_counted(self, talking):
        wanted = facets_of(Unit.QUOTES)
        assert list(talking.search(quotes(), wanted).counts) == [facet.name for facet in wanted]

    def test_selections_and_periods(self, talking):
        assert self.ids(talking, quotes("", chosen("person", 10))) == [101, 201]
        assert self.ids(talking, quotes("", chosen("outlet", 1), refused("person", 10))) == [
            103,
            102,
        ]

    def test_one_statement_is_one_hit_where_copies_are_folded(self, talking):
        found = talking.search(quotes("tariffs", folded=True))
        assert [(hit.key, hit.copies) for hit in found.hits] == [(201, 2)]
        assert found.total == 1
        assert self.counts(talking, "outlet", quotes("tariffs", folded=True)) == {1: 1, 2: 1}
        assert self.counts(talking, "person", quotes("tariffs", folded=True)) == {10: 1}

    def test_an_articles_copies_fold_no_quotes(self, engine):
        rows = [document(n, copy_set=5, quotes=(said(n * 10, "a word", n),)) for n in (1, 2)]
        self.filled(engine, rows)
        assert engine.search(quotes(folded=True)).total == 2
        assert engine.search(asked(folded=True)).total == 1

    def test_they_go_and_change_with_their_article(self, talking):
        talking.index([document(1, "Trade", quotes=(said(104, "another word"),))])
        assert self.ids(talking, quotes()) == [104, 201]
        talking.delete([1])
        assert self.ids(talking, quotes()) == [201]
        talking.clear()
        assert self.ids(talking, quotes()) == []

    def test_snippets_are_cut_from_what_was_said(self, talking):
        if not talking.makes_snippets:
            pytest.skip("this engine makes no snippets")
        said_words = {101: "tariffs hurt trade"}
        found = talking.search(
            quotes("hurting", chosen("outlet", 1)), texts_of=lambda _: said_words
        )
        assert found.hits[0].snippet == (
            Fragment("tariffs "),
            Fragment("hurt", is_match=True),
            Fragment(" trade"),
        )
