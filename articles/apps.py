"""The app's wiring: system checks and change rows, and nothing else."""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Archive"

    def ready(self) -> None:
        from articles import checks  # noqa: F401  (registers itself)
        from articles.models import signals

        signals.connect()
