"""What is not public is nowhere: no page, no list, no sitemap, no search."""

import datetime as dt

import pytest
from django.utils import timezone

from articles.curation import withdraw
from articles.models import Article, Author, Outlet, Person
from tests.builders import link_race, make_article, make_person, make_race, mention, quote

pytestmark = pytest.mark.django_db
PUBLIC_LISTS = [
    *("/", "/articles/", "/quotes/", "/quotes/check/?words=A+secret+word+of+mine", "/people/"),
    *("/races/", "/outlets/", "/sitemap-articles.xml"),
]
BODY = "“A secret word,” Doug Jones said."


def everything(client, *rows) -> str:
    """The text of every list and of the pages of these rows."""
    addresses = [*PUBLIC_LISTS, *(row.get_absolute_url() for row in rows)]
    return "".join(client.get(address).content.decode() for address in addresses)


def linked_article(**fields) -> tuple[Article, Person]:
    person = make_person("Doug Jones")
    article = make_article("A hidden headline", body=BODY, **fields)
    mention(article, person, "Doug Jones")
    quote(article, person, "A secret word")
    link_race(article, make_race("2020-al-us-senate", person))
    return article, person


NOT_PUBLIC = {
    "draft": {"status": "draft"},
    "in review": {"status": "review"},
    "withdrawn": {"status": "withdrawn"},
    "embargoed": {"embargo_until": timezone.now() + dt.timedelta(days=1)},
}


@pytest.mark.parametrize("fields", NOT_PUBLIC.values(), ids=NOT_PUBLIC)
def test_an_article_that_is_not_public_shows_nowhere(client, indexed, fields):
    article, person = linked_article(**fields)
    race = person.candidacies.get().race
    indexed()
    assert client.get(article.get_absolute_url()).status_code == 404
    shown = everything(client, person, race)
    assert "hidden headline" not in shown.lower()
    assert "secret word" not in shown.replace("A secret word of mine", "")
    assert client.get("/quotes/", {"q": "secret"}).context["total"] == 0
    assert client.get("/articles/", {"q": "secret"}).context["total"] == 0
    assert client.get(article.outlet.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("fields", NOT_PUBLIC.values(), ids=NOT_PUBLIC)
def test_who_stands_in_no_public_article_is_not_named(client, indexed, fields):
    """Neither the outlet nor the writer of a draft, asked for by slug, key or name."""
    outlet = Outlet.objects.create(name="The Hidden Courier")
    article = make_article("A hidden headline", body=BODY, outlet=outlet, **fields)
    author = Author.objects.create(name="Hilda Hidden", outlet=outlet)
    article.bylines.create(name=author.name, author=author)
    indexed()
    for asked in (
        {"outlet": outlet.slug},
        {"author": author.pk},
        {"q": "the hidden courier"},
        {"outlet": "hidden"},
        {"author": "hilda"},
    ):
        shown = client.get("/articles/", asked).content.decode()
        assert "Hidden Courier" not in shown
        assert "Hilda Hidden" not in shown


def test_an_embargo_that_ended_hides_nothing(client, db):
    article, _ = linked_article(embargo_until=timezone.now() - dt.timedelta(minutes=1))
    assert client.get(article.get_absolute_url()).status_code == 200


def test_withdrawing_takes_an_article_out_at_once(client, indexed):
    article, person = linked_article()
    indexed()
    assert "A hidden headline" in everything(client, person)
    withdraw(article, because="Asked for by the outlet.")
    assert "hidden headline" not in everything(client, person).lower()
    said = article.current_version.quotes.get()
    assert client.get(said.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("status", [Person.Status.HIDDEN, Person.Status.PROPOSED])
def test_a_person_who_is_not_public_is_named_by_no_page_but_in_the_text(client, indexed, status):
    person = make_person("Pat Quiet", status=status)
    article = make_article("Town meets", body="“Rain came,” said the clerk.")
    race = make_race("2020-al-us-senate", person)
    mention(article, person, "the clerk")
    quote(article, person, "Rain came")
    article.current_version.quotes.update(speaker_text="the clerk")
    link_race(article, race)
    indexed()
    assert client.get(f"/people/{person.slug}/").status_code == 404
    shown = everything(client, article, race) + client.get("/people/?q=quiet").content.decode()
    assert "Pat Quiet" not in shown
    assert person.slug not in client.get("/sitemap-people.xml").content.decode()


def test_a_link_that_is_not_linked_makes_no_link_on_a_page(client):
    article, person = linked_article()
    article.current_version.mentions.update(state="ambiguous")
    article.current_version.quotes.update(state="suggested")
    shown = client.get(article.get_absolute_url()).content.decode()
    assert person.get_absolute_url() not in shown
    assert "A secret word" in shown


def test_a_rejected_quote_is_not_marked(client):
    article, _ = linked_article()
    article.current_version.quotes.update(state="rejected")
    assert "<mark" not in client.get(article.get_absolute_url()).content.decode()


def test_a_rejected_quote_is_not_listed(client, indexed):
    article, _ = linked_article()
    indexed()
    said = article.current_version.quotes.get()
    assert said.passage_url in client.get("/quotes/").content.decode()
    article.current_version.quotes.update(state="rejected")
    assert said.passage_url not in client.get("/quotes/").content.decode()
