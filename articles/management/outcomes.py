"""What became of Items, in lines for a terminal."""

import sys

from django.core.management.base import BaseCommand

from articles.ingestion.batches import progress
from articles.models import Article, Batch, Item

FINE = (Item.State.DONE, Item.State.DUPLICATE, Item.State.CANCELLED)


def told(item: Item) -> str:
    """One line: where it came from, what it is now, and why."""
    return f"{item.source}: {_outcome(item)}"


def _outcome(item: Item) -> str:
    if item.parts_found is not None:
        return f"opened: {item.parts_found} parts"
    if item.state == Item.State.QUEUED:
        return f"will be tried again. {item.error}"
    if item.article is None:
        return item.error or item.get_state_display()
    article = item.article
    if item.state == Item.State.DUPLICATE:
        return f"is here already: article {article.pk}, {article.get_status_display()}"
    if article.status == Article.Status.PUBLISHED:
        return f"article {article.pk} is published: {article.get_absolute_url()} {item.error}"
    return f"article {article.pk} waits for review. {item.error}".rstrip(". ")


def close_with(command: BaseCommand, batch: Batch) -> None:
    """The batch's numbers; exit code 1 where something failed or waits for an editor."""
    now = progress(batch)
    numbers = ", ".join(f"{number} {state}" for state, number in now.counts.items() if number)
    command.stdout.write(f"Batch {batch.pk}: {numbers}.")
    open_ones = sum(number for state, number in now.counts.items() if state not in FINE)
    if open_ones:
        what = "file did not become an article" if now.total == 1 else "did not become articles"
        command.stderr.write(
            f"{open_ones} of {now.total} {what}. manage.py batch {batch.pk} --failures FILE.csv"
        )
        sys.exit(1)
