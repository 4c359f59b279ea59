"""An Item becomes an article with all its links, or nothing at all."""

import importlib
from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from articles.extraction import Span
from articles.ingestion import Unfinished, make_article, paste, store, understand
from articles.ingestion.relink import relink
from articles.models import (
    Article,
    ExtractionRun,
    IndexChange,
    Item,
    Mention,
    Outlet,
    Quote,
    Statement,
    Version,
)
from tests.builders import make_editor, make_outlet

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rosters")]
STORY = """Runoff Ahead in Alabama

By Jane Roe, Gulf Pines Courier

March 4, 2020

MOBILE, Ala. — Former Attorney General Jeff Sessions and former Auburn coach Tommy Tuberville \
will meet in a \
runoff for the Republican nomination to the U.S. Senate from Alabama on March 31, 2020.

“We will count every ballot that comes in by seven,” said Wendell Jones, the election manager.

Sen. Doug Jones, D-Ala., waits for the winner. Sessions led in two counties.
"""


def disk_full(*arguments):
    raise OSError("full")


def stored(text: str = STORY) -> Article:
    item = paste(text)
    return make_article(item)[0]


def test_an_article_gets_version_bylines_links_and_a_change_row():
    article = stored()
    version = article.current_version
    assert version.headline == "Runoff Ahead in Alabama"
    assert version.dateline == "MOBILE, Ala."
    assert [byline.name for byline in article.bylines.all()] == ["Jane Roe"]
    linked = set(version.mentions.filter(state="linked").values_list("person__slug", flat=True))
    assert {"jeff-sessions", "tommy-tuberville", "doug-jones"} <= linked
    assert version.race_links.get(state="linked").race.slug == "2020-al-us-senate"
    assert version.quotes.filter(kind="direct").count() == 1
    assert IndexChange.objects.filter(article_id=article.pk).exists()


def test_every_link_names_its_run_and_says_why():
    stored()
    run = ExtractionRun.objects.get()
    for noun in (Mention, Quote):
        assert not noun.objects.exclude(run=run).exists()
    assert not Mention.objects.filter(state="linked", why="").exists()


def test_every_span_holds_the_words_it_stands_for():
    version = stored().current_version
    for mention in version.mentions.all():
        family = mention.name.split()[-1]
        assert all(family in version.words_at(span) for span in mention.spans.all())


def test_a_span_outside_its_text_stores_nothing():
    understood = understand(STORY)
    far = Span("body", 5000, 5010)
    people = tuple(one._replace(spans=(far,)) for one in understood.reading.people)
    broken = replace(understood, reading=replace(understood.reading, people=people))
    with pytest.raises(ValidationError), transaction.atomic():
        store(broken, outlet=make_outlet())
    assert not Article.objects.exists()
    assert not Version.objects.exists()


def test_an_outlet_that_is_not_known_is_proposed():
    assert stored().outlet.is_proposed


def test_a_known_outlet_is_found_by_any_of_its_names():
    outlet = make_outlet("The Courier of Gulf Pines")
    outlet.other_names.create(name="Gulf Pines Courier")
    assert stored().outlet == outlet


def test_without_an_outlet_the_item_stays_open():
    item = paste("A Story\n\nIt has words, and nobody said who printed them.")
    with pytest.raises(Unfinished, match="give the outlet"):
        make_article(item)
    item.refresh_from_db()
    assert item.state == "held"
    assert not Outlet.objects.exists()


def test_the_same_item_twice_is_one_article():
    item = paste(STORY)
    first, is_new = make_article(item)
    again, is_new_again = make_article(item)
    assert (first, is_new, is_new_again) == (again, True, False)


def test_the_same_words_at_the_same_outlet_are_a_duplicate():
    first = stored()
    item = paste(STORY.replace("Runoff Ahead in Alabama", "Another Headline"))
    again, is_new = make_article(item)
    item.refresh_from_db()
    assert (again, is_new, item.state) == (first, False, "duplicate")


def test_the_same_words_at_another_outlet_are_a_copy():
    first = stored()
    second = stored(STORY.replace("Gulf Pines Courier", "Ballot Lantern"))
    first.refresh_from_db()
    assert second != first
    assert first.copy_set == second.copy_set is not None


def test_the_same_quote_in_two_articles_is_one_statement():
    stored()
    stored(STORY.replace("Gulf Pines Courier", "Ballot Lantern"))
    statement = Statement.objects.get(words__startswith="We will count every ballot")
    assert statement.quotes.count() == 2


def test_machines_leave_no_history_of_links():
    article = stored()
    assert article.history.count() == 1


def test_reading_again_replaces_what_nobody_decided():
    article = stored()
    before = Mention.objects.count(), Quote.objects.count()
    relink(article)
    assert (Mention.objects.count(), Quote.objects.count()) == before
    assert ExtractionRun.objects.count() == 2


def test_reading_again_leaves_what_a_person_decided():
    article, editor = stored(), make_editor()
    row = article.current_version.mentions.get(person__slug="jeff-sessions")
    Mention.objects.filter(pk=row.pk).update(
        state="rejected", decision="no", decided_by=editor, decided_at=article.added_at
    )
    relink(article)
    row.refresh_from_db()
    assert row.state == "rejected"
    assert not article.current_version.mentions.filter(
        person__slug="jeff-sessions", state="linked"
    ).exists()


def test_a_failed_store_leaves_the_item_open(monkeypatch):
    item = paste(STORY)
    module = importlib.import_module("articles.ingestion.store")
    monkeypatch.setattr(module, "write_links", disk_full)
    with pytest.raises(OSError, match="full"):
        make_article(item)
    assert Item.objects.get().state == "held"
    assert not Article.objects.exists()
