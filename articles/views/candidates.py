"""The candidates of a race with how much the articles about it say of each."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, QuerySet

from articles.models import Candidacy, Person, Race, Result
from articles.models.coverage import (
    IN_THEIR_OWN_WORDS,
    public_mentions,
    public_quotes,
    public_race_links,
)


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """``named`` and ``quoted`` are numbers of the public articles about the race."""

    candidacy: Candidacy
    named: int
    quoted: int


def candidate_rows(race: Race) -> list[CandidateRow]:
    """Most covered first, then by name; people without a page are left out."""
    about = public_race_links().filter(race=race).order_by().values("version")
    named = articles_by_person(public_mentions().filter(version__in=about))
    own_words = public_quotes().filter(version__in=about, kind__in=IN_THEIR_OWN_WORDS)
    quoted = articles_by_person(own_words)
    rows = [
        CandidateRow(one, named.get(one.person_id, 0), quoted.get(one.person_id, 0))
        for one in public_candidacies(race)
    ]
    return sorted(rows, key=lambda row: (-row.named, row.candidacy.person.name))


def public_candidacies(race: Race) -> QuerySet[Candidacy]:
    result = Result.objects.filter(candidacy=OuterRef("pk"))
    confirmed = race.candidacies.filter(person__status=Person.Status.CONFIRMED)
    return confirmed.select_related("person", "party").annotate(has_result=Exists(result))


def is_foremost(row: CandidateRow) -> bool:
    """Whether somebody stood in earnest: a result, statutory status, or articles that say so."""
    statutory = row.candidacy.status == Candidacy.Status.STATUTORY
    return bool(row.candidacy.has_result or statutory or row.named)


def articles_by_person(links: QuerySet) -> dict[int, int]:
    counted = links.order_by().values("person").annotate(articles=Count("version", distinct=True))
    return dict(counted.values_list("person", "articles"))
