"""What is counted: every facet, by itself and as it was chosen."""

from dataclasses import replace

import pytest

from articles.search.facets import BY_NAME, FACETS, Values
from articles.search.query import Selection
from tests.search.contract.asking import Asking, asked, chosen, document, refused

# Of each kind of value, what an engine must give back as it was given.
KINDS = {
    Values.KEY: (1, 2**31 - 1),
    Values.NUMBER: (7, 2**31 - 1),
    Values.CODE: ("AL", "lieutenant_governor"),
    Values.TEXT: ("Opinion & Letters", "Ünited | States, “news”"),
    Values.YEAR: (2020, 1999),
    Values.MONTH: (202006, 199912),
    Values.DAY: (20200609, 19991231),
}


def with_states(number: int, *states: str):
    return document(number, facets={"state": states, "office": ("senate",)})


class CountingContract(Asking):
    def test_counts_of_a_facet_ignore_its_own_selection(self, stocked):
        query = asked("", chosen("outlet", 1), chosen("kind", "news"))
        assert self.counts(stocked, "outlet", query) == {1: 1, 2: 1}
        assert self.counts(stocked, "kind", query) == {"news": 1, "opinion": 1}
        assert self.counts(stocked, "person", query) == {10: 1, 11: 1}

    def test_counts_of_a_facet_ignore_what_was_refused_of_it(self, stocked):
        query = asked("", refused("person", 11), refused("outlet", 2))
        assert self.counts(stocked, "person", query) == {10: 1, 11: 1, 12: 1}
        assert self.counts(stocked, "outlet", query) == {1: 1, 2: 0}

    def test_a_chosen_value_stays_at_zero(self, stocked):
        query = asked("georgia", chosen("person", 12), chosen("kind", "release"))
        assert self.counts(stocked, "person", query) == {12: 0}
        assert self.counts(stocked, "kind", query) == {"release": 0}

    def test_a_refused_value_stays_at_zero(self, stocked):
        assert self.counts(stocked, "kind", asked("", refused("kind", "release"))) == {
            "news": 2,
            "opinion": 1,
            "release": 0,
        }

    def test_a_value_chosen_and_refused_is_listed_once(self, stocked):
        query = asked("", Selection("kind", ("release",), ("release",)))
        assert self.counted(stocked, "kind", query).values == (
            ("news", 2),
            ("opinion", 1),
            ("release", 0),
        )

    def test_words_and_periods_narrow_counts(self, stocked):
        assert self.counts(stocked, "outlet", asked("runoff")) == {1: 1, 2: 1}
        assert self.counts(stocked, "outlet", asked("headline:runoff")) == {1: 1}

    def test_every_facet_can_be_counted(self, stocked):
        found = stocked.search(asked(), [facet for facet in FACETS if facet.name != "said"])
        assert found.counts["month"].values == ((202006, 1),)
        assert found.counts["race"].values == ()

    def test_only_what_is_asked_is_counted(self, stocked):
        assert stocked.search(asked()).counts == {}
        assert list(stocked.search(asked(), [BY_NAME["person"]]).counts) == ["person"]

    @pytest.mark.parametrize(
        "name", ["outlet", "author", "place", "state", "section", "year", "month", "day"]
    )
    def test_values_come_back_as_they_were_given(self, engine, name):
        first, second = KINDS[BY_NAME[name].values]
        self.filled(
            engine,
            [
                document(1, facets={name: (first,)}),
                document(2, facets={name: (first, second)}),
                document(3),
            ],
        )
        assert self.counted(engine, name).values == ((first, 2), (second, 1))
        assert self.ids(engine, asked("", chosen(name, second))) == [2]
        assert self.ids(engine, asked("", refused(name, first))) == [3]

    def test_texts_are_matched_whole(self, engine):
        self.filled(engine, [document(1, facets={"section": ("Opinion & Letters",)})])
        for other in ("Opinion", "opinion & letters", "Letters"):
            assert self.ids(engine, asked("", chosen("section", other))) == []

    def test_sets_of_values_are_counted_value_by_value(self, engine):
        states = [("AL",), ("AL", "GA"), ("AL", "GA", "US"), ("GA", "US"), ()]
        self.filled(engine, [with_states(number, *own) for number, own in enumerate(states, 1)])
        assert self.counted(engine, "state").values == (("AL", 3), ("GA", 3), ("US", 2))
        assert self.counts(engine, "state", asked("", chosen("state", "US"))) == {
            "AL": 3,
            "GA": 3,
            "US": 2,
        }
        assert self.counts(engine, "office", asked("", chosen("state", "US"))) == {"senate": 2}

    def test_the_most_frequent_are_listed_and_more_are_told(self, engine):
        people = [(1, 2, 3), (1, 2), (1,)]
        self.filled(
            engine,
            [document(n, facets={"person": own}) for n, own in enumerate(people, 1)],
        )
        for shown, has_more in ((2, True), (3, False), (9, False)):
            facet = replace(BY_NAME["person"], shown=shown)
            counted = engine.search(asked(), [facet]).counts["person"]
            assert counted.values == ((1, 3), (2, 2), (3, 1))[:shown]
            assert counted.has_more is has_more

    def test_a_chosen_value_beyond_those_listed_is_added_with_its_count(self, engine):
        people = [(1, 2, 3), (1, 2), (1,)]
        self.filled(
            engine,
            [document(n, facets={"person": own}) for n, own in enumerate(people, 1)],
        )
        facet = replace(BY_NAME["person"], shown=1)
        counted = engine.search(asked("", chosen("person", 3)), [facet]).counts["person"]
        assert (counted.values, counted.has_more) == (((1, 3), (3, 1)), True)

    def test_times_are_listed_newest_first(self, engine):
        years = (2019, 2021, 2020, 2021)
        self.filled(
            engine, [document(n, facets={"year": (year,)}) for n, year in enumerate(years, 1)]
        )
        assert self.counted(engine, "year").values == ((2021, 2), (2020, 1), (2019, 1))
        counted = self.counted(engine, "year", asked("", chosen("year", 2022)))
        assert counted.values[0] == (2022, 0)

    def test_counts_are_exact_or_say_so(self, engine):
        engine.clear()
        for start in range(0, 120, 40):  # several commits, so several parts of an index
            engine.index(
                document(number, facets={"person": (number % 40, 40 + number % 3)})
                for number in range(start + 1, start + 41)
            )
        counted = self.counted(engine, "person")
        assert counted.exact is engine.counts_exactly
        if counted.exact:
            assert dict(counted.values[:3]) == {40: 40, 41: 40, 42: 40}
            assert {count for _, count in counted.values[3:]} == {3}
        assert counted.has_more
