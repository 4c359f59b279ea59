"""The editors' side: every noun registered, one file per family."""

from articles.admin import outlets, people, races, users

__all__ = ["outlets", "people", "races", "users"]
