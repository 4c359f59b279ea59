"""Outlets of a list: known by name or domain, never joined where these disagree."""

from articles.ingestion.rosters.records import OutletRow
from articles.models import Outlet, OutletDomain

FACTS = ("kind", "place", "state")


def add_outlet(row: OutletRow) -> str:
    """Stores one outlet; gives "created", "updated", "unchanged", or why it is skipped."""
    known = {found.pk: found for found in _known(row)}
    if len(known) > 1:
        return "an outlet whose names and domains belong to several: merge these first"
    outlet = next(iter(known.values()), None)
    if outlet is None:
        outlet = Outlet.objects.create(
            name=row.name, kind=row.kind, place=row.place, state=row.state
        )
        _add_names(outlet, row)
        return "created"
    changed = _fill(outlet, row) | _add_names(outlet, row)
    return "updated" if changed else "unchanged"


def _known(row: OutletRow) -> list[Outlet]:
    named = list(Outlet.objects.named(row.name))
    domains = OutletDomain.objects.filter(domain__in=row.domains).select_related("outlet")
    return named + [one.outlet for one in domains]


def _fill(outlet: Outlet, row: OutletRow) -> bool:
    """What the archive does not know yet; what an editor wrote stays."""
    missing = [name for name in FACTS if getattr(row, name) and not getattr(outlet, name)]
    for name in missing:
        setattr(outlet, name, getattr(row, name))
    was_proposed, outlet.is_proposed = outlet.is_proposed, False
    if missing or was_proposed:
        outlet._change_reason = "List of outlets"
        outlet.save()
    return bool(missing or was_proposed)


def _add_names(outlet: Outlet, row: OutletRow) -> bool:
    made = [
        OutletDomain.objects.get_or_create(domain=domain, defaults={"outlet": outlet})[1]
        for domain in row.domains
    ]
    for name in {*row.other_names, row.name} - {outlet.name}:
        if not Outlet.objects.named(name).exists():
            outlet.other_names.create(name=name)
            made.append(True)
    return any(made)
