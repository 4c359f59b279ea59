"""Batches: adding one takes in addresses and files; its page shows how far it is."""

import csv
import io

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from articles.admin.batch_form import TakeInForm, outlet_called, start
from articles.admin.given import key_given, words_given
from articles.ingestion import IngestError
from articles.ingestion.batches import (
    Progress,
    cancel,
    causes,
    failures,
    give_outlet,
    is_deserted,
    progress,
    retry,
    without_outlet,
)
from articles.models import Batch, Item, Mapping

SHOWN = 100
TEMPLATES = "admin/articles/batch"
BARS = (Item.State.DONE, Item.State.DUPLICATE, Item.State.HELD, Item.State.FAILED)


@admin.register(Batch)
class BatchAdmin(admin.ModelAdmin):
    list_display = ["name", "total", "left", "failed", "held", "started_by", "created_at"]
    list_filter = ["feed"]
    list_select_related = ["started_by"]
    search_fields = ["name"]
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest):
        return super().get_queryset(request).with_counts()

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        return False  # it says where articles came from

    @admin.display(description="things")
    def total(self, batch: Batch) -> int:
        return batch.total

    @admin.display(description="still to do")
    def left(self, batch: Batch) -> int:
        return batch.queued_count + batch.working_count

    @admin.display(description="failed")
    def failed(self, batch: Batch) -> int:
        return batch.failed_count

    @admin.display(description="held")
    def held(self, batch: Batch) -> int:
        return batch.held_count

    def get_urls(self) -> list:
        def wrapped(view):
            return self.admin_site.admin_view(view)

        return [
            path("<int:pk>/progress/", wrapped(self.progress), name="articles_batch_progress"),
            path("<int:pk>/failures/", wrapped(self.failures), name="articles_batch_failures"),
            path("<int:pk>/act/", wrapped(require_POST(self.act)), name="articles_batch_act"),
            *super().get_urls(),
        ]

    def add_view(self, request: HttpRequest, form_url="", extra_context=None) -> HttpResponse:
        """Addresses and files in: kept first, then worked on."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        is_given = request.method == "POST"
        form = TakeInForm(request.POST, request.FILES) if is_given else TakeInForm()
        if is_given and form.is_valid():
            try:
                batch = start(form.cleaned_data, by=request.user)
            except (IngestError, OSError) as error:
                form.add_error(None, _told(error))
            else:
                return HttpResponseRedirect(reverse("admin:articles_batch_change", args=[batch.pk]))
        context = {
            **self.admin_site.each_context(request),
            "title": "Take in addresses and files",
            "form": form,
            "opts": self.opts,
        }
        status = 422 if form.errors else 200
        return TemplateResponse(request, f"{TEMPLATES}/take_in.html", context, status=status)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url="", extra_context=None
    ) -> HttpResponse:
        batch = self._batch(request, object_id)
        context = self.admin_site.each_context(request) | self._context(request, batch)
        context |= {"title": batch.name, "opts": self.opts}
        return TemplateResponse(request, f"{TEMPLATES}/page.html", context)

    def progress(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The live part of the page alone; at the end what became of each thing comes with it.

        286 tells the asker to stop asking.
        """
        context = self._context(request, self._batch(request, pk))
        if context["progress"].left:
            return TemplateResponse(request, f"{TEMPLATES}/_progress.html", context)
        return TemplateResponse(request, f"{TEMPLATES}/_ended.html", context, status=286)

    def _context(self, request: HttpRequest, batch: Batch) -> dict:
        may_change = self.has_change_permission(request, batch)
        return _standing(batch) | _items(request, batch) | {"may_change": may_change}

    def failures(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What failed or is held, as CSV."""
        batch = self._batch(request, pk)
        file = io.StringIO()
        csv.writer(file).writerows(failures(batch))
        return HttpResponse(
            file.getvalue().encode("utf-8-sig"),  # by the mark spreadsheets know the encoding
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="batch-{pk}-failures.csv"'},
        )

    def act(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Retry one, a kind or all; cancel the rest."""
        batch = self._batch(request, pk)
        if not self.has_change_permission(request, batch):
            raise PermissionDenied
        act = request.POST.get("act", "")
        if act == "cancel":
            messages.success(request, f"{cancel(batch)} cancelled; what was done stays.")
        elif act == "outlet":
            self._give_outlet(request, batch)
        elif act == "retry":
            messages.success(request, f"{retry(_chosen(request, batch))} queued again.")
        else:
            messages.error(request, "That is nothing this page can do.")
        return HttpResponseRedirect(reverse("admin:articles_batch_change", args=[pk]))

    def _give_outlet(self, request: HttpRequest, batch: Batch) -> None:
        outlet = outlet_called(words_given(request.POST, "outlet"))
        if outlet is None:
            messages.error(request, "Give the outlet's name.")
            return
        messages.success(request, f"{outlet}: {give_outlet(batch, outlet)} queued again.")

    def _batch(self, request: HttpRequest, pk) -> Batch:
        batch = self.get_object(request, str(pk))
        if batch is None:
            raise Http404("There is no such batch.")
        if not self.has_view_permission(request, batch):
            raise PermissionDenied
        return batch


def _told(error: Exception) -> str:
    if isinstance(error, OSError):
        return (
            f"The archive's disk does not take it ({error.strerror}): what was kept before is in "
            "its batch; give the rest again when there is room."
        )
    return str(error)


def _chosen(request: HttpRequest, batch: Batch):
    """One Item, the Items of one kind of failure, all that was cancelled, or all that failed."""
    items = batch.items.all()
    if "item" in request.POST:
        return items.filter(pk=key_given(request.POST, "item"))
    if "kind" in request.POST:
        kind = words_given(request.POST, "kind")
        return items.filter(error_kind=kind, state=Item.State.FAILED)
    if "cancelled" in request.POST:
        return items.filter(state=Item.State.CANCELLED)
    return items.filter(state=Item.State.FAILED)


def _standing(batch: Batch) -> dict:
    now = progress(batch)
    return {
        "batch": batch,
        "progress": now,
        "numbers": [(state, label, now.counts[state]) for state, label in Item.State.choices],
        "bars": _bars(now),
        "causes": causes(batch),
        "is_deserted": is_deserted(batch) if now.left and not now.rate else False,
        "without_outlet": without_outlet(batch),
    }


def _bars(now: Progress) -> list[dict]:
    """The parts of the bar in per cent of the whole, one after the other."""
    found, start = [], 0.0
    for state in BARS:
        share = 100 * now.counts[state] / now.total if now.total else 0
        found.append({"state": state.value, "start": round(start, 2), "share": round(share, 2)})
        start += share
    return found


def _items(request: HttpRequest, batch: Batch) -> dict:
    """The first Items, of one state or of all; the list itself holds the rest."""
    state = request.GET.get("state", "")
    items = batch.items.select_related("article__current_version", "article__outlet")
    if state in Item.State.values:
        items = items.filter(state=state)
    return {"items": items.order_by("pk")[:SHOWN], "state": state, "shown": SHOWN}


@admin.register(Mapping)
class MappingAdmin(admin.ModelAdmin):
    """Made on the page of a table that waits for it; here it can be looked at and renamed."""

    list_display = ["name", "columns", "created_at"]
    search_fields = ["name"]
    readonly_fields = ["columns", "created_at"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False
