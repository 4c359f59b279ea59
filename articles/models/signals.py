"""A row saved or deleted one by one, as the stock admin does, touches the articles that show it.

Bulk writers send no signals: they call ``touch`` themselves.
"""

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save

from articles.models.affected import AFFECTED, AFFECTED_WHEN_GONE, MOVABLE, PAIRS, affected_articles
from articles.models.changes import touch


def touch_affected(sender: type[Model], instance: Model, raw: bool = False, **kwargs) -> None:
    if not raw:
        touch(affected_articles(instance))


def touch_before(sender: type[Model], instance: Model, raw: bool = False, **kwargs) -> None:
    stored = None if raw else sender._base_manager.filter(pk=instance.pk).first()
    if stored:
        touch(affected_articles(stored))


def connect() -> None:
    """Both before and after a deletion, and a change of pairs: after it, some rows no longer know
    their article."""
    for noun in AFFECTED:
        for signal in (post_save, pre_delete, post_delete):
            signal.connect(touch_affected, sender=noun, dispatch_uid=f"touch {noun.__name__}")
    for noun in AFFECTED_WHEN_GONE:
        pre_delete.connect(touch_affected, sender=noun, dispatch_uid=f"touch {noun.__name__}")
    for noun in MOVABLE:
        pre_save.connect(touch_before, sender=noun, dispatch_uid=f"touch {noun.__name__}")
    for pair in PAIRS:
        m2m_changed.connect(touch_affected, sender=pair, dispatch_uid=f"touch {pair.__name__}")
