"""A merge moves everything, and loses no address."""

import pytest

from articles.curation import CurationError, merge_outlets, merge_people, undo_merge
from articles.models import (
    Article,
    Author,
    Byline,
    Candidacy,
    Feed,
    IndexChange,
    Mention,
    OldSlug,
    Outlet,
    OutletDomain,
    OutletName,
    Person,
    PersonIdentifier,
    Result,
    Rival,
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
BODY = "Thomas Tuberville said “no” and Tommy Tuberville left."


@pytest.fixture
def pair():
    return make_person("Tommy Tuberville"), make_person("Thomas Tuberville")


@pytest.fixture
def editor():
    return make_editor()


def touched() -> set[int]:
    return set(IndexChange.objects.values_list("article_id", flat=True))


def test_links_names_and_identifiers_move(pair):
    kept, gone = pair
    article = make_article(body=BODY)
    row = mention(article, gone, "Thomas Tuberville")
    spoken = quote(article, gone, "no")
    PersonIdentifier.objects.create(person=gone, scheme="fec", value="S0AL00230")
    merge_people(kept, gone)
    row.refresh_from_db()
    spoken.refresh_from_db()
    assert row.person == spoken.person == kept
    assert kept.identifiers.get().value == "S0AL00230"
    assert {name.text for name in kept.names.all()} >= {"Tommy Tuberville", "Thomas Tuberville"}


def test_two_mentions_in_one_text_become_one(pair):
    kept, gone = pair
    article = make_article(body=BODY)
    mention(article, kept, "Tommy Tuberville")
    mention(article, gone, "Thomas Tuberville")
    merge_people(kept, gone)
    row = kept.mentions.get()
    assert row.spans.count() == 2


def test_candidacies_in_one_race_become_one(pair):
    kept, gone = pair
    race = make_race("2020-al-us-senate", kept, gone)
    stage = Stage.objects.create(race=race, kind="general")
    Result.objects.create(candidacy=Candidacy.objects.get(person=gone), stage=stage, votes=10)
    merge_people(kept, gone)
    assert Candidacy.objects.get().results.get().votes == 10


def test_rivals_move_without_doubling(pair):
    kept, gone = pair
    row = mention(make_article(body=BODY), make_person("Other"), "Tommy Tuberville")
    for person in pair:
        Rival.objects.create(mention=row, person=person)
    merge_people(kept, gone)
    assert [rival.person for rival in row.rivals.all()] == [kept]


def test_the_old_address_leads_on(pair):
    kept, gone = pair
    merge_people(kept, gone)
    assert Person.objects.by_slug("thomas-tuberville") == kept
    assert Person.objects.count() == 1


def test_articles_of_both_are_touched(pair):
    kept, gone = pair
    articles = [make_article(body=BODY), make_article(body=BODY)]
    mention(articles[0], kept, "Tommy Tuberville")
    mention(articles[1], gone, "Thomas Tuberville")
    IndexChange.objects.all().delete()
    merge_people(kept, gone)
    assert touched() == {article.pk for article in articles}


def test_nobody_is_merged_with_himself(pair):
    with pytest.raises(CurationError):
        merge_people(pair[0], pair[0])
    assert Person.objects.count() == 2


def test_outlets_merge_with_names_domains_and_articles():
    kept, gone = make_outlet("The Beacon"), make_outlet("Beacon")
    gone.domains.create(domain="beacon.example")
    article = make_article(outlet=gone)
    IndexChange.objects.all().delete()
    merge_outlets(kept, gone)
    article.refresh_from_db()
    assert article.outlet == kept
    assert kept.domains.get().domain == "beacon.example"
    assert Outlet.objects.named("beacon").get() == kept
    assert Outlet.objects.by_slug("beacon") == kept
    assert touched() == {article.pk}


def outlets_of() -> dict:
    """All that a merge of outlets touches, as plain data."""
    rows = {
        "outlets": Outlet.objects.values_list("pk", "name", "slug", "predecessor_id"),
        "names": OutletName.objects.values_list("outlet_id", "name"),
        "domains": OutletDomain.objects.values_list("outlet_id", "domain"),
        "articles": Article.objects.values_list("pk", "outlet_id"),
        "authors": Author.objects.values_list("pk", "name", "outlet_id"),
        "bylines": Byline.objects.values_list("pk", "author_id"),
        "feeds": Feed.objects.values_list("pk", "outlet_id"),
        "addresses": OldSlug.objects.values_list("kind", "slug", "target_id"),
    }
    return {name: sorted(found, key=str) for name, found in rows.items()}


@pytest.fixture
def outlets():
    """Two that are one, with all that may hang on them; somebody wrote for both."""
    kept, gone = make_outlet("The Beacon"), make_outlet("Beacon", is_proposed=True)
    gone.domains.create(domain="beacon.example")
    gone.other_names.create(name="Beacon Online")
    Feed.objects.create(url="https://beacon.example/feed", outlet=gone)
    make_outlet("Beacon Sunday", predecessor=gone)
    for outlet in (kept, gone):
        author = Author.objects.create(name="Ann Lee", outlet=outlet)
        Byline.objects.create(article=make_article(outlet=outlet), author=author, name="Ann Lee")
    Author.objects.create(name="Bo Ray", outlet=gone)
    return kept, gone


def test_all_that_an_outlet_has_moves_and_comes_back(outlets, editor):
    kept, gone = outlets
    before = outlets_of()
    merge = merge_outlets(kept, gone, by=editor)
    assert set(Outlet.objects.values_list("name", flat=True)) == {"The Beacon", "Beacon Sunday"}
    assert Outlet.objects.get(name="Beacon Sunday").predecessor == kept
    assert kept.articles.count() == 2
    assert kept.feeds.count() == kept.domains.count() == 1
    assert {one.name for one in kept.authors.all()} == {"Ann Lee", "Bo Ray"}
    assert set(Byline.objects.values_list("author__outlet", flat=True)) == {kept.pk}
    assert {one.name for one in kept.other_names.all()} == {"Beacon Online", "Beacon"}
    assert undo_merge(merge, by=editor).name == gone.name
    assert outlets_of() == before


def test_no_outlet_becomes_its_own_predecessor():
    older = make_outlet("Old Beacon")
    gone = make_outlet("Beacon", predecessor=older)
    kept = make_outlet("The Beacon", predecessor=gone)
    merge_outlets(kept, gone)
    kept.refresh_from_db()
    assert kept.predecessor == older
    merge_outlets(older, kept)
    older.refresh_from_db()
    assert older.predecessor is None


def test_a_merge_is_undone_once_and_not_under_another(outlets, editor):
    kept, gone = outlets
    merge = merge_outlets(kept, gone, by=editor)
    last = merge_outlets(make_outlet("The Star"), kept, by=editor)
    with pytest.raises(CurationError, match="undo that first"):
        undo_merge(merge)
    undo_merge(last)
    undo_merge(merge)
    with pytest.raises(CurationError, match="undone before"):
        undo_merge(merge)


def test_thousands_of_links_move_and_come_back_in_few_questions(django_assert_max_num_queries):
    kept, gone = make_person("Doug Jones"), make_person("G. Douglas Jones")
    for _ in range(30):
        article = make_article(body="Jones “spoke up” then.")
        mention(article, gone, "Jones")
        quote(article, kept, "spoke up").about_people.add(gone)
        Rival.objects.create(mention=mention(article, make_person()), person=gone)
    with django_assert_max_num_queries(120):
        merge = merge_people(kept, gone)
    assert Mention.objects.filter(person=kept).count() == 30
    with django_assert_max_num_queries(40):
        back = undo_merge(merge)
    assert Mention.objects.filter(person=back).count() == 30
    assert back.spoken_about_in.count() == 30
    assert Rival.objects.filter(person=back).count() == 30
