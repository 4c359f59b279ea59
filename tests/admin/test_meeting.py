"""Two editors with one form open: the second is told, and neither loses a word."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.curation import publish
from articles.models import Article, Outlet, Person
from tests.builders import make_article, make_outlet, make_person, make_user

pytestmark = pytest.mark.django_db
NONE = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}


def signed_in(email: str) -> Client:
    client = Client()
    client.force_login(make_user(email=email, is_staff=True, is_superuser=True))
    return client


@pytest.fixture
def ann():
    return signed_in("ann@example.org")


@pytest.fixture
def bob():
    return signed_in("bob@example.org")


def page_of(row) -> str:
    return reverse(f"admin:articles_{row._meta.model_name}_change", args=[row.pk])


def opened(client: Client, page: str) -> dict:
    """What the browser would send back if nothing were written."""
    context = client.get(page).context
    form = context["adminform"].form
    held = {name: form[name].value() for name in form.fields}
    sent = {name: value for name, value in held.items() if value not in (None, {}, [], False)}
    for inline in context["inline_admin_formsets"]:
        sent |= {f"{inline.formset.prefix}-{name}": value for name, value in NONE.items()}
    return sent


@pytest.mark.parametrize(
    ("row", "field"),
    [(make_article, "section"), (make_person, "name"), (make_outlet, "place")],
)
def test_the_second_is_told_keeps_the_words_and_can_save_them(ann, bob, row, field):
    row = row()
    page = page_of(row)
    of_ann, of_bob = opened(ann, page), opened(bob, page)
    assert ann.post(page, {**of_ann, field: "As Ann has it"}).status_code == 302
    refused = bob.post(page, {**of_bob, field: "As Bob has it"})
    told = refused.content.decode()
    assert "ann@example.org changed this on" in told
    assert 'value="As Bob has it"' in told
    row.refresh_from_db()
    assert getattr(row, field) == "As Ann has it"
    again = {
        **of_bob,
        field: "As Bob has it",
        "seen": refused.context["adminform"].form["seen"].value(),
    }
    assert bob.post(page, again).status_code == 302
    row.refresh_from_db()
    assert getattr(row, field) == "As Bob has it"


def test_an_act_in_between_is_no_reason_to_refuse(ann):
    article = make_article(status="review")
    page = page_of(article)
    sent = opened(ann, page)
    publish(article)
    assert ann.post(page, {**sent, "section": "Politics"}).status_code == 302
    article = Article.objects.get()
    assert (article.section, article.status) == ("Politics", "published")


def test_one_who_only_looks_and_one_who_adds_see_no_more_than_before(ann, client):
    outlet = make_outlet()
    reader = make_user(is_staff=True)
    reader.groups.add(*reader.groups.model.objects.filter(name="Read-only staff"))
    client.force_login(reader)
    assert 'name="seen"' not in client.get(page_of(outlet)).content.decode()
    page = reverse("admin:articles_outlet_add")
    sent = opened(ann, page)
    assert "seen" not in sent
    assert ann.post(page, {**sent, "name": "The Star"}).status_code == 302
    assert Outlet.objects.filter(name="The Star").exists()


def test_a_row_without_any_history_can_be_saved(ann):
    row = make_person("Doug Jones")
    row.history.all().delete()
    assert (
        ann.post(
            page_of(row), {**opened(ann, page_of(row)), "name": "G. Douglas Jones"}
        ).status_code
        == 302
    )
    assert Person.objects.get().name == "G. Douglas Jones"
