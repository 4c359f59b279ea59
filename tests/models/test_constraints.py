"""What the database itself refuses, whoever writes."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from articles.models import (
    Article,
    Capture,
    Item,
    Mention,
    MentionSpan,
    Outlet,
    PersonIdentifier,
    Position,
    Quote,
    RaceLink,
    Seat,
    Stage,
    User,
)
from tests.builders import make_article, make_outlet, make_person, make_race, mention

pytestmark = pytest.mark.django_db


def refused(write, *args, **kwargs) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        write(*args, **kwargs)


def test_an_identifier_belongs_to_one_person():
    PersonIdentifier.objects.create(person=make_person(), scheme="fec", value="S0AL00230")
    refused(
        PersonIdentifier.objects.create,
        person=make_person("Another"),
        scheme="fec",
        value="S0AL00230",
    )


def test_a_canonical_url_stands_once_but_may_be_missing():
    make_article(canonical_url="https://a.example/1")
    make_article()
    make_article()
    refused(make_article, canonical_url="https://a.example/1")


@pytest.mark.parametrize(("start", "end"), [(5, 5), (7, 3)])
def test_a_span_has_a_length(start, end):
    row = mention(make_article(), make_person())
    refused(MentionSpan.objects.create, mention=row, field="body", start=start, end=end)


def test_a_linked_mention_has_a_person():
    article = make_article()
    refused(Mention.objects.create, version=article.current_version, name="Jones", state="linked")


@pytest.mark.parametrize("kind", ["person", "organisation", "spokesperson", "unnamed", "group"])
def test_a_linked_quote_has_a_speaker_of_its_kind(kind):
    refused(
        Quote.objects.create,
        version=make_article().current_version,
        kind="direct",
        speaker_kind=kind,
        state="linked",
    )


def test_a_published_article_has_a_text():
    article = make_article()
    refused(Article.objects.filter(pk=article.pk).update, current_version=None)


def test_states_outside_the_list_are_refused():
    refused(Article.objects.filter(pk=make_article().pk).update, status="gone")
    refused(make_outlet, "Odd", kind="blog")


def test_one_name_per_outlet_whatever_its_case():
    make_outlet("Ballot Lantern")
    refused(Outlet.objects.create, name="BALLOT LANTERN", slug="other")


def test_seats_and_stages_stand_once_even_with_unknown_parts():
    race = make_race()
    refused(Seat.objects.create, office="senate", state="AL", senate_class=2)
    Stage.objects.create(race=race, kind="general")
    refused(Stage.objects.create, race=race, kind="general")


def test_a_position_ends_after_it_starts():
    refused(
        Position.objects.create,
        person=make_person(),
        office="senate",
        state="AL",
        start=dt.date(2021, 1, 3),
        end=dt.date(2020, 1, 3),
    )


def test_a_race_is_linked_once_to_a_version():
    article, race = make_article(), make_race()
    RaceLink.objects.create(version=article.current_version, race=race)
    refused(RaceLink.objects.create, version=article.current_version, race=race)


def test_a_decision_has_its_moment():
    row = mention(make_article(), make_person())
    refused(Mention.objects.filter(pk=row.pk).update, decision="yes")


def test_an_item_that_is_done_has_its_article():
    refused(Item.objects.create, origin="paste", state="done")


def test_a_capture_is_named_by_a_sha256():
    refused(Capture.objects.create, sha256="abc", size=3)


def test_an_email_stands_once_whatever_its_case():
    User.objects.create_user("ed@example.org")
    refused(User.objects.create_user, "ED@example.org")
    assert User.objects.get_by_natural_key("Ed@Example.org").email == "ed@example.org"
