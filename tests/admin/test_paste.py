"""Adding by pasting: nothing typed is lost, all can be corrected, then saved or published."""

from pathlib import Path

import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from articles.models import Article, Capture, Item, Person
from tests.admin.test_review import somebody
from tests.builders import make_editor, make_person, make_user

ROOT = Path(__file__).parent.parent.parent
TWIN = (ROOT / "tests/extraction/stories/twin.txt").read_text(encoding="utf8")
ADD = "admin:articles_item_add"
pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = make_editor()
    client.force_login(user)
    return user


@pytest.fixture
def roster():
    call_command("load_rosters", str(ROOT / "articles/demo/rosters"), verbosity=0)


def add(client, text: str):
    return client.post(reverse(ADD), {"text": text})


def pasted(client, text: str = TWIN) -> Item:
    add(client, text)
    return Item.objects.latest("pk")


def page_of(item: Item) -> str:
    return reverse("admin:articles_item_change", args=[item.pk])


def act(client, item: Item, **fields):
    return client.post(page_of(item), fields, follow=True)


def test_the_first_submit_keeps_the_text_and_makes_no_article(client, editor):
    response = add(client, TWIN)
    item = Item.objects.get()
    assert response.url == page_of(item)
    assert (item.state, item.added_by) == ("held", editor)
    assert item.capture.read().decode() == TWIN
    assert not Article.objects.exists()


@pytest.mark.parametrize("text", ["", "   \n "])
def test_an_empty_text_is_refused(client, editor, text):
    response = add(client, text)
    assert response.status_code == 422
    assert "paste the story first" in response.content.decode()


def test_a_text_that_is_too_long_is_refused_and_stays_in_the_form(client, editor, settings):
    settings.PASTE_MAX_CHARACTERS = 1000
    response = add(client, "word " * 300)
    assert "at most 1,000" in response.content.decode()
    assert "word word" in response.content.decode()
    assert not Capture.objects.exists()


def test_the_page_shows_what_was_understood(client, editor, roster):
    page = client.get(page_of(pasted(client))).content.decode()
    assert "none found: please give one" in page
    assert "Tommy Tuberville" in page
    assert "2020 Alabama U.S. Senate" in page
    assert "Nothing is an article yet" in page


def test_the_same_text_again_leads_back_to_the_item(client, editor):
    first = pasted(client)
    assert add(client, TWIN).url == page_of(first)
    assert Item.objects.count() == 1


def test_the_same_text_again_leads_to_the_article_once_there_is_one(client, editor, roster):
    item = pasted(client)
    act(client, item, act="save")
    article = Article.objects.get()
    assert add(client, TWIN).url == reverse("admin:articles_article_change", args=[article.pk])


def test_each_correction_is_kept_at_once(client, editor, roster):
    item = pasted(client)
    act(client, item, act="fields", headline="A Headline Given", was_headline="")
    page = client.get(page_of(item)).content.decode()
    assert "A Headline Given" in page
    item.refresh_from_db()
    assert item.corrections["fields"] == {"headline": "A Headline Given"}


def test_a_field_that_was_not_changed_stays_the_machines(client, editor):
    item = pasted(client)
    act(client, item, act="fields", section="", was_section="", headline="H", was_headline="")
    item.refresh_from_db()
    assert list(item.corrections["fields"]) == ["headline"]


def test_a_date_that_is_none_is_refused_in_words(client, editor):
    response = act(client, pasted(client), act="fields", published_on="yesterday")
    assert "write it like 2020-03-04" in response.content.decode()


def test_a_person_can_be_refused_and_taken_back(client, editor, roster):
    item = pasted(client)
    answer = {"act": "answer", "noun": "people", "key": "tommy-tuberville"}
    assert "state-rejected" in act(client, item, **answer, said="no").content.decode()
    act(client, item, **answer, said="none")
    item.refresh_from_db()
    assert item.corrections["people"] == {}


def test_somebody_else_can_be_chosen_by_name(client, editor, roster):
    other = make_person("Zebulon Quillfeather")
    item = pasted(client)
    act(
        client, item, act="answer", noun="people", key="tommy-tuberville",
        said="other", who="Zebulon Quillfeather",
    )  # fmt: skip
    act(client, item, act="save")
    assert Article.objects.get().current_version.mentions.filter(person=other).exists()


def test_an_unknown_name_asks_instead_of_guessing(client, editor, roster):
    response = act(
        client, pasted(client), act="answer", noun="people", key="tommy-tuberville",
        said="other", who="Nobody Whatsoever",
    )  # fmt: skip
    assert "knows nobody called" in response.content.decode()


def test_a_new_person_is_proposed_and_not_public(client, editor, roster):
    act(
        client, pasted(client), act="answer", noun="people", key="tommy-tuberville",
        said="new", who="Brand New Person",
    )  # fmt: skip
    assert Person.objects.get(name="Brand New Person").status == "proposed"


def test_publishing_needs_a_headline_and_stays_on_the_page(client, editor, roster):
    item = pasted(client)
    assert "no headline yet" in act(client, item, act="publish").content.decode()
    assert not Article.objects.exists()


def test_a_story_is_published_with_its_links_and_who_said_so(client, editor, roster):
    item = pasted(client)
    act(client, item, act="fields", headline="Runoff Ahead", was_headline="")
    act(client, item, act="answer", noun="races", key="2020-al-us-senate", said="yes")
    response = act(client, item, act="publish")
    article = Article.objects.public().get()
    assert response.redirect_chain[-1][0] == article.get_absolute_url()
    assert article.field_sources["headline"] == {"from": "editor", "by_person": True}
    link = article.current_version.race_links.get(race__slug="2020-al-us-senate")
    assert (link.decision, link.decided_by) == ("yes", editor)


def test_set_aside_closes_the_item_and_keeps_the_text(client, editor):
    item = pasted(client)
    act(client, item, act="discard")
    item.refresh_from_db()
    assert item.state == "cancelled"
    assert item.capture.read().decode() == TWIN
    assert (
        "closed already"
        in act(client, item, act="fields", headline="X", was_headline="").content.decode()
    )


def test_markup_in_a_text_is_shown_not_run(client, editor):
    item = pasted(client, "<script>alert(1)</script> & more\n\nBy Jane Roe\n\nA body of words.")
    page = client.get(page_of(item)).content.decode()
    assert "<script>alert" not in page


def test_nothing_is_changed_without_a_token():
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_editor())
    assert add(client, TWIN).status_code == 403
    assert not Item.objects.exists()


def staff(client, *permissions: str):
    user = make_user(is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client.force_login(user)
    return user


def test_visitors_and_staff_without_permission_are_turned_away(client):
    assert add(client, TWIN).url.startswith(reverse("admin:login"))
    staff(client)
    assert add(client, TWIN).status_code == 403


def test_who_may_not_publish_can_still_save(client, roster):
    staff(client, "add_item", "change_item", "view_item", "change_article", "view_article")
    item = pasted(client)
    act(client, item, act="fields", headline="H", was_headline="")
    assert act(client, item, act="publish").status_code == 403
    assert act(client, item, act="answer", noun="people", key="x", said="no").status_code == 403
    act(client, item, act="save")
    assert Article.objects.get().status == "draft"


def test_one_wrong_field_loses_none_of_the_others(client, editor):
    item = pasted(client)
    typed = {"headline": "A Headline Given", "deck": "A deck", "published_on": "yesterday"}
    response = act(client, item, act="fields", was_headline="x", **typed)
    assert response.status_code == 422
    for words in ("A Headline Given", "A deck", "yesterday"):
        assert words in response.content.decode()
    item.refresh_from_db()
    assert item.corrections == {}


@pytest.mark.parametrize("given", ["99999999999999999999", "2020-03-99", "2020-0"])
def test_numbers_that_make_no_date_are_refused_in_words(client, editor, given):
    response = act(client, pasted(client), act="fields", published_on=given)
    assert "write it like 2020-03-04" in response.content.decode()


def test_a_month_is_shown_as_a_month(client, editor):
    item = pasted(client)
    shown = act(client, item, act="fields", published_on="2020-03").content.decode()
    assert 'name="published_on" value="2020-03"' in shown


def test_a_text_that_was_set_aside_becomes_no_article(client, editor):
    item = pasted(client)
    act(client, item, act="discard")
    assert "was set aside" in act(client, item, act="save").content.decode()
    assert not Article.objects.exists()


def test_a_person_that_no_row_can_be_breaks_no_page(client, editor, roster):
    item = pasted(client)
    answer = {"act": "answer", "noun": "people", "key": "tommy-tuberville", "said": "yes"}
    assert act(client, item, **answer, person="9" * 30).status_code == 200
    assert client.get(page_of(item)).status_code == 200


def test_who_may_only_look_is_offered_nothing_to_do(client, editor):
    item = pasted(client)
    client.force_login(somebody("Read-only staff"))
    shown = client.get(page_of(item)).content.decode()
    assert "The article" in shown
    assert 'name="act" value="' not in shown.replace('value="fields"', "", 1)
