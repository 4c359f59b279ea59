"""Every page and every act of the editors' side: who may look, who may act, and nobody unasked."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.curation import merge_outlets, merge_people, withdraw
from articles.ingestion import paste
from articles.models import (
    Article,
    Batch,
    Feed,
    JoinProposal,
    LearnedName,
    LinkState,
    Merge,
    Person,
)
from tests.admin.test_review import BODY, ambiguous, somebody
from tests.builders import make_article, make_outlet, make_person, make_user

pytestmark = pytest.mark.django_db
EDITORS, REVIEWERS, READERS = "Editors", "Reviewers", "Read-only staff"
ALL = (EDITORS, REVIEWERS, READERS)


@pytest.fixture
def rows(made, module_rows, db, settings) -> dict[str, int]:
    settings.MEDIA_ROOT = module_rows
    return made


@pytest.fixture(scope="module")
def made(module_rows) -> dict[str, int]:
    """Something for each page and act to be about, by name."""
    doug, walter = make_person("Doug Jones"), make_person("Walter Jones")
    article = make_article(body=BODY, status="review")
    merge = merge_people(doug, make_person("G. D. Jones"))
    outlet = make_outlet("New Paper", is_proposed=True)
    return {
        "article": article.pk,
        "mention": ambiguous(article, doug, walter).pk,
        "person": doug.pk,
        "proposed": make_person("Somebody New", status=Person.Status.PROPOSED).pk,
        "outlet": outlet.pk,
        "known": make_outlet("The Ledger").pk,
        "outlets": merge_outlets(make_outlet("The Star"), make_outlet("Star")).pk,
        "merge": merge.pk,
        "batch": Batch.objects.create(name="Some").pk,
        "item": paste(f"A Headline\n\nBy Ann Writer\n\n{BODY}").pk,
        "feed": Feed.objects.create(url="https://feed.example/", outlet=outlet).pk,
        "join": JoinProposal.objects.create(person=doug, other=walter, why="Alike.").pk,
        "learned": LearnedName.objects.create(outlet=outlet, person=doug, name="J", folded="j").pk,
    }


LOOKS = {
    "/admin/review/": ALL,
    "/admin/review/mention/": ALL,
    "/admin/review/person/{person}/all/": ALL,
    "/admin/articles/article/{article}/change/": ALL,
    "/admin/articles/article/{article}/versions/": ALL,
    "/admin/articles/article/{article}/history/": ALL,
    "/admin/articles/item/{item}/change/": ALL,
    "/admin/articles/batch/{batch}/change/": ALL,
    "/admin/articles/batch/{batch}/failures/": ALL,
    "/admin/articles/item/add/": (EDITORS,),
    "/admin/articles/batch/add/": (EDITORS,),
    "/admin/care/rosters/": (EDITORS,),
    "/admin/care/person/{person}/merge/": (EDITORS,),
    "/admin/care/outlet/{outlet}/merge/": (EDITORS,),
    "/admin/care/person/{person}/split/": (EDITORS,),
    "/admin/articles/user/": (),
}
ACTS = {
    "/admin/review/mention/": ({"key": "{mention}", "said": "no"}, (EDITORS, REVIEWERS)),
    "/admin/review/article/": ({"key": "{article}", "said": "yes"}, (EDITORS,)),
    "/admin/review/person/": ({"key": "{proposed}", "said": "yes"}, (EDITORS,)),
    "/admin/review/outlet/": ({"key": "{outlet}", "said": "yes"}, (EDITORS,)),
    "/admin/review/person/{person}/all/": ({"mention": "{mention}"}, (EDITORS, REVIEWERS)),
    "/admin/articles/article/{article}/act/": ({"act": "publish"}, (EDITORS,)),
    "/admin/articles/item/{item}/change/": ({"act": "discard"}, (EDITORS,)),
    "/admin/articles/item/add/": ({"text": "Words"}, (EDITORS,)),
    "/admin/articles/batch/add/": ({"urls": "https://a.example/"}, (EDITORS,)),
    "/admin/articles/batch/{batch}/act/": ({"act": "cancel"}, (EDITORS,)),
    "/admin/care/rosters/": ({"capture": "1"}, (EDITORS,)),
    "/admin/care/person/{person}/merge/": ({"kept": "{proposed}"}, (EDITORS,)),
    "/admin/care/outlet/{outlet}/merge/": ({"kept": "{known}"}, (EDITORS,)),
    "/admin/care/person/{person}/split/": ({"called": "Other", "article": "1"}, (EDITORS,)),
    "/admin/care/person/{person}/alias/": ({"text": "Douglas", "kind": "common"}, (EDITORS,)),
    "/admin/care/merge/{merge}/undo/": ({}, (EDITORS,)),
    "/admin/care/merge/{outlets}/undo/": ({}, (EDITORS,)),
    "/admin/articles/version/{article}/change/": ({"headline": "Changed"}, ()),
}


def filled(fields: dict[str, str], rows: dict[str, int]) -> dict[str, str]:
    return {name: value.format(**rows) for name, value in fields.items()}


@pytest.mark.parametrize("group", ALL)
def test_who_may_look(client, rows, group):
    client.force_login(somebody(group))
    for page, who in LOOKS.items():
        status = client.get(page.format(**rows)).status_code
        assert status == (200 if group in who else 403), page


@pytest.mark.parametrize("group", ALL)
@pytest.mark.parametrize("page", ACTS)
def test_who_may_act(client, rows, group, page):
    fields, who = ACTS[page]
    client.force_login(somebody(group))
    status = client.post(page.format(**rows), filled(fields, rows)).status_code
    assert (status in (200, 302)) if group in who else (status in (403, 404, 405))


@pytest.mark.parametrize("page", ACTS)
def test_nobody_acts_unasked_or_signed_out(rows, page):
    fields, _ = ACTS[page]
    address, given = page.format(**rows), filled(fields, rows)
    trapped = Client(enforce_csrf_checks=True)
    trapped.force_login(somebody(EDITORS))
    assert trapped.post(address, given).status_code == 403
    for user in (None, make_user()):
        visitor = Client()
        if user:
            visitor.force_login(user)
        response = visitor.post(address, given)
        assert response.status_code == 302
        assert response.url.startswith("/admin/login/")


@pytest.mark.parametrize(
    "page", ["/admin/care/person/{person}/alias/", "/admin/care/merge/{merge}/undo/"]
)
def test_what_changes_something_is_not_done_by_looking(client, rows, page):
    client.force_login(somebody(EDITORS))
    assert client.get(page.format(**rows)).status_code == 405


CHOSEN = {
    "publish_chosen": ("article", "article", (EDITORS,)),
    "join": ("joinproposal", "join", (EDITORS,)),
    "keep_apart": ("joinproposal", "join", (EDITORS, REVIEWERS)),
    "forget": ("learnedname", "learned", (EDITORS,)),
    "poll_chosen": ("feed", "feed", (EDITORS,)),
}


def standing() -> tuple:
    return (
        Article.objects.get().status,
        JoinProposal.objects.values_list("decision").first(),
        LearnedName.objects.get().is_used,
        Feed.objects.get().next_poll_at is None,
        Merge.objects.count(),
    )


@pytest.mark.parametrize("group", ALL)
@pytest.mark.parametrize("action", CHOSEN)
def test_who_may_act_on_many_rows(client, rows, group, action):
    noun, key, who = CHOSEN[action]
    client.force_login(somebody(group))
    before = standing()
    given = {"action": action, "_selected_action": [rows[key]]}
    client.post(reverse(f"admin:articles_{noun}_changelist"), given)
    assert (standing() != before) is (group in who)


def test_nobody_is_led_away_by_signing_in(client):
    make_user("led@example.org", is_staff=True)
    given = {"username": "led@example.org", "password": "a long pass word"}
    for away in (
        "https://evil.example/",
        "//evil.example",
        "javascript:alert(1)",
        "/\\evil.example",
    ):
        response = client.post(f"/admin/login/?next={away}", {**given, "next": away})
        assert response.status_code == 302
        assert "evil" not in response.url
        assert "script" not in response.url


def test_a_link_stays_as_it_is_for_who_may_only_look(client, rows):
    client.force_login(somebody(READERS))
    client.post("/admin/review/mention/", {"key": rows["mention"], "said": "yes"})
    row = Article.objects.get().current_version.mentions.get()
    assert (row.state, row.decision) == (LinkState.AMBIGUOUS, "none")


@pytest.mark.parametrize("group", ALL)
def test_nobody_brings_an_old_state_back(client, group):
    article = make_article()
    withdraw(article, because="Asked for.")
    client.force_login(somebody(group))
    was_public = article.history.filter(status="published").first()
    page = f"/admin/articles/article/{article.pk}/history/{was_public.history_id}/"
    shown = client.get(page).context["adminform"].form.initial
    given = {name: value for name, value in shown.items() if value not in (None, {}, [])}
    status = client.post(page, given).status_code
    assert Article.objects.get(pk=article.pk).status == "withdrawn"
    assert status == 405
