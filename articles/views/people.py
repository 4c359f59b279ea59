"""People: those who appear in articles or stand in a race, and each of them."""

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.extraction.names import fold
from articles.models import Candidacy, Person, PersonName
from articles.models.coverage import articles_naming, public_mentions, public_quotes, roles_of
from articles.views.addresses import Address
from articles.views.paging import paged
from articles.views.rows import article_rows
from articles.views.slugs import page_of_one
from articles.views.speeches import sayings_of
from articles.views.standing import standings_of

ROWS, LATEST = 50, 10
LONGEST_NAME, MOST_WORDS = 100, 6
SHOWN_NAMES = (PersonName.Kind.FULL, PersonName.Kind.NICKNAME, PersonName.Kind.FORMER)


@require_safe
def person_list(request: HttpRequest) -> HttpResponse:
    typed = request.GET.get("q", "").strip()[:LONGEST_NAME]
    address = Address.of(request, ["q", "page"])
    page, pages = paged(request, listed_people(typed), ROWS, address)
    standings = standings_of(page)
    context = {
        "rows": [(person, standings.get(person.pk)) for person in page],
        "pages": pages,
        "typed": typed,
        "total": page.paginator.count,
    }
    return render(request, "people/person_list.html", context)


def listed_people(typed: str) -> QuerySet[Person]:
    """Who is in most articles first. By name everybody on the rolls is found, otherwise only
    those with coverage or a candidacy.
    """
    people = Person.objects.public()
    people = named(people, typed) if typed else people.filter(is_worth_listing())
    return people.annotate(articles=coverage()).order_by("-articles", "name", "pk")


def is_worth_listing() -> Q:
    stands = Exists(Candidacy.objects.filter(person=OuterRef("pk")))
    return Q(stands) | Q(pk__in=public_mentions().order_by().values("person"))


def coverage() -> Coalesce:
    """The public articles that name a person, counted in the database."""
    own = public_mentions().filter(person=OuterRef("pk")).order_by().values("person")
    counted = own.annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def named(people: QuerySet[Person], typed: str) -> QuerySet[Person]:
    """People one of whose names holds every word typed."""
    names = PersonName.objects.all()
    for word in fold(typed).split()[:MOST_WORDS]:
        names = names.filter(folded__contains=word)
    return people.filter(pk__in=names.values("person"))


@page_of_one(Person.objects.public)
def person_detail(request: HttpRequest, person: Person) -> HttpResponse:
    context = {
        "person": person,
        "names": other_names(person),
        "positions": person.positions.select_related("party").order_by(
            F("start").desc(nulls_last=True), "pk"
        ),
        "affiliations": person.affiliations.select_related("party").order_by(
            F("start").asc(nulls_first=True)
        ),
        "candidacies": person.candidacies.select_related("race", "party").order_by(
            "-race__year", "race__name"
        ),
        "roles": roles_of(person),
        "sayings": sayings_of(person),
        "quotes_total": public_quotes().filter(person=person).count(),
        "rows": article_rows(articles_naming(person).for_lists().newest_first()[:LATEST]),
    }
    return render(request, "people/person_detail.html", context)


def other_names(person: Person) -> list[str]:
    rows = person.names.filter(kind__in=SHOWN_NAMES).exclude(text=person.name)
    return list(dict.fromkeys(rows.values_list("text", flat=True)))
