"""Another name of somebody: articles that have it are read again, in the background."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q

from articles.curation.errors import CurationError
from articles.extraction.names import fold, parse_name
from articles.models import LinkState, Mention, Person, PersonName, Quote, ask_to_reread

OPEN = (LinkState.UNRESOLVED, LinkState.AMBIGUOUS, LinkState.SUGGESTED)


@transaction.atomic
def add_alias(
    person: Person, text: str, kind: str = PersonName.Kind.COMMON
) -> tuple[PersonName, int]:
    """The name, and how many articles will be read again because of it.

    Raises CurationError where it is no name.
    """
    text = " ".join(text.split())
    if not text or len(text) > 200:
        raise CurationError("A name has 1 to 200 characters.")
    name, _ = PersonName.objects.get_or_create(person=person, text=text, kind=kind)
    return name, reread_for([name])


def reread_for(names: Iterable[PersonName]) -> int:
    """Asks for every article with an open mention or quote that one of the names may settle."""
    articles: set[int] = set()
    for name in names:
        articles |= _articles_with(name)
    return ask_to_reread(articles)


def _articles_with(name: PersonName) -> set[int]:
    if name.kind == PersonName.Kind.HANDLE:
        handle = name.text.removeprefix("@")
        quotes = Quote.objects.filter(handle__iexact=handle, state__in=OPEN)
        return set(quotes.values_list("version__article", flat=True))
    family = parse_name(name.text).family or name.text
    open_ones = Mention.objects.filter(state__in=OPEN).filter(
        Q(name__icontains=family) | Q(name__icontains=fold(family))
    )
    return set(open_ones.values_list("version__article", flat=True))
