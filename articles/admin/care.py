"""Roster care: one person split in two; another name."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from articles.admin.given import keys_given, words_given
from articles.curation import CurationError, add_alias, split_person
from articles.models import Article, Person, PersonName, articles_of_people

MAY = "articles.merge_people"
MOST_SHOWN = 300


def split(request: HttpRequest, person: int) -> HttpResponse:
    """Chooses which articles and names belong to somebody else."""
    row = _person(request, person)
    articles = Article.objects.filter(pk__in=articles_of_people([row.pk])).for_lists()
    if request.method == "POST":
        chosen = articles.filter(pk__in=keys_given(request.POST, "article"))
        names = row.names.filter(pk__in=keys_given(request.POST, "name"))
        name = words_given(request.POST, "called")
        try:
            other = split_person(row, name, articles=chosen, names=names, by=request.user)
        except CurationError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, f"{other} has what you chose. Merging them takes it back.")
            return _to(other)
    context = _context(request, f"{row} is two people") | {
        "person": row,
        "articles": articles.newest_first()[:MOST_SHOWN],
        "names": row.names.all(),
        "called": request.POST.get("called", ""),
        "chosen": keys_given(request.POST, "article"),
        "chosen_names": keys_given(request.POST, "name"),
    }
    return TemplateResponse(request, "admin/care/split.html", context)


@require_POST
def alias(request: HttpRequest, person: int) -> HttpResponse:
    """Another name; the articles that have it are read again in the background."""
    row = _person(request, person)
    kind = request.POST.get("kind", PersonName.Kind.COMMON)
    try:
        if kind not in PersonName.Kind.values:
            raise CurationError("Choose what kind of name it is.")
        name, number = add_alias(row, words_given(request.POST, "text"), kind)
    except CurationError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"“{name}” is kept; {number} articles will be read again.")
    return _to(row)


def _person(request: HttpRequest, key: int) -> Person:
    if not request.user.has_perm(MAY):
        raise PermissionDenied
    return get_object_or_404(Person, pk=key)


def _to(person: Person) -> HttpResponse:
    return HttpResponseRedirect(reverse("admin:articles_person_change", args=[person.pk]))


def _context(request: HttpRequest, title: str) -> dict:
    return admin.site.each_context(request) | {"title": title}
