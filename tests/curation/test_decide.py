"""A person's answer holds, and is dated and signed."""

import pytest

from articles.curation import (
    CurationError,
    decide_mention,
    decide_quote,
    decide_race,
    split_person,
)
from articles.models import IndexChange, Mention, Organisation, Quote, QuoteSpan, Statement
from tests.builders import (
    link_race,
    make_article,
    make_editor,
    make_person,
    make_race,
    mention,
    quote,
)

pytestmark = pytest.mark.django_db
BODY = "Doug Jones said “we will win” on Tuesday. Jones spoke in Mobile."


@pytest.fixture
def editor():
    return make_editor()


@pytest.fixture
def article():
    return make_article(body=BODY)


def unresolved(article, words="Jones spoke") -> Mention:
    row = mention(article, make_person("Somebody"), words)
    Mention.objects.filter(pk=row.pk).update(person=None, state="unresolved")
    row.refresh_from_db()
    return row


def test_yes_links_the_chosen_person(article, editor):
    person = make_person("Doug Jones")
    row = decide_mention(unresolved(article), "yes", by=editor, person=person)
    row.refresh_from_db()
    assert (row.state, row.person, row.decided_by) == ("linked", person, editor)
    assert row.decided_at


def test_yes_needs_somebody(article, editor):
    with pytest.raises(CurationError, match="Choose who"):
        decide_mention(unresolved(article), "yes", by=editor)


def test_a_second_mention_of_one_person_joins_the_first(article, editor):
    person = make_person("Doug Jones")
    first = mention(article, person, "Doug Jones")
    row = decide_mention(unresolved(article), "yes", by=editor, person=person)
    assert (row.pk, row.spans.count(), Mention.objects.count()) == (first.pk, 2, 1)


def test_no_rejects_and_unsure_steps_back(article, editor):
    row = mention(article, make_person(), "Doug Jones")
    assert decide_mention(row, "unsure", by=editor).state == "suggested"
    assert decide_mention(row, "no", by=editor).state == "rejected"


def test_quotes_follow_their_speakers_mention(article, editor):
    person = make_person("Doug Jones")
    row = mention(article, make_person("Other Jones"), "Doug Jones")
    spoken = quote(article, row.person, "we will win")
    Quote.objects.filter(pk=spoken.pk).update(speaker_field="body", speaker_start=0, speaker_end=10)
    decide_mention(row, "yes", by=editor, person=person)
    spoken.refresh_from_db()
    assert spoken.person == person
    decide_mention(row, "no", by=editor)
    spoken.refresh_from_db()
    assert (spoken.person, spoken.state) == (None, "unresolved")


def test_a_decided_quote_does_not_follow(article, editor):
    row = mention(article, make_person("Doug Jones"), "Doug Jones")
    spoken = decide_quote(quote(article, row.person, "we will win"), "yes", by=editor)
    decide_mention(row, "no", by=editor)
    spoken.refresh_from_db()
    assert spoken.state == "linked"


def test_a_quote_can_be_given_an_organisation(article, editor):
    party = Organisation.objects.create(name="Gulf Coast Ballot Project")
    row = decide_quote(
        quote(article, make_person(), "we will win"), "yes", by=editor, organisation=party
    )
    assert (row.speaker_kind, row.organisation) == ("organisation", party)


def test_yes_to_a_quote_without_speaker_is_refused(article, editor):
    row = Quote.objects.create(version=article.current_version, kind="direct")
    QuoteSpan.objects.create(quote=row, start=17, end=28)
    with pytest.raises(CurationError, match="Choose who speaks"):
        decide_quote(row, "yes", by=editor)


def test_a_race_can_be_refused(article, editor):
    row = decide_race(link_race(article, make_race()), "no", by=editor)
    assert (row.state, row.is_decided) == ("rejected", True)


def test_an_unknown_answer_is_refused(article, editor):
    with pytest.raises(CurationError, match="say yes, no or unsure"):
        decide_race(link_race(article, make_race()), "maybe", by=editor)


def test_an_answer_leaves_a_change_row(article, editor):
    row = mention(article, make_person(), "Doug Jones")
    IndexChange.objects.all().delete()
    decide_mention(row, "no", by=editor)
    assert set(IndexChange.objects.values_list("article_id", flat=True)) == {article.pk}


def spoken_by(article, row) -> Quote:
    """An undecided quote whose speaker's words are the first place of ``row``."""
    said, place = quote(article, make_person("Other Jones"), "we will win"), row.spans.first()
    at = {"speaker_field": "body", "speaker_start": place.start, "speaker_end": place.end}
    Quote.objects.filter(pk=said.pk).update(person=row.person, state="unresolved", **at)
    return said


def test_quotes_follow_a_mention_that_joins_another(article, editor):
    person = make_person("Doug Jones")
    mention(article, person, "Doug Jones")
    second = unresolved(article)
    said = spoken_by(article, second)
    decide_mention(second, "yes", by=editor, person=person)
    said.refresh_from_db()
    assert (said.person, said.state) == (person, "linked")


def test_quotes_of_somebody_of_whom_one_is_unsure_are_suggested(article, editor):
    row = mention(article, make_person("Doug Jones"), "Doug Jones")
    said = spoken_by(article, row)
    Quote.objects.filter(pk=said.pk).update(state="linked")
    decide_mention(row, "unsure", by=editor)
    said.refresh_from_db()
    assert (said.person, said.state) == (row.person, "suggested")


def said_once(*quotes: Quote) -> Statement:
    """What all of the quotes carry."""
    row = Statement.objects.create(words="We will win", said_by=quotes[0].person)
    Quote.objects.filter(pk__in=[one.pk for one in quotes]).update(statement=row)
    for one in quotes:
        one.refresh_from_db()
    return row


def said_by(row: Statement):
    row.refresh_from_db()
    return row.said_by


def test_a_statement_follows_whom_its_quotes_are_given_to(article, editor):
    wrong, right = make_person("Doug Jones"), make_person("Walter Jones")
    first, second = (quote(article, wrong, "we will win") for _ in range(2))
    row = said_once(first, second)
    decide_quote(first, "yes", by=editor, person=right)
    assert said_by(row) is None  # its quotes do not agree
    decide_quote(second, "no", by=editor)
    assert said_by(row) == right


def test_a_statement_follows_the_mention_that_its_speaker_is(article, editor):
    row = unresolved(article, "Doug Jones")
    statement = said_once(spoken_by(article, row))
    person = make_person("Doug Jones")
    decide_mention(row, "yes", by=editor, person=person)
    assert said_by(statement) == person
    row.refresh_from_db()
    decide_mention(row, "no", by=editor)
    assert said_by(statement) is None


def test_a_statement_follows_when_its_speaker_is_split(article, editor):
    row = said_once(quote(article, make_person("Doug Jones"), "we will win"))
    other = split_person(row.said_by, "Doug Jones the Younger", articles=[article], by=editor)
    assert said_by(row) == other
