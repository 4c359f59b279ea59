"""Where a person appears: in how many articles in which role, month by month, and the newest."""

from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.http import urlencode

from articles.models import Person
from articles.search import SearchQuery, SearchResults, search, total_of
from articles.search.facets import BY_NAME
from articles.search.periods import parse_date
from articles.views.coverage import newest_of, newest_rows
from articles.views.speeches import sayings_of
from articles.views.timelines import LONGEST, Bar, Count, bars

LATEST = 10
MONTHS = replace(BY_NAME["month"], shown=LONGEST)


@dataclass(frozen=True, slots=True)
class Roles:
    """Numbers of public articles: of ``named`` the others are parts; ``archive`` is all there are.

    ``mentioned`` are those that name the person without passing on a word of theirs.
    """

    named: int
    quoted: int
    paraphrased: int
    mentioned: int
    in_headline: int
    archive: int


def appearances_of(person: Person) -> dict:
    """What the page of a person tells by the index. Raises EngineUnavailable."""
    named = search(newest_of("person", person.pk, LATEST), [MONTHS])
    quoted = search(newest_of("quoted", person.pk), [MONTHS])
    return {
        "roles": _roles(person, named.total, quoted.total),
        "bars": _timeline(person, named, quoted),
        "sayings": sayings_of(person),
        "rows": newest_rows(named),
    }


def _roles(person: Person, named: int, quoted: int) -> Roles:
    parts = {
        role: total_of(newest_of(role, person.pk))
        for role in ("paraphrased", "mentioned", "in_headline")
    }
    return Roles(named=named, quoted=quoted, **parts, archive=total_of(SearchQuery()))


def _timeline(person: Person, named: SearchResults, quoted: SearchResults) -> list[Bar]:
    """Articles whose month is not known are left out."""
    parts = {month.value: month.count for month in quoted.facet("month").values}
    counts = {
        parse_date(month.value): Count(month.count, parts.get(month.value, 0))
        for month in named.facet("month").values
    }
    listed = f"{reverse('article-list')}?{urlencode({'person': person.slug})}"
    return bars(counts, lambda month: f"{listed}&from={month}&to={month}")
