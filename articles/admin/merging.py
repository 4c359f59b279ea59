"""Two rows merged, and unmerged: people, outlets."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from articles.admin.given import key_given, words_given
from articles.admin.lookup import Lookup, find_outlet, find_person
from articles.admin.read_only import ReadOnlyAdmin
from articles.curation import CurationError, merge_outlets, merge_people, undo_merge
from articles.models import Merge, Outlet, Person, articles_of_outlets, articles_of_people


@dataclass(frozen=True, slots=True)
class Merging:
    """How rows of one noun are merged: ``told`` says what else tells two of them apart."""

    model: type[Person | Outlet]
    permission: str
    asked: str
    moves: str
    find: Callable[[str], Lookup]
    merge: Callable
    told: Callable[[Person | Outlet], str]
    articles: Callable[[list[int]], set[int]]


def _told_of_person(person: Person) -> str:
    held = (f"{position} {position.state}".strip() for position in person.positions.all()[:3])
    return ", ".join((person.slug, *held))


def _told_of_outlet(outlet: Outlet) -> str:
    domains = (one.domain for one in outlet.domains.all()[:3])
    facts = (outlet.slug, outlet.get_kind_display(), outlet.place, *domains)
    return ", ".join(filter(None, facts))


MERGING = {
    Merge.Noun.PERSON: Merging(
        model=Person,
        permission="articles.merge_people",
        asked="Who is {} really?",
        moves="links, quotes, names, identifiers, offices, candidacies",
        find=find_person,
        merge=merge_people,
        told=_told_of_person,
        articles=articles_of_people,
    ),
    Merge.Noun.OUTLET: Merging(
        model=Outlet,
        permission="articles.change_outlet",
        asked="Which outlet is {} really?",
        moves="articles, writers, names, domains, feeds, batches",
        find=find_outlet,
        merge=merge_outlets,
        told=_told_of_outlet,
        articles=articles_of_outlets,
    ),
}


def merge(request: HttpRequest, noun: str, key: int) -> HttpResponse:
    """Chooses which row this one really is; that one is kept, this one goes."""
    merging = _merging(request, noun)
    gone = get_object_or_404(merging.model, pk=key)
    words = words_given(request.POST, "who") or words_given(request.GET, "who")
    if kept_key := key_given(request.POST, "kept"):
        kept = get_object_or_404(merging.model, pk=kept_key)
        try:
            done = merging.merge(kept, gone, by=request.user)
        except CurationError as error:
            messages.error(request, str(error))
        else:
            told = f"{done.gone_name} is now {kept}. It can be undone: see Merges."
            messages.success(request, told)
            return _to(kept)
    context = admin.site.each_context(request) | {
        "title": merging.asked.format(gone),
        "gone": gone,
        "noun": merging.model._meta.verbose_name,
        "gone_page": _page(gone),
        "moves": merging.moves,
        "words": words,
        "found": _others(merging, gone, words),
        "articles": len(merging.articles([gone.pk])),
    }
    return TemplateResponse(request, "admin/care/merge.html", context)


def _others(merging: Merging, gone: Person | Outlet, words: str) -> list[tuple]:
    """(row, what is told of it) of all whom the words may name, but for the one that goes."""
    lookup = merging.find(words) if words else Lookup(words)
    rows = [lookup.one] if lookup.one else lookup.several
    return [(row, merging.told(row)) for row in rows if row.pk != gone.pk]


@require_POST
def undo(request: HttpRequest, merge: int) -> HttpResponse:
    """Takes a merge back."""
    row = get_object_or_404(Merge, pk=merge)
    _merging(request, row.noun)
    try:
        back = undo_merge(row, by=request.user)
    except CurationError as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(reverse("admin:articles_merge_changelist"))
    messages.success(request, f"{back} stands alone again.")
    return _to(back)


def _merging(request: HttpRequest, noun: str) -> Merging:
    if noun not in MERGING:
        raise Http404("Nothing of that kind is merged.")
    if not _may_merge(request, noun):
        raise PermissionDenied
    return MERGING[noun]


def _may_merge(request: HttpRequest, noun: str) -> bool:
    return request.user.has_perm(MERGING[noun].permission)


def _to(row: Person | Outlet) -> HttpResponse:
    return HttpResponseRedirect(_page(row))


def _page(row: Person | Outlet) -> str:
    return reverse(f"admin:articles_{row._meta.model_name}_change", args=[row.pk])


@admin.register(Merge)
class MergeAdmin(ReadOnlyAdmin):
    """What was merged, by whom; each can be undone on its page."""

    change_form_template = "admin/care/merge_done.html"
    list_display = ["__str__", "noun", "by", "at", "undone_by", "undone_at"]
    list_filter = ["noun"]
    list_select_related = ["by", "undone_by"]
    search_fields = ["kept_name", "gone_name"]
    fields = ["noun", "gone_name", "kept_name", "by", "at", "undone_by", "undone_at"]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        row = self.get_object(request, object_id)
        may_undo = row is not None and not row.undone_at and _may_merge(request, row.noun)
        context = {**(extra_context or {}), "may_undo": may_undo}
        return super().change_view(request, object_id, form_url, context)
