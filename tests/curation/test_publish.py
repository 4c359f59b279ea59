"""What is published is seen at once, what is withdrawn nowhere."""

import pytest

from articles.curation import CurationError, back_to_draft, publish, withdraw
from articles.models import Article, IndexChange
from tests.builders import make_article

pytestmark = pytest.mark.django_db


def public() -> list[Article]:
    return list(Article.objects.public())


def test_a_draft_becomes_public():
    article = make_article(status="draft")
    publish(article)
    assert public() == [article]
    assert article.first_public_at


def test_the_first_public_moment_stays():
    article = make_article()
    first = article.first_public_at
    withdraw(article, because="An error in the copy.")
    publish(article)
    assert (article.first_public_at, article.withdrawn_because) == (first, "")


def test_withdrawing_keeps_record_and_reason():
    article = make_article()
    withdraw(article, because=" At the outlet's request. ")
    assert public() == []
    assert Article.objects.get().withdrawn_because == "At the outlet's request."


def test_a_withdrawal_needs_a_reason():
    article = make_article()
    with pytest.raises(CurationError, match="Say why"):
        withdraw(article, because="  ")
    assert public() == [article]


def test_nothing_without_headline_or_text_is_published():
    article = make_article(status="draft")
    type(article.current_version).objects.update(headline="  ")
    article.current_version.refresh_from_db()
    with pytest.raises(CurationError, match="no headline"):
        publish(article)
    type(article.current_version).objects.update(headline="H", body="")
    article.current_version.refresh_from_db()
    with pytest.raises(CurationError, match="no text"):
        publish(article)
    assert public() == []


@pytest.mark.parametrize("act", [publish, back_to_draft, lambda a: withdraw(a, because="x")])
def test_each_act_leaves_a_change_row_and_history(act):
    article = make_article()
    IndexChange.objects.all().delete()
    before = article.history.count()
    act(article)
    assert set(IndexChange.objects.values_list("article_id", flat=True)) == {article.pk}
    assert article.history.count() == before + 1
