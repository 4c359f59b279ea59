"""Hostile, slow and broken answers each end, with a message of their own."""

import gzip

import pytest

from articles.ingestion.errors import FetchFailed, Refused, TooBig
from articles.ingestion.fetch import FetchLimits, fetch
from tests.ingestion.fetch.conftest import QUICK, SMALL
from tests.news_site import (
    NewsSite,
    cut_off,
    deflated,
    dripping_body,
    dripping_head,
    endless,
    gzip_bomb,
)


def test_a_page_comes_with_what_its_head_says(site):
    then = "Wed, 04 Mar 2020 09:00:00 GMT"
    url = site.put("/story", "<p>Wörds</p>", ETag='"1"', Last_Modified=then)
    fetched = fetch(url, limits=SMALL)
    assert fetched.content == "<p>Wörds</p>".encode()
    assert (fetched.media_type, fetched.charset) == ("text/html", "utf-8")
    assert (fetched.etag, fetched.last_modified) == ('"1"', then)


def test_we_say_who_we_are_and_bring_no_cookies(site):
    site.put("/first", "x", Set_Cookie="id=1")
    fetch(site.url("/first"), limits=SMALL)
    fetch(site.put("/second", "x"), limits=SMALL)
    assert site.headers[-1]["User-Agent"].startswith("PoliticalNewsArchive/")
    assert "Cookie" not in site.headers[-1]


def test_an_unchanged_page_is_only_said_to_be_so(site):
    site.put("/story", b"", 304)
    fetched = fetch(site.url("/story"), etag='"1"', last_modified="then", limits=SMALL)
    assert fetched.not_modified
    assert site.headers[-1]["If-None-Match"] == '"1"'


def test_redirects_are_followed_and_told(site):
    site.redirect("/a", "/b")
    site.put("/b", "<p>here</p>")
    fetched = fetch(site.url("/a"), limits=SMALL)
    assert fetched.final_url == site.url("/b")
    assert fetched.redirects == (site.url("/a"),)


@pytest.mark.parametrize(("coding", "pack"), [("gzip", gzip.compress), ("deflate", deflated)])
def test_compressed_pages_are_unpacked(site, coding, pack):
    url = site.put("/packed", pack(b"<p>small</p>"), Content_Encoding=coding)
    assert fetch(url, limits=SMALL).content == b"<p>small</p>"


@pytest.mark.parametrize("answer", [dripping_body, dripping_head])
def test_what_drips_is_cut_when_its_time_is_over(site, answer):
    site.pages["/slow"] = answer
    with pytest.raises(FetchFailed, match="too long") as failed:
        fetch(site.url("/slow"), limits=QUICK)
    assert failed.value.kind == "timeout"
    assert failed.value.retry


def test_what_has_no_end_is_cut_at_its_bound(site):
    site.pages["/endless"] = endless
    with pytest.raises(TooBig, match="FETCH_MAX_BYTES"):
        fetch(site.url("/endless"), limits=SMALL)


def test_what_says_that_it_is_too_big_is_not_read(site):
    site.put("/big", b"x", Content_Length="99999999")
    with pytest.raises(TooBig, match="FETCH_MAX_BYTES"):
        fetch(site.url("/big"), limits=SMALL)


def test_what_says_less_than_it_sends_is_read_as_it_said(site):
    site.put("/lying", b"<p>short</p>" + b"x" * 500_000, Content_Length="12")
    assert fetch(site.url("/lying"), limits=SMALL).content == b"<p>short</p>"


def test_what_breaks_off_may_be_tried_again(site):
    site.pages["/cut"] = cut_off
    with pytest.raises(FetchFailed) as failed:
        fetch(site.url("/cut"), limits=SMALL)
    assert failed.value.retry
    assert failed.value.kind == "connection"


def test_a_bomb_does_not_unfold(site):
    site.put("/bomb", gzip_bomb(), Content_Encoding="gzip")
    with pytest.raises(TooBig, match="FETCH_MAX_DECOMPRESSED_BYTES"):
        fetch(site.url("/bomb"), limits=SMALL)


def test_brotli_was_not_asked_for(site):
    site.put("/br", b"\x0b\x02\x80hello\x03", Content_Encoding="br")
    with pytest.raises(FetchFailed, match="did not ask for"):
        fetch(site.url("/br"), limits=SMALL)
    assert "br" not in site.headers[-1]["Accept-Encoding"]


def test_what_is_not_compressed_as_it_says_is_told(site):
    site.put("/false", b"<p>plain</p>", Content_Encoding="gzip")
    with pytest.raises(FetchFailed, match="not compressed as it says"):
        fetch(site.url("/false"), limits=SMALL)


@pytest.mark.parametrize("media_type", ["video/mp4", "image/png", "application/octet-stream"])
def test_what_is_no_text_is_not_read(site, media_type):
    site.put("/film", b"x" * 100, Content_Type=media_type)
    with pytest.raises(Refused, match="only pages, texts and PDF"):
        fetch(site.url("/film"), limits=SMALL)


def test_a_circle_of_redirects_ends(site):
    site.redirect("/a", "/b")
    site.redirect("/b", "/a")
    with pytest.raises(FetchFailed, match="circle"):
        fetch(site.url("/a"), limits=SMALL)


def test_a_long_chain_of_redirects_ends(site):
    for number in range(10):
        site.redirect(f"/{number}", f"/{number + 1}")
    with pytest.raises(FetchFailed, match="FETCH_MAX_REDIRECTS"):
        fetch(site.url("/0"), limits=SMALL)


def test_a_redirect_to_another_scheme_is_refused(site):
    site.redirect("/a", "file:///etc/passwd")
    with pytest.raises(Refused, match="https:// or http://"):
        fetch(site.url("/a"), limits=SMALL)


@pytest.mark.parametrize(
    ("status", "retry"), [(404, False), (410, False), (403, False), (429, True), (503, True)]
)
def test_an_error_says_whether_to_try_again(site, status, retry):
    with pytest.raises(FetchFailed) as failed:
        fetch(site.put("/x", b"", status, Retry_After="120"), limits=SMALL)
    assert failed.value.retry is retry
    assert failed.value.kind == f"http {status}"
    assert getattr(failed.value, "seconds", 120) == 120


def test_a_certificate_that_proves_nothing_is_refused():
    site = NewsSite(tls=True)
    try:
        with pytest.raises(FetchFailed, match="certificate") as failed:
            fetch(site.url("/"), limits=SMALL)
        assert failed.value.kind == "tls"
    finally:
        site.close()


def test_nobody_there_may_be_tried_again():
    site = NewsSite()
    url = site.url("/")
    site.close()
    with pytest.raises(FetchFailed, match="could not be reached") as failed:
        fetch(url, limits=SMALL)
    assert failed.value.retry


def test_the_limits_are_settings(settings):
    settings.FETCH_MAX_BYTES, settings.FETCH_TOTAL_SECONDS = 7, 8
    limits = FetchLimits.from_settings()
    assert (limits.max_bytes, limits.total_seconds) == (7, 8)
