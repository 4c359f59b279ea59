"""What the page's head says: metas by name, and links."""

from collections import defaultdict
from urllib.parse import urljoin, urlsplit

from articles.ingestion.webpage.tree import words


class Metas:
    """The metas of a page; ``first`` gives the first that is filled, by any of their names.

    ``canonical`` are the addresses that the page links to as its own.
    """

    def __init__(self, root) -> None:
        self._values: dict[str, list[str]] = defaultdict(list)
        for meta in root.iter("meta"):
            name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
            content = words(meta.get("content"))
            if name and content:
                self._values[name.strip().lower()].append(content)
        self.canonical = [
            link.get("href", "")
            for link in root.iter("link")
            if "canonical" in (link.get("rel") or "").lower().split()
        ]

    def first(self, *names: str) -> str:
        return next((self._values[name][0] for name in names if name in self._values), "")

    def all(self, *names: str) -> list[str]:
        return [value for name in names for value in self._values.get(name, [])]

    def named(self, *names: str) -> str:
        """Which of the names is the first that is filled: for saying where a value came from."""
        return next((name for name in names if name in self._values), "")


def canonical_url(metas: Metas, url: str) -> str:
    """The page's own address; not one that leads to a front page, as a few sites have it."""
    for found in (*metas.canonical, metas.first("og:url")):
        address = _absolute(found, url)
        if address and not _is_front_page(address, url):
            return address
    return ""


def _absolute(link: str, base: str) -> str:
    if not link.strip():
        return ""
    try:
        address = urljoin(base, link.strip())
        parts = urlsplit(address)
    except ValueError:
        return ""
    is_web = parts.scheme in ("http", "https") and parts.netloc
    return address.partition("#")[0][:2000] if is_web else ""


def _is_front_page(address: str, url: str) -> bool:
    path = urlsplit(address).path.strip("/")
    return not path and bool(urlsplit(url).path.strip("/") or not url)
