"""Roster care: two people merged, and unmerged; one split in two; another name."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from articles.admin.given import key_given, keys_given, words_given
from articles.admin.lookup import find_person
from articles.admin.read_only import ReadOnlyAdmin
from articles.curation import (
    CurationError,
    add_alias,
    merge_people,
    split_person,
    undo_merge,
)
from articles.models import Article, Merge, Person, PersonName, articles_of_people

MAY = "articles.merge_people"
MOST_SHOWN = 300


def merge(request: HttpRequest, person: int) -> HttpResponse:
    """Chooses who ``person`` really is; that one is kept, this one goes."""
    gone = _person(request, person)
    words = words_given(request.POST, "who") or words_given(request.GET, "who")
    lookup = find_person(words) if words else None
    key = key_given(request.POST, "kept")
    if key:
        kept = get_object_or_404(Person, pk=key)
        try:
            done = merge_people(kept, gone, by=request.user)
        except CurationError as error:
            messages.error(request, str(error))
        else:
            messages.success(
                request, f"{done.gone_name} is now {kept}. It can be undone: see Merges."
            )
            return _to(kept)
    found = ([lookup.one] if lookup.one else list(lookup.several)) if lookup else []
    context = _context(request, f"Who is {gone} really?") | {
        "gone": gone,
        "words": words,
        "found": [one for one in found if one.pk != gone.pk],
        "articles": len(articles_of_people([gone.pk])),
    }
    return TemplateResponse(request, "admin/care/merge.html", context)


@require_POST
def undo(request: HttpRequest, merge: int) -> HttpResponse:
    """Takes a merge back."""
    if not request.user.has_perm(MAY):
        raise PermissionDenied
    row = get_object_or_404(Merge, pk=merge)
    try:
        back = undo_merge(row, by=request.user)
    except CurationError as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(reverse("admin:articles_merge_changelist"))
    messages.success(request, f"{back} is a person of their own again.")
    return _to(back)


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


@admin.register(Merge)
class MergeAdmin(ReadOnlyAdmin):
    """What was merged, by whom; each can be undone on its page."""

    change_form_template = "admin/care/merge_done.html"
    list_display = ["__str__", "by", "at", "undone_by", "undone_at"]
    list_select_related = ["by", "undone_by"]
    search_fields = ["kept_name", "gone_name"]
    fields = ["gone_name", "kept_name", "by", "at", "undone_by", "undone_at"]
