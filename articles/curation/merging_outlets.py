"""Two outlets become one: what came in under a name that nobody knew is found where it belongs."""

from django.db import transaction

from articles.curation.errors import CurationError
from articles.curation.holding import hold_both
from articles.curation.joining import end_row, move_new
from articles.curation.ledger import Ledger
from articles.models import Author, Byline, Merge, Outlet, User, articles_of_outlets, touch


@transaction.atomic
def merge_outlets(kept: Outlet, gone: Outlet, *, by: User | None = None) -> Merge:
    """Moves all that belongs to ``gone`` to ``kept`` and deletes ``gone``; can be undone.

    Raises CurationError where the two are one row, or one of them is gone.
    """
    if kept.pk == gone.pk:
        raise CurationError("An outlet can't be merged with the same outlet.")
    hold_both(kept, gone)
    gone_id, gone_name = gone.pk, gone.name
    touched = articles_of_outlets([gone_id])
    ledger = Ledger()
    _move_authors(ledger, kept, gone)
    for rows in (gone.articles, gone.feeds, gone.batches, gone.domains, gone.other_names):
        ledger.move(rows.all(), "outlet", kept)
    # What both learned of a name stays as the kept one has it, until the next answer counts.
    move_new(ledger, gone.learned_names, "outlet", kept, ("person_id", "folded"))
    _follow_on(ledger, kept, gone)
    end_row(ledger, kept, gone)
    _keep_name(ledger, kept, gone_name)
    touch(touched)
    return ledger.keep(
        noun=Merge.Noun.OUTLET,
        kept_id=kept.pk,
        gone_id=gone_id,
        kept_name=kept.name,
        gone_name=gone_name,
        by=by,
    )


def _move_authors(ledger: Ledger, kept: Outlet, gone: Outlet) -> None:
    """Somebody who wrote for both is one writer from now on."""
    own = {author.name: author for author in kept.authors.all()}
    for author in gone.authors.filter(name__in=own):
        ledger.move(Byline.objects.filter(author=author), "author", own[author.name])
        ledger.remove(Author.objects.get(pk=author.pk))
    ledger.move(gone.authors.all(), "outlet", kept)


def _follow_on(ledger: Ledger, kept: Outlet, gone: Outlet) -> None:
    """Successors of the one are those of the other; neither is its own."""
    if kept.predecessor_id == gone.pk:
        before = None if gone.predecessor_id == kept.pk else gone.predecessor_id
        ledger.change(kept, "predecessor_id", before)
    ledger.move(gone.successors.exclude(pk=kept.pk), "predecessor", kept)


def _keep_name(ledger: Ledger, kept: Outlet, name: str) -> None:
    """The next text that gives the old name is the kept one's."""
    if not Outlet.objects.named(name).exists():
        ledger.note_made(kept.other_names.create(name=name))
