"""The page of one article: its words marked, its notes, its source and capture."""

import datetime as dt

import pytest

from articles.models import Byline, Capture, CopySet, Race, RaceEvidence
from tests.builders import link_race, make_article, make_person, make_race, mention, quote

pytestmark = pytest.mark.django_db
BODY = "The vote moved. A <script>alert(1)</script> & more.\n\n“We won,” Doug Jones said in Mobile."


@pytest.fixture
def story():
    person = make_person("Doug Jones")
    article = make_article("Vote moved", body=BODY, deck="A deck")
    mention(article, person, "Doug Jones")
    quote(article, person, "We won")
    article.current_version.quotes.update(
        why="He stands beside the verb.", said_on=dt.date(2020, 3, 3), said_where="Mobile"
    )
    link_race(article, make_race("2020-al-us-senate", person))
    return article


def shown(client, article) -> str:
    return client.get(article.get_absolute_url()).content.decode()


def test_its_words_are_escaped(client, story):
    page = shown(client, story)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more." in page
    assert "<script>" not in page


def test_quotes_are_marked_and_people_linked(client, story):
    page = shown(client, story)
    assert '“<mark class="quote quote-direct">We won,</mark>' not in page
    (said,) = story.current_version.quotes.all()
    assert f'“<span class="said" id="{said.anchor}"><mark class="quote quote-direct">' in page
    assert "We won</mark></span>,”" in page
    assert '<a class="person" href="/people/doug-jones/">Doug Jones</a> said in Mobile.' in page


def test_notes_stand_with_the_paragraph_they_belong_to(client, story):
    first, second = client.get(story.get_absolute_url()).context["passages"]
    assert not first.notes
    (said,), (named,) = second.notes.quotes, second.notes.mentions
    assert (said.words, named.name) == ("We won", "Doug Jones")


def test_a_note_says_where_it_was_said_why_it_is_linked_and_how_sure(client, story):
    page = shown(client, story)
    assert "Said on March 3, 2020 in Mobile" in page
    assert "He stands beside the verb." in page
    assert "Almost certain." in page


def test_a_race_is_noted_where_its_evidence_is(client, story):
    link = story.current_version.race_links.get()
    RaceEvidence.objects.create(link=link, field="body", start=0, end=8)
    first, _ = client.get(story.get_absolute_url()).context["passages"]
    assert [one.race for one in first.notes.races] == [Race.objects.get()]


def test_somebody_is_noted_once_however_often_named(client):
    person = make_person("Doug Jones")
    article = make_article(body="Doug Jones came.\n\nDoug Jones left.")
    row = mention(article, person, "Doug Jones")
    row.spans.create(field="body", start=18, end=28)
    first, second = client.get(article.get_absolute_url()).context["passages"]
    assert (len(first.notes.mentions), len(second.notes.mentions)) == (1, 0)
    assert shown(client, article).count('class="person"') == 2


def test_source_capture_version_and_citation(client, story, settings):
    capture = Capture.objects.keep(b"the bytes")
    type(story.current_version).objects.update(capture=capture)
    Byline.objects.create(article=story, name="Ada Writer")
    page = shown(client, story)
    assert capture.sha256 in page
    assert story.current_version.text_sha256 in page
    assert "By Ada Writer" in page
    assert "Ada Writer, “Vote moved,”" in page
    assert f"http://testserver{story.get_absolute_url()}" in page


def test_a_sample_says_that_it_is_one(client, story):
    assert "Sample text" not in shown(client, story)
    story.is_sample = True
    story.save()
    assert "Sample text" in shown(client, story)


def test_copies_at_other_outlets_are_listed(client, story):
    copies = CopySet.objects.create()
    other = make_article("The same text", body=BODY, copy_set=copies)
    hidden = make_article("A hidden copy", body=BODY, copy_set=copies, status="draft")
    story.copy_set = copies
    story.save()
    page = shown(client, story)
    assert other.get_absolute_url() in page
    assert hidden.headline not in page


@pytest.mark.parametrize(
    "kind",
    ["heading", "blockquote", "pullquote", "post", "list_item", "table", "correction", "unheard"],
)
def test_every_kind_of_paragraph_is_printed(client, kind):
    article = make_article(body="Words of a block.")
    type(article.current_version).objects.update(blocks=[kind])
    assert "Words of a block." in shown(client, article)


def test_a_printed_correction_of_the_outlet_comes_first(client, story):
    type(story.current_version).objects.update(notice="correction", notice_text="It was March.")
    assert "It was March." in shown(client, story)


def test_an_invented_address_is_no_link(client, story):
    story.url = "https://lantern.example/2020/vote"
    story.save()
    assert f'href="{story.url}"' in shown(client, story)
    story.is_sample = True
    story.save()
    page = shown(client, story)
    assert story.url in page
    assert f'href="{story.url}"' not in page
