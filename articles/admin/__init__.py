"""The editors' side: every noun registered, one file per family."""

from django.conf import settings
from django.contrib import admin

from articles.admin import (
    articles,
    batches,
    feeds,
    ingestion,
    learning,
    merging,
    outlets,
    people,
    races,
    review,
    users,
)

__all__ = [
    "articles",
    "batches",
    "feeds",
    "ingestion",
    "learning",
    "merging",
    "outlets",
    "people",
    "races",
    "review",
    "users",
]

admin.site.site_header = f"{settings.SITE_NAME}: editors"
admin.site.site_title = admin.site.index_title = "Editors"
