"""Who somebody is, in a few words beside the name: the last office held, else the race stood in."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from articles.models import Candidacy, Person
from articles.views.offices import Tenure, tenures, terms


@dataclass(frozen=True, slots=True)
class Standing:
    """One of the two, the other None."""

    tenure: Tenure | None = None
    candidacy: Candidacy | None = None


def standings_of(people: Iterable[Person]) -> dict[int, Standing]:
    """By person; two queries for all of them."""
    keys = [person.pk for person in people]
    return _candidacies(keys) | _offices(keys)


def _offices(people: list[int]) -> dict[int, Standing]:
    held = defaultdict(list)
    for term in terms().filter(person__in=people):
        held[term.person_id].append(term)
    return {key: Standing(tenure=tenures(own)[0]) for key, own in held.items()}


def _candidacies(people: list[int]) -> dict[int, Standing]:
    stood = Candidacy.objects.filter(person__in=people).select_related("party", "race")
    in_order = stood.order_by("race__year", "pk")
    return {row.person_id: Standing(candidacy=row) for row in in_order}
