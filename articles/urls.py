"""Public routes, grouped by page."""

from django.urls import path

urlpatterns: list[path] = []
