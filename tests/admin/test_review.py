"""The review queue: what is asked, how it is answered, and by whom it may be."""

import pytest
from django.contrib.auth.models import Group

from articles.models import (
    Article,
    Feed,
    Judgement,
    Likeness,
    LinkState,
    Mention,
    MentionSpan,
    Merge,
    Person,
    Quote,
    QuoteSpan,
    RaceLink,
    Rival,
)
from tests.builders import make_article, make_outlet, make_person, make_race, make_user

pytestmark = pytest.mark.django_db
BODY = "Sen. Jones said on Monday that “the vote is safe,” and left."


def somebody(group: str):
    user = make_user(is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return user


@pytest.fixture
def editor(client):
    user = somebody("Editors")
    client.force_login(user)
    return user


def ambiguous(article: Article, *rivals: Person) -> Mention:
    row = Mention.objects.create(
        version=article.current_version, name="Jones", state=LinkState.AMBIGUOUS
    )
    MentionSpan.objects.create(mention=row, field="body", start=5, end=10)
    for number, rival in enumerate(rivals):
        Rival.objects.create(mention=row, person=rival, confidence=0.5 - number / 10)
    return row


def answer(client, noun: str, key: int, said: str, **more):
    return client.post(f"/admin/review/{noun}/", {"key": key, "said": said, **more}, follow=True)


def test_the_overview_counts_what_waits(client, editor):
    ambiguous(make_article(body=BODY), make_person("Doug Jones"))
    make_article(status="review")
    text = client.get("/admin/review/").content.decode()
    assert "<b>1</b> Articles in review" in text
    assert "<b>1</b> People named, not sure who" in text


def test_a_question_shows_the_words_in_their_passage(client, editor):
    ambiguous(make_article(body=BODY), make_person("Doug Jones"), make_person("Walter Jones"))
    text = client.get("/admin/review/mention/").content.decode()
    assert "Is “Jones” here Doug Jones?" in text
    assert "Sen. <mark>Jones</mark> said" in text
    assert "It is Walter Jones" in text


def test_yes_takes_the_first_choice_and_goes_on(client, editor):
    row = ambiguous(make_article(body=BODY), make_person("Doug Jones"), make_person("W. Jones"))
    response = answer(client, "mention", row.pk, "yes")
    row.refresh_from_db()
    assert (row.person.name, row.state, row.decided_by) == ("Doug Jones", "linked", editor)
    text = response.content.decode()
    assert "Nothing waits here" in text
    assert "Yes: Is “Jones” here Doug Jones?" in text
    assert f"/admin/articles/article/{row.version.article_id}/change/" in text


def test_later_goes_through_the_whole_queue(client, editor):
    article = make_article(body=BODY)
    rows = [ambiguous(article, make_person(f"Jones {n}")) for n in range(3)]
    answer(client, "mention", rows[0].pk, "unsure")
    shown, page = [], client.get("/admin/review/mention/")
    for _ in range(4):
        shown.append(page.context["row"].pk)
        page = answer(client, "mention", shown[-1], "skip")
    assert shown == [rows[1].pk, rows[2].pk, rows[0].pk, rows[1].pk]


def test_a_rival_or_a_name_can_be_chosen(client, editor):
    other = make_person("Walter Jones")
    first = ambiguous(make_article(body=BODY), make_person("Doug Jones"), other)
    second = ambiguous(make_article(body=BODY), make_person("D. Jones"))
    answer(client, "mention", first.pk, "yes", person=other.pk)
    answer(client, "mention", second.pk, "yes", who="Walter Jones")
    assert set(Mention.objects.values_list("person__name", flat=True)) == {"Walter Jones"}


def test_a_name_nobody_has_is_said_and_nothing_is_lost(client, editor):
    row = ambiguous(make_article(body=BODY), make_person("Doug Jones"))
    response = answer(client, "mention", row.pk, "yes", who="Zebulon Nobody")
    assert "nobody the archive knows" in response.content.decode()
    assert 'value="Zebulon Nobody"' in response.content.decode()
    row.refresh_from_db()
    assert row.decision == "none"


def test_unsure_goes_to_the_end_and_stays(client, editor):
    first = ambiguous(make_article(body=BODY), make_person("Doug Jones"))
    second = ambiguous(make_article(body=BODY), make_person("Walter Jones"))
    answer(client, "mention", first.pk, "unsure")
    text = client.get("/admin/review/mention/").content.decode()
    assert f'name="key" value="{second.pk}"' in text
    answer(client, "mention", second.pk, "no")
    assert "Doug Jones" in client.get("/admin/review/mention/").content.decode()


def test_what_somebody_answered_meanwhile_is_said(client, editor):
    row = ambiguous(make_article(body=BODY), make_person("Doug Jones"))
    answer(client, "mention", row.pk, "no")
    response = answer(client, "mention", row.pk, "yes")
    assert "answered that one already" in response.content.decode()
    row.refresh_from_db()
    assert row.decision == "no"


def test_every_kind_of_question_can_be_asked_and_answered(client, editor):
    article = make_article(body=BODY, status="review")
    version = article.current_version
    race = RaceLink.objects.create(version=version, race=make_race(), state=LinkState.SUGGESTED)
    said = Quote.objects.create(
        version=version, kind="direct", speaker_kind="person", speaker_text="Jones"
    )
    QuoteSpan.objects.create(quote=said, field="body", start=31, end=48)
    doug = make_person("Doug Jones")
    new = make_person("Somebody New", status=Person.Status.PROPOSED)
    outlet = make_outlet("New Paper", is_proposed=True)
    like = Likeness.objects.create(article=article, other=make_article(), share=0.5)
    answers = {
        "race": (race.pk, {}),
        "quote": (said.pk, {"who": "Doug Jones"}),
        "person": (new.pk, {}),
        "outlet": (outlet.pk, {}),
        "copy": (like.pk, {}),
        "article": (article.pk, {}),
    }
    for noun, (key, more) in answers.items():
        assert f'name="key" value="{key}"' in client.get(f"/admin/review/{noun}/").content.decode()
        answer(client, noun, key, "yes", **more)
    assert {one.noun for one in Judgement.objects.filter(answer="yes")} == set(answers)
    said.refresh_from_db()
    assert said.person == doug


def test_one_yes_for_one_person_in_many_texts(client, editor):
    doug = make_person("Doug Jones")
    rows = [ambiguous(make_article(body=BODY), doug) for _ in range(3)]
    page = f"/admin/review/person/{doug.pk}/all/"
    assert client.get(page).content.decode().count('name="mention"') == 3
    client.post(page, {"mention": [rows[0].pk, rows[1].pk]})
    assert [Mention.objects.get(pk=row.pk).decision for row in rows] == ["yes", "yes", "none"]


def test_the_number_of_queries_does_not_grow_with_the_queue(
    client, editor, django_assert_max_num_queries
):
    doug = make_person("Doug Jones")
    for _ in range(12):
        ambiguous(make_article(body=BODY), doug)
    with django_assert_max_num_queries(20):
        client.get("/admin/review/mention/")
    with django_assert_max_num_queries(20):
        client.get("/admin/review/")


# Who may what


@pytest.mark.parametrize("noun", ["mention", "article", "person"])
def test_read_only_staff_see_and_can_t_answer(client, noun):
    client.force_login(somebody("Read-only staff"))
    rows = {
        "mention": ambiguous(make_article(body=BODY), make_person("Doug Jones")),
        "article": make_article(status="review"),
        "person": make_person("Somebody New", status=Person.Status.PROPOSED),
    }
    assert client.get(f"/admin/review/{noun}/").status_code == 200
    assert answer(client, noun, rows[noun].pk, "yes").status_code == 403


def test_reviewers_decide_links_and_publish_nothing(client):
    client.force_login(somebody("Reviewers"))
    row = ambiguous(make_article(body=BODY), make_person("Doug Jones"))
    waiting = make_article(status="review")
    assert answer(client, "mention", row.pk, "yes").status_code == 200
    assert answer(client, "article", waiting.pk, "yes").status_code == 403
    assert client.post("/admin/articles/batch/add/", {"urls": "https://x.org"}).status_code == 403
    assert client.post("/admin/articles/item/add/", {"text": "x"}).status_code == 403


@pytest.mark.parametrize(
    ("group", "permission", "may"),
    [
        ("Editors", "publish_article", True),
        ("Editors", "merge_people", True),
        ("Editors", "add_batch", True),
        ("Editors", "delete_article", False),
        ("Editors", "change_user", False),
        ("Editors", "view_user", False),
        ("Reviewers", "decide_link", True),
        ("Reviewers", "change_article", False),
        ("Reviewers", "merge_people", False),
        ("Read-only staff", "view_article", True),
        ("Read-only staff", "decide_link", False),
        ("Read-only staff", "change_person", False),
    ],
)
def test_what_a_group_may(group, permission, may):
    assert somebody(group).has_perm(f"articles.{permission}") is may


def test_nobody_signed_out_sees_any_of_it(client):
    for page in ("/admin/review/", "/admin/review/mention/", "/admin/care/rosters/"):
        assert client.get(page).status_code == 302
    client.force_login(make_user())
    assert client.get("/admin/review/").status_code == 302


def test_a_name_that_several_have_asks_the_same_question_again(client, editor):
    ambiguous(make_article(body=BODY), make_person("Doug Jones"))
    asked = ambiguous(make_article(body=BODY), make_person("D. Jones"))
    first, second = make_person("Walter Jones"), make_person("Walter Jones")
    shown = answer(client, "mention", asked.pk, "yes", who="Walter Jones").content.decode()
    assert f'name="key" value="{asked.pk}"' in shown
    for person in (first, second):
        assert f'name="person" value="{person.pk}"' in shown


def test_a_rival_who_is_gone_is_told_and_nobody_else_is_linked(client, editor):
    row = ambiguous(make_article(body=BODY), make_person("Doug Jones"))
    response = answer(client, "mention", row.pk, "yes", person=987654)
    assert "choose once more" in response.content.decode()
    row.refresh_from_db()
    assert row.decision == "none"


@pytest.mark.parametrize("odd", ["²", "9" * 30, "a\0b", "-1"])
def test_odd_parameters_break_no_page(client, editor, odd):
    doug = make_person("Doug Jones")
    row = ambiguous(make_article(body=BODY), doug)
    for parameter in ("after", "key", "who"):
        assert client.get("/admin/review/mention/", {parameter: odd}).status_code == 200
    assert answer(client, "mention", odd, "yes").status_code == 200
    assert answer(client, "mention", row.pk, "yes", who=odd).status_code == 200
    assert (
        client.post(f"/admin/review/person/{doug.pk}/all/", {"mention": [odd]}).status_code == 302
    )
    care = f"/admin/care/person/{doug.pk}"
    assert client.get(f"{care}/merge/", {"who": odd}).status_code == 200
    assert client.post(f"{care}/merge/", {"kept": odd}).status_code in (200, 404)
    assert client.post(f"{care}/split/", {"article": odd, "called": odd}).status_code == 200
    assert client.post("/admin/care/rosters/", {"capture": odd}).status_code == 302


def test_the_page_of_one_person_asks_no_more_with_more_texts(
    client, editor, django_assert_max_num_queries
):
    doug = make_person("Doug Jones")
    for _ in range(12):
        ambiguous(make_article(body=BODY), doug)
    with django_assert_max_num_queries(20):
        client.get(f"/admin/review/person/{doug.pk}/all/")


def test_a_proposed_outlet_with_a_feed_is_not_deleted(client, editor):
    outlet = make_outlet("New Paper", is_proposed=True)
    Feed.objects.create(outlet=outlet, url="https://new.example/feed")
    assert "has articles or feeds" in answer(client, "outlet", outlet.pk, "no").content.decode()
    assert Feed.objects.exists()


def test_an_outlet_is_found_merged_and_brought_back(client, editor):
    kept, gone = make_outlet("The Daily Ledger"), make_outlet("Ledger", is_proposed=True)
    kept.domains.create(domain="ledger.example")
    article = make_article(outlet=gone)
    page = f"/admin/care/outlet/{gone.pk}/merge/"
    assert page in client.get("/admin/review/outlet/").content.decode()
    assert page in client.get(f"/admin/articles/outlet/{gone.pk}/change/").content.decode()
    for words in ("the daily ledger", "www.ledger.example", "daily", "the-daily-ledger"):
        assert f'value="{kept.pk}"' in client.get(page, {"who": words}).content.decode()
    for words in ("Ledger Of Nowhere", "ledger"):  # nobody's name; its own
        assert f'value="{kept.pk}"' not in client.get(page, {"who": words}).content.decode()
    shown = client.post(page, {"kept": kept.pk}, follow=True).content.decode()
    assert "Ledger is now The Daily Ledger" in shown
    article.refresh_from_db()
    assert article.outlet == kept
    merge = Merge.objects.get()
    undo = f"/admin/care/merge/{merge.pk}/undo/"
    assert undo in client.get(f"/admin/articles/merge/{merge.pk}/change/").content.decode()
    assert client.post(undo, follow=True).status_code == 200
    assert undo not in client.get(f"/admin/articles/merge/{merge.pk}/change/").content.decode()
    article.refresh_from_db()
    assert article.outlet.name == "Ledger"


def test_only_people_and_outlets_are_merged(client, editor):
    assert client.get("/admin/care/race/1/merge/").status_code == 404
    outlet = make_outlet()
    page = f"/admin/care/outlet/{outlet.pk}/merge/"
    assert "with the same outlet" in client.post(page, {"kept": outlet.pk}).content.decode()


def test_a_split_without_a_name_keeps_what_was_chosen(client, editor):
    doug = make_person("Doug Jones")
    article = make_article(body=BODY)
    Mention.objects.create(version=article.current_version, name="Jones", person=doug)
    page = f"/admin/care/person/{doug.pk}/split/"
    shown = client.post(page, {"called": " ", "article": article.pk}).content.decode()
    assert "Say what the other person is called" in shown
    assert f'name="article" value="{article.pk}" checked' in shown
