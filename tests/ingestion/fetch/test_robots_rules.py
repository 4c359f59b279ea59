"""What a robots.txt says to us, as RFC 9309 reads it."""

import time

import pytest

from articles.ingestion.fetch.robots_rules import rules_for

FOR_ALL = "User-agent: *\n"


def may(text: str, path: str) -> bool:
    return rules_for("OurArchive", text).may_fetch(f"https://ledger.example{path}")


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("", "/story", True),
        ("Disallow:", "/story", True),
        ("Disallow: /", "/story", False),
        ("Disallow: /private", "/private/story", False),
        ("Disallow: /private", "/Private/story", True),
        ("Allow: /\nDisallow: /private", "/private/story", False),  # the longest, not the first
        ("Disallow: /\nAllow: /news/", "/news/story", True),
        ("Disallow: /news\nAllow: /news", "/news/story", True),
        ("Disallow: /*?print=", "/story?print=1", False),
        ("Disallow: /*?print=", "/story?page=1", True),
        ("Disallow: /*.pdf$", "/files/story.pdf", False),
        ("Disallow: /*.pdf$", "/files/story.pdf?x", True),
        ("Disallow: /*.pdf$", "/a.pdf/b.pdf", False),
        ("Disallow: /story$", "/story", False),
        ("Disallow: /story$", "/story/two", True),
        ("Disallow: /caf%C3%A9", "/café", False),
        ("Disallow: /café", "/caf%c3%a9", False),
        ("Disallow: /a # all of it", "/a", False),
    ],
)
def test_the_longest_rule_that_fits_holds(rules, path, allowed):
    assert may(FOR_ALL + rules, path) is allowed


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("User-agent: ourarchive\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: OurArchive\nDisallow: /private", True),
        ("User-agent: Other\nUser-agent: OurArchive\nDisallow: /", False),
        ("User-agent: Other\nDisallow: /\nUser-agent: OurArchive\nAllow: /", True),
        ("User-agent: OurArchive\nAllow: /a\n\nUser-agent: OurArchive\nDisallow: /s", False),
        ("User-agent: Other\nDisallow: /", True),
        ("Disallow: /", True),
        ("<html>Not found</html>", True),
        ("\ufeffUser-Agent : *\r\nDisallow : /\r\n", False),
    ],
)
def test_the_group_that_names_us_holds_over_the_one_for_anybody(text, allowed):
    assert may(text, "/story") is allowed


def test_many_stars_take_no_time():
    started = time.monotonic()
    assert may(f"{FOR_ALL}Disallow: /{'*a' * 200}$", "/" + "a" * 1900 + "b")
    assert time.monotonic() - started < 1
