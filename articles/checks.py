"""System checks: settings that contradict each other or the machine are told at the start."""

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.utils.module_loading import import_string


@register(Tags.compatibility)
def search_engine_can_be_imported(app_configs, **kwargs) -> list[Error]:
    path = settings.SEARCH_ENGINE.get("BACKEND", "")
    try:
        import_string(path)
    except ImportError as error:
        return [
            Error(
                f"The search engine {path!r} can't be imported: {error}",
                hint="SEARCH_ENGINE is the dotted path of a class: "
                "articles.search.engines.embedded.EmbeddedEngine.",
                id="articles.E001",
            )
        ]
    return []
