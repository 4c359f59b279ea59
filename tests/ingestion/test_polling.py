"""Feeds: what is new becomes Items, what fails backs off, all by our own fetcher."""

import datetime as dt

import pytest
from django.utils import timezone

from articles.ingestion import polling
from articles.ingestion.capturing import take_turn
from articles.ingestion.polling import habit_of, poll, poll_soon
from articles.ingestion.running import run
from articles.models import Article, Batch, Feed, FeedEntry, HostTurn, Item
from tests.builders import make_editor, make_outlet
from tests.pages import page

pytestmark = pytest.mark.django_db


def rss(*items: tuple[str, str]) -> str:
    entries = "".join(
        f"<item><title>{title}</title><link>{link}</link><guid>{title}-{id(link)}</guid></item>"
        for title, link in items
    )
    channel = f"<channel><title>Ledger</title>{entries}</channel>"
    return f'<?xml version="1.0"?><rss version="2.0">{channel}</rss>'


@pytest.fixture
def feed(site):
    site.put("/feed", rss(("One", "/one"), ("Two", "/two")), Content_Type="application/rss+xml")
    outlet = make_outlet("Baxter Ledger", default_rights="metadata")
    return Feed.objects.create(outlet=outlet, name="Ledger", url=site.url("/feed"))


def test_new_entries_become_items_of_a_batch(site, feed):
    assert poll(feed) == 2
    batch = Batch.objects.get()
    assert (batch.feed, batch.outlet) == (feed, feed.outlet)
    assert set(Item.objects.values_list("source", "state", "origin")) == {
        (site.url("/one"), "queued", "feed"),
        (site.url("/two"), "queued", "feed"),
    }
    assert feed.failures == 0
    assert feed.next_poll_at > timezone.now()


def test_the_next_poll_takes_only_what_is_new(site, feed):
    poll(feed)
    site.put("/feed", rss(("New", "/new"), ("One", "/one")), Content_Type="application/rss+xml")
    assert poll(feed) == 1
    assert Item.objects.order_by("-pk").first().source == site.url("/new")


def test_a_feed_waits_for_no_line_of_pages(site, feed, settings):
    """Nor does it keep the other feeds waiting till the line is done."""
    settings.FETCH_SECONDS_PER_HOST = 0.1
    now = timezone.now()
    HostTurn.objects.create(
        host="127.0.0.1", next_at=now, lined_up_until=now + dt.timedelta(hours=1)
    )
    take_turn("127.0.0.1")
    assert poll(feed) == 2
    assert timezone.now() - now < dt.timedelta(seconds=30)


def test_a_host_that_may_not_be_asked_for_long_keeps_no_other_feed_waiting(feed):
    later = timezone.now() + dt.timedelta(hours=1)
    HostTurn.objects.create(host="127.0.0.1", next_at=later)
    assert poll(feed) == 0
    assert "asked for many pages" in feed.last_error


def test_an_entry_becomes_an_article_with_the_feed_s_rights(site, feed):
    for name in ("/one", "/two"):
        site.put(name, page(f"A headline for {name} that is its own"))
    poll(feed)
    list(run(Batch.objects.get()))
    assert set(Article.objects.values_list("rights", "outlet")) == {("metadata", feed.outlet.pk)}


def test_an_unchanged_feed_is_not_sent_again(site, feed):
    site.put("/feed", rss(("One", "/one")), ETag='"9"', Content_Type="application/rss+xml")
    poll(feed)
    site.put("/feed", b"", 304)
    assert poll(feed) == 0
    assert site.headers[-1]["If-None-Match"] == '"9"'
    assert feed.failures == 0


def test_a_feed_that_fails_says_why_and_backs_off(site, feed):
    site.put("/feed", b"", 500)
    poll(feed)
    first = feed.next_poll_at - timezone.now()
    poll(feed)
    assert feed.failures == 2
    assert "can't answer just now" in feed.last_error
    assert feed.next_poll_at - timezone.now() > first
    site.put("/feed", rss(("One", "/one")), Content_Type="application/rss+xml")
    poll(feed)
    assert (feed.failures, feed.last_error) == (0, "")


def test_a_page_instead_of_a_feed_is_a_failure_that_says_so(site, feed):
    site.put("/feed", page())
    poll(feed)
    assert "web page, not a feed" in feed.last_error


def test_a_feed_at_an_internal_address_is_refused(feed):
    feed.url = "http://10.0.0.1/feed"
    poll(feed)
    assert "internal address" in feed.last_error


def test_a_sitemap_index_is_followed_one_level(site, feed):
    def sitemap(*urls: str) -> str:
        rows = "".join(f"<url><loc>{url}</loc></url>" for url in urls)
        return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'

    own = site.url("/index")
    named = "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in (own, site.url("/child")))
    index = (
        f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{named}</sitemapindex>'
    )
    site.put("/index", index, Content_Type="application/xml")
    site.put("/child", sitemap(site.url("/story")), Content_Type="application/xml")
    feed.url = own
    assert poll(feed) == 1
    assert Item.objects.get().source == site.url("/story")
    assert site.asked.count("/index") == 1


def test_only_active_feeds_whose_time_has_come_are_due(feed):
    assert list(Feed.objects.due()) == [feed]
    feed.next_poll_at = timezone.now() + dt.timedelta(minutes=1)
    feed.save()
    assert not Feed.objects.due()
    poll_soon(Feed.objects.all())
    assert list(Feed.objects.due()) == [feed]
    Feed.objects.update(is_active=False)
    assert not Feed.objects.due()


def test_a_feed_that_went_silent_is_shown_as_such(client, feed):
    now = timezone.now()
    FeedEntry.objects.bulk_create(
        FeedEntry(
            feed=feed,
            url=f"https://x.example/{day}",
            url_sha256=f"{day:064d}",
            published_at=now - dt.timedelta(days=40 + day),
        )
        for day in range(10)
    )
    assert habit_of(feed).state == "silent"
    client.force_login(make_editor())
    text = client.get("/admin/articles/feed/").content.decode()
    assert "<strong>Silent</strong>: Nothing for 40 days" in text


def test_editors_can_have_a_feed_asked_at_once(client, feed):
    client.force_login(make_editor())
    Feed.objects.update(next_poll_at=timezone.now() + dt.timedelta(days=1))
    client.post("/admin/articles/feed/", {"action": "poll_chosen", "_selected_action": [feed.pk]})
    assert Feed.objects.due().exists()


@pytest.mark.parametrize("after", ["²", "9" * 5000, "-1", "soon"])
def test_an_odd_retry_after_is_none(site, feed, after):
    site.put("/feed", b"", 503, Retry_After=after)
    poll(feed)
    assert "can't answer just now" in feed.last_error


def test_what_an_editor_changed_during_a_poll_stays(site, feed, monkeypatch):
    asked = polling.fetch

    def meanwhile(url, **tags):
        Feed.objects.update(is_active=False, rights="excerpt")
        return asked(url, **tags)

    monkeypatch.setattr(polling, "fetch", meanwhile)
    assert poll(feed) == 2
    feed.refresh_from_db()
    assert (feed.is_active, feed.rights) == (False, "excerpt")
    assert feed.polled_at


def test_a_feed_that_breaks_the_program_stops_no_other(site, feed, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("an entry nobody thought of")

    monkeypatch.setattr(polling, "read_feed", broken)
    assert poll(feed) == 0
    feed.refresh_from_db()
    assert "program broke on this feed (RuntimeError)" in feed.last_error
    assert feed.next_poll_at > timezone.now()


def test_nul_in_a_feed_is_left_out(site, feed):
    site.put("/feed", rss(("One&#0; two", "/one&#0;")), Content_Type="application/rss+xml")
    assert poll(feed) == 1
    assert "\0" not in f"{FeedEntry.objects.get().title}{Item.objects.get().source}"
