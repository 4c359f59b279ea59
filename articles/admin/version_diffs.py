"""The texts of an article, newest first, each with its difference from the one before."""

from dataclasses import dataclass

from articles.extraction.changes import Stretch, changes
from articles.models import Article, TextField, Version

LONGEST_KEPT = 160


@dataclass(frozen=True, slots=True)
class Change:
    field: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A version and what it changed; nothing for the first."""

    version: Version
    changes: tuple[Change, ...]


def differences_of(article: Article) -> list[Compared]:
    versions = list(article.versions.select_related("capture", "made_by").order_by("number"))
    before: list[Version | None] = [None, *versions[:-1]]
    found = [
        Compared(version, _between(older, version))
        for older, version in zip(before, versions, strict=True)
    ]
    return found[::-1]


def _between(older: Version | None, version: Version) -> tuple[Change, ...]:
    if older is None:
        return ()
    return tuple(
        Change(name, tuple(_shortened(part) for part in changes(old, new)))
        for name in TextField.values
        if (old := older.text_of(name)) != (new := version.text_of(name))
    )


def _shortened(part: Stretch) -> Stretch:
    """What stayed is shown where it meets what changed, not in full."""
    if part.kind != "equal" or len(part.words) <= LONGEST_KEPT:
        return part
    half = LONGEST_KEPT // 2
    start, end = part.words[:half].rsplit(" ", 1)[0], part.words[-half:].split(" ", 1)[-1]
    return Stretch("equal", f"{start} … {end}")
