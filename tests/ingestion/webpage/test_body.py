"""The whole body, where the page parts it."""

import pytest

from articles.ingestion.webpage import parse_page
from tests.pages import END, LEAD, MORE, page

TEXTS = [f"{text} ({number} of twelve.)" for number, text in enumerate((LEAD, *MORE) * 3, 1)]


def parted(texts: list[str]) -> str:
    """Columns of one class; the library takes the first of them for the whole."""
    columns = (
        f"<div><div class='article__content'><p>{'</p><p>'.join(texts[start : start + 3])}</p>"
        "</div></div><div class='ad'></div>"
        for start in range(0, len(texts), 3)
    )
    return page(paragraphs=(), below="".join(columns))


def test_a_story_parted_by_advertisements_is_whole():
    body = parse_page(parted(TEXTS).encode()).story.body
    assert body.split("\n\n") == TEXTS


def test_another_story_on_the_same_page_is_none_of_it():
    told = "".join(f"<p>Elsewhere, event number {n} went on as planned.</p>" for n in range(9))
    other = f"<article><div class='article__content'>{told}</div></article></main>"
    text = parted(TEXTS).replace("</main>", other)
    assert "Elsewhere" not in parse_page(text.encode()).story.body


def body(**given) -> list[str]:
    return parse_page(page(**given).encode()).story.body.split("\n\n")


def test_teasers_are_not_taken_for_the_story():
    teasers = "".join(
        f"<h3>Event {n}</h3><p>By Aug. {n}, 2020</p><p>It went on</p>" for n in range(1, 21)
    )
    columns = "".join(
        f"<div><div class='part'><p>{'</p><p>'.join(TEXTS[start : start + 3])}</p></div></div>"
        for start in range(0, len(TEXTS), 3)
    )
    given = f"<div class='article-content'>{teasers}</div><div>{columns}</div>"
    assert body(paragraphs=(), below=given) == TEXTS


@pytest.mark.parametrize("name", ["comments-list", "newsletter-form", "author-bio", "most-read"])
def test_what_is_named_as_beside_the_article_is_none_of_it(name):
    other = f"<div class='{name}'><p>Somebody else wrote this line about the count.</p></div>"
    assert body(below=other) == [LEAD, *MORE]


def test_a_frame_around_the_article_may_be_named_anything():
    framed = (
        page()
        .replace("<main>", "<main><div class='newsletter'>")
        .replace("</main>", "</div></main>")
    )
    assert parse_page(framed.encode()).story.body.split("\n\n") == [LEAD, *MORE]


def test_the_text_after_what_is_dropped_stays():
    given = f"<div>{LEAD}<div class='newsletter'>Our letter</div>{MORE[0]}</div>"
    assert MORE[0] in " ".join(body(paragraphs=(), below=given))


def test_a_link_in_capitals_between_two_paragraphs_leads_elsewhere():
    link = "<p><a href='/x'>ANOTHER COUNT THAT NOBODY AWAITED</a></p>"
    assert body(below=f"{link}<p>{TEXTS[0]}</p>") == [LEAD, *MORE, TEXTS[0]]


def test_a_link_that_holds_a_paragraph_is_a_card_of_another_story():
    card = "<a href='/x'><p>Another county begins to count what nobody had counted.</p></a>"
    assert body(below=card) == [LEAD, *MORE]


def test_an_anchor_that_was_never_closed_holds_the_story():
    told = "".join(f"<p>{text}</p>" for text in TEXTS)
    assert body(paragraphs=(), below=f"<a href='#top'>{told}") == TEXTS


def test_the_text_of_a_script_is_the_last_resort():
    told = f'{{"@type": "NewsArticle", "headline": "Count", "articleBody": "{LEAD} {END}"}}'
    head = f'<script type="application/ld+json">{told}</script>'
    assert body(paragraphs=(), head=head) == [f"{LEAD} {END}"]


def test_a_heading_in_capitals_stays():
    assert "HOW THE VOTES WERE COUNTED" in body(
        below=f"<p>HOW THE VOTES WERE COUNTED</p><p>{TEXTS[0]}</p>"
    )


def test_a_post_s_lines_are_parted():
    post = (
        "<blockquote class='twitter-tweet'><p>Counted.<br>All of it</p>&mdash; Dana (@dana) "
        "<a>August 11, 2020</a></blockquote>"
    )
    assert "Counted. All of it — Dana (@dana) August 11, 2020" in body(below=post)


def test_a_story_stands_in_a_frame_and_what_is_beside_it_is_none_of_it():
    prices = "".join(f"<div>Wheat for month {n} stood at {n} dollars</div>" for n in range(9))
    told = "".join(f"<p>{text}</p>" for text in TEXTS)
    given = f"<div class='layout'><div class='words'>{told}</div><div>{prices}</div></div>"
    assert body(paragraphs=(), below=given) == TEXTS


def test_a_story_s_opening_stands_apart_from_its_parts():
    parts = "".join(
        f"<div class='part'><h2>Part {n}</h2><p>{text}</p></div>" for n, text in enumerate(TEXTS)
    )
    given = f"<div class='opening'><p>{MORE[0]}</p></div><div class='parts'>{parts}</div>"
    assert body(paragraphs=(), below=given)[0] == MORE[0]


def test_paragraphs_below_a_story_without_any_are_no_frame_of_it():
    told = "<br><br>".join(TEXTS)
    about = f"<div class='about'><p>{MORE[0].replace('clerk', 'editor')}</p></div>"
    text = page(paragraphs=(), below=f"<div>{told}</div>").replace("</main>", f"{about}</main>")
    assert all(one in parse_page(text.encode()).story.body for one in TEXTS)


@pytest.mark.parametrize("empty", ["<span> </span>", "<a name='x'> </a>", "<b>\n</b>"])
def test_an_element_of_nothing_but_a_space_parts_two_words(empty):
    assert body(below=f"<p>The count{empty}went on until {TEXTS[0]}</p>")[-1].startswith(
        "The count went on"
    )


def test_what_follows_a_picture_s_source_is_no_part_of_it():
    picture = "<picture><source srcset='/x.webp'><img src='/x.jpg'></picture>"
    assert body(below=f"<div>{picture}<p>{TEXTS[0]}</p></div>") == [LEAD, *MORE, TEXTS[0]]


@pytest.mark.parametrize("name", ["video-container", "inline-video__info", "author-description"])
def test_a_player_s_title_and_a_life_are_none_of_the_story(name):
    other = f"<div class='{name}'><h3>What the clerk says of her count</h3></div>"
    assert body(below=f"{other}<p>{TEXTS[0]}</p>") == [LEAD, *MORE, TEXTS[0]]


def test_a_table_in_a_figure_is_text():
    table = "<table><tr><td>Baxter County</td><td>4,120 ballots</td></tr></table>"
    told = body(below=f"<figure>{table}</figure><p>{TEXTS[0]}</p>")
    assert "Baxter County | 4,120 ballots" in told
