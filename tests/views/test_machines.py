"""What machines ask: health, robots, sitemaps, and pages of errors."""

import re

import pytest
from django.template.loader import render_to_string

from articles.curation import withdraw
from articles.sitemaps import ArticleSitemap
from articles.views import health
from tests.builders import link_race, make_article, make_person, make_race, mention

pytestmark = pytest.mark.django_db


def test_an_archive_in_order_is_well(client, indexed):
    make_article()
    indexed()
    answer = client.get("/healthz")
    assert answer.json() == {
        "status": "ok",
        "database": True,
        "search": {"is_up": True, "articles": 1},
    }


def test_without_a_database_it_is_down(client, monkeypatch):
    monkeypatch.setattr(health, "database_answers", lambda: False)
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()["status"]) == (503, "down")


def test_robots_are_led_to_the_sitemap_and_away_from_endless_lists(client):
    told = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in told
    assert "Disallow: /articles/?" in told


def test_the_sitemap_lists_what_is_public_and_covered(client):
    person, bare = make_person("Doug Jones"), make_person("Ann Elsewhere")
    article = make_article(body="Doug Jones came.")
    mention(article, person, "Doug Jones")
    race = make_race("2020-al-us-senate")
    link_race(article, race)
    pages = re.findall(
        r"<loc>http://testserver([^<]+)<", client.get("/sitemap.xml").content.decode()
    )
    listed = "".join(client.get(page).content.decode() for page in pages)
    for row in (article, person, race, article.outlet):
        assert f"http://testserver{row.get_absolute_url()}<" in listed
    assert bare.get_absolute_url() not in listed


def listed_articles(client, page: int) -> set[str]:
    answer = client.get("/sitemap-articles.xml", {"p": page})
    assert answer.status_code == 200
    return set(re.findall(r"<loc>http://testserver([^<]+)<", answer.content.decode()))


def test_what_is_withdrawn_moves_nothing_to_another_page_of_the_sitemap(client, monkeypatch):
    articles = [make_article() for _ in range(6)]
    monkeypatch.setattr(ArticleSitemap, "limit", 2)
    first, last = (1 + (one.pk - 1) // 2 for one in (articles[0], articles[-1]))
    before = [listed_articles(client, page) for page in range(first, last + 1)]
    assert sorted(set.union(*before)) == sorted(one.get_absolute_url() for one in articles)
    assert max(map(len, before)) == 2
    index = client.get("/sitemap.xml").content.decode()
    assert f"/sitemap-articles.xml?p={last}<" in index
    gone = articles[1]
    withdraw(gone, because="Asked for.")
    after = [listed_articles(client, page) for page in range(first, last + 1)]
    assert after == [page - {gone.get_absolute_url()} for page in before]


@pytest.mark.parametrize("page", ["0", "-1", "many", "9" * 30])
def test_a_page_that_the_sitemap_does_not_have_is_not_found(client, page):
    make_article()
    assert client.get("/sitemap-articles.xml", {"p": page}).status_code == 404


def test_without_articles_the_sitemap_is_empty(client):
    assert listed_articles(client, 1) == set()
    assert client.get("/sitemap.xml").status_code == 200


@pytest.mark.parametrize("name", ["400.html", "403.html", "404.html", "500.html", "403_csrf.html"])
def test_a_page_of_an_error_needs_nothing_to_be_shown(name):
    """Django shows 500.html without any context."""
    shown = render_to_string(name)
    assert "<h1>" in shown
    assert 'href="/articles/"' in shown


@pytest.mark.parametrize("address", ["/", "/people/", "/articles/never-was/"])
def test_nothing_is_written_into_a_page_that_the_policy_forbids(client, address):
    answer = client.get(address)
    shown = answer.content.decode()
    assert "script-src 'self'" in answer["Content-Security-Policy"]
    assert "style=" not in shown
    assert all('src="/static/' in tag for tag in re.findall(r"<script[^>]*>", shown))
    assert "<style" not in shown


def test_a_browser_that_guesses_the_icon_is_led_to_it(client):
    response = client.get("/favicon.ico")
    assert response.status_code == 301
    assert response.url.endswith("img/favicon.svg")
