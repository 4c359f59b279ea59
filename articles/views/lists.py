"""The page of a list, whatever its unit: one address says all that narrows it."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render

from articles.filters import ListFilterSet, Mistake, parameters_of
from articles.search import BadQuery, EngineUnavailable, SearchQuery, SearchResults, Sort, search
from articles.search.facets import facets_of
from articles.search.labels import Names, names_of_chosen
from articles.search.periods import PartialDate
from articles.search.query import MAX_PAGE
from articles.search.respelling import respelling_of
from articles.search.sentences import describe
from articles.views.addresses import Address, hidden_inputs
from articles.views.advice import advice_for
from articles.views.facet_links import (
    OPEN,
    chips,
    copies_choices,
    facet_groups,
    sort_choices,
)
from articles.views.histograms import histogram_of
from articles.views.list_kinds import ListKind, Row
from articles.views.paging import pages_of
from articles.views.suggest import names_meant

ROLLING = {"7d": "Last 7 days", "30d": "Last 30 days", "12m": "Last 12 months"}
DATES = ("from", "to", "last")
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a list, with what names its choices and the one address it has."""

    kind: ListKind
    query: SearchQuery
    names: Mapping[str, Names]
    address: Address

    @classmethod
    def of(cls, kind: ListKind, filters: ListFilterSet) -> "Asked":
        query = filters.understood_query()
        names = names_of_chosen(query)
        address = Address(kind.url, parameters_of(query, names), is_ordered=True)
        return cls(kind, query, names, address)

    @property
    def sentence(self) -> str:
        labels = {
            facet: {key: shown.label for key, shown in names.items()}
            for facet, names in self.names.items()
        }
        return describe(self.query, labels)


def list_page(request: HttpRequest, kind: ListKind) -> HttpResponse:
    """The list, or what is wrong with the question above what can be listed of it."""
    filters = kind.filter_set(request.GET)
    asked = Asked.of(kind, filters)
    if not filters.mistakes and _is_untidy(request.GET, filters):
        return HttpResponseRedirect(str(asked.address))
    context = frame(request, asked) | mistaken(filters.mistakes, asked.address)
    try:
        if not filters.has_mistaken_words:
            context |= found(asked, request.GET.getlist(OPEN))
    except BadQuery as refusal:
        context |= mistaken((Mistake("q", refusal.message),), asked.address)
    except EngineUnavailable as failure:
        logger.error("The list of %s can't be searched: %s", kind.many, failure)
        return render(request, "lists/search_unavailable.html", status=503)
    return render(request, kind.template, context, status=400 if context["mistakes"] else 200)


def _is_untidy(given: QueryDict, filters: ListFilterSet) -> bool:
    """Forms leave blanks behind, and the search box may hold what has a parameter of its own."""
    has_blanks = any(not value for _, values in given.lists() for value in values)
    return has_blanks or bool(filters.box.narrowings)


def frame(request: HttpRequest, asked: Asked) -> dict:
    """What stands about the list, whether or not there is one."""
    address = asked.address
    return {
        "kind": asked.kind,
        "sentence": asked.sentence,
        "canonical": request.build_absolute_uri(str(address)),
        "typed": request.GET.get("q", ""),
        "kept": hidden_inputs(address, "q"),
        "clear_url": asked.kind.url,
    }


def mistaken(mistakes: Sequence[Mistake], address: Address) -> dict:
    """Each mistake in words, with the addresses of what may have been meant."""
    return {"mistakes": [(one.message, _corrections(one, address)) for one in mistakes]}


def _corrections(mistake: Mistake, address: Address) -> list[tuple[str, str]]:
    found = []
    for correction in mistake.corrections:
        corrected = address
        for name, value in correction.parameters:
            corrected = corrected.adding(name, value)
        found.append((correction.label, str(corrected)))
    return found


def found(asked: Asked, asked_open: Sequence[str]) -> dict:
    """The list and all that narrows it. Raises BadQuery, EngineUnavailable."""
    kind, query, address = asked.kind, asked.query, asked.address
    known = {facet.name for facet in facets_of(kind.unit)}
    opened = kind.open_facets(query, [name for name in asked_open if name in known])
    reader = kind.reader()
    results = search(query, kind.counted_facets(opened), reader.texts_of)
    rows = reader.rows(results.hits)
    return {
        "typed": query.text,
        "total": results.total,
        "numbered": kind.numbered(results.total, query),
        "rows": rows,
        "histogram": histogram_of(results, address),
        "groups": facet_groups(kind, results, opened, address),
        "chips": chips(query, asked.names, address),
        "sorts": sort_choices(query, address),
        "copies": copies_choices(query, address),
        "dates": dates_form(query, address),
        "pages": pages_of(results.total, query.page_size, query.page, address, MAX_PAGE),
        "beyond": way_on(results, rows, address),
        "advice": [] if results.total else advice_for(kind, query, asked.names, address),
        "meant": names_meant(query, results.total),
        "respelling": respelling(asked, results.total),
    }


def respelling(asked: Asked, total: int) -> dict | None:
    """What may have been meant by words that find next to nothing, and what that would find."""
    query = asked.query
    likely = respelling_of(query, total) if query.page == 1 else None
    return likely and {
        "text": likely.text,
        "url": str(asked.address.setting("q", likely.text)),
        "numbered": asked.kind.numbered(likely.count, query),
    }


def dates_form(query: SearchQuery, address: Address) -> dict:
    period, anytime = query.period, address.without(*DATES)
    return {
        "start": str(period.start or ""),
        "end": str(period.end or ""),
        "kept": hidden_inputs(address, *DATES),
        "rolling": [
            (label, str(anytime.adding("last", value)), str(period.rolling) == value)
            for value, label in ROLLING.items()
        ],
    }


def way_on(results: SearchResults, rows: Sequence[Row], address: Address) -> tuple[str, str] | None:
    """From the last page that can be turned to: what is older, or newer, by its date."""
    query = results.query
    if not (results.is_cut and query.page == MAX_PAGE and rows and rows[-1].day):
        return None
    last = PartialDate.of(rows[-1].day)
    if query.sort is Sort.OLDEST:
        return f"Newer than {last.written}", str(_from_there(address, "from", last, 1))
    older = address if query.words is None else address.setting("sort", Sort.NEWEST.value)
    return f"Older than {last.written}", str(_from_there(older, "to", last, -1))


def _from_there(address: Address, end: str, last: PartialDate, step: int) -> Address:
    """That day is listed again, unless the list ended with it already."""
    has_ended = (end, str(last)) in address.parameters
    return address.without("last").setting(end, str(last.later(step) if has_ended else last))
