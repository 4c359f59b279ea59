"""People with what is known of them, organisations, and proposals to join two rows."""

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils import timezone

from articles.admin.history import HistoryAdmin
from articles.admin.read_only import ReadOnlyAdmin
from articles.curation import CurationError, merge_people, reread_for
from articles.models import (
    Candidacy,
    Decision,
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
class PersonAdmin(HistoryAdmin):
    change_form_template = "admin/articles/person/change_form.html"
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

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        return False  # merged or hidden, so that no link loses its person

    def change_view(self, request, object_id, form_url="", extra_context=None):
        context = {**(extra_context or {}), "name_kinds": PersonName.Kind.choices}
        return super().change_view(request, object_id, form_url, context)

    def save_formset(self, request, form, formset, change) -> None:
        """A name written here is an alias like any other: what has it is read again."""
        super().save_formset(request, form, formset, change)
        if formset.model is PersonName:
            reread_for([*formset.new_objects, *(row for row, _ in formset.changed_objects)])


class OrganisationNameInline(admin.TabularInline):
    model = OrganisationName
    extra = 1


@admin.register(Organisation)
class OrganisationAdmin(HistoryAdmin):
    list_display = ["name", "kind", "status", "person"]
    list_filter = ["kind", "status"]
    list_select_related = ["person"]
    search_fields = ["name", "other_names__name"]
    autocomplete_fields = ["person", "source"]
    inlines = [OrganisationNameInline]


@admin.register(JoinProposal)
class JoinProposalAdmin(ReadOnlyAdmin):
    """Two rows that may be one person: joined or kept apart by choosing an action."""

    list_display = ["person", "other", "why", "decision", "decided_by"]
    list_filter = ["decision"]
    list_select_related = ["person", "other", "decided_by"]
    search_fields = ["person__name", "other__name"]
    actions = ["join", "keep_apart"]

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.decide_link")

    def has_merge_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.merge_people")

    @admin.action(description="One person: join the other to the first", permissions=["merge"])
    def join(self, request: HttpRequest, queryset) -> None:
        done = 0
        for key in queryset.values_list("pk", flat=True):
            proposal = JoinProposal.objects.filter(pk=key).first()
            if proposal is None:
                continue  # an earlier join has answered it
            try:
                merge_people(proposal.person, proposal.other, by=request.user)
                done += 1
            except CurationError as error:
                messages.error(request, f"{proposal} {error}")
        messages.success(request, f"{done} joined; the old addresses lead to the person kept.")

    @admin.action(description="Two people: keep them apart", permissions=["decide"])
    def keep_apart(self, request: HttpRequest, queryset) -> None:
        done = queryset.update(
            decision=Decision.NO, decided_by=request.user, decided_at=timezone.now()
        )
        messages.success(request, f"{done} kept apart.")


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
