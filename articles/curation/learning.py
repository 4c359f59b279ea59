"""What an editor's answer teaches: whom a name means at that outlet, for the next article."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from articles.extraction.names import fold
from articles.models import Decision, LearnedName, Mention, User, ask_to_reread


def learn(mention: Mention) -> int:
    """Counts anew what editors said of this name at this outlet.

    Gives how many articles will be read again because of it. Call it in the transaction of the
    answer, when it is stored.
    """
    outlet, folded = mention.version.article.outlet_id, fold(mention.name)
    known = {row.person_id: row for row in LearnedName.objects.filter(outlet=outlet, folded=folded)}
    people = {*known, mention.person_id} - {None}
    changed = [_recount(mention, known.get(person), person) for person in sorted(people)]
    return reread_named(outlet, mention.name) if any(changed) else 0


@transaction.atomic
def switch_learned(rows: Iterable[LearnedName], *, to: bool, by: User) -> int:
    """Lets what was learned count, or not; gives how many articles will be read again."""
    asked = 0
    for row in rows:
        if row.is_used == to:
            continue
        row.is_used, row.switched_by, row.switched_at = to, by, timezone.now()
        row.save(update_fields=["is_used", "switched_by", "switched_at"])
        asked += reread_named(row.outlet_id, row.name)
    return asked


def reread_named(outlet: int, name: str) -> int:
    """Asks for every article of the outlet that has the name, where nobody decided it."""
    undecided = Mention.objects.filter(
        version__article__outlet=outlet, name__iexact=name, decision=Decision.NONE
    )
    return ask_to_reread(undecided.values_list("version__article", flat=True))


def _recount(mention: Mention, row: LearnedName | None, person: int) -> bool:
    """Whether the counts are others than before."""
    outlet = mention.version.article.outlet_id
    said = Mention.objects.filter(
        version__article__outlet=outlet, name__iexact=mention.name, person=person
    )
    yes, no = _articles(said, Decision.YES), _articles(said, Decision.NO)
    if row and (row.yes, row.no) == (yes, no):
        return False
    if row is None and not (yes or no):
        return False
    row = row or LearnedName(outlet_id=outlet, person_id=person, folded=fold(mention.name))
    row.name, row.yes, row.no, row.counted_at = mention.name, yes, no, timezone.now()
    row.save()
    return True


def _articles(said, decision: str) -> int:
    return said.filter(decision=decision).values("version__article").distinct().count()
