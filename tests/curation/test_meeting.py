"""Two who act on one row at one moment: neither undoes the other, and nothing comes back."""

import pytest

from articles.curation import (
    CurationError,
    back_to_draft,
    decide_mention,
    decide_quote,
    decide_race,
    merge_outlets,
    merge_people,
    publish,
    retitle,
    review_article,
    review_outlet,
    review_person,
    split_person,
    withdraw,
)
from articles.ingestion.relink import relink
from articles.models import Article, LinkState, Mention, Outlet, Person, Quote
from tests.builders import (
    link_race,
    make_article,
    make_editor,
    make_outlet,
    make_person,
    make_race,
    mention,
    quote,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(db):
    return make_editor()


def also_seen(row):
    """The same row as somebody else has read it."""
    return type(row)._default_manager.get(pk=row.pk)


ACTS = {
    "publish": publish,
    "back to draft": back_to_draft,
    "withdraw": lambda article: withdraw(article, because="Asked for."),
    "retitle": lambda article: retitle(article, "Another headline", by=None),
    "review": lambda article: review_article(article, "yes", by=None),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_an_act_leaves_what_somebody_else_changed_meanwhile(act):
    article = make_article(status="review")
    stale = also_seen(article)
    Article.objects.filter(pk=article.pk).update(rights="metadata", section="Politics")
    act(stale)
    article.refresh_from_db()
    assert (article.rights, article.section) == ("metadata", "Politics")


def test_a_second_headline_follows_the_first(editor):
    article = make_article("One")
    stale = also_seen(article)
    retitle(article, "Two", by=editor)
    retitle(stale, "Three", by=editor)
    assert list(article.versions.values_list("number", "headline")) == [
        (1, "One"),
        (2, "Two"),
        (3, "Three"),
    ]


def test_an_answer_to_a_link_that_was_read_anew_makes_no_ghost(editor):
    article, person = make_article(body="Doug Jones “spoke up” then."), make_person("Doug Jones")
    rows = [
        (mention(article, person, "Doug Jones"), decide_mention),
        (quote(article, person, "spoke up"), decide_quote),
        (link_race(article, make_race()), decide_race),
    ]
    relink(also_seen(article))
    kept = Mention.objects.count(), Quote.objects.count()
    for row, decide in rows:
        with pytest.raises(CurationError, match="not there any more"):
            decide(row, "yes", by=editor)
    assert (Mention.objects.count(), Quote.objects.count()) == kept


def test_what_was_decided_meanwhile_is_not_forgotten(editor):
    article = make_article(body="Doug Jones spoke.")
    row = mention(article, make_person("Doug Jones"), "Doug Jones")
    stale = also_seen(row)
    decide_mention(row, "no", by=editor)
    decide_mention(stale, "unsure", by=editor)
    stale.refresh_from_db()
    assert (stale.state, stale.decision) == (LinkState.REJECTED, "unsure")


def test_a_person_is_merged_once(editor):
    kept, third, gone = (make_person(name) for name in ("Doug Jones", "G. D. Jones", "Jones"))
    stale = also_seen(gone)
    merge_people(kept, gone, by=editor)
    with pytest.raises(CurationError, match="not there any more"):
        merge_people(third, stale, by=editor)
    assert set(Person.objects.all()) == {kept, third}


def test_a_person_who_was_merged_does_not_come_back(editor):
    kept, gone = make_person("Doug Jones"), make_person("Jones", status=Person.Status.PROPOSED)
    stale = also_seen(gone)
    merge_people(kept, gone, by=editor)
    with pytest.raises(CurationError, match="not there any more"):
        review_person(stale, "yes", by=editor)
    with pytest.raises(CurationError, match="not there any more"):
        split_person(stale, "Other Jones", articles=[], by=editor)
    assert list(Person.objects.all()) == [kept]


def test_an_outlet_that_was_merged_does_not_come_back(editor):
    kept, gone = make_outlet("The Ledger"), make_outlet("Ledger", is_proposed=True)
    stale = also_seen(gone)
    merge_outlets(kept, gone)
    with pytest.raises(CurationError, match="not there any more"):
        review_outlet(stale, "yes", by=editor)
    assert list(Outlet.objects.all()) == [kept]
