"""A version is frozen, and knows which spans lie in it."""

import pytest
from django.core.exceptions import ValidationError

from articles.models import MentionSpan, Version, text_hash
from tests.builders import make_article

BODY = "First words.\n\n## A heading\n\nLast words."


def span(start, end, field="body") -> MentionSpan:
    return MentionSpan(field=field, start=start, end=end)


@pytest.mark.parametrize(
    ("wrong"),
    [span(0, 0), span(3, 2), span(0, 100), span(-1, 2), span(12, 14), span(0, 3, "footnote")],
)
def test_a_span_outside_the_text_is_refused(wrong):
    with pytest.raises(ValidationError):
        Version(body=BODY).require(wrong)


def test_a_span_inside_the_text_is_taken():
    version = Version(body=BODY)
    version.require(span(0, 5))
    assert version.words_at(span(0, 5)) == "First"


def test_paragraphs_know_where_they_start_and_what_they_are():
    found = Version(body=BODY, blocks=["paragraph", "heading"]).paragraphs()
    assert [kind for _, kind, _ in found] == ["paragraph", "heading", "paragraph"]
    assert all(BODY[start:].startswith(text) for start, _, text in found)


def test_an_empty_body_has_no_paragraphs():
    assert Version(body="").paragraphs() == []


def test_the_hash_is_of_the_words():
    assert text_hash("“Well,” he said.") == text_hash('"Well", he\n\nSAID')
    assert text_hash("Well he said") != text_hash("Well she said")


@pytest.mark.django_db
def test_a_stored_text_is_frozen():
    version = make_article().current_version
    version.body = "Other words."
    with pytest.raises(ValidationError):
        version.save()
