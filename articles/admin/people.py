"""People with what is known of them, organisations, and proposals to join two rows."""

from django.contrib import admin
from simple_history.admin import SimpleHistoryAdmin

from articles.models import (
    Candidacy,
    JoinProposal,
    Organisation,
    OrganisationName,
    Party,
    PartyAffiliation,
    PartyAlias,
    Person,
    PersonIdentifier,
    PersonName,
    Position,
    Source,
)


class PersonNameInline(admin.TabularInline):
    model = PersonName
    fields = ["text", "kind", "start", "end", "source"]
    autocomplete_fields = ["source"]
    extra = 0


class PersonIdentifierInline(admin.TabularInline):
    model = PersonIdentifier
    autocomplete_fields = ["source"]
    extra = 0


class AffiliationInline(admin.TabularInline):
    model = PartyAffiliation
    autocomplete_fields = ["party", "source"]
    extra = 0


class PositionInline(admin.TabularInline):
    model = Position
    fields = ["office", "state", "district", "title", "party", "start", "end", "source"]
    autocomplete_fields = ["party", "source"]
    extra = 0


class PersonCandidacyInline(admin.TabularInline):
    model = Candidacy
    fk_name = "person"
    fields = ["race", "party", "is_incumbent", "status", "fec_id"]
    autocomplete_fields = ["race", "party"]
    extra = 0


@admin.register(Person)
class PersonAdmin(SimpleHistoryAdmin):
    list_display = ["name", "status", "born_on", "slug"]
    list_filter = ["status", "gender"]
    search_fields = ["name", "names__text", "identifiers__value"]
    autocomplete_fields = ["source"]
    inlines = [
        PersonNameInline,
        PositionInline,
        AffiliationInline,
        PersonCandidacyInline,
        PersonIdentifierInline,
    ]
    show_full_result_count = False


class OrganisationNameInline(admin.TabularInline):
    model = OrganisationName
    extra = 1


@admin.register(Organisation)
class OrganisationAdmin(SimpleHistoryAdmin):
    list_display = ["name", "kind", "status", "person"]
    list_filter = ["kind", "status"]
    list_select_related = ["person"]
    search_fields = ["name", "other_names__name"]
    autocomplete_fields = ["person", "source"]
    inlines = [OrganisationNameInline]


@admin.register(JoinProposal)
class JoinProposalAdmin(admin.ModelAdmin):
    list_display = ["person", "other", "why", "decision"]
    list_filter = ["decision"]
    list_select_related = ["person", "other"]
    search_fields = ["person__name", "other__name"]
    autocomplete_fields = ["person", "other", "decided_by"]


class PartyAliasInline(admin.TabularInline):
    model = PartyAlias
    extra = 1


@admin.register(Party)
class PartyAdmin(admin.ModelAdmin):
    list_display = ["code", "name", "letter"]
    search_fields = ["code", "name", "aliases__name"]
    inlines = [PartyAliasInline]


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):
    list_display = ["name", "licence", "accessed_on"]
    search_fields = ["name", "url"]
