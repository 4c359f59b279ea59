"""The page of a table that waits: which of its columns holds what, with a preview."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.admin.given import words_given
from articles.ingestion import IngestError
from articles.ingestion.containers import choose_columns, preview_of
from articles.ingestion.files import FIELDS_OF_ROWS, Preview
from articles.ingestion.mappings import remember
from articles.ingestion.queue import queue_again
from articles.models import Item, Mapping

TEMPLATE = "admin/articles/item/columns.html"


def page(request: HttpRequest, item: Item, context: dict) -> HttpResponse:
    try:
        table = preview_of(item)
    except IngestError as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(reverse("admin:articles_item_changelist"))
    chosen = table.proposed
    if request.method == "POST":
        chosen = _given(request, table)
        try:
            title = words_given(request.POST, "name", item.source)
            mapping = remember(chosen, table.columns, title=title)
        except IngestError as error:
            messages.error(request, str(error))
        else:
            choose_columns(item, chosen)
            return _go_on(request, item, mapping)
    context |= {
        "item": item,
        "name": words_given(request.POST, "name", item.source),
        "title": "Which column holds what",
        "opts": Item._meta,
        "columns": [
            {"name": name, "field": chosen.get(name, ""), "number": number}
            for number, name in enumerate(table.columns)
        ],
        "table": table,
        "fields": FIELDS_OF_ROWS,
    }
    return TemplateResponse(request, TEMPLATE, context)


def _given(request: HttpRequest, table: Preview) -> dict[str, str]:
    """By column: the form names columns by number, since a column may be called anything."""
    return {
        name: request.POST.get(f"column-{number}", "") for number, name in enumerate(table.columns)
    }


def _go_on(request: HttpRequest, item: Item, mapping: Mapping) -> HttpResponse:
    queue_again(item)
    messages.success(
        request,
        f"Remembered as “{mapping.name}”: the next table with these columns needs no answer.",
    )
    if item.batch_id:
        return HttpResponseRedirect(reverse("admin:articles_batch_change", args=[item.batch_id]))
    return HttpResponseRedirect(reverse("admin:articles_item_changelist"))
