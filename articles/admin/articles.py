"""Articles: facts, bylines, and below them the links, each highlighted in the text."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from articles.admin import article_links
from articles.admin.history import HistoryAdmin
from articles.admin.read_only import ReadOnlyAdmin
from articles.admin.stored_cards import cards_of_version
from articles.admin.text import paragraphs
from articles.admin.version_diffs import differences_of
from articles.curation import CurationError, all_back_to_draft, publish_all
from articles.models import Article, Byline, CopySet, ExtractionRun, Statement, Version, touch

MOST_TOLD = 10
OF_BATCH = "items__batch__id__exact"
PARSED_FIELDS = {
    "kind",
    "section",
    "language",
    "published_on",
    "published_at",
    "updated_at",
    "outlet",
}


class BylineInline(admin.TabularInline):
    model = Byline
    autocomplete_fields = ["author"]
    extra = 0


@admin.register(Article)
class ArticleAdmin(HistoryAdmin):
    """Status changes go through actions, so that each has its rules, history and change row."""

    change_form_template = "admin/articles/article/change_form.html"
    list_display = ["headline_", "outlet", "status", "kind", "published_on", "added_at"]
    list_filter = ["status", "kind", "is_sample", "outlet"]
    list_select_related = ["outlet", "current_version"]
    search_fields = ["versions__headline", "slug", "url"]
    date_hierarchy = "published_on"
    show_full_result_count = False
    autocomplete_fields = ["outlet"]
    raw_id_fields = ["copy_set"]
    readonly_fields = [
        "review_note",
        "status",
        "withdrawn_because",
        "first_public_at",
        "added_at",
        "field_sources",
    ]
    inlines = [BylineInline]
    actions = ["publish_chosen", "back_to_draft_chosen"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "review_note",
                    "outlet",
                    "kind",
                    "section",
                    "language",
                    "status",
                    "rights",
                ]
            },
        ),
        (
            "Dates",
            {
                "fields": [
                    ("published_on", "published_precision"),
                    ("published_at", "published_zone"),
                    "updated_at",
                    "embargo_until",
                    ("added_at", "first_public_at"),
                ]
            },
        ),
        ("Addresses", {"fields": ["slug", "url", "canonical_url"]}),
        (
            "More",
            {
                "classes": ["collapse"],
                "fields": ["copy_set", "withdrawn_because", "field_sources", "is_sample"],
            },
        ),
    ]

    @admin.display(description="headline", ordering="current_version__headline")
    def headline_(self, article: Article) -> str:
        return str(article)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        return lookup == OF_BATCH or super().lookup_allowed(lookup, value, request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # an article is added by pasting, so that its text is kept as it came

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        return False  # it is withdrawn, and its record stays

    def get_urls(self) -> list:
        acts = path(
            "<int:article_id>/act/",
            self.admin_site.admin_view(require_POST(self.act)),
            name="articles_article_act",
        )
        texts = path(
            "<int:article_id>/versions/",
            self.admin_site.admin_view(self.versions),
            name="articles_article_versions",
        )
        return [acts, texts, *super().get_urls()]

    def versions(self, request: HttpRequest, article_id: int) -> HttpResponse:
        """Every text the article had, each with what it changed."""
        article = self._seen(request, article_id)
        context = self.admin_site.each_context(request) | {
            "title": f"The texts of “{article}”",
            "article": article,
            "versions": differences_of(article),
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/articles/article/versions.html", context)

    def save_model(self, request, obj, form, change) -> None:
        """What a person set is theirs: no later parsing changes it."""
        given = [name for name in form.changed_data if name in PARSED_FIELDS]
        if given:
            by_hand = {name: {"from": "editor", "by_person": True} for name in given}
            obj.field_sources = {**obj.field_sources, **by_hand}
        super().save_model(request, obj, form, change)

    def change_view(self, request, object_id, form_url="", extra_context=None) -> HttpResponse:
        article = self.get_object(request, object_id)
        context = extra_context or {}
        if article and article.current_version:
            cards = cards_of_version(article.current_version)
            context |= {
                "cards": cards,
                "paragraphs": paragraphs(article.current_version, cards),
                "version": article.current_version,
                "article": article,
                "may_publish": request.user.has_perm("articles.publish_article"),
                "closed": not request.user.has_perm(article_links.DECIDE),
                "asked": article_links.asked(request),
            }
        return super().change_view(request, object_id, form_url, context)

    def act(self, request: HttpRequest, article_id: int) -> HttpResponse:
        """One editorial act on one article, posted from its page."""
        article = self._seen(request, article_id)
        try:
            query = article_links.carry_out(request, article)
        except CurationError as error:
            messages.error(request, str(error))
            query = ""
        page = reverse("admin:articles_article_change", args=[article_id])
        back = request.POST.get("back", "links")[:80]
        return HttpResponseRedirect(f"{page}{query}#{back}")

    def _seen(self, request: HttpRequest, article_id: int) -> Article:
        """The article, for somebody who may see it; what they may do the act itself asks."""
        article = self.get_object(request, str(article_id))
        if article is None:
            raise Http404("There is no such article.")
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        return article

    def save_related(self, request, form, formsets, change) -> None:
        super().save_related(request, form, formsets, change)
        touch([form.instance.pk])

    @admin.action(description="Publish the chosen articles", permissions=["publish"])
    def publish_chosen(self, request: HttpRequest, queryset) -> None:
        outcome = publish_all(queryset.values_list("pk", flat=True))
        for told in outcome.refused[:MOST_TOLD]:
            messages.error(request, told)
        if len(outcome.refused) > MOST_TOLD:
            more = len(outcome.refused) - MOST_TOLD
            messages.error(request, f"And {more} more can't be published.")
        messages.success(request, f"{outcome.done} published.")

    @admin.action(description="Take the chosen articles back to draft", permissions=["publish"])
    def back_to_draft_chosen(self, request: HttpRequest, queryset) -> None:
        outcome = all_back_to_draft(queryset.values_list("pk", flat=True))
        messages.success(request, f"{outcome.done} taken back to draft.")

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.publish_article")


@admin.register(Version)
class VersionAdmin(ReadOnlyAdmin):
    """Frozen: to be looked at."""

    list_display = ["headline", "article", "number", "made_at"]
    list_select_related = ["article__current_version"]
    search_fields = ["headline"]


@admin.register(Statement)
class StatementAdmin(admin.ModelAdmin):
    list_display = ["words", "said_by", "first_said_on"]
    list_select_related = ["said_by"]
    search_fields = ["words"]
    autocomplete_fields = ["said_by"]


@admin.register(ExtractionRun)
class RunAdmin(ReadOnlyAdmin):
    list_display = ["program", "version", "ran_at"]
    list_select_related = ["version"]


@admin.register(CopySet)
class CopySetAdmin(admin.ModelAdmin):
    list_display = ["__str__", "agency", "created_at"]
    search_fields = ["agency"]
