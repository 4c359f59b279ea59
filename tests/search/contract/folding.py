"""Copies folded: a text that many outlets carry is one hit and counts once."""

import datetime as dt
from dataclasses import replace

import pytest

from articles.search.facets import BY_NAME, facets_of
from articles.search.query import Sort, Unit
from tests.search.contract.asking import Asking, asked, chosen, document, refused

SET, OTHER = 5, 2**30
OUTLET = {1: 11, 2: 12, 3: 11, 4: 13, 5: 12, 6: 11, 7: 12}


def day(number: int) -> dt.date:
    return dt.date(2020, 3, number)


def copy(number: int, on: int, copy_set: int, words: str = "wire", **facets):
    facets = {"outlet": (OUTLET[number],), "year": (2020,)} | facets
    return document(number, words, published_on=day(on), copy_set=copy_set, facets=facets)


# Two sets of copies, and two articles of nobody else's words.
WIRE = (
    copy(1, 9, SET, "wire late", state=("AL", "GA")),
    copy(2, 3, SET, "wire early", state=("AL",)),
    copy(3, 6, SET, "wire middle", state=("GA",), section=("Wire",)),
    copy(4, 5, OTHER),
    copy(5, 8, OTHER),
    copy(6, 4, 0, state=("AL",)),
    copy(7, 7, 0),
)


class FoldingContract(Asking):
    @pytest.fixture
    def wired(self, engine):
        self.filled(engine, WIRE[:4])
        engine.index(WIRE[4:])
        return engine

    def hits(self, engine, *args, **fields) -> list[tuple[int, int]]:
        found = engine.search(asked(*args, folded=True, **fields))
        return [(hit.key, hit.copies) for hit in found.hits]

    @pytest.mark.parametrize(
        ("sort", "hits"),
        [
            (Sort.NEWEST, [(7, 1), (4, 2), (6, 1), (2, 3)]),
            (Sort.OLDEST, [(2, 3), (6, 1), (4, 2), (7, 1)]),
        ],
    )
    def test_the_earliest_copy_stands_for_its_set(self, wired, sort, hits):
        assert self.hits(wired, sort=sort) == hits
        assert wired.search(asked(folded=True, sort=sort)).total == 4

    def test_every_copy_counts_where_they_are_not_folded(self, wired):
        found = wired.search(asked())
        assert (found.total, {hit.copies for hit in found.hits}) == (7, {1})

    def test_of_those_that_match_the_earliest_stands(self, wired):
        assert self.hits(wired, "late OR middle") == [(3, 2)]
        assert self.hits(wired, "late") == [(1, 1)]
        assert self.hits(wired, "", refused("outlet", 12)) == [(3, 2), (4, 1), (6, 1)]

    def test_words_find_the_same_texts(self, wired):
        assert sorted(self.hits(wired, "wire")) == [(2, 3), (4, 2), (6, 1), (7, 1)]

    def test_pages_of_folded_lists(self, wired):
        whole = self.hits(wired, sort=Sort.NEWEST)
        for size in (1, 2, 3):
            pages = [
                self.hits(wired, sort=Sort.NEWEST, page=number, page_size=size)
                for number in range(1, 6)
            ]
            assert [hit for page in pages for hit in page] == whole

    def test_a_set_counts_once_in_each_value_any_copy_has(self, wired):
        query = asked(folded=True)
        assert self.counts(wired, "outlet", query) == {11: 2, 12: 3, 13: 1}
        assert self.counts(wired, "state", query) == {"AL": 2, "GA": 1}
        assert self.counts(wired, "section", query) == {"Wire": 1}
        assert self.counts(wired, "year", query) == {2020: 4}

    def test_only_matching_copies_put_their_set_in_a_value(self, wired):
        assert self.counts(wired, "outlet", asked("early", folded=True)) == {12: 1}
        query = asked("", chosen("outlet", 11), folded=True)
        assert self.counts(wired, "state", query) == {"AL": 2, "GA": 1}
        assert self.counts(wired, "outlet", query) == {11: 2, 12: 3, 13: 1}

    def test_the_order_of_values_is_that_of_texts(self, engine):
        """One value has more articles, the other more texts."""
        rows = [document(n, copy_set=SET, facets={"person": (1,)}) for n in range(1, 5)]
        rows += [document(n, facets={"person": (2,)}) for n in (5, 6)]
        self.filled(engine, rows)
        facet = replace(BY_NAME["person"], shown=1)
        for folded, values in ((True, ((2, 2),)), (False, ((1, 4),))):
            counted = engine.search(asked(folded=folded), [facet]).counts["person"]
            assert (counted.values, counted.has_more) == (values, True)

    def test_a_chosen_value_that_is_not_listed_counts_texts(self, wired):
        facet = replace(BY_NAME["outlet"], shown=1)
        found = wired.search(asked("", chosen("outlet", 11, 99), folded=True), [facet])
        assert found.counts["outlet"].values == ((12, 3), (11, 2), (99, 0))

    @pytest.mark.parametrize("name", [facet.name for facet in facets_of(Unit.ARTICLES)])
    def test_any_facet_counts_a_set_once(self, engine, name):
        value = 202003 if BY_NAME[name].is_whole_number else "news"
        rows = [document(n, copy_set=SET, facets={name: (value,)}) for n in (1, 2)]
        self.filled(engine, [*rows, document(3, facets={name: (value,)})])
        assert self.counts(engine, name) == {value: 3}
        assert self.counts(engine, name, asked(folded=True)) == {value: 2}

    def test_undated_copies_stand_behind_dated_ones(self, engine):
        self.filled(engine, [document(n, copy_set=SET, published_on=None) for n in (4, 3)])
        assert self.hits(engine) == [(3, 2)]
        engine.index([document(9, copy_set=SET)])
        assert self.hits(engine) == [(9, 3)]

    def test_who_leaves_a_set_is_folded_no_more(self, wired):
        wired.index([copy(2, 3, 0)])
        assert self.hits(wired, "", sort=Sort.OLDEST)[:2] == [(2, 1), (6, 1)]
        assert (3, 2) in self.hits(wired)
