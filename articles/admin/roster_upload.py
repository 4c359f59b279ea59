"""Lists of people, outlets and races loaded from CSV: first a preview, then in earnest."""

import shutil
import tempfile
from pathlib import Path

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.admin.given import key_given
from articles.ingestion import IngestError
from articles.ingestion.rosters import load_files, preview_files
from articles.ingestion.rosters.forms import FORMS
from articles.models import Capture

MOST_BYTES = 20_000_000
LINES = 200


class RosterForm(forms.Form):
    file = forms.FileField(label="The list")

    def clean_file(self) -> UploadedFile:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                f"The list has {file.size:,} bytes; at most {MOST_BYTES:,} are read here. "
                "Larger ones: manage.py load_rosters FILE."
            )
        return file


def upload(request: HttpRequest) -> HttpResponse:
    """A file gives a preview of what it would change; its button carries that out."""
    if not request.user.has_perm("articles.load_rosters"):
        raise PermissionDenied
    context = admin.site.each_context(request) | {
        "title": "Load people, outlets and races",
        "forms_known": [form.title for form in FORMS],
        "form": RosterForm(),
    }
    if request.method == "POST":
        if "capture" in request.POST:
            return _load(request)
        context |= _preview(request)
    return TemplateResponse(request, "admin/care/rosters.html", context)


def _preview(request: HttpRequest) -> dict:
    form = RosterForm(request.POST, request.FILES)
    if not form.is_valid():
        return {"form": form}
    file = form.cleaned_data["file"]
    # Kept as it came: what is carried out later is exactly what was shown.
    capture = Capture.objects.keep_file(file, file_name=Path(file.name).name[-255:])
    try:
        report = _with_file(capture, preview_files)
    except IngestError as error:
        form.add_error("file", str(error))
        return {"form": form}
    return {
        "form": form,
        "lines": report.lines()[:LINES],
        "changes": report.changes[:LINES],
        "more": max(0, len(report.changes) - LINES),
        "capture": capture,
    }


def _load(request: HttpRequest) -> HttpResponse:
    capture = Capture.objects.filter(pk=key_given(request.POST, "capture")).first()
    try:
        if capture is None:
            raise IngestError("That list is not kept any more: give it once more.")
        report = _with_file(capture, load_files)
    except IngestError as error:
        messages.error(request, str(error))
    else:
        for line in report.lines()[:LINES]:
            messages.success(request, line)
    return HttpResponseRedirect(reverse("review:rosters"))


def _with_file(capture: Capture, act):
    """Calls ``act`` with the kept bytes under the name they came with."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / (Path(capture.file_name).name or "list.csv")
        with capture.open() as kept, path.open("wb") as file:
            shutil.copyfileobj(kept, file)
        return act([path])
