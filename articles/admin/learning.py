"""What the archive learned from editors' answers, to be looked at and switched off."""

from django.contrib import admin, messages
from django.http import HttpRequest

from articles.admin.read_only import ReadOnlyAdmin
from articles.curation import switch_learned
from articles.models import LearnedName


@admin.register(LearnedName)
class LearnedNameAdmin(ReadOnlyAdmin):
    list_display = ["name", "person", "outlet", "yes", "no", "is_used", "counted_at"]
    list_filter = ["is_used", "outlet"]
    list_select_related = ["person", "outlet"]
    search_fields = ["name", "person__name", "outlet__name"]
    list_per_page = 50
    actions = ["forget", "use_again"]

    def has_teach_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.merge_people")

    @admin.action(description="Let it change no link any more", permissions=["teach"])
    def forget(self, request: HttpRequest, queryset) -> None:
        self._switch(request, queryset, to=False)

    @admin.action(description="Use it again", permissions=["teach"])
    def use_again(self, request: HttpRequest, queryset) -> None:
        self._switch(request, queryset, to=True)

    def _switch(self, request: HttpRequest, queryset, *, to: bool) -> None:
        asked = switch_learned(queryset, to=to, by=request.user)
        messages.success(request, f"{asked} articles will be read again in the background.")
