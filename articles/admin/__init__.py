"""The editors' side: every noun registered, one file per family."""

from articles.admin import articles, ingestion, outlets, people, races, users

__all__ = ["articles", "ingestion", "outlets", "people", "races", "users"]
