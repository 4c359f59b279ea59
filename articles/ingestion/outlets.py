"""Which outlet published a piece: by the domain of its address, else by the name it gives."""

from urllib.parse import urlsplit

from articles.ingestion.corrections import EDITOR
from articles.ingestion.errors import Unfinished
from articles.ingestion.parsed import ParsedArticle
from articles.models import (
    Outlet,
    OutletDomain,
    free_slug,
    insert_new,
    insert_rows,
    instances_of,
    note_added,
    outlets_named,
)

NO_OUTLET = "no outlet"
OF_DOMAINS = """
SELECT {columns} FROM articles_outletdomain
JOIN articles_outlet ON articles_outlet.id = articles_outletdomain.outlet_id
WHERE LOWER(domain) IN ({keys})
"""


def find_outlet(parsed: ParsedArticle, default: Outlet | None = None) -> Outlet | None:
    """The outlet that the archive knows; ``default`` where the piece is silent.

    What an editor gave holds over the address, and the address over what the page calls itself.
    """
    name = parsed.story.outlet.strip()
    if parsed.sources.get("outlet") == EDITOR:
        return _named(name)
    return _of_domains(parsed) or _named(name) or (None if name else default)


def propose_outlet(parsed: ParsedArticle) -> Outlet:
    """A new outlet by the name or the domain that the piece gives, for an editor to confirm.

    Raises Unfinished where it gives neither.
    """
    domains = _domains(parsed)
    name = parsed.story.outlet.strip() or (domains[0] if domains else "")
    if not name:
        raise Unfinished(
            "The text does not say which outlet published it: give the outlet.", kind=NO_OUTLET
        )
    outlet = Outlet(name=name[:200], is_proposed=True)
    outlet.slug = free_slug(Outlet, outlet.name)
    insert_new([outlet])
    note_added(outlet)
    insert_rows(
        OutletDomain,
        ("domain", "outlet"),
        [(one, outlet.pk) for one in domains[:1]],
        unless_known=True,
    )
    return outlet


def domain_of(url: str) -> str:
    """The host of an address without "www.", in lower case; "" where there is none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.lower().rstrip(".").removeprefix("www.")


def _named(name: str) -> Outlet | None:
    return next(iter(outlets_named(name)), None) if name else None


def _domains(parsed: ParsedArticle) -> list[str]:
    found = (domain_of(url) for url in (parsed.canonical_url, parsed.url))
    return list(dict.fromkeys(filter(None, found)))


def _of_domains(parsed: ParsedArticle) -> Outlet | None:
    """By the domain or the nearest one above it: politics.example.org is example.org's."""
    wanted = [above for domain in _domains(parsed) for above in _with_parents(domain)]
    if not wanted:
        return None
    places = ", ".join(["%s"] * len(wanted))
    sql = OF_DOMAINS.format(columns="{columns}", keys=places)
    found = instances_of((OutletDomain, Outlet), sql, wanted)
    known = {one.domain: outlet for one, outlet in found}
    return next((known[domain] for domain in wanted if domain in known), None)


def _with_parents(domain: str) -> list[str]:
    labels = domain.split(".")
    return [".".join(labels[start:]) for start in range(max(1, len(labels) - 1))]
