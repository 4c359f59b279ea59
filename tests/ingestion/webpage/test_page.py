"""What a page tells of its article, each field with where it came from; and hostile pages."""

import json

import pytest

from articles.ingestion.errors import NotAText
from articles.ingestion.webpage import parse_page, says_noarchive
from tests.pages import COUNT, END, LEAD, MORE, page

URL = "https://ledger.example/politics/2020/08/11/count"


def parse(text: str | bytes, url: str = URL, **given):
    return parse_page(text.encode() if isinstance(text, str) else text, url, **given)


def json_ld(**node) -> str:
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Baxter County finishes its second count",
    "author": [
        {"@type": "Person", "name": "By Ann Poe"},
        {"@type": "Organization", "name": "Baxter Ledger"},
        {"@type": "Person", "name": "Ben Roe, Staff Writer"},
    ],
    "datePublished": "2020-08-11T21:30:00-05:00",
    "dateModified": "2020-08-12T08:00:00-05:00",
    "articleSection": "Politics",
}


def test_what_the_page_says_of_itself_comes_first():
    parsed = parse(page(head=json_ld(**ARTICLE), day=""))
    story = parsed.story
    assert story.headline == "Baxter County finishes its second count"
    assert [byline.name for byline in story.bylines] == ["Ann Poe", "Ben Roe"]
    assert (str(story.published_on), parsed.zone) == ("2020-08-11", "-0500")
    assert parsed.published_at.isoformat() == "2020-08-11T21:30:00-05:00"
    assert parsed.updated_at.isoformat() == "2020-08-12T08:00:00-05:00"
    assert (parsed.section, parsed.kind) == ("Politics", "news")
    assert story.outlet == "Baxter Ledger"
    assert parsed.sources == {
        "headline": "h1",
        "bylines": "json-ld",
        "published_on": "json-ld",
        "section": "json-ld",
        "outlet": "opengraph",
        "body": "library",
        "updated_at": "page",
    }


def test_the_body_is_the_article_s_and_nothing_else():
    furniture = "<p>Read more: Ten recipes</p><p>Sign up for our newsletter today.</p>"
    story = parse(page(below=furniture)).story
    assert story.body == "\n\n".join([LEAD, *MORE])
    assert story.blocks == ("paragraph",) * 4


def test_blocks_keep_their_kinds():
    body = (
        f"<p>{LEAD}</p><h2>How it was counted</h2><ul><li>First by machine</li><li>Then by hand"
        f"</li></ul><blockquote><p>{END}</p></blockquote><p>{COUNT}</p>"
        "<p>Correction: an earlier version gave another number.</p>"
    )
    story = parse(page(paragraphs=(), below=body)).story
    assert story.blocks == (
        "paragraph",
        "heading",
        "list_item",
        "list_item",
        "blockquote",
        "paragraph",
        "correction",
    )


@pytest.mark.parametrize(
    "wrapper", ["{}", '<figure class="wp-block-embed">{}</figure>', "<aside><div>{}</div></aside>"]
)
def test_an_embedded_post_is_kept_with_who_wrote_it(wrapper):
    post = (
        '<blockquote class="twitter-tweet"><p>All ballots are counted, twice.</p>'
        '&mdash; Baxter Clerk (@baxterclerk) <a href="https://x.example/1">August 11, 2020</a>'
        "</blockquote><script src='//x.example/w.js'></script>"
    )
    story = parse(page(paragraphs=(LEAD, *MORE), below=wrapper.format(post))).story
    assert story.blocks[-1] == "post"
    assert story.body.endswith(
        "All ballots are counted, twice. — Baxter Clerk (@baxterclerk) August 11, 2020"
    )


def test_captions_stand_apart():
    figure = "<figure><img><figcaption>Ballots on a table in Baxter County.</figcaption></figure>"
    story = parse(page(above=figure)).story
    assert story.caption == "Ballots on a table in Baxter County."
    assert "Ballots on a table" not in story.body


def test_the_repeated_headline_and_deck_are_no_body():
    deck = "<p class='article-dek'>Both counts agree to the last vote, the clerk says.</p>"
    story = parse(page(above=deck)).story
    assert story.deck == "Both counts agree to the last vote, the clerk says."
    assert story.body.startswith("Election officials")


def test_a_description_for_searching_is_no_deck():
    head = '<meta property="og:description" content="News of Baxter County, every day.">'
    assert parse(page(head=head)).story.deck == ""


def test_a_dateline_is_a_field_of_its_own():
    story = parse(page(paragraphs=(f"MOBILE, Ala. (AP) — {LEAD}", *MORE))).story
    assert story.dateline == "MOBILE, Ala."
    assert story.body.startswith("Election officials")
    assert story.bylines[0].agency == "AP"


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"headline": "Opinion | Count them once"}, "opinion"),
        ({"head": json_ld(**{**ARTICLE, "@type": "OpinionNewsArticle"})}, "opinion"),
        ({"head": json_ld(**{**ARTICLE, "articleSection": "Analysis"})}, "analysis"),
        ({}, "news"),
    ],
)
def test_the_kind(given, kind):
    parsed = parse(page(**given))
    assert parsed.kind == kind
    assert not parsed.story.headline.startswith("Opinion |")


def test_an_address_tells_an_opinion_piece():
    assert parse(page(), "https://ledger.example/opinion/count").kind == "opinion"


def test_a_broken_script_is_mended():
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": '
    broken += '"Ann Poe",}, "headline": "Baxter County\nfinishes its second count",}</script>'
    assert [one.name for one in parse(page(head=broken)).story.bylines] == ["Ann Poe"]


def test_a_graph_and_its_references_are_followed():
    graph = {
        "@graph": [
            {"@type": "WebSite", "name": "Elsewhere", "headline": "Another story"},
            {**ARTICLE, "author": {"@id": "#ann"}},
            {"@id": "#ann", "@type": "Person", "name": "Ann Poe"},
        ]
    }
    assert [one.name for one in parse(page(head=json_ld(**graph))).story.bylines] == ["Ann Poe"]


def test_a_byline_on_the_page_where_the_head_is_silent():
    line = "<div class='byline'>By <a href='/ann'>Ann Poe</a> and Ben Roe</div>"
    parsed = parse(page(above=line))
    assert [one.name for one in parsed.story.bylines] == ["Ann Poe", "Ben Roe"]
    assert parsed.sources["bylines"] == "page"


@pytest.mark.parametrize("name", ["Baxter Ledger", "Staff Reporter", "Link Copied", "AP News"])
def test_what_is_no_person_wrote_nothing(name):
    assert parse(page(head=f'<meta name="author" content="{name}">')).story.bylines == ()


def test_an_evening_that_is_the_next_day_in_utc_is_the_day_the_page_shows():
    shown = "<time datetime='2020-08-12T02:30:00Z'>August 11, 2020</time>"
    parsed = parse(page(day="2020-08-12T02:30:00Z", above=shown))
    assert str(parsed.story.published_on) == "2020-08-11"
    assert parsed.published_at.isoformat() == "2020-08-12T02:30:00+00:00"


def test_a_time_without_an_offset_is_only_a_day():
    parsed = parse(page(day="2020-08-11T09:30:00"))
    assert (str(parsed.story.published_on), parsed.published_at) == ("2020-08-11", None)


@pytest.mark.parametrize(
    ("link", "canonical"),
    [
        ("https://ledger.example/count", "https://ledger.example/count"),
        ("/count#top", "https://ledger.example/count"),
        ("https://ledger.example/", ""),
        ("javascript:void(0)", ""),
    ],
)
def test_the_page_s_own_address(link, canonical):
    assert parse(page(head=f'<link rel="canonical" href="{link}">')).canonical_url == canonical


def test_a_page_that_tells_nothing_is_read_all_the_same():
    text = f"<html><body><h1>A count is over</h1><p>{LEAD}</p><p>{COUNT}</p></body></html>"
    parsed = parse(text, "")
    assert parsed.story.headline == "A count is over"
    assert parsed.story.outlet == ""
    assert parsed.story.published_on is None
    assert "does not say" in parsed.story.published_why


# Letters


@pytest.mark.parametrize(
    ("encoding", "head", "charset"),
    [
        ("utf-8", "", ""),
        ("utf-8-sig", "", ""),
        ("utf-16", "", ""),
        ("cp1252", '<meta charset="iso-8859-1">', ""),
        ("cp1252", "", "windows-1252"),
        ("utf-8", '<meta charset="iso-8859-1">', "iso-8859-1"),
    ],
)
def test_no_letter_is_mangled_whatever_the_page_declares(encoding, head, charset):
    text = page(head=head, paragraphs=(LEAD, "José said “yes” to a café in Doña Ana.", *MORE))
    assert "José said “yes” to a café" in parse(text.encode(encoding), charset=charset).story.body


# Whether it may be kept


@pytest.mark.parametrize(
    ("meta", "asks"),
    [
        ('<meta name="robots" content="noarchive">', True),
        ("<META CONTENT='noindex, NOARCHIVE' NAME=robots>", True),
        ('<meta name="robots" content="noindex">', False),
        ('<meta name="description" content="noarchive">', False),
    ],
)
def test_noarchive(meta, asks):
    assert says_noarchive(page(head=meta).encode()) is asks


# Hostile and broken


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no elements"),
        (b"<html><body><script>app()</script></body></html>", "no article on this page"),
        (b"<div>" * 100_000, "no article on this page"),
        (b"<html><body>" + b"<p>x" * 400_000, "nested or cut up"),
    ],
)
def test_what_holds_no_article_is_told(content, said):
    with pytest.raises(NotAText, match=said):
        parse(content)


def test_entities_of_a_page_s_own_do_not_unfold():
    bomb = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    story = parse(page(paragraphs=(LEAD, "And &b; there.", *MORE)).replace("<!doctype html>", bomb))
    assert "haha" not in story.story.body


def test_a_gigantic_attribute_is_borne():
    parse(page(above=f'<img alt="{"x" * 2_000_000}">'))


def test_a_page_cut_off_in_the_middle_gives_what_came():
    text = page()
    assert LEAD in parse(text[: text.index("The results now")]).story.body
