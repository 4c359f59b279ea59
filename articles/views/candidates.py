"""The candidates of a race with how much the articles about it say of each."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from articles.models import Candidacy, Person, Race, Result
from articles.search.query import FacetKey
from articles.views.addresses import page_of


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """``named`` and ``quoted`` are numbers of the public articles about the race."""

    candidacy: Candidacy
    named: int
    quoted: int

    @property
    def url(self) -> str:
        return page_of("person", self.candidacy.person.slug)


def candidate_rows(
    race: Race, named: Mapping[FacetKey, int], quoted: Mapping[FacetKey, int]
) -> list[CandidateRow]:
    """Most covered first, then by name; people without a page are left out. The numbers are given
    by person."""
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
