"""An article's admin page: its links, editable, each highlighted in the text."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from articles.admin import articles as article_pages
from articles.curation import retitle, withdraw
from articles.models import Article, Item
from tests.admin.test_review import somebody
from tests.builders import (
    link_race,
    make_article,
    make_editor,
    make_person,
    make_race,
    make_user,
    mention,
    quote,
)

pytestmark = pytest.mark.django_db
BODY = "Doug Jones said “we will win” on Tuesday. Mobile waited."


@pytest.fixture
def article():
    article, person = make_article("Jones Speaks", body=BODY), make_person("Doug Jones")
    mention(article, person, "Doug Jones")
    quote(article, person, "we will win")
    link_race(article, make_race())
    return article


@pytest.fixture
def editor(client):
    user = make_editor()
    client.force_login(user)
    return user


def page(client, article) -> str:
    return client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()


def act(client, article, **fields):
    return client.post(
        reverse("admin:articles_article_act", args=[article.pk]), fields, follow=True
    )


def test_the_links_are_shown_and_highlighted(client, editor, article):
    shown = page(client, article)
    assert 'class="found-person"' in shown
    assert 'class="found-quote"' in shown
    assert "2020 Alabama U.S. Senate" in shown


def test_a_link_can_be_refused(client, editor, article):
    row = article.current_version.mentions.get()
    act(client, article, act="answer", noun="people", key=str(row.pk), said="no")
    row.refresh_from_db()
    assert (row.state, row.decided_by) == ("rejected", editor)


def test_a_link_of_another_article_is_not_touched(client, editor, article):
    row = mention(make_article(body=BODY), make_person("Other"), "Mobile")
    response = act(client, article, act="answer", noun="people", key=str(row.pk), said="no")
    row.refresh_from_db()
    assert (response.status_code, row.state) == (404, "linked")


def test_somebody_missed_is_linked_at_the_words(client, editor, article):
    person = make_person("Mobile Quillfeather")
    act(client, article, act="add_person", words="Mobile", who="mobile-quillfeather")
    row = article.current_version.mentions.get(person=person)
    assert article.current_version.words_at(row.spans.get()) == "Mobile"


def test_words_that_stand_nowhere_are_told(client, editor, article):
    make_person("Zeb Quill")
    response = act(client, article, act="add_person", words="Nowhere", who="zeb-quill")
    assert "stands nowhere" in response.content.decode()


def test_a_headline_changed_makes_a_version_with_the_same_links(client, editor, article):
    old = article.current_version
    type(old).objects.filter(pk=old.pk).update(dateline="MOBILE, Ala.")
    act(client, article, act="retitle", headline="Jones Speaks Again")
    article.refresh_from_db()
    new = article.current_version
    assert (new.number, new.headline) == (2, "Jones Speaks Again")
    assert (new.dateline, new.body, new.blocks) == ("MOBILE, Ala.", old.body, old.blocks)
    for noun in ("mentions", "quotes", "race_links"):
        assert getattr(new, noun).count() == getattr(old, noun).count() == 1
    assert new.mentions.get().spans.count() == 1


def test_withdrawing_asks_for_a_reason_and_hides(client, editor, article):
    assert "Say why" in act(client, article, act="withdraw", because="").content.decode()
    act(client, article, act="withdraw", because="Outlet's request")
    assert not Article.objects.public().exists()


def test_who_may_not_decide_or_publish_is_refused(client, article):
    user = make_user(is_staff=True)
    user.user_permissions.set(
        Permission.objects.filter(codename__in=["change_article", "view_article"])
    )
    client.force_login(user)
    assert act(client, article, act="withdraw", because="x").status_code == 403
    assert act(client, article, act="answer", noun="people", key="1", said="no").status_code == 403
    assert Article.objects.public().exists()


def test_an_unknown_act_is_told(client, editor, article):
    assert "nothing this page can do" in act(client, article, act="explode").content.decode()


def test_articles_are_neither_added_nor_deleted_here(client, editor, article):
    assert client.get(reverse("admin:articles_article_add")).status_code == 403
    delete = reverse("admin:articles_article_delete", args=[article.pk])
    assert client.post(delete, {"post": "yes"}).status_code == 403


def test_the_list_of_articles_offers_to_add_by_pasting(client, editor):
    shown = client.get(reverse("admin:articles_article_changelist")).content.decode()
    assert reverse("admin:articles_item_add") in shown


LISTS = [
    "article", "item", "person", "outlet", "race", "stage", "candidacy", "result", "seat",
    "organisation", "joinproposal", "party", "source", "author", "user", "capture", "version",
    "statement", "extractionrun", "copyset",
]  # fmt: skip


@pytest.mark.parametrize("noun", LISTS)
def test_every_list_opens(client, editor, article, noun):
    assert client.get(reverse(f"admin:articles_{noun}_changelist")).status_code == 200


@pytest.mark.parametrize("noun", ["article", "person", "outlet", "race", "user", "candidacy"])
def test_searching_a_list_works(client, editor, article, noun):
    assert (
        client.get(reverse(f"admin:articles_{noun}_changelist"), {"q": "jones"}).status_code == 200
    )


def test_the_list_of_articles_asks_no_more_with_more_rows(
    client, editor, article, django_assert_max_num_queries
):
    address = reverse("admin:articles_article_changelist")
    client.get(address)
    for _ in range(12):
        make_article()
    with django_assert_max_num_queries(14):
        client.get(address)


def test_the_texts_of_an_article_show_what_changed(client):
    client.force_login(make_editor())
    article = make_article("The old headline", body="Words of the body.")
    retitle(article, "The new headline", by=make_editor())
    text = client.get(f"/admin/articles/article/{article.pk}/versions/").content.decode()
    assert "The <del>old</del> <ins>new</ins> headline" in text
    assert "The first text." in text


def test_an_address_can_be_asked_again(client):
    client.force_login(make_editor())
    article = make_article(url="https://ledger.example/count")
    client.post(f"/admin/articles/article/{article.pk}/act/", {"act": "fetch_again"})
    assert Item.objects.get().source == "https://ledger.example/count"
    other = make_article()
    page = client.post(
        f"/admin/articles/article/{other.pk}/act/", {"act": "fetch_again"}, follow=True
    )
    assert "has no address" in page.content.decode()


def test_reviewers_answer_on_the_page_and_change_nothing_else(client, article):
    client.force_login(somebody("Reviewers"))
    row = article.current_version.mentions.get()
    shown = page(client, article)
    assert 'value="answer"' in shown
    assert 'value="retitle"' not in shown
    act(client, article, act="answer", noun="people", key=str(row.pk), said="no")
    row.refresh_from_db()
    assert row.state == "rejected"
    for refused in ("retitle", "publish", "withdraw", "draft", "fetch_again"):
        assert act(client, article, act=refused, headline="X", because="x").status_code == 403
    new = {"act": "answer", "noun": "people", "key": str(row.pk), "said": "new", "who": "A New One"}
    assert act(client, article, **new).status_code == 403


def test_who_may_only_look_is_offered_nothing_to_do(client, article):
    client.force_login(somebody("Read-only staff"))
    shown = page(client, article)
    assert 'class="found-person"' in shown
    assert 'name="act"' not in shown
    assert act(client, article, act="add_race", who="2020-al-us-senate").status_code == 403


@pytest.mark.parametrize("key", ["²", "9" * 30, "a\0b", "-1", ""])
def test_a_key_that_no_row_can_have_is_told_or_not_found(client, editor, article, key):
    answer = {"act": "answer", "noun": "people", "said": "yes"}
    assert act(client, article, **answer, key=key).status_code == 404
    row = article.current_version.mentions.get()
    assert act(client, article, **answer, key=str(row.pk), person=key).status_code in (200, 404)


def test_saving_the_facts_leaves_what_was_withdrawn_meanwhile(client, editor, article, monkeypatch):
    cards = article_pages.cards_of_version

    def meanwhile(version):
        withdraw(Article.objects.get(pk=article.pk), because="Asked for.")
        return cards(version)

    address = reverse("admin:articles_article_change", args=[article.pk])
    form = client.get(address).context["adminform"].form
    given = {name: value for name, value in form.initial.items() if value not in (None, {}, [])}
    none = {f"bylines-{one}_FORMS": 0 for one in ("TOTAL", "INITIAL")}
    monkeypatch.setattr(article_pages, "cards_of_version", meanwhile)
    assert client.post(address, {**given, **none, "section": "Politics"}).status_code == 302
    article.refresh_from_db()
    assert (article.section, article.status) == ("Politics", "withdrawn")
