"""One row that was two people: what belongs to the other goes to a person of their own."""

from collections.abc import Iterable

from django.db import transaction

from articles.curation.errors import CurationError
from articles.curation.holding import hold
from articles.curation.statements import renew_speakers
from articles.models import (
    Article,
    Mention,
    Person,
    PersonName,
    Quote,
    User,
    articles_of_people,
    touch,
)


@transaction.atomic
def split_person(
    person: Person,
    name: str,
    *,
    articles: Iterable[Article],
    names: Iterable[PersonName] = (),
    by: User | None = None,
) -> Person:
    """Makes a person called ``name`` of what ``articles`` say of ``person``; gives that person.

    Links and quotes in those articles move, and the ``names`` given. Merging the two again takes
    it back. Raises CurationError without a name, or where nothing would move.
    """
    name = " ".join(name.split())
    if not name:
        raise CurationError("Say what the other person is called.")
    hold(person)
    chosen = [article.pk for article in articles]
    own = {"version__article__in": chosen, "person": person}
    mentions, quotes = Mention.objects.filter(**own), Quote.objects.filter(**own)
    if not mentions.exists() and not quotes.exists():
        raise CurationError("Choose at least one article that is about the other person.")
    touched = articles_of_people([person.pk])
    other = Person.objects.create(name=name[:200], status=person.status, gender=person.gender)
    moving = list(quotes)
    mentions.update(person=other)
    quotes.update(person=other)
    renew_speakers(moving)
    PersonName.objects.filter(pk__in=[one.pk for one in names], person=person).update(person=other)
    PersonName.objects.get_or_create(person=other, text=name[:200], kind=PersonName.Kind.COMMON)
    person._change_reason = f"Split: {other} ({other.slug})"[:100]
    person.save()
    touch(touched)
    return other
