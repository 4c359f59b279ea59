"""What is published is seen at once, what is withdrawn nowhere."""

from importlib import import_module

import pytest

from articles.curation import (
    CurationError,
    all_back_to_draft,
    back_to_draft,
    publish,
    publish_all,
    withdraw,
)
from articles.models import Article, IndexChange
from tests.builders import make_article

pytestmark = pytest.mark.django_db
publishing = import_module("articles.curation.publish")  # its name is that of the act, too


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


def test_all_that_can_be_are_published_and_the_others_told(monkeypatch):
    monkeypatch.setattr(publishing, "AT_ONCE", 2)
    ready = [make_article(status=status) for status in ("draft", "review", "draft")]
    again = make_article()
    withdraw(again, because="An error in the copy.")
    bare = make_article(status="draft")
    type(bare.current_version).objects.filter(article=bare).update(headline=" ")
    IndexChange.objects.all().delete()
    done = publish_all([one.pk for one in (*ready, again, bare)] + [987654])
    assert done.done == 4
    [told] = done.refused
    assert "has no headline" in told
    assert set(public()) == {*ready, again}
    assert set(IndexChange.objects.values_list("article_id", flat=True)) == {
        one.pk for one in (*ready, again)
    }
    for one in ready:
        entry = one.history.first()
        assert (entry.status, entry.history_change_reason) == ("published", "Published")
        assert entry.first_public_at
    was, again = again.first_public_at, Article.objects.get(pk=again.pk)
    assert (again.first_public_at, again.withdrawn_because) == (was, "")
    assert all_back_to_draft([one.pk for one in ready]).done == 3
    assert public() == [again]


def test_thousands_are_published_in_few_questions(django_assert_max_num_queries):
    keys = [make_article(status="draft").pk for _ in range(60)]
    with django_assert_max_num_queries(25):
        assert publish_all(keys).done == 60
