"""What every engine must do. An engine's own test class inherits this and gives ``engine``."""

import datetime as dt

import pytest

from articles.search.engines.base import ArticleDocument, Engine
from articles.search.facets import BY_NAME, FACETS
from articles.search.nodes import AtLeast, Word
from articles.search.query import SearchQuery, Selection, Sort
from articles.search.results import Fragment
from articles.search.syntax import parse

DAY = dt.date(2020, 3, 4)


def document(article_id: int, headline: str = "", body: str = "", **fields) -> ArticleDocument:
    fields.setdefault("published_on", DAY)
    return ArticleDocument(article_id, headline=headline, body=body, **fields)


def asked(text: str = "", *selections: Selection, **fields) -> SearchQuery:
    return SearchQuery(words=parse(text), selections=selections, text=text, **fields)


def chosen(facet: str, *values) -> Selection:
    return Selection(facet, any_of=values)


STORIES = (
    document(
        1,
        "Runoff set for Alabama",
        "Voters in this deep-red state go to the polls again.",
        bylines=("Jane Doe", "Associated Press"),
        facets={"outlet": (1,), "person": (10, 11), "quoted": (10,), "kind": ("news",)},
    ),
    document(
        2,
        "A primary in Georgia",
        "The state is red, and deep down nobody mentions a runoff twice. A runoff!",
        bylines=("Élise Alabama",),
        published_on=dt.date(2020, 6, 9),
        facets={"outlet": (2,), "person": (11,), "kind": ("news",), "month": (202006,)},
    ),
    document(
        3,
        "Opinion: the wall",
        "O’Rourke and Sanders were voting in the U.S. Senate.",
        caption="Alabama fans",
        published_on=None,
        facets={"outlet": (1,), "person": (12,), "kind": ("opinion",)},
    ),
)


class EngineContract:
    @pytest.fixture
    def stocked(self, engine: Engine) -> Engine:
        engine.clear()
        engine.index(STORIES)
        return engine

    def ids(self, engine: Engine, *args, **fields) -> list[int]:
        return [hit.key for hit in engine.search(asked(*args, **fields)).hits]

    def counts(self, engine: Engine, facet: str, query: SearchQuery) -> dict:
        return dict(engine.search(query, [BY_NAME[facet]]).counts[facet].values)

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("primary", {2}),
            ("PRIMARY", {2}),
            ("voter", {1}),  # one stem: voters
            ("votes", {3}),  # voting
            ("runoff alabama", {1, 2}),  # every word, each in any field
            ("georgia OR wall", {2, 3}),
            ("runoff NOT georgia", {1}),
            ("-runoff", {3}),
            ("NOT (georgia OR wall)", {1}),
            ("wall OR -alabama", {3}),
            ("(georgia OR wall) runoff", {2}),
            ('"deep-red state"', {1}),
            ('"deep red"', {1}),
            ("deep-red", {1}),
            ("o'rourke", {3}),
            ("U.S.", {3}),
            ("elise", {2}),
            ("headline:alabama", {1}),
            ("byline:alabama", {2}),
            ('byline:"associated press"', {1}),
            ("headline:(alabama OR wall)", {1, 3}),
            ("absent", set()),
            ("absent OR wall", {3}),
            ("x" * 200, set()),
        ],
    )
    def test_words_find(self, stocked, text, found):
        assert set(self.ids(stocked, text)) == found
        assert stocked.search(asked(text)).total == len(found)

    def test_everything_is_found_newest_first(self, stocked):
        assert self.ids(stocked) == [2, 1, 3]

    @pytest.mark.parametrize(("sort", "order"), [("newest", [2, 1, 3]), ("oldest", [1, 2, 3])])
    def test_an_undated_article_is_last_in_time_order(self, stocked, sort, order):
        assert self.ids(stocked, sort=Sort(sort)) == order

    def test_on_one_day_the_later_instant_comes_first(self, engine):
        engine.clear()
        noon = dt.datetime(2020, 3, 4, 12, tzinfo=dt.UTC)
        later = noon + dt.timedelta(hours=3)
        engine.index([document(5, published_at=later), document(6, published_at=noon), document(7)])
        assert self.ids(engine) == [5, 6, 7]

    def test_a_headline_outweighs_a_body(self, stocked):
        assert self.ids(stocked, "runoff")[0] == 1

    def test_pages(self, stocked):
        found = stocked.search(asked("", page=2, page_size=2))
        assert ([hit.key for hit in found.hits], found.total) == ([3], 3)
        assert stocked.search(asked("", page=3, page_size=2)).hits == ()

    @pytest.mark.parametrize(("number", "found"), [(1, [1, 2]), (2, [1, 2]), (3, [1])])
    def test_so_many_of_several_words(self, stocked, number, found):
        parts = (Word("runoff"), Word("state"), Word("polls"), Word("zebra"))
        hits = stocked.search(SearchQuery(words=AtLeast(number, parts))).hits
        assert [hit.key for hit in hits] == found

    def test_values_of_one_facet_are_alternatives_and_facets_combine(self, stocked):
        assert set(self.ids(stocked, "", chosen("person", 10, 12))) == {1, 3}
        assert self.ids(stocked, "", chosen("person", 10, 12), chosen("kind", "opinion")) == [3]

    def test_values_can_be_refused(self, stocked):
        assert self.ids(stocked, "", Selection("person", none_of=(11,))) == [3]

    def test_selections_narrow_words(self, stocked):
        assert self.ids(stocked, "runoff", chosen("outlet", 2)) == [2]

    def test_counts_of_a_facet_ignore_its_own_selection(self, stocked):
        query = asked("", chosen("outlet", 1), chosen("kind", "news"))
        assert self.counts(stocked, "outlet", query) == {1: 1, 2: 1}
        assert self.counts(stocked, "kind", query) == {"news": 1, "opinion": 1}
        assert self.counts(stocked, "person", query) == {10: 1, 11: 1}

    def test_a_chosen_value_stays_at_zero(self, stocked):
        query = asked("georgia", chosen("person", 12), chosen("kind", "release"))
        assert self.counts(stocked, "person", query)[12] == 0
        assert self.counts(stocked, "kind", query) == {"news": 0, "opinion": 0, "release": 0} or (
            self.counts(stocked, "kind", query)["release"] == 0
        )

    def test_every_facet_can_be_counted(self, stocked):
        found = stocked.search(asked(), FACETS)
        assert list(found.counts) == [facet.name for facet in FACETS]
        assert found.counts["month"].values == ((202006, 1),)
        assert found.counts["race"].values == ()

    def test_counts_are_exact_or_say_so(self, engine):
        engine.clear()
        for start in range(0, 120, 40):  # several commits, so several parts of an index
            engine.index(
                document(number, facets={"person": (number % 40, 40 + number % 3)})
                for number in range(start + 1, start + 41)
            )
        counted = engine.search(asked(), [BY_NAME["person"]]).counts["person"]
        assert counted.exact is engine.counts_exactly
        if counted.exact:
            assert dict(counted.values[:3]) == {40: 40, 41: 40, 42: 40}
            assert {count for _, count in counted.values[3:]} == {3}
        assert counted.has_more

    def test_indexing_again_replaces(self, stocked):
        stocked.index([document(1, "Nothing left of it")])
        assert self.ids(stocked, "left") == [1]
        assert self.ids(stocked, "polls") == []
        assert stocked.health().articles == 3

    def test_the_last_of_one_batch_wins(self, engine):
        engine.clear()
        engine.index([document(1, "first"), document(1, "second")])
        assert (self.ids(engine, "first"), self.ids(engine, "second")) == ([], [1])

    def test_deleting(self, stocked):
        stocked.delete([1, 999])
        assert self.ids(stocked, "runoff") == [2]
        assert stocked.article_ids() == {2, 3}

    def test_a_batch_that_fails_leaves_nothing_and_harms_nothing(self, stocked):
        def broken():
            yield document(8, "half a batch")
            raise RuntimeError("the reader of rows broke")

        with pytest.raises(RuntimeError):
            stocked.index(broken())
        stocked.index([document(9, "whole batch")])
        assert self.ids(stocked, "batch") == [9]

    def test_clearing(self, stocked):
        stocked.clear()
        assert stocked.health().articles == 0
        assert self.ids(stocked) == []

    def test_snippets_mark_the_words_and_leave_escaping_to_others(self, stocked):
        if not stocked.makes_snippets:
            pytest.skip("this engine makes no snippets")
        text = "Élan & <b>wörds</b> about the runoff, “a runoff”."
        found = stocked.search(asked("runoffs"), texts_of=lambda ids: dict.fromkeys(ids, text))
        fragments = found.hits[0].snippet
        assert "".join(fragment.text for fragment in fragments) == text
        assert [one.text for one in fragments if one.is_match] == ["runoff", "runoff"]

    def test_snippets_show_only_the_text_they_are_given(self, stocked):
        found = stocked.search(asked("polls"), texts_of=lambda ids: {1: "Only this may be shown."})
        assert found.hits[0].snippet == (Fragment("Only this may be shown."),)
        assert stocked.search(asked("polls")).hits[0].snippet == ()

    def test_suggestions_begin_as_typed_the_frequent_first(self, stocked):
        stocked.index([document(4, "Alaska and Alabama")])
        assert stocked.suggest("ala") == ("alabama", "alaska")
        assert stocked.suggest("Geor") == ("georgia",)
        assert stocked.suggest("ala", limit=1) == ("alabama",)
        assert stocked.suggest("") == ()

    def test_health(self, stocked):
        health = stocked.health()
        assert (health.is_up, health.articles, health.problem) == (True, 3, "")

    def test_a_replacement_is_seen_once_published(self, stocked):
        with stocked.replacement() as fresh:
            assert fresh.index([document(20, "fresh"), document(21, "fresh")]) == 2
            fresh.delete([21])
            if stocked.replaces_beside:
                assert self.ids(stocked, "runoff alabama") == [1, 2]
            with stocked.writing():
                assert fresh.count() == 1
                fresh.publish()
        assert self.ids(stocked) == [20]
        stocked.index([document(22, "fresh")])
        assert set(self.ids(stocked, "fresh")) == {20, 22}

    def test_an_abandoned_replacement_changes_nothing(self, stocked):
        if not stocked.replaces_beside:
            pytest.skip("this engine replaces in place")
        with stocked.replacement() as fresh:
            fresh.index([document(20, "fresh")])
        assert set(self.ids(stocked)) == {1, 2, 3}

    def test_one_knows_that_a_replacement_is_being_built(self, stocked):
        with stocked.writing() as is_rebuilding:
            assert not is_rebuilding
        if not stocked.replaces_beside:
            return
        with stocked.replacement(), stocked.writing() as is_rebuilding:
            assert is_rebuilding
