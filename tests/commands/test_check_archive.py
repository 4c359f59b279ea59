"""check_archive finds what was written past the rules."""

import pytest
from django.core.management import call_command

from articles.models import Article, MentionSpan, OldSlug, Quote, QuoteSpan, Version
from tests.builders import make_article, make_person, mention, quote

pytestmark = pytest.mark.django_db
BODY = "Doug Jones said “we will win” on Tuesday."


@pytest.fixture
def article():
    article, person = make_article(body=BODY), make_person("Doug Jones")
    mention(article, person, "Doug Jones")
    spoken = quote(article, person, "we will win")
    Quote.objects.filter(pk=spoken.pk).update(speaker_field="body", speaker_start=0, speaker_end=10)
    return article


def problems(capsys) -> str:
    with pytest.raises(SystemExit, match="1"):
        call_command("check_archive")
    return capsys.readouterr().err


def test_a_sound_archive_has_none(article, capsys):
    call_command("check_archive")
    assert "Every stored span lies in its text" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("model", "change", "said"),
    [
        (MentionSpan, {"end": 900}, "mention span"),
        (QuoteSpan, {"start": 800, "end": 900}, "quote span"),
        (Quote, {"speaker_end": 4}, "speaker's words"),
        (Version, {"blocks": []}, "0 kinds of paragraph for 1"),
        (Version, {"body": "Doug Jones said “we will win” on Monday.\n"}, "not the one"),
    ],
)
def test_what_was_changed_past_the_rules_is_found(article, capsys, model, change, said):
    model.objects.update(**change)
    assert said in problems(capsys)


def test_a_quote_without_words_is_found(article, capsys):
    QuoteSpan.objects.all().delete()
    assert "it has no words" in problems(capsys)


def test_a_version_of_another_article_is_found(article, capsys):
    other = make_article()
    Article.objects.filter(pk=article.pk).update(current_version=other.current_version)
    assert "belongs to another article" in problems(capsys)


def test_an_address_that_leads_nowhere_is_found(capsys):
    OldSlug.objects.create(kind="person", slug="gone", target_id=99)
    assert "gone leads to nothing" in problems(capsys)
