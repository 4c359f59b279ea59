"""People: those who appear in articles or stand in a race, and each of them."""

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Person, PersonName
from articles.views.addresses import Address
from articles.views.appearances import appearances_of
from articles.views.coverage import told_by_index
from articles.views.offices import tenures, terms
from articles.views.paging import paged
from articles.views.person_lists import listed_people
from articles.views.slugs import page_of_one
from articles.views.standing import standings_of

ROWS = 50
LONGEST_NAME = 100
SHOWN_NAMES = (PersonName.Kind.FULL, PersonName.Kind.NICKNAME, PersonName.Kind.FORMER)


@require_safe
def person_list(request: HttpRequest) -> HttpResponse:
    typed = request.GET.get("q", "").strip()[:LONGEST_NAME]
    address = Address.of(request, ["q", "page"])
    listed = listed_people(typed)
    page, pages = paged(request, listed, ROWS, address)
    standings = standings_of(person for person, _ in page)
    context = {
        "rows": [(person, standings.get(person.pk), articles) for person, articles in page],
        "pages": pages,
        "typed": typed,
        "total": page.paginator.count,
        "is_counted": listed.is_counted,
    }
    return render(request, "people/person_list.html", context)


@page_of_one(Person.objects.public)
def person_detail(request: HttpRequest, person: Person) -> HttpResponse:
    context = {
        "person": person,
        "names": other_names(person),
        "tenures": tenures(terms().filter(person=person)),
        "affiliations": person.affiliations.select_related("party").order_by(
            F("start").asc(nulls_first=True)
        ),
        "candidacies": person.candidacies.select_related("race", "party").order_by(
            "-race__year", "race__name"
        ),
    }
    context |= told_by_index(lambda: appearances_of(person))
    return render(request, "people/person_detail.html", context)


def other_names(person: Person) -> list[str]:
    rows = person.names.filter(kind__in=SHOWN_NAMES).exclude(text=person.name)
    return list(dict.fromkeys(rows.values_list("text", flat=True)))
