"""Rows with a history: looked at, never brought back by posting it, and heeded by whoever saves."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, Model
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.formats import localize
from django.utils.timezone import localtime
from simple_history.admin import SimpleHistoryAdmin

from articles.curation.holding import hold

SEEN = "seen"
SAVED_MEANWHILE = (
    "{who} changed this on {when}, while you had it open. What you wrote stands below, not "
    "saved yet: look at the history for what was changed, then save again to have it your way."
)


class HeedingForm(forms.ModelForm):
    """Refuses once to save over what somebody saved since it was opened.

    ``seen`` is the newest entry of the row's history that its reader saw. What acts and merges did
    since then is theirs and stays: their entries have a reason, those of this form have none.
    """

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.newest = self.instance.history.aggregate(newest=Max("pk"))["newest"] or 0
        self.initial[SEEN] = self.newest

    def clean(self) -> dict:
        cleaned = super().clean()
        saved = self._saved_since(cleaned.get(SEEN) or 0)
        if saved:
            self.data = self.data.copy()
            self.data[self.add_prefix(SEEN)] = self.newest  # told now: the next time it is meant
            when = localize(localtime(saved.history_date))
            raise ValidationError(
                SAVED_MEANWHILE.format(who=saved.history_user or "The archive itself", when=when)
            )
        return cleaned

    def _saved_since(self, seen: int) -> Model | None:
        later = self.instance.history.filter(pk__gt=seen, history_type="~")
        return later.filter(history_change_reason=None).order_by("-pk").first()


class HistoryAdmin(SimpleHistoryAdmin):
    """The library saves what is posted to an old state, whoever may look at it: here nobody can."""

    form = HeedingForm

    def get_fieldsets(self, request: HttpRequest, obj: Model | None = None) -> list:
        """With what was seen, in the first set, for whoever may save."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or not self.has_change_permission(request, obj):
            return [_without_seen(one) for one in fieldsets]
        (title, options), *others = (_without_seen(one) for one in fieldsets)
        return [(title, {**options, "fields": [*options["fields"], SEEN]}), *others]

    def get_object(self, request: HttpRequest, object_id: str, from_field=None) -> Model | None:
        """What a form is about to save is held: its other fields stay as they are then."""
        row = super().get_object(request, object_id, from_field)
        if row and request.method == "POST" and transaction.get_connection().in_atomic_block:
            hold(row)
        return row

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context=None
    ) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        return super().history_form_view(request, object_id, version_id, extra_context)


def _without_seen(fieldset: tuple) -> tuple:
    title, options = fieldset
    return title, {**options, "fields": [name for name in options["fields"] if name != SEEN]}
