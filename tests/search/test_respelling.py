"""Another spelling is offered where next to nothing is found, and only one that finds something."""

import pytest

from articles.models import Person
from articles.search import SearchQuery, search
from articles.search.indexing import bring_up_to_date
from articles.search.likeness import slips_between, sound_of, unlikeness
from articles.search.query import Unit
from articles.search.respelling import respelling_of
from articles.search.syntax import parse
from tests.builders import make_article, make_person, mention, quote


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("byrne", "byrne", 0), ("bryne", "byrne", 1), ("byrn", "byrne", 1), ("abc", "", 3)],
)
def test_slips(one, other, slips):
    assert slips_between(one, other) == slips_between(other, one) == slips


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tubervile", "tuberville"),
        ("toberville", "tuberville"),
        ("bryne", "byrne"),
        ("osof", "ossoff"),
        ("kollins", "collins"),
        ("philips", "fillips"),
    ],
)
def test_like_words(typed, meant):
    assert unlikeness(typed, meant) is not None


@pytest.mark.parametrize(
    ("typed", "other"),
    [("vote", "boat"), ("jones", "james"), ("in", "on"), ("runoff", "runoff"), ("senate", "state")],
)
def test_words_that_are_not_taken_for_each_other(typed, other):
    rate = unlikeness(typed, other)
    assert rate is None or rate > 1


def test_what_sounds_alike_is_nearer():
    assert sound_of("kollins") == sound_of("collins")
    assert unlikeness("kollins", "collins") < unlikeness("rollins", "collins")


pytestmark = pytest.mark.django_db


@pytest.fixture
def archive():
    tommy = make_person("Tommy Tuberville")
    for day in range(3):
        article = make_article(f"Tuberville and the seawall, day {day}", body="“We win,” he said.")
        mention(article, tommy)
        quote(article, tommy, "We win,")
    orourke = make_person("Beto O’Rourke")
    mention(make_article("O’Rourke at the seawall", body="The senator spoke of trade."), orourke)
    bring_up_to_date()


def offered(text: str, **fields):
    query = SearchQuery(words=parse(text), text=text, **fields)
    found = respelling_of(query, search(query).total)
    return found and (found.text, found.count)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tubervile", ("tuberville", 3)),
        ("Tubberville", ("tuberville", 3)),
        ("tbuerville", ("tuberville", 3)),
        ("utberville", ("tuberville", 3)),
        ("tuberville seewall", ("tuberville seawall", 3)),
        ("tubervile seewall", ("tuberville seawall", 3)),
        ('"tomy tubervile"', ('"tommy tuberville"', 3)),
        ("tuber ville", ("tuberville", 3)),
        ("tommytuberville", ("tommy tuberville", 3)),
        ("sea wall", ("seawall", 4)),
        ("headline:tubervile", ("headline:tuberville", 3)),
        ("tubervile OR seewall", ("tuberville OR seawall", 4)),
        ("tubervile NOT orourke", ("tuberville NOT orourke", 3)),
        ("orourke trade", ("o'rourke trade", 1)),
    ],
)
def test_what_was_meant(archive, typed, meant):
    assert offered(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "tuberville",  # it finds enough
        "seawall NOT tubervile",  # what is refused is not respelled
        "zzyzx",  # nothing is like it
        "tuberville absence",  # nothing is like one of the words, and the other is right
        "tubervile absence",  # respelled, it would find nothing
        "byline:tubervile",
        "2020",
        "tub",
        "",
    ],
)
def test_nothing_is_offered(archive, typed):
    assert offered(typed) is None


def test_a_name_the_archive_knows_is_no_mistake(archive):
    make_person("Ann Tuberwille")
    assert offered("tuberwille") is None
    Person.objects.filter(name="Ann Tuberwille").update(status="hidden")
    assert offered("tuberwille") == ("tuberville", 3)


def test_names_before_other_words(archive):
    for day in range(4):
        make_article(f"Tubervills, day {day}")
    bring_up_to_date()
    assert offered("tubervilla") == ("tuberville", 3)


def test_quotes_are_counted_where_quotes_are_asked_for(archive):
    assert offered("winn", unit=Unit.QUOTES) is None
    bring_up_to_date()


def test_what_narrows_still_does(archive, django_assert_max_num_queries):
    from articles.search import Selection

    nobody = Selection("person", any_of=(10**6,))
    with django_assert_max_num_queries(4):
        assert offered("tubervile", selections=(nobody,)) is None
