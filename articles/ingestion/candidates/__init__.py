"""Who could be meant by the names of an article: people and races of the roster."""

from articles.ingestion.candidates.fetching import roster_for

__all__ = ["roster_for"]
