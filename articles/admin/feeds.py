"""Feeds: how each is doing, and what it brought."""

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.html import format_html

from articles.admin.read_only import ReadOnlyAdmin
from articles.ingestion.polling import habit_of, poll_soon
from articles.models import Feed, FeedEntry

NOT_WELL = ("quiet", "silent")
NO_ENTRIES = "it answers, but names nothing to take in."
LABELS = {"url": "Address", "every_minutes": "Ask it every so many minutes"}


@admin.register(Feed)
class FeedAdmin(admin.ModelAdmin):
    list_display = ["name", "outlet", "standing", "polled_at", "next_poll_at", "is_active"]
    list_filter = ["is_active", "outlet"]
    list_select_related = ["outlet"]
    search_fields = ["name", "url"]
    autocomplete_fields = ["outlet"]
    list_per_page = 50
    readonly_fields = ["standing", "failures", "last_error", "polled_at", "last_entry_at"]
    actions = ["poll_chosen"]
    fieldsets = [
        (None, {"fields": ["url", "name", "outlet", "is_active", "every_minutes"]}),
        ("What it brings", {"fields": ["publish_policy", "rights"]}),
        (
            "How it is doing",
            {"fields": ["standing", "failures", "last_error", "polled_at", "last_entry_at"]},
        ),
    ]

    def get_form(self, request: HttpRequest, obj=None, change=False, **kwargs):
        """Labels in an editor's words."""
        return super().get_form(request, obj, change, labels=LABELS, **kwargs)

    @admin.display(description="how it is doing")
    def standing(self, feed: Feed) -> str:
        """Failing, quiet or silent against its own habit, or as usual, in words."""
        if feed.pk is None:
            return "It is asked for the first time as soon as it is saved."
        if feed.failures:
            return format_html(
                "<strong>Failing</strong>, {} times in a row: {}", feed.failures, feed.last_error
            )
        if feed.polled_at and not feed.last_entry_at:
            return format_html("<strong>Nothing yet</strong>: {}", feed.last_error or NO_ENTRIES)
        habit = habit_of(feed)
        if habit.state in NOT_WELL:
            return format_html("<strong>{}</strong>: {}", habit.state.capitalize(), habit.words)
        return habit.words

    def has_poll_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.poll_feed")

    @admin.action(description="Ask the chosen feeds now", permissions=["poll"])
    def poll_chosen(self, request: HttpRequest, queryset) -> None:
        messages.success(request, f"{poll_soon(queryset)} feeds will be asked within seconds.")


@admin.register(FeedEntry)
class FeedEntryAdmin(ReadOnlyAdmin):
    list_display = ["__str__", "feed", "published_at", "seen_at"]
    list_filter = ["feed"]
    list_select_related = ["feed"]
    search_fields = ["title", "url"]
