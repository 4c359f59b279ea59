"""The project's addresses: the admin, and everything of the archive."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", include("articles.admin.urls")),
    path("admin/", admin.site.urls),
    path("", include("articles.urls")),
]
handler400 = "articles.views.refusals.bad_request"
