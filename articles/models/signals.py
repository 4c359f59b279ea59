"""A row saved or deleted one by one, as the stock admin does, touches the articles that show it.

Bulk writers send no signals: they call ``touch`` themselves.
"""

from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete

from articles.models.affected import AFFECTED, affected_articles
from articles.models.changes import touch


def touch_affected(sender: type[Model], instance: Model, raw: bool = False, **kwargs) -> None:
    if not raw:
        touch(affected_articles(instance))


def connect() -> None:
    """Both before and after a deletion: after it, some rows no longer know their article."""
    for noun in AFFECTED:
        for signal in (post_save, pre_delete, post_delete):
            signal.connect(touch_affected, sender=noun, dispatch_uid=f"touch {noun.__name__}")
