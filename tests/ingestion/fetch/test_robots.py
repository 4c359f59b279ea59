"""A site that asks not to be fetched, or not to be archived, is not."""

import pytest

from articles.ingestion.errors import FetchFailed, Refused
from articles.ingestion.fetch import fetch
from tests.ingestion.fetch.conftest import SMALL


def test_what_robots_txt_forbids_is_not_asked(site):
    site.put("/robots.txt", "User-agent: *\nDisallow: /private/", Content_Type="text/plain")
    site.put("/private/story", "<p>x</p>")
    with pytest.raises(Refused, match=r"robots\.txt") as refused:
        fetch(site.url("/private/story"), limits=SMALL)
    assert refused.value.kind == "robots"
    assert "/private/story" not in site.asked


def test_a_rule_for_us_by_name_holds(site):
    site.put(
        "/robots.txt", "User-agent: PoliticalNewsArchive\nDisallow: /", Content_Type="text/plain"
    )
    with pytest.raises(Refused):
        fetch(site.url("/story"), limits=SMALL)


def test_it_is_asked_once_for_many_pages(site):
    for name in ("/a", "/b"):
        fetch(site.put(name, "<p>x</p>"), limits=SMALL)
    assert site.asked.count("/robots.txt") == 1


def test_without_one_everything_may_be_asked(site):
    assert fetch(site.put("/a", "<p>x</p>"), limits=SMALL).status == 200


def test_one_that_fails_stops_us_for_now(site):
    site.put("/robots.txt", b"", 503)
    with pytest.raises(FetchFailed) as failed:
        fetch(site.put("/a", "<p>x</p>"), limits=SMALL)
    assert failed.value.retry
    assert failed.value.kind == "robots"
    assert "/a" not in site.asked


def test_an_absurdly_long_one_is_no_answer(site):
    site.put("/robots.txt", b"# x\n" * 300_000, Content_Type="text/plain")
    with pytest.raises(FetchFailed, match="absurdly long"):
        fetch(site.put("/a", "<p>x</p>"), limits=SMALL)


def test_a_redirect_asks_the_other_sites_rules_too(site):
    site.redirect("/a", "/private/b")
    site.put("/robots.txt", "User-agent: *\nDisallow: /private/", Content_Type="text/plain")
    with pytest.raises(Refused, match=r"robots\.txt"):
        fetch(site.url("/a"), limits=SMALL)


def test_noarchive_in_the_head_is_kept_to(site):
    site.put("/a", "<p>x</p>", X_Robots_Tag="noindex, noarchive")
    with pytest.raises(Refused, match="noarchive") as refused:
        fetch(site.url("/a"), limits=SMALL)
    assert refused.value.kind == "noarchive"
