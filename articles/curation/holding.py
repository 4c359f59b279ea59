"""A row held for an act: as it is now, and nobody else's to change until the act is done."""

from django.db.models import Model

from articles.curation.errors import CurationError
from articles.models import Article, Mention, Quote, RaceLink

LINKS = (Mention, RaceLink, Quote)


def hold(row: Model) -> None:
    """Reads ``row`` anew and locks it until the transaction ends; a link with its article, so
    that reading the text again does not meet an answer.

    Raises CurationError where the row is gone.
    """
    if isinstance(row, LINKS):
        Article.objects.hold(row.version.article_id)
    try:
        row.refresh_from_db(from_queryset=type(row)._base_manager.select_for_update())
    except row.DoesNotExist:
        raise CurationError(
            "It is not there any more: somebody changed it a moment ago. Look at it once more."
        ) from None


def hold_both(one: Model, other: Model) -> None:
    """Two rows of one kind, always in the same order, so that no two acts wait for each other.

    Raises CurationError where one of them is gone.
    """
    for row in sorted((one, other), key=lambda row: row.pk or 0):
        hold(row)
