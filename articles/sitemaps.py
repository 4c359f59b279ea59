"""The addresses that search engines may keep: public articles, people, races and outlets."""

from django.contrib.sitemaps import Sitemap
from django.db.models import Exists, OuterRef, QuerySet

from articles.models import Article, Outlet, Person, Race
from articles.models.coverage import public_mentions, public_race_links


class ArticleSitemap(Sitemap):
    limit = 5000

    def items(self) -> QuerySet[Article]:
        return Article.objects.public().select_related("current_version").order_by("pk")

    def lastmod(self, article: Article):
        return article.current_version.made_at

    def get_latest_lastmod(self) -> None:
        """Not told of the whole: every article would have to be looked at for it."""


class PersonSitemap(Sitemap):
    """People who appear in articles: a bare entry of a roster is no page worth finding."""

    limit = 5000

    def items(self) -> QuerySet[Person]:
        is_covered = Exists(public_mentions().filter(person=OuterRef("pk")))
        return Person.objects.public().filter(is_covered).order_by("pk")


class RaceSitemap(Sitemap):
    limit = 5000

    def items(self) -> QuerySet[Race]:
        is_covered = Exists(public_race_links().filter(race=OuterRef("pk")))
        return Race.objects.filter(is_covered).order_by("pk")


class OutletSitemap(Sitemap):
    def items(self) -> QuerySet[Outlet]:
        return Outlet.objects.public().order_by("pk")


SITEMAPS = {
    "articles": ArticleSitemap,
    "people": PersonSitemap,
    "races": RaceSitemap,
    "outlets": OutletSitemap,
}
