"""What editors of an outlet answered about the names of an article."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from articles.extraction import TaughtName
from articles.models import Outlet, rows_by_key


def taught_names(outlet: Outlet | None, names: Collection[str]) -> Mapping[int, list[TaughtName]]:
    """By person, the answers in use about folded names; read anew for each article, for each
    answer of an editor changes them."""
    found: dict[int, list[TaughtName]] = defaultdict(list)
    if outlet is None:
        return found
    rows = rows_by_key(
        "SELECT name, person_id, yes, no FROM articles_learnedname"
        " WHERE folded IN ({keys}) AND outlet_id = %s AND is_used",
        names,
        outlet.pk,
    )
    for name, person, yes, no in sorted(rows):
        found[person].append(TaughtName(name, outlet.name, yes, no))
    return found
