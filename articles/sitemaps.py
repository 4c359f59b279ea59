"""The addresses that search engines may keep: public articles, people, races and outlets."""

from math import ceil

from django.contrib.sitemaps import Sitemap
from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.functional import cached_property

from articles.models import Article, Outlet, Person, Race
from articles.models.coverage import public_mentions, public_race_links


class KeyPaginator(Paginator):
    """Pages of so many keys, not rows: none costs more than its own rows, whichever it is, and what
    is withdrawn moves nothing from one page to another.
    """

    @cached_property
    def num_pages(self) -> int:
        newest = self.object_list.order_by("-pk").values_list("pk", flat=True).first() or 0
        return max(1, ceil(newest / self.per_page))

    def page(self, number: int | str) -> Page:
        number = self.validate_number(number)
        last = number * self.per_page
        rows = self.object_list.filter(pk__gt=last - self.per_page, pk__lte=last)
        return self._get_page(rows, number, self)


class KeySitemap(Sitemap):
    """A sitemap of a table that grows without end; ``items`` gives a query in the keys' order."""

    limit = 5000

    @property
    def paginator(self) -> KeyPaginator:
        return KeyPaginator(self.items(), self.limit)


class ArticleSitemap(KeySitemap):
    def items(self) -> QuerySet[Article]:
        rows = Article.objects.public().select_related("current_version").order_by("pk")
        return rows.only("slug", "current_version__made_at")

    def lastmod(self, article: Article):
        return article.current_version.made_at

    def get_latest_lastmod(self) -> None:
        """Not told of the whole: every article would have to be looked at for it."""


class PersonSitemap(KeySitemap):
    """People who appear in articles: a bare entry of a roster is no page worth finding."""

    def items(self) -> QuerySet[Person]:
        is_covered = Exists(public_mentions().filter(person=OuterRef("pk")))
        return Person.objects.public().filter(is_covered).order_by("pk")


class RaceSitemap(KeySitemap):
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
