"""Editors, reviewers and read-only staff: what each group may do, made after every migration."""

from django.apps import apps
from django.contrib.auth.models import Group, Permission

# Verbs by noun; "*" stands for all the archive's nouns.
READERS = {"*": ("view",)}
REVIEWERS = READERS | {"permissions": ("decide_link",)}
EDITORS = READERS | {
    "permissions": (
        "decide_link",
        "publish_article",
        "poll_feed",
        "merge_people",
        "load_rosters",
    ),
    **dict.fromkeys(
        (
            "article",
            "author",
            "batch",
            "byline",
            "candidacy",
            "copyset",
            "feed",
            "formerstagedate",
            "item",
            "mapping",
            "organisation",
            "organisationname",
            "outlet",
            "outletdomain",
            "outletname",
            "party",
            "partyaffiliation",
            "partyalias",
            "person",
            "personidentifier",
            "personname",
            "position",
            "race",
            "result",
            "seat",
            "source",
            "stage",
            "statement",
        ),
        ("add", "change"),
    ),
    **dict.fromkeys(
        (
            "byline",
            "candidacy",
            "feed",
            "formerstagedate",
            "mapping",
            "organisationname",
            "outletdomain",
            "outletname",
            "partyaffiliation",
            "partyalias",
            "personidentifier",
            "personname",
            "position",
            "result",
            "stage",
        ),
        ("add", "change", "delete"),
    ),
}
GROUPS = {"Editors": EDITORS, "Reviewers": REVIEWERS, "Read-only staff": READERS}
NOT_FOR_STAFF = {
    "user",
    "savedsearch",
    "indexchange",
    "rereadrequest",
    "hostturn",
    "rosterrevision",
    "sketchvalue",
} | {"statementkey"}


def make_groups(sender=None, **_) -> None:
    """Brings the three groups to what stands here; groups of one's own are left alone."""
    for name, may in GROUPS.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(Permission.objects.filter(codename__in=_codenames(may)))


def _codenames(may: dict[str, tuple[str, ...]]) -> set[str]:
    nouns = {model._meta.model_name for model in apps.get_app_config("articles").get_models()}
    found = set(may.get("permissions", ()))
    for noun, verbs in may.items():
        if noun == "permissions":
            continue
        chosen = nouns - NOT_FOR_STAFF if noun == "*" else {noun}
        found |= {f"{verb}_{one}" for verb in verbs for one in chosen}
    return found
