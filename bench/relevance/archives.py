"""The two archives of the judged set, each with an index of its own."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from articles.models import Article
from articles.search import get_engine
from bench.relevance import made

Slugs = dict[int, str]


def demonstration() -> Slugs:
    """Loads and indexes the demonstration; gives the slugs by key."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_demo", verbosity=0)
    call_command("rebuild_index", verbosity=0)
    return dict(Article.objects.values_list("pk", "slug"))


def controlled(place: Path) -> Slugs:
    """Indexes the controlled stories; from now on ``search`` looks there."""
    settings.SEARCH_ENGINE = {**settings.SEARCH_ENGINE, "LOCATION": str(place / "made")}
    documents, slugs = made.documents()
    get_engine().clear()
    get_engine().index(documents)
    return slugs
