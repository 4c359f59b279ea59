"""Seats, races, their stages, candidates and results."""

from django.contrib import admin

from articles.admin.history import HistoryAdmin
from articles.models import Candidacy, FormerStageDate, Race, Result, Seat, Stage


@admin.register(Seat)
class SeatAdmin(admin.ModelAdmin):
    list_display = ["state", "office", "district", "senate_class"]
    list_filter = ["office", "state"]
    search_fields = ["state", "district"]


class StageInline(admin.TabularInline):
    model = Stage
    fields = ["kind", "party", "jurisdiction", "date", "precision"]
    autocomplete_fields = ["party"]
    extra = 0
    show_change_link = True


class CandidacyInline(admin.TabularInline):
    model = Candidacy
    fields = ["person", "party", "is_incumbent", "status", "fec_id"]
    autocomplete_fields = ["person", "party"]
    extra = 0
    show_change_link = True


@admin.register(Race)
class RaceAdmin(HistoryAdmin):
    list_display = ["name", "year", "kind", "slug", "is_sample"]
    list_filter = ["year", "kind", "seat__office", "is_sample"]
    search_fields = ["name", "slug"]
    autocomplete_fields = ["seat", "source"]
    inlines = [StageInline, CandidacyInline]


class FormerDateInline(admin.TabularInline):
    model = FormerStageDate
    fields = ["date", "moved_known_on"]
    extra = 0


class ResultInline(admin.TabularInline):
    model = Result
    fields = ["candidacy", "round", "votes", "share", "share_digits", "outcome", "is_official"]
    autocomplete_fields = ["candidacy"]
    extra = 0


@admin.register(Stage)
class StageAdmin(admin.ModelAdmin):
    list_display = ["race", "kind", "party", "date"]
    list_filter = ["kind"]
    list_select_related = ["race", "party"]
    search_fields = ["race__name", "race__slug"]
    autocomplete_fields = ["race", "party", "source"]
    inlines = [FormerDateInline, ResultInline]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("race", "party")


@admin.register(Candidacy)
class CandidacyAdmin(admin.ModelAdmin):
    list_display = ["person", "race", "party", "status"]
    list_filter = ["status", "is_incumbent"]
    list_select_related = ["person", "race", "party"]
    search_fields = ["person__name", "race__name", "fec_id"]
    autocomplete_fields = ["person", "race", "party", "ticket_mate", "source"]


@admin.register(Result)
class ResultAdmin(admin.ModelAdmin):
    list_display = ["candidacy", "stage", "votes", "share", "outcome"]
    list_select_related = ["candidacy__person", "candidacy__race", "stage__party", "stage__race"]
    list_filter = ["outcome", "is_official"]
    search_fields = ["candidacy__person__name", "stage__race__name"]
    autocomplete_fields = ["candidacy", "stage", "source"]
