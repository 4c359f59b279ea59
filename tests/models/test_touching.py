"""Whatever is saved or deleted one by one leaves a change row for each article that shows it."""

import pytest
from django.db import transaction

from articles.models import Article, Byline, Candidacy, IndexChange, Party, PartyAffiliation
from tests.builders import (
    link_race,
    make_article,
    make_outlet,
    make_person,
    make_race,
    mention,
    quote,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive():
    person, outlet = make_person(), make_outlet()
    race = make_race("2020-al-us-senate", person)
    article = make_article(outlet=outlet, body="Tommy Tuberville said “yes” on Tuesday.")
    rows = {
        "article": article,
        "outlet": outlet,
        "person": person,
        "race": race,
        "seat": race.seat,
        "candidacy": Candidacy.objects.get(),
        "mention": mention(article, person, "Tommy Tuberville"),
        "quote": quote(article, person, "yes"),
        "link": link_race(article, race),
        "byline": Byline.objects.create(article=article, name="Ann Writer"),
        "affiliation": PartyAffiliation.objects.create(
            person=person, party=Party.objects.get_or_create(code="REP", name="Republican")[0]
        ),
    }
    rows["span"] = rows["mention"].spans.get()
    make_article()  # another one, which nothing of this touches
    IndexChange.objects.all().delete()
    return rows


def touched() -> set[int]:
    return set(IndexChange.objects.values_list("article_id", flat=True))


NOUNS = [
    "article", "outlet", "person", "race", "seat", "candidacy", "mention", "span", "quote",
    "link", "byline", "affiliation",
]  # fmt: skip


@pytest.mark.parametrize("noun", NOUNS)
def test_a_saved_row_touches_its_article_alone(archive, noun):
    archive[noun].save()
    assert touched() == {archive["article"].pk}


@pytest.mark.parametrize("noun", ["mention", "span", "quote", "link", "byline", "affiliation"])
def test_a_deleted_row_touches_its_article(archive, noun):
    archive[noun].delete()
    assert touched() == {archive["article"].pk}


def test_a_deleted_article_is_touched(archive):
    key = archive["article"].pk
    archive["article"].current_version = None
    archive["article"].status = "draft"
    archive["article"].save()
    IndexChange.objects.all().delete()
    archive["article"].delete()
    assert touched() == {key}


def test_a_change_that_is_rolled_back_leaves_no_row(archive):
    with transaction.atomic():
        archive["person"].save()
        transaction.set_rollback(True)
    assert touched() == set()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("is_new", [False, True])
def test_a_row_is_never_stored_without_its_change_rows(monkeypatch, is_new):
    """Outside any transaction of the caller's, too."""
    article = make_article()
    if is_new:
        article = Article(outlet=article.outlet, status="draft")
    article.section = "Sports"
    monkeypatch.setattr("articles.models.signals.touch", _fails)
    with pytest.raises(OSError, match="disk full"):
        article.save()
    assert not Article.objects.filter(section="Sports").exists()


def _fails(article_ids) -> None:
    raise OSError("disk full")
