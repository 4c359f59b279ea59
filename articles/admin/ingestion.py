"""Items: what came in. Adding one is pasting a story."""

from collections.abc import Callable

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.admin import columns_page, item_page
from articles.admin.read_only import ReadOnlyAdmin
from articles.ingestion import IngestError, paste
from articles.models import Capture, Item


class PasteForm(forms.Form):
    text = forms.CharField(
        label="The story, as you have it",
        strip=False,
        required=False,
        widget=forms.Textarea(attrs={"rows": 24, "autofocus": True}),
    )


@admin.register(Item)
class ItemAdmin(admin.ModelAdmin):
    list_display = ["__str__", "state", "source", "article", "error", "added_by", "created_at"]
    list_display_links = ["__str__", "source"]
    list_filter = ["state", "origin", "error_kind"]
    list_select_related = ["article__current_version", "added_by"]
    search_fields = ["source", "article__versions__headline"]
    show_full_result_count = False

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        return False  # it says where an article came from, or why there is none

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        return lookup == "batch__id__exact" or super().lookup_allowed(lookup, value, request)

    def add_view(self, request: HttpRequest, form_url="", extra_context=None) -> HttpResponse:
        """ "Add by pasting": the first submit keeps the text."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = PasteForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                item = paste(form.cleaned_data["text"], by=request.user)
            except IngestError as error:
                form.add_error("text", str(error))
            else:
                return self._go_on(request, item)
        context = {
            **self.admin_site.each_context(request),
            "title": "Add by pasting",
            "form": form,
            "opts": self.opts,
            "most": settings.PASTE_MAX_CHARACTERS,
        }
        status = 200 if not form.errors else 422
        return TemplateResponse(request, "admin/articles/item/paste.html", context, status=status)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url="", extra_context=None
    ) -> HttpResponse:
        item = self.get_object(request, object_id)
        if item is None:
            raise Http404("There is no such item.")
        if not self.has_view_permission(request, item):
            raise PermissionDenied
        context = self.admin_site.each_context(request)
        if request.method == "POST" and not self.has_change_permission(request, item):
            raise PermissionDenied
        return self._page_of(item)(request, item, context)

    def _page_of(self, item: Item) -> Callable[..., HttpResponse]:
        """A table that waits for its columns, a text to be understood, or just its state."""
        if item.state == Item.State.HELD and item.error_kind == "columns":
            return columns_page.page
        if item.state == Item.State.HELD or item.origin == Item.Origin.PASTE:
            return item_page.page
        return self._state_page

    def _state_page(self, request: HttpRequest, item: Item, context: dict) -> HttpResponse:
        context |= {"item": item, "title": str(item), "opts": self.opts}
        return TemplateResponse(request, "admin/articles/item/state.html", context)

    def _go_on(self, request: HttpRequest, item: Item) -> HttpResponse:
        if item.article_id:
            messages.info(request, "This text is in the archive already: here is its article.")
            address = reverse("admin:articles_article_change", args=[item.article_id])
            return HttpResponseRedirect(address)
        return HttpResponseRedirect(reverse("admin:articles_item_change", args=[item.pk]))


@admin.register(Capture)
class CaptureAdmin(ReadOnlyAdmin):
    """The bytes as they arrived: to be looked at, never changed."""

    list_display = ["sha256", "media_type", "size", "url", "captured_at"]
    search_fields = ["sha256", "url", "file_name"]
