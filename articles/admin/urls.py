"""The editors' pages that belong to no single noun."""

from django.contrib import admin
from django.urls import path

from articles.admin import care, merging, review, roster_upload

app_name = "review"


def _guarded(view):
    return admin.site.admin_view(view)


urlpatterns = [
    path("review/", _guarded(review.overview), name="overview"),
    path("review/person/<int:person>/all/", _guarded(review.many), name="many"),
    path("review/<str:noun>/", _guarded(review.ask), name="ask"),
    path("care/rosters/", _guarded(roster_upload.upload), name="rosters"),
    path("care/<str:noun>/<int:key>/merge/", _guarded(merging.merge), name="merge"),
    path("care/person/<int:person>/split/", _guarded(care.split), name="split"),
    path("care/person/<int:person>/alias/", _guarded(care.alias), name="alias"),
    path("care/merge/<int:merge>/undo/", _guarded(merging.undo), name="undo"),
]
