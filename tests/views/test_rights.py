"""No page shows words beyond what the rights allow."""

import pytest

from articles.models import Rights, Version
from articles.models.rights import shown_text, shown_words
from tests.builders import make_article, make_person, mention, quote

OPENING = "“Early words,” Doug Jones said. "
BODY = OPENING + "Filler goes on. " * 40 + "“Late words,” Doug Jones added."


class Here:
    def __init__(self, start: int, end: int, field: str = "body") -> None:
        self.start, self.end, self.field = start, end, field


@pytest.mark.parametrize(
    ("rights", "field", "shown"),
    [
        ("full", "body", True),
        ("excerpt", "body", False),
        ("metadata", "body", False),
        ("excerpt", "deck", True),
        ("metadata", "deck", False),
        ("excerpt", "caption", False),
        ("metadata", "headline", True),
    ],
)
def test_what_is_shown_of_a_long_field(rights, field, shown):
    assert (shown_text(rights, field, BODY) == BODY) is shown


def test_words_of_a_span_are_shown_whole_or_not_at_all():
    late = BODY.index("Late words")
    assert shown_words("full", BODY, Here(late, late + 10)) == "Late words"
    assert shown_words("excerpt", BODY, Here(late, late + 10)) == ""
    assert shown_words("excerpt", BODY, Here(1, 12)) == "Early words"
    assert shown_words("metadata", BODY, Here(1, 12)) == ""
    assert shown_words("excerpt", BODY, Here(1, len(BODY))) == ""


@pytest.mark.parametrize(
    ("rights", "early", "late"),
    [(Rights.FULL, True, True), (Rights.EXCERPT, True, False), (Rights.METADATA, False, False)],
)
def test_every_page_keeps_to_the_rights(client, indexed, rights, early, late):
    person = make_person("Doug Jones")
    article = make_article(
        "Rights", body=BODY, deck="Deck here", caption="Caption here", rights=rights
    )
    mention(article, person, "Doug Jones")
    quote(article, person, "Early words")
    quote(article, person, "Late words")
    indexed()
    for address in (
        article.get_absolute_url(),
        person.get_absolute_url(),
        article.outlet.get_absolute_url(),
        "/",
        "/articles/?q=late",
    ):
        shown = client.get(address).content.decode()
        assert late or "Late words" not in shown
        assert early or "Early words" not in shown
        assert rights == Rights.FULL or "Caption here" not in shown
        assert rights != Rights.METADATA or "Deck here" not in shown
    shown = client.get(article.get_absolute_url()).content.decode()
    assert ("Early words" in shown, "Late words" in shown) == (early, late)


@pytest.mark.django_db
def test_a_cut_article_says_where_to_read_on(client):
    article = make_article(
        "Cut", body=BODY, rights=Rights.EXCERPT, url="https://outlet.example/cut"
    )
    shown = client.get(article.get_absolute_url()).content.decode()
    assert "may not be shown here" in shown
    assert 'href="https://outlet.example/cut"' in shown


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rights", "is_shown"), [(Rights.FULL, True), (Rights.EXCERPT, False), (Rights.METADATA, False)]
)
def test_words_told_apart_from_the_text_keep_to_the_rights_as_well(client, rights, is_shown):
    """What the outlet corrected, and why somebody is not named, are words of the article."""
    article = make_article("Corrected", body=BODY, rights=rights)
    Version.objects.update(notice="correction", notice_text="An earlier version was wrong.")
    said = quote(article, make_person("Doug Jones"), "Early words")
    type(said).objects.update(anonymity="who feared for the job")
    pages = [client.get(one.get_absolute_url()).content.decode() for one in (article, said)]
    assert "Correction." in pages[0]
    for words in ("An earlier version was wrong", "who feared for the job"):
        assert (words in "".join(pages)) is is_shown
