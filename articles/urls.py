"""Public routes, grouped by page."""

from django.contrib.sitemaps.views import index, sitemap
from django.urls import path

from articles.sitemaps import SITEMAPS
from articles.views import (
    article_lists,
    articles,
    favicon,
    health,
    home,
    outlets,
    people,
    quote_checks,
    quote_lists,
    quotes,
    races,
    robots,
    suggest,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("articles/", article_lists.article_list, name="article-list"),
    path("articles/facet/<str:name>/", article_lists.article_facet, name="article-facet"),
    path("suggest/", suggest.suggest, name="suggest"),
    path("articles/<slug:slug>/", articles.article_detail, name="article-detail"),
    path("quotes/", quote_lists.quote_list, name="quote-list"),
    path("quotes/facet/<str:name>/", quote_lists.quote_facet, name="quote-facet"),
    path("quotes/check/", quote_checks.quote_check, name="quote-check"),
    path("quotes/<int:pk>/", quotes.quote_detail, name="quote-detail"),
    path("people/", people.person_list, name="person-list"),
    path("people/<slug:slug>/", people.person_detail, name="person-detail"),
    path("races/", races.race_list, name="race-list"),
    path("races/<slug:slug>/", races.race_detail, name="race-detail"),
    path("outlets/", outlets.outlet_list, name="outlet-list"),
    path("outlets/<slug:slug>/", outlets.outlet_detail, name="outlet-detail"),
    path("healthz", health.healthz, name="healthz"),
    path("favicon.ico", favicon.favicon, name="favicon"),
    path("robots.txt", robots.robots, name="robots"),
    path(
        "sitemap.xml",
        index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap-of"},
        name="sitemap",
    ),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap-of"),
]
