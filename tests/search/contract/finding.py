"""What is found, and in which order."""

import datetime as dt

import pytest

from articles.search.errors import BadQuery
from articles.search.nodes import MAX_DISTANCE, And, AtLeast, Near, Not, Word
from articles.search.periods import ALWAYS, Period, parse_date
from articles.search.query import SearchQuery, Sort
from tests.search.contract.asking import Asking, asked, chosen, document, refused, said

SCOPED = (
    document(
        1,
        "Wall street",
        "Rain fell.\n\nA bridge was built.",
        deck="A tunnel",
        lead="A tunnel\n\nRain fell.",
        caption="A harbour",
        bylines=("Ann Bridge", "Poe Tunnel"),
        speakers=("Ann Harbour",),
        people=("Ann Harbour", "Ben Tunnel"),
        quotes=(said(1, "a tunnel of love"), said(2, "the harbour is closed")),
    ),
    document(2, "Rain", "It said that a wall is a wall."),
)


def near(first: str, second: str, distance: int, scope: str = "") -> Near:
    return Near(first, second, distance, scope)


def between(start: str = "", end: str = "") -> Period:
    return Period(*(parse_date(text) if text else None for text in (start, end)))


class FindingContract(Asking):
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
            ('"doe associated"', set()),  # two names are no phrase
            ("headline:(alabama OR wall)", {1, 3}),
            ("absent", set()),
            ("absent OR wall", {3}),
            ("NOT absent", {1, 2, 3}),
            ("x" * 200, set()),
        ],
    )
    def test_words_find(self, stocked, text, found):
        assert set(self.ids(stocked, text)) == found
        assert stocked.search(asked(text)).total == len(found)

    @pytest.mark.parametrize(
        ("node", "found"),
        [
            (Word("tunnel", "lead"), [1]),
            (Word("rain", "lead"), [1]),
            (Word("bridge", "lead"), []),  # not in the first paragraph
            (Word("bridge", "body"), [1]),
            (Word("tunnel", "body"), []),
            (Word("harbour", "body"), []),  # captions are no body
            (Word("harbour"), [1]),
            (Word("love"), []),  # quotes are looked for where they are asked for
            (Word("love", "quote"), [1]),
            (Word("wall", "quote"), []),
            (Word("ben"), [1]),  # who is linked
            (Word("wall", "headline"), [1]),
            (And((Word("rain", "headline"), Not(Word("bridge", "byline")))), [2]),
        ],
    )
    def test_fields_can_be_named(self, engine, node, found):
        self.filled(engine, SCOPED)
        assert self.ids(engine, SearchQuery(words=node)) == found

    @pytest.mark.parametrize(
        ("node", "is_found"),
        [
            (near("nobody", "mentions", 1), True),
            (near("mentions", "nobody", 1), True),  # either order
            (near("nobody", "runoff", 2), False),
            (near("nobody", "runoff", 3), True),
            (near("runoff", "nobody", 3), True),
            (near("red", "twice", 8), True),
            (near("red", "twice", 7), False),
            (near("mentioned", "runoffs", 2), True),  # by their stems
            (near("primary", "state", 50), False),  # not in one field
            (near("nobody", "mentions", 1, "headline"), False),
            (near("primary", "georgia", 2, "headline"), True),
        ],
    )
    def test_two_words_near_one_another(self, stocked, node, is_found):
        assert (2 in self.ids(stocked, SearchQuery(words=node))) is is_found

    @pytest.mark.parametrize(
        ("node", "found"),
        [
            (near("bridge", "poe", MAX_DISTANCE, "byline"), []),
            (near("love", "closed", MAX_DISTANCE, "quote"), []),
            (near("tunnel", "love", 2, "quote"), [1]),
            (near("harbour", "ben", MAX_DISTANCE), []),  # linked people stand in no text
        ],
    )
    def test_what_stands_in_two_names_or_quotes_is_not_near(self, engine, node, found):
        self.filled(engine, SCOPED)
        assert self.ids(engine, SearchQuery(words=node)) == found

    @pytest.mark.parametrize(
        "node",
        [
            near("wall", "WALL", 3),
            near("vote", "voting", 3),  # one stem
            near("deep-red", "state", 3),
            near("…", "state", 3),
            Not(near("wall", "wall", 3)),
        ],
    )
    def test_near_takes_two_different_single_words(self, stocked, node):
        with pytest.raises(BadQuery):
            stocked.search(SearchQuery(words=node))

    @pytest.mark.parametrize(
        ("period", "found"),
        [
            (ALWAYS, [2, 1, 3]),
            (between("2020"), [2, 1]),  # what has no date is in no period
            (between("2020-03", "2020-03"), [1]),
            (between("2020-03-04", "2020-03-04"), [1]),
            (between("2020-03-05"), [2]),
            (between("", "2020-03-03"), []),
            (between("", "2020-03"), [1]),
            (between("2020-04", "2020-06"), [2]),
            (between("2020-06-09", "2020"), [2]),
            (between("2019", "2019"), []),
            (between("2021", "2019"), []),
        ],
    )
    def test_periods(self, stocked, period, found):
        answer = stocked.search(SearchQuery(period=period))
        assert ([hit.key for hit in answer.hits], answer.total) == (found, len(found))

    def test_a_period_narrows_words_and_selections(self, stocked):
        query = asked("runoff", chosen("outlet", 1, 2), period=between("2020-06"))
        assert self.ids(stocked, query) == [2]

    def test_everything_is_found_newest_first(self, stocked):
        assert self.ids(stocked) == [2, 1, 3]

    @pytest.mark.parametrize(("sort", "order"), [("newest", [2, 1, 3]), ("oldest", [1, 2, 3])])
    def test_an_undated_article_is_last_in_time_order(self, stocked, sort, order):
        assert self.ids(stocked, asked(sort=Sort(sort))) == order

    @pytest.mark.parametrize(("sort", "order"), [("newest", [7, 6, 4]), ("oldest", [4, 6, 7])])
    def test_undated_articles_are_in_the_order_they_came(self, engine, sort, order):
        self.filled(engine, [document(6, published_on=None)])
        engine.index([document(number, published_on=None) for number in (7, 4)])
        assert self.ids(engine, asked(sort=Sort(sort))) == order

    def test_on_one_day_the_later_instant_comes_first(self, engine):
        noon = dt.datetime(2020, 3, 4, 12, tzinfo=dt.UTC)
        later = noon + dt.timedelta(hours=3)
        self.filled(
            engine, [document(5, published_at=later), document(6, published_at=noon), document(7)]
        )
        assert self.ids(engine) == [5, 6, 7]
        assert self.ids(engine, asked(sort=Sort.OLDEST)) == [7, 6, 5]

    def test_a_headline_outweighs_a_body(self, stocked):
        if not stocked.ranks:
            pytest.skip("this engine ranks by date alone")
        assert self.ids(stocked, "runoff")[0] == 1

    @pytest.mark.parametrize(("number", "found"), [(1, {1, 2}), (2, {1, 2}), (3, {1})])
    def test_so_many_of_several_words(self, stocked, number, found):
        parts = (Word("runoff"), Word("state"), Word("polls"), Word("zebra"))
        hits = stocked.search(SearchQuery(words=AtLeast(number, parts))).hits
        assert {hit.key for hit in hits} == found

    def test_pages(self, stocked):
        found = stocked.search(asked("", page=2, page_size=2))
        assert ([hit.key for hit in found.hits], found.total) == ([3], 3)
        assert stocked.search(asked("", page=3, page_size=2)).hits == ()

    def test_values_of_one_facet_are_alternatives_and_facets_combine(self, stocked):
        people = chosen("person", 10, 12)
        assert set(self.ids(stocked, asked("", people))) == {1, 3}
        assert self.ids(stocked, asked("", people, chosen("kind", "opinion"))) == [3]

    def test_values_can_be_refused(self, stocked):
        assert self.ids(stocked, asked("", refused("person", 11))) == [3]
        assert self.ids(stocked, asked("", refused("person", 10, 12))) == [2]
        assert self.ids(stocked, asked("", refused("race", 1))) == [2, 1, 3]

    def test_values_can_be_chosen_and_others_refused(self, stocked):
        query = asked("", chosen("outlet", 1), refused("kind", "opinion"))
        assert self.ids(stocked, query) == [1]

    def test_selections_narrow_words(self, stocked):
        assert self.ids(stocked, asked("runoff", chosen("outlet", 2))) == [2]
