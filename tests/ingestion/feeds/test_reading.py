"""Feeds of every kind are read; hostile and broken ones end quickly, with their own message."""

import datetime as dt

import pytest

from articles.ingestion.errors import IngestError, Refused
from articles.ingestion.feeds import read_feed

NOW = dt.datetime(2020, 8, 12, 12, tzinfo=dt.UTC)
URL = "https://ledger.example/feeds/all.xml"
NEWS = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
)


def item(title: str = "A count", link: str = "/count", more: str = "") -> str:
    return f"<item><title>{title}</title><link>{link}</link>{more}</item>"


def rss(*items: str, head: str = '<?xml version="1.0"?>') -> bytes:
    channel = "<title>Ledger</title><link>https://ledger.example/</link>" + "".join(items)
    return f'{head}<rss version="2.0"><channel>{channel}</channel></rss>'.encode()


def read(content: bytes, **given):
    return read_feed(content, URL, now=NOW, **given)


def test_rss():
    when = "<pubDate>Tue, 11 Aug 2020 09:30:00 -0500</pubDate>"
    feed = read(rss(item(more=when), item("Older", "/old")))
    assert (feed.kind, feed.title) == ("rss", "Ledger")
    first = feed.entries[0]
    assert (first.url, first.title) == ("https://ledger.example/count", "A count")
    assert first.published == dt.datetime(2020, 8, 11, 14, 30, tzinfo=dt.UTC)


def test_atom():
    entry = (
        '<entry><id>x</id><title>A count</title><link href="count"/>'
        "<published>2020-08-11T09:30:00-05:00</published></entry>"
    )
    head = '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://ledger.example/news/">'
    feed = read(f"{head}<title>Ledger</title>{entry}</feed>".encode())
    assert feed.kind == "atom"
    assert feed.entries[0].url == "https://ledger.example/news/count"


def test_a_news_sitemap():
    rows = (
        "<url><loc>https://ledger.example/count</loc><news:news><news:publication>"
        "<news:name>Ledger</news:name></news:publication><news:title>A count</news:title>"
        "<news:publication_date>2020-08-11T09:30:00-05:00</news:publication_date></news:news></url>"
    )
    feed = read(f"<urlset {NEWS}>{rows}</urlset>".encode())
    assert (feed.kind, feed.title) == ("news sitemap", "Ledger")
    assert feed.entries[0].title == "A count"
    assert feed.entries[0].published.hour == 9


def test_a_sitemap_index_names_its_newest_children_and_never_itself():
    rows = "".join(
        f"<sitemap><loc>{loc}</loc><lastmod>2020-08-{day}</lastmod></sitemap>"
        for loc, day in ((URL, 12), ("/a.xml", 10), ("/b.xml", 11))
    )
    feed = read(f"<sitemapindex {NEWS}>{rows}</sitemapindex>".encode())
    assert set(feed.more) == {"https://ledger.example/a.xml", "https://ledger.example/b.xml"}
    assert feed.entries == ()


@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-8", "utf-16"])
def test_no_letter_is_mangled(encoding):
    content = rss(item("Café"), head=f'<?xml version="1.0" encoding="{encoding}"?>')
    assert read(content.decode().encode(encoding)).entries[0].title == "Café"


def test_tracking_and_fragments_are_no_part_of_an_address():
    link = "https://ledger.example/count?id=1&amp;utm_source=rss&amp;fbclid=2#top"
    assert read(rss(item(link=link))).entries[0].url == "https://ledger.example/count?id=1"


def test_the_address_is_the_identity_whatever_the_ids_say():
    twice = rss(item(more="<guid>1</guid>"), item(more="<guid>2</guid>"))
    assert len(read(twice).entries) == 1


def test_a_date_in_the_future_is_left_out_and_told():
    feed = read(rss(item(more="<pubDate>Tue, 11 Aug 2099 09:30:00 GMT</pubDate>")))
    assert feed.entries[0].published is None
    assert "dated in the future" in feed.problems[0]


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "mailto:x@y.example", "https://u:p@x.example/", "http://["]
)
def test_a_link_that_is_no_page_is_passed_over_and_told(link):
    feed = read(rss(item(link=link), item("Good")))
    assert [entry.title for entry in feed.entries] == ["Good"]
    assert "no address that can be used" in feed.problems[0]


def test_a_gigantic_title_is_cut():
    assert len(read(rss(item("x" * 100_000))).entries[0].title) == 500


def test_an_empty_feed_is_fine():
    assert read(rss()).entries == ()


def test_a_hundred_thousand_entries_are_bounded():
    feed = read(rss(*(item(str(number), f"/{number}") for number in range(100_000))), most=50)
    assert len(feed.entries) == 50
    assert feed.left_off == 99_950


def test_what_is_malformed_gives_what_can_be_read():
    content = rss(item("One", "/1"), item("Two", "/2"))
    cut = content[: content.rfind(b"</item>")]
    assert read(cut).entries[0].title in ("One", "Two")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"just words", "no feed we can read"),
        (b"<a><b/></a>", "no feed we can read"),
        (b"<!doctype html><html><body>Hi</body></html>", "web page, not a feed"),
    ],
)
def test_what_is_no_feed_is_told(content, said):
    with pytest.raises(IngestError, match=said):
        read(content)


def test_a_page_s_own_feed_is_named():
    content = (
        b"<html><head><link rel='alternate' type='application/rss+xml' href='/rss'></head></html>"
    )
    with pytest.raises(IngestError, match=r"https://ledger\.example/rss"):
        read(content)


@pytest.mark.parametrize(
    "entity",
    ['<!ENTITY a "haha">', '<!ENTITY x SYSTEM "file:///etc/passwd">'],
    ids=["unfolding", "reading files"],
)
def test_entities_are_refused_before_anything_parses_them(entity):
    with pytest.raises(Refused, match="declares entities"):
        read(rss(item(), head=f'<?xml version="1.0"?><!DOCTYPE rss [{entity}]>'))
