"""The embedded engine (tantivy). Name it in settings as EmbeddedEngine of this package."""

from articles.search.engines.embedded.engine import EmbeddedEngine

__all__ = ["EmbeddedEngine"]
