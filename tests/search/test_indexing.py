"""Change rows carried into the index, rebuilds while others write, comparisons."""

import datetime as dt
import shutil
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.models import Article, IndexChange, Quote, touch
from articles.search import EngineUnavailable, SearchQuery, get_engine
from articles.search.engines.embedded import EmbeddedEngine
from articles.search.engines.embedded.build import Build
from articles.search.errors import IndexIncomplete
from articles.search.indexing import (
    Differences,
    Drain,
    bring_up_to_date,
    differences,
    rebuild,
    release_embargoes,
)
from articles.search.query import Unit
from tests.builders import make_article, make_person, quote

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def engine():
    engine = get_engine()
    bring_up_to_date(engine)
    yield engine
    engine.close()


@pytest.fixture
def drain(engine):
    return Drain(engine)


def indexed(engine) -> frozenset[int]:
    return frozenset(engine.fingerprints())


def withdraw(article: Article) -> None:
    article.status = Article.Status.WITHDRAWN
    article.save()
    touch([article.pk])


class TestDrain:
    def test_an_article_is_found_and_its_row_is_gone(self, engine, drain):
        article = make_article()
        assert drain.all() > 0
        assert indexed(engine) == {article.pk}
        assert not IndexChange.objects.exists()

    def test_a_withdrawn_article_is_found_no_more(self, engine, drain):
        kept, gone = make_article(), make_article()
        drain.all()
        withdraw(gone)
        drain.all()
        assert indexed(engine) == {kept.pk}

    def test_a_deleted_article_is_found_no_more(self, engine, drain):
        article = make_article()
        drain.all()
        touch([article.pk])
        Article.objects.filter(pk=article.pk).update(current_version=None, status="draft")
        article.versions.all().delete()
        Article.objects.filter(pk=article.pk).delete()
        drain.all()
        assert indexed(engine) == frozenset()

    def test_with_nothing_to_do_it_takes_no_turn(self, engine, drain):
        with patch.object(engine, "writing") as writing:
            assert drain.once() == 0
        writing.assert_not_called()

    def test_a_batch_is_bounded(self, engine, drain):
        articles = [make_article().pk for _ in range(3)]
        drain.all()
        touch(articles)
        assert drain.once(limit=2) == 2
        assert IndexChange.objects.count() == 1

    def test_rows_stay_until_the_engine_has_committed(self, engine, drain):
        article = make_article()
        waiting = IndexChange.objects.count()
        full = patch.object(engine, "index", side_effect=EngineUnavailable("disk full"))
        with full, pytest.raises(EngineUnavailable):
            drain.once()
        assert IndexChange.objects.count() == waiting
        assert drain.all() == waiting
        assert indexed(engine) == {article.pk}

    def test_a_change_made_while_carrying_is_not_lost(self, engine, drain):
        article = make_article()
        index = engine.index

        def index_and_change(documents):
            withdraw(article)  # after its rows were read: what is indexed here is old
            return index(documents)

        with patch.object(engine, "index", index_and_change):
            drain.all()
        assert indexed(engine) == frozenset()


class TestRebuild:
    def test_it_holds_what_is_public(self, engine):
        shown = make_article()
        make_article(status="draft")
        assert rebuild(engine) == 1
        assert indexed(engine) == {shown.pk}
        assert not IndexChange.objects.exists()

    def test_the_old_index_serves_meanwhile(self, engine, drain):
        article = make_article()
        drain.all()
        seen = []

        def watch(documents):
            seen.append(engine.search(SearchQuery()).total)
            return documents

        rebuild(engine, watch)
        assert seen == [1]
        assert indexed(engine) == {article.pk}

    def test_changes_drained_meanwhile_are_in_both(self, engine, drain):
        old = make_article()
        drain.all()

        def change_half_way(documents):
            yield from documents
            withdraw(old)
            make_article("Came late")
            carried = drain.all()
            assert IndexChange.objects.count() == carried > 1  # the new index needs them too
            assert drain.once() == 0  # but the old one not twice

        assert rebuild(engine, change_half_way) == 1
        assert not IndexChange.objects.exists()
        make_article("After")
        drain.all()
        assert indexed(engine) == set(Article.objects.public().values_list("pk", flat=True))

    def test_rows_kept_for_a_rebuild_that_died_go_with_the_next_drain(self, engine, drain):
        with engine.replacement():
            make_article()
            drain.all()
        assert IndexChange.objects.exists()
        assert drain.once() == 0
        assert not IndexChange.objects.exists()

    def test_an_embargo_that_ends_meanwhile_is_no_reason_to_fail(self, engine):
        waiting = make_article(embargo_until=timezone.now() + HOUR)
        IndexChange.objects.all().delete()

        def end_embargo(documents):
            yield from documents
            Article.objects.filter(pk=waiting.pk).update(embargo_until=timezone.now())

        assert rebuild(engine, end_embargo) == 1

    def test_an_index_that_misses_articles_is_not_taken(self, engine):
        make_article()
        rebuild(engine)
        make_article()
        IndexChange.objects.all().delete()
        with pytest.raises(IndexIncomplete, match="holds 0 articles, the database 2"):
            rebuild(engine, lambda documents: [])
        assert len(indexed(engine)) == 1

    def test_a_rebuild_that_breaks_leaves_the_old_one(self, engine, drain):
        make_article()
        drain.all()

        def broken(documents):
            raise RuntimeError("the database went away")

        with pytest.raises(RuntimeError):
            rebuild(engine, broken)
        assert len(indexed(engine)) == 1


class TestComparison:
    def test_equal(self, engine, drain):
        make_article()
        drain.all()
        assert not differences(engine)

    def test_what_has_a_row_waiting_is_no_difference(self, engine):
        make_article()
        assert not differences(engine)

    def test_missing_and_extra_are_named_and_mended(self, engine, drain):
        extra, missing = make_article(), make_article()
        drain.all()
        engine.delete([missing.pk])
        Article.objects.filter(pk=extra.pk).update(status="withdrawn")
        found = differences(engine)
        assert found == Differences(frozenset({missing.pk}), frozenset({extra.pk}))
        bring_up_to_date(engine)
        assert indexed(engine) == {missing.pk}

    def test_what_changed_without_a_row_is_found_where_contents_are_compared(self, engine, drain):
        stale, same = make_article(section="Local"), make_article()
        drain.all()
        Article.objects.filter(pk=stale.pk).update(section="Politics")
        assert not differences(engine)
        found = differences(engine, contents=True)
        assert (found.stale, found.articles) == ({stale.pk}, {stale.pk})
        assert same.pk in indexed(engine)

    def test_a_changed_quote_is_found(self, engine, drain):
        article = make_article(body="“Never,” he said. “Never again.”")
        row = quote(article, make_person(), "Never again.")
        drain.all()
        Quote.objects.filter(pk=row.pk).update(kind="mixed")
        assert differences(engine, contents=True).stale == {article.pk}

    def test_what_changes_while_one_compares_is_no_difference(self, engine, drain):
        article = make_article()
        drain.all()

        def change(documents):
            Article.objects.filter(pk=article.pk).update(section="Politics")
            touch([article.pk])
            yield from documents
            drain.all()

        assert not differences(engine, contents=True, watch=change)

    def test_quotes_that_went_missing_alone_are_found_and_mended(self, engine, drain):
        """The two indexes are of two commits, as after a copy of one came back."""
        quoted = make_article(body="He said: “Never.”")
        make_article()
        row = quote(quoted, make_person(), "Never.")
        drain.all()
        engine.close()
        folder = engine.store.current() / "quotes"
        shutil.rmtree(folder)
        shutil.copytree(Build.create(engine.store.new_build()).path / "quotes", folder)
        fresh = EmbeddedEngine(engine.location)
        assert differences(fresh, contents=True).articles == {quoted.pk}
        call_command("check_index", verbosity=0)
        fresh = EmbeddedEngine(engine.location)
        assert not differences(fresh, contents=True)
        found = fresh.search(SearchQuery(unit=Unit.QUOTES))
        assert [hit.key for hit in found.hits] == [row.pk]

    def test_an_index_that_is_gone_is_made_again(self, engine, drain):
        article = make_article()
        drain.all()
        engine.close()
        shutil.rmtree(engine.location)
        bring_up_to_date(engine)
        assert indexed(engine) == {article.pk}


class TestEmbargo:
    def test_an_article_whose_embargo_ended_gets_a_change_row(self):
        now = timezone.now()
        ended = make_article(embargo_until=now - HOUR)
        make_article(embargo_until=now + HOUR)
        make_article(embargo_until=now - 3 * HOUR)
        IndexChange.objects.all().delete()
        assert release_embargoes(now - 2 * HOUR, now) == 1
        assert IndexChange.objects.get().article_id == ended.pk


class TestCommands:
    def test_rebuild_index(self, capsys):
        make_article()
        call_command("rebuild_index", verbosity=0)
        assert "The index holds 1 articles." in capsys.readouterr().out

    def test_rebuild_index_shows_its_progress(self, capsys):
        make_article()
        call_command("rebuild_index")
        assert "Indexing: 100%" in capsys.readouterr().err

    def test_if_needed_rebuilds_a_missing_index_only(self, capsys):
        make_article()
        call_command("rebuild_index", if_needed=True, verbosity=0)
        assert "holds 1" in capsys.readouterr().out
        call_command("rebuild_index", if_needed=True, verbosity=0)
        assert capsys.readouterr().out == ""

    def test_a_second_rebuild_is_refused_with_a_reason(self, engine):
        with engine.replacement(), pytest.raises(CommandError, match="rebuilding the search"):
            call_command("rebuild_index", verbosity=0)

    def test_check_index_mends(self, engine, drain, capsys):
        article = make_article()
        drain.all()
        engine.delete([article.pk])
        call_command("check_index")
        assert "Missing in the index: 1." in capsys.readouterr().out
        assert indexed(engine) == {article.pk}

    def test_check_index_mends_what_is_stale(self, engine, drain, capsys):
        article = make_article(section="Local")
        drain.all()
        Article.objects.filter(pk=article.pk).update(section="Politics")
        call_command("check_index", quick=True)
        assert "no more: 0." in capsys.readouterr().out
        call_command("check_index")
        assert "Held as they are no more: 1.\nMended." in capsys.readouterr().out
        assert not differences(engine, contents=True)

    def test_check_index_can_only_tell(self, engine):
        article = make_article()
        IndexChange.objects.all().delete()
        with pytest.raises(CommandError, match="differ"):
            call_command("check_index", dry_run=True)
        assert article.pk not in indexed(engine)

    def test_check_index_without_an_index_names_the_cure(self):
        with pytest.raises(CommandError, match="rebuild_index"):
            call_command("check_index")
