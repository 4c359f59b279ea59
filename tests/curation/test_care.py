"""Merges that can be undone, splits, names that make articles be read again, and the log."""

import pytest

from articles.curation import (
    CurationError,
    add_alias,
    decide_mention,
    merge_people,
    review_article,
    review_likeness,
    review_outlet,
    review_person,
    split_person,
    undo_merge,
)
from articles.ingestion.relink import reread_one
from articles.models import (
    Candidacy,
    CopySet,
    Judgement,
    Likeness,
    LinkState,
    Mention,
    Outlet,
    Person,
    PersonIdentifier,
    PersonName,
    Quote,
    RereadRequest,
    Result,
    Stage,
)
from tests.builders import (
    make_article,
    make_editor,
    make_outlet,
    make_person,
    make_race,
    mention,
    quote,
)

pytestmark = pytest.mark.django_db
BODY = "Thomas Tuberville said “no” and Tommy Tuberville left. Thomas Tuberville stayed."


@pytest.fixture
def pair():
    return make_person("Tommy Tuberville"), make_person("Thomas Tuberville")


def picture() -> dict:
    """All that a merge touches, as plain data."""
    about = Person.spoken_about_in.through
    rows = {
        "people": Person.objects.values_list("pk", "name", "slug"),
        "names": PersonName.objects.values_list("pk", "person_id", "text", "kind"),
        "identifiers": PersonIdentifier.objects.values_list("person_id", "scheme", "value"),
        "mentions": Mention.objects.values_list("pk", "person_id", "state"),
        "spans": Mention.objects.values_list("spans__pk", "pk", "spans__start"),
        "quotes": Quote.objects.values_list("pk", "person_id"),
        "candidacies": Candidacy.objects.values_list("pk", "person_id", "fec_id"),
        "results": Result.objects.values_list("pk", "candidacy_id", "votes"),
        "about": about.objects.values_list("quote_id", "person_id"),
    }
    return {name: sorted(map(str, found)) for name, found in rows.items()}


def test_an_undone_merge_leaves_everything_as_it_was(pair):
    kept, gone = pair
    article, other = make_article(body=BODY), make_article(body=BODY)
    mention(article, kept, "Tommy Tuberville")
    mention(article, gone, "Thomas Tuberville")
    mention(other, gone, "Thomas Tuberville")
    said = quote(article, gone, "no")
    said.about_people.add(gone, kept)
    PersonIdentifier.objects.create(person=gone, scheme="fec", value="S0AL00230")
    race = make_race("2020-al-us-senate", kept, gone)
    theirs = Candidacy.objects.get(person=gone)
    Candidacy.objects.filter(pk=theirs.pk).update(fec_id="S0AL00230")
    Result.objects.create(
        candidacy=theirs, stage=Stage.objects.create(race=race, kind="general"), votes=10
    )
    before = picture()
    merge = merge_people(kept, gone)
    assert picture() != before
    back = undo_merge(merge, by=make_editor())
    assert picture() == before
    assert back.slug == "thomas-tuberville"
    assert Person.objects.by_slug("thomas-tuberville") == back


def test_what_was_decided_after_the_merge_stays_decided_after_its_undoing(pair):
    kept, gone = pair
    row = mention(make_article(body=BODY), gone, "Thomas Tuberville")
    merge = merge_people(kept, gone)
    third = make_person("Somebody Else")
    row.refresh_from_db()
    decide_mention(row, "yes", by=make_editor(), person=third)
    undo_merge(merge)
    row.refresh_from_db()
    assert row.person == third


def test_a_merge_is_undone_once(pair):
    merge = merge_people(*pair)
    undo_merge(merge)
    with pytest.raises(CurationError, match="undone before"):
        undo_merge(merge)


def test_a_merge_into_somebody_who_is_gone_since_says_what_to_undo_first(pair):
    kept, gone = pair
    merge = merge_people(kept, gone)
    merge_people(make_person("A Third"), kept)
    with pytest.raises(CurationError, match="undo that first"):
        undo_merge(merge)


def test_a_split_takes_the_chosen_articles_and_names(pair):
    person, _ = pair
    one, two = make_article(body=BODY), make_article(body=BODY)
    mention(one, person, "Tommy Tuberville")
    moves = mention(two, person, "Tommy Tuberville")
    name = PersonName.objects.create(person=person, text="Coach", kind="nickname")
    other = split_person(person, "Tom Tuberville Jr.", articles=[two], names=[name])
    moves.refresh_from_db()
    assert moves.person == other
    assert person.mentions.count() == 1
    assert {one.text for one in other.names.all()} == {"Coach", "Tom Tuberville Jr."}


def test_a_split_of_nothing_is_refused(pair):
    with pytest.raises(CurationError, match="at least one article"):
        split_person(pair[0], "Somebody", articles=[make_article()])
    with pytest.raises(CurationError, match="is called"):
        split_person(pair[0], " ", articles=[])


def test_another_name_has_the_articles_with_it_read_again():
    person = make_person("Thomas Tuberville")
    article = make_article(body="Coach Quigley Tubs said on Monday that he would run.")
    row = Mention.objects.create(version=article.current_version, name="Quigley Tubs")
    name, number = add_alias(person, "Quigley Tubs")
    assert (name.text, number) == ("Quigley Tubs", 1)
    assert RereadRequest.objects.get().article_id == article.pk
    assert reread_one()
    assert not reread_one()
    assert not Mention.objects.filter(pk=row.pk).exists()
    linked = article.current_version.mentions.get(person=person)
    assert linked.name == "Quigley Tubs"


def test_asking_twice_makes_one_request():
    person = make_person("Thomas Tuberville")
    article = make_article(body="Quigley Tubs said so.")
    Mention.objects.create(version=article.current_version, name="Quigley Tubs")
    add_alias(person, "Quigley Tubs")
    add_alias(person, "Q. Tubs")
    assert RereadRequest.objects.count() == 1


# Answers that are no links


def test_each_answer_is_kept_with_who_and_when(pair):
    editor = make_editor()
    row = mention(make_article(body=BODY), pair[0], "Tommy Tuberville")
    decide_mention(row, "yes", by=editor)
    said = Judgement.objects.get()
    assert (said.noun, said.target_id, said.answer, said.by) == ("mention", row.pk, "yes", editor)
    assert said.at


@pytest.mark.parametrize(
    ("answer", "status"), [("yes", "published"), ("no", "draft"), ("unsure", "review")]
)
def test_an_article_in_review(answer, status):
    article = make_article(status="review")
    review_article(article, answer, by=make_editor())
    article.refresh_from_db()
    assert article.status == status


def test_a_public_article_looked_at_again_stays_public():
    article = make_article(review_note="The text has changed.")
    review_article(article, "yes", by=make_editor())
    article.refresh_from_db()
    assert (article.status, article.review_note) == ("published", "")


@pytest.mark.parametrize(
    ("answer", "status"), [("yes", "confirmed"), ("no", "hidden"), ("unsure", "proposed")]
)
def test_a_proposed_person(answer, status):
    person = make_person("Somebody New", status=Person.Status.PROPOSED)
    review_person(person, answer, by=make_editor())
    person.refresh_from_db()
    assert person.status == status


def test_a_proposed_outlet_with_articles_can_t_just_be_denied():
    outlet = make_outlet("Odd Name", is_proposed=True)
    make_article(outlet=outlet)
    with pytest.raises(CurationError, match="merge it with the outlet"):
        review_outlet(outlet, "no", by=make_editor())
    review_outlet(outlet, "yes", by=make_editor())
    assert not Outlet.objects.get(pk=outlet.pk).is_proposed


def test_no_to_a_copy_takes_the_later_one_out_of_its_set():
    first, second = make_article(), make_article()
    copies = CopySet.objects.create()
    for one in (first, second):
        one.copy_set = copies
        one.save()
    likeness = Likeness.objects.create(article=second, other=first, share=0.4)
    review_likeness(likeness, "no", by=make_editor())
    second.refresh_from_db()
    first.refresh_from_db()
    assert second.copy_set is None
    assert first.copy_set is None
    assert not CopySet.objects.exists()


def test_a_twin_decided_becomes_one_mention(pair):
    article = make_article(body=BODY)
    first = mention(article, pair[0], "Tommy Tuberville")
    second = Mention.objects.create(
        version=article.current_version, name="Thomas Tuberville", state=LinkState.AMBIGUOUS
    )
    left = decide_mention(second, "yes", by=make_editor(), person=pair[0])
    assert left == first
