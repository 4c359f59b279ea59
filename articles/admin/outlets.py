"""Outlets, their names and domains, and the people who write for them."""

from django.contrib import admin

from articles.admin.history import HistoryAdmin
from articles.models import Author, Outlet, OutletDomain, OutletName


class OutletNameInline(admin.TabularInline):
    model = OutletName
    extra = 1


class OutletDomainInline(admin.TabularInline):
    model = OutletDomain
    extra = 1


@admin.register(Outlet)
class OutletAdmin(HistoryAdmin):
    change_form_template = "admin/articles/outlet/change_form.html"
    list_display = ["name", "kind", "place", "state", "is_proposed", "is_sample"]
    list_filter = ["kind", "is_proposed", "is_sample", "state"]
    search_fields = ["name", "other_names__name", "domains__domain"]
    autocomplete_fields = ["predecessor"]
    inlines = [OutletNameInline, OutletDomainInline]


@admin.register(Author)
class AuthorAdmin(admin.ModelAdmin):
    list_display = ["name", "outlet"]
    list_select_related = ["outlet"]
    search_fields = ["name"]
    autocomplete_fields = ["outlet"]
