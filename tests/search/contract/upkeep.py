"""The index written, replaced and looked after; answers follow at once, whoever wrote."""

import os
import subprocess
import sys

import pytest

from articles.search.results import Fragment
from tests.search.contract.asking import STORIES, Asking, asked, chosen, document, quotes, said

WRITES = """
import sys, django
django.setup()
from django.utils.module_loading import import_string
from tests.search.contract.asking import document
engine = import_string(sys.argv[1])(sys.argv[2])
engine.index([document(4, "A runoff elsewhere", facets={"outlet": (2,)})])
engine.delete([1])
engine.close()
"""


def written_elsewhere(engine) -> None:
    """Another process indexes article 4 and deletes article 1."""
    name = f"{type(engine).__module__}.{type(engine).__qualname__}"
    subprocess.run(
        [sys.executable, "-c", WRITES, name, engine.location],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "newsarchive.settings"},
        check=True,
    )


class UpkeepContract(Asking):
    def test_indexing_again_replaces(self, stocked):
        stocked.index([document(1, "Nothing left of it")])
        assert self.ids(stocked, "left") == [1]
        assert self.ids(stocked, "polls") == []
        assert stocked.health().articles == 3

    def test_the_last_of_one_batch_wins(self, engine):
        self.filled(engine, [document(1, "first"), document(1, "second")])
        assert (self.ids(engine, "first"), self.ids(engine, "second")) == ([], [1])

    def test_deleting(self, stocked):
        stocked.delete([1, 999])
        assert self.ids(stocked, "runoff") == [2]
        assert stocked.fingerprints().keys() == {2, 3}

    def test_a_batch_that_fails_leaves_nothing_and_harms_nothing(self, stocked):
        def broken():
            yield document(8, "half a batch", quotes=(said(80, "half a batch"),))
            raise RuntimeError("the reader of rows broke")

        with pytest.raises(RuntimeError):
            stocked.index(broken())
        stocked.index([document(9, "whole batch")])
        assert self.ids(stocked, "batch") == [9]
        assert self.ids(stocked, quotes("batch")) == []

    def test_an_empty_batch_changes_nothing(self, stocked):
        assert stocked.index([]) == 0
        stocked.delete([])
        assert stocked.health().articles == 3

    def test_clearing(self, stocked):
        stocked.clear()
        assert stocked.health().articles == 0
        assert self.ids(stocked) == []
        assert stocked.fingerprints() == {}

    def answers(self, engine) -> tuple:
        """All that an engine might keep."""
        plain = engine.search(asked("runoff"))
        folded = engine.search(asked("runoff", chosen("outlet", 1), folded=True))
        return (
            {hit.key for hit in plain.hits},
            plain.total,
            folded.total,
            self.counts(engine, "outlet", asked("runoff")),
            self.counts(engine, "outlet", asked("runoff", chosen("outlet", 7), folded=True)),
        )

    BEFORE = ({1, 2}, 2, 1, {1: 1, 2: 1}, {1: 1, 2: 1, 7: 0})
    AFTER = ({2, 4}, 2, 0, {2: 2}, {2: 2, 7: 0})

    def test_answers_follow_what_was_written(self, stocked):
        assert [self.answers(stocked) for _ in range(2)] == [self.BEFORE] * 2
        stocked.index([document(4, "A runoff elsewhere", facets={"outlet": (2,)})])
        stocked.delete([1])
        assert [self.answers(stocked) for _ in range(2)] == [self.AFTER] * 2
        stocked.clear()
        assert self.answers(stocked) == (set(), 0, 0, {}, {7: 0})

    def test_answers_follow_what_another_process_wrote(self, stocked):
        assert self.answers(stocked) == self.BEFORE
        stocked.close()
        written_elsewhere(stocked)
        assert self.answers(stocked) == self.AFTER

    def test_answers_follow_every_one_of_many_writes(self, engine):
        engine.clear()
        for number in range(1, 40):
            engine.index([document(number, "runoff", facets={"person": (number % 2,)})])
            assert engine.search(asked("runoff")).total == number
            assert sum(self.counts(engine, "person").values()) == number

    def test_snippets_mark_the_words_and_leave_escaping_to_others(self, stocked):
        if not stocked.makes_snippets:
            pytest.skip("this engine makes no snippets")
        text = "Élan & <b>wörds</b> about the runoff, “a runoff”."
        found = stocked.search(asked("runoffs"), texts_of=lambda ids: dict.fromkeys(ids, text))
        fragments = found.hits[0].snippet
        assert "".join(fragment.text for fragment in fragments) == text
        assert [one.text for one in fragments if one.is_match] == ["runoff", "runoff"]

    def test_snippets_show_only_the_text_they_are_given(self, stocked):
        shown = (Fragment("Only this may be shown."),) if stocked.makes_snippets else ()
        found = stocked.search(asked("polls"), texts_of=lambda ids: {1: "Only this may be shown."})
        assert found.hits[0].snippet == shown
        assert stocked.search(asked("polls")).hits[0].snippet == ()

    def test_texts_are_asked_for_hits_alone(self, stocked):
        seen = []
        stocked.search(asked("runoff", page_size=1), texts_of=lambda ids: seen.append(ids) or {})
        stocked.search(asked("absent"), texts_of=lambda ids: seen.append(ids) or {})
        assert [len(ids) for ids in seen] in ([1], [])

    def test_suggestions_begin_as_typed_the_frequent_first(self, stocked):
        stocked.index([document(4, "Alaska and Alabama")])
        assert stocked.suggest("ala") == ("alabama", "alaska")
        assert stocked.suggest("Geor") == ("georgia",)
        assert stocked.suggest("ala", limit=1) == ("alabama",)
        assert stocked.suggest("") == ()

    def test_health(self, stocked):
        health = stocked.health()
        assert (health.is_up, health.articles, health.problem) == (True, 3, "")

    def test_it_holds_the_fingerprint_of_each_document(self, stocked):
        new = document(4, "Said", quotes=(said(40, "a word"), said(41, "another")))
        stocked.index([new])
        expected = {one.article_id: one.fingerprint for one in (*STORIES, new)}
        assert stocked.fingerprints() == expected

    def test_a_replacement_is_seen_once_published(self, stocked):
        with stocked.replacement() as fresh:
            assert fresh.index([document(20, "fresh"), document(21, "fresh")]) == 2
            fresh.delete([21])
            if stocked.replaces_beside:
                assert set(self.ids(stocked, "runoff alabama")) == {1, 2}
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
