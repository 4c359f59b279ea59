"""What of an article goes into the index, and what of it a snippet may show."""

import datetime as dt

import pytest
from django.utils import timezone

from articles.models import (
    Byline,
    Candidacy,
    CopySet,
    LinkState,
    Party,
    PartyAffiliation,
    Person,
    Position,
    Precision,
    Quote,
    Rights,
)
from articles.models.rights import EXCERPT_CHARACTERS
from articles.search.documents import all_documents, documents, shown_texts
from tests.builders import link_race, make_article, make_person, make_race, mention, quote

pytestmark = pytest.mark.django_db


def document(article):
    return documents([article.pk])[0]


def facets(article) -> dict:
    return dict(document(article).facets)


@pytest.fixture
def tommy():
    return make_person("Tommy Tuberville")


def party(code: str) -> Party:
    return Party.objects.get_or_create(code=code, defaults={"name": code})[0]


def test_texts_and_bylines():
    article = make_article("A headline", body="The body.", deck="A deck.", caption="A caption.")
    Byline.objects.create(article=article, name="Jane Doe", agency="Associated Press")
    made = document(article)
    assert (made.headline, made.deck, made.body) == ("A headline", "A deck.", "The body.")
    assert (made.caption, made.bylines) == ("A caption.", ("Jane Doe", "Associated Press"))


def test_letters_are_composed():
    assert document(make_article("E\u0301lan")).headline == "Élan"


@pytest.mark.parametrize("status", ["draft", "review", "withdrawn"])
def test_what_is_not_public_makes_no_document(status):
    article = make_article(status=status)
    assert documents([article.pk]) == []
    assert list(all_documents()) == []


def test_an_embargoed_article_makes_no_document():
    make_article(embargo_until=timezone.now() + dt.timedelta(hours=1))
    assert list(all_documents()) == []


def test_people_are_those_who_are_mentioned_or_speak(tommy):
    jeff, doug = make_person("Jeff Sessions"), make_person("Doug Jones")
    article = make_article(body="“I won.” He doubted it.")
    mention(article, tommy)
    quote(article, jeff, "I won.")
    quote(article, doug, "He doubted it.", kind="indirect")
    assert facets(article)["person"] == tuple(sorted([tommy.pk, jeff.pk, doug.pk]))
    assert facets(article)["quoted"] == (jeff.pk,)


@pytest.mark.parametrize("state", [state for state in LinkState.values if state != "linked"])
def test_only_linked_links_count(tommy, state):
    article = make_article(body="“I won.”")
    race_link = link_race(article, make_race())
    for link in (mention(article, tommy), quote(article, tommy, "I won."), race_link):
        link.state = state
        link.save()
    found = facets(article)
    assert [found[name] for name in ("person", "quoted", "race", "state", "office")] == [()] * 5


@pytest.mark.parametrize("status", ["proposed", "hidden"])
def test_only_public_people_count(status):
    private = make_person("A Private Citizen", status=status)
    article = make_article(body="“I won.”")
    mention(article, private)
    quote(article, private, "I won.")
    assert (facets(article)["person"], facets(article)["quoted"]) == ((), ())


def test_who_speaks_for_a_person_is_not_that_person(tommy):
    article = make_article(body="“We won.”")
    said = quote(article, tommy, "We won.")
    said.speaker_kind = Quote.SpeakerKind.SPOKESPERSON
    said.save()
    assert facets(article)["quoted"] == ()


def test_office_and_state_are_those_of_the_linked_race():
    race = make_race()
    article = make_article()
    link_race(article, race)
    found = facets(article)
    assert (found["race"], found["office"], found["state"]) == ((race.pk,), ("senate",), ("AL",))


@pytest.mark.parametrize(
    ("precision", "month"), [("day", (202003,)), ("month", (202003,)), ("year", ())]
)
def test_the_month_counts_where_it_is_known(precision, month):
    article = make_article(published_precision=Precision(precision))
    assert (facets(article)["year"], facets(article).get("month", ())) == ((2020,), month)


def test_an_undated_article_has_no_year():
    article = make_article(published_on=None)
    assert facets(article).keys().isdisjoint({"year", "month", "day"})


def test_party_is_that_on_the_articles_day(tommy):
    for code, start, end in (
        ("DEM", None, dt.date(2019, 12, 31)),
        ("REP", dt.date(2020, 1, 1), None),
    ):
        PartyAffiliation.objects.create(person=tommy, party=party(code), start=start, end=end)
    before = make_article(published_on=dt.date(2019, 6, 1))
    after = make_article(published_on=dt.date(2020, 3, 4))
    undated = make_article(published_on=None)
    for article in (before, after, undated):
        mention(article, tommy)
    assert [facets(one)["party"] for one in (before, after, undated)] == [("DEM",), ("REP",), ()]


def test_without_an_affiliation_an_office_or_a_candidacy_tells_the_party(tommy):
    holder = make_person("Doug Jones")
    Position.objects.create(
        person=holder, office="senate", state="AL", party=party("DEM"), start=dt.date(2018, 1, 3)
    )
    Candidacy.objects.create(race=make_race(), person=tommy, party=party("REP"))
    now, long_after = make_article(), make_article(published_on=dt.date(2025, 1, 1))
    for article in (now, long_after):
        mention(article, tommy)
        mention(article, holder)
    assert facets(now)["party"] == ("DEM", "REP")
    assert facets(long_after)["party"] == ("DEM",)


BODY = "word " * 200 + "THE END"


@pytest.mark.parametrize(
    ("rights", "begins", "ends"),
    [
        ("full", "A deck.", "THE END\n\nA caption."),
        ("excerpt", "A deck.", "word"),
        ("metadata", "", ""),
    ],
)
def test_a_snippet_is_cut_from_what_the_rights_show(rights, begins, ends):
    article = make_article(body=BODY, deck="A deck.", caption="A caption.", rights=Rights(rights))
    shown = shown_texts((article.pk,))[article.pk]
    assert shown.startswith(begins)
    assert shown.endswith(ends)
    assert rights == "full" or len(shown) <= EXCERPT_CHARACTERS + len("A deck.\n\n")
    assert document(article).body == BODY


def test_nothing_is_shown_of_what_is_not_public():
    assert shown_texts((make_article(status="withdrawn").pk,)) == {}


def test_all_documents_come_in_batches():
    made = [make_article().pk for _ in range(5)]
    assert [one.article_id for one in all_documents(batch=2)] == made


def test_a_paraphrase_is_one_in_the_copies_of_a_text_and_nowhere_else(tommy):
    copies = CopySet.objects.create()
    body = "Tuberville said he would win. Tuberville said he was glad."
    articles = [
        make_article(body=body, copy_set=copy_set) for copy_set in (copies, copies, None, None)
    ]
    for article in articles:
        quote(article, tommy, "he would win", kind="indirect")
        quote(article, tommy, "he was glad", kind="indirect")
    (first, other), second, third, fourth = (
        [one.statement for one in document(article).quotes] for article in articles
    )
    assert [first, other] == second
    assert first != other
    assert third == fourth == [0, 0]


def test_queries_do_not_grow_with_articles(tommy, django_assert_num_queries):
    def stocked(number):
        articles = [make_article(body="“I won.”") for _ in range(number)]
        for article in articles:
            mention(article, make_person(f"Person {article.pk}"))
            quote(article, tommy, "I won.")
        return [article.pk for article in articles]

    Person.objects.filter(pk=tommy.pk).update(status="confirmed")
    few, many = stocked(2), stocked(8)
    with django_assert_num_queries(12):
        documents(few)
    with django_assert_num_queries(12):
        documents(many)
