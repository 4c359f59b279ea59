"""The app's wiring: system checks, change rows, groups, and nothing else."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Archive"

    def ready(self) -> None:
        from articles import checks  # noqa: F401  (registers itself)
        from articles.groups import make_groups
        from articles.models import signals

        signals.connect()
        post_migrate.connect(make_groups, sender=self)
