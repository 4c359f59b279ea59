"""The demonstration: its rosters, outlets and stories, taken in as any other text is."""

import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from django.db import transaction
from django.db.models import Q

from articles.curation import publish
from articles.ingestion.intake import open_item
from articles.ingestion.parse import split_front_matter
from articles.ingestion.rosters import load_files
from articles.ingestion.store import store, with_sample_mark
from articles.ingestion.understanding import understand
from articles.models import Article, CopySet, Item, Outlet, Person, Race

FOLDER = Path(__file__).parent.parent / "demo"
LOCAL_RACES = ("port-ellery", "marrow-county", "larkspur-mesa")
INVENTED = "Invented for the demonstration: no such person is meant."
Progress = Callable[[list[Path]], Iterable[Path]]


def load_demo(progress: Progress = iter) -> tuple[int, int]:
    """Loads what is not there yet; gives how many articles are new and how many were there."""
    load_files([FOLDER / "rosters"])
    _mark_what_is_invented()
    outlets = {key: outlet for key, outlet in _outlets()}  # noqa: C416
    copy_sets: dict[str, CopySet] = {}
    new = old = 0
    for path in progress(sorted((FOLDER / "stories").rglob("*.txt"))):
        if _load_story(path, outlets, copy_sets):
            new += 1
        else:
            old += 1
    return new, old


def _mark_what_is_invented() -> None:
    for place in LOCAL_RACES:
        Race.objects.filter(slug__contains=place).update(is_sample=True)
    Person.objects.filter(
        Q(source__name__endswith="(invented-officials.csv)") | Q(candidacies__race__is_sample=True)
    ).update(about=INVENTED)


def _outlets() -> Iterator[tuple[str, Outlet]]:
    with (FOLDER / "outlets.toml").open("rb") as file:
        rows = tomllib.load(file)["outlet"]
    for row in rows:
        outlet = Outlet.objects.named(row["name"]).first() or _new_outlet(row)
        yield row["key"], outlet


@transaction.atomic
def _new_outlet(row: dict) -> Outlet:
    outlet = Outlet(
        slug=row["key"],
        name=row["name"],
        kind=row["kind"],
        place=row.get("place", ""),
        state=row.get("state", ""),
        founded=row.get("founded"),
        about=row.get("about", ""),
        is_sample=row["domain"].endswith(".example"),
    )
    outlet.save()
    outlet.domains.create(domain=row["domain"])
    for name in row.get("other_names", ()):
        outlet.other_names.create(name=name)
    return outlet


@transaction.atomic
def _load_story(
    path: Path, outlets: dict[str, Outlet], copy_sets: dict[str, CopySet]
) -> Article | None:
    content = path.read_bytes()
    item = open_item(
        content, origin=Item.Origin.FILE, source=f"demo/{path.parent.name}/{path.name}"
    )
    if item.article_id:
        _remember_copy_set(item.article, content, copy_sets)
        return None
    text = content.decode()
    front, _ = split_front_matter(text)
    outlet = outlets[front["outlet"]]
    understood = with_sample_mark(understand(text, {"fields": {"outlet": outlet.name}}))
    article = store(
        understood,
        outlet=outlet,
        capture=item.capture,
        copy_set=_copy_set(front, copy_sets),
    )
    item.article, item.state = article, Item.State.DONE
    item.save()
    publish(article)
    return article


def _copy_set(front: dict, known: dict[str, CopySet]) -> CopySet | None:
    key = front.get("copy_set", "")
    if key and key not in known:
        known[key] = CopySet.objects.create(agency=front.get("agency", ""))
    return known.get(key)


def _remember_copy_set(article: Article, content: bytes, known: dict[str, CopySet]) -> None:
    front, _ = split_front_matter(content.decode())
    if front and front.get("copy_set") and article.copy_set:
        known[front["copy_set"]] = article.copy_set
