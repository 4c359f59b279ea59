"""Who said a statement, once the speakers of its quotes are another."""

from collections import defaultdict
from collections.abc import Iterable

from articles.models import LinkState, Quote, Statement


def renew_speakers(quotes: Iterable[Quote]) -> None:
    """Each statement of ``quotes`` is by whom its linked quotes agree on, else by nobody known.

    Later quotes of the same words by another person do not join it.
    """
    keys = {quote.statement_id for quote in quotes} - {None}
    linked = Quote.objects.filter(statement__in=keys, state=LinkState.LINKED, person__isnull=False)
    people = defaultdict(set)
    for key, person in linked.order_by().values_list("statement", "person").distinct():
        people[key].add(person)
    for key in sorted(keys):
        said_by = next(iter(people[key])) if len(people[key]) == 1 else None
        Statement.objects.filter(pk=key).update(said_by=said_by)
