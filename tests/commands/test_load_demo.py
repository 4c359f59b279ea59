"""The demonstration: whole, sound, and the same after a second load."""

import pytest
from django.core.management import call_command

from articles.models import Article, CopySet, IndexChange, Mention, Outlet, Person, Quote, Race

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loaded(module_rows):
    call_command("load_demo", verbosity=0)


@pytest.fixture
def demo(loaded, module_rows, db, settings):
    settings.MEDIA_ROOT = module_rows


def test_every_story_is_published_and_marked(demo):
    assert Article.objects.public().count() >= 80
    assert not Article.objects.filter(is_sample=False).exists()
    assert Outlet.objects.public().count() >= 9
    assert IndexChange.objects.exists()


def test_a_second_load_changes_nothing(demo):
    before = (Article.objects.count(), Person.objects.count(), CopySet.objects.count())
    IndexChange.objects.all().delete()
    call_command("load_demo", verbosity=0)
    assert (Article.objects.count(), Person.objects.count(), CopySet.objects.count()) == before
    assert not IndexChange.objects.exists()


def test_it_is_sound(demo, capsys):
    call_command("check_archive")
    assert "Every stored span lies in its text" in capsys.readouterr().out


def test_the_journalists_questions_have_answers(demo):
    tuberville = Article.objects.filter(
        current_version__mentions__person__slug="tommy-tuberville",
        current_version__mentions__state="linked",
    )
    assert tuberville.count() > 20
    assert Quote.objects.filter(person__slug="donald-trump", kind="post", state="linked").exists()
    assert Race.objects.get(slug="2020-al-us-senate").links.filter(state="linked").count() > 20


@pytest.mark.parametrize(
    ("slug", "given", "race"),
    [
        ("susan-collins", "Susan", "2020-ga-us-senate-special"),
        ("doug-collins", "Doug", "2020-me-us-senate"),
    ],
)
def test_the_two_collinses_are_never_mixed_up(demo, slug, given, race):
    """Where a story is about the other's race, only words with the given name are linked."""
    assert Mention.objects.filter(person__slug=slug, state="linked").count() > 5
    for mention in Mention.objects.filter(person__slug=slug, state="linked"):
        version = mention.version
        races = version.race_links.filter(state="linked").values_list("race__slug", flat=True)
        if list(races) == [race]:
            assert given in {version.words_at(span).split()[0] for span in mention.spans.all()}


def test_copies_are_sets_of_different_outlets(demo):
    sets = CopySet.objects.all()
    assert sets.count() >= 3
    for one in sets:
        outlets = list(one.articles.values_list("outlet", flat=True))
        assert len(outlets) == len(set(outlets)) >= 2


def test_invented_people_say_so(demo):
    assert "Invented" in Person.objects.get(slug="odalys-venn").about
    assert Race.objects.get(slug="2020-al-port-ellery-mayor").is_sample
