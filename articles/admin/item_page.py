"""The page of an Item: what was understood, corrected by clicking, before it is an article."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.admin.cards import PEOPLE, QUOTES, RACES
from articles.admin.facts import facts_of
from articles.admin.given import key_given, words_given
from articles.admin.lookup import Lookup, find_person, find_race, propose_person
from articles.admin.text import paragraphs
from articles.admin.understood_cards import cards_of_understanding
from articles.curation import CurationError, publish
from articles.ingestion import (
    IngestError,
    answer,
    correct_block,
    correct_fields,
    discard,
    make_article,
    understand_item,
)
from articles.ingestion.corrections import FIELDS
from articles.ingestion.report import cited
from articles.models import Article, BlockKind, Decision, Item, Outlet

TEMPLATE = "admin/articles/item/understanding.html"


@dataclass(slots=True)
class Asked:
    """A name that an editor gave and that several people or races fit: to be chosen from."""

    noun: str
    key: str
    lookup: Lookup


def page(request: HttpRequest, item: Item, context: dict) -> HttpResponse:
    if request.method == "POST":
        return change(request, item, context)
    return show(request, item, context)


def show(
    request: HttpRequest,
    item: Item,
    context: dict,
    asked: Asked | None = None,
    typed: Mapping[str, str] | None = None,
) -> HttpResponse:
    """The page; where the text can't be read it says why, and the text stays kept.

    ``typed`` are values of fields that were refused: they stand in the form again.
    """
    may_change = request.user.has_perm("articles.change_item")
    context |= {"item": item, "title": "What was understood", "opts": Item._meta}
    try:
        understood = understand_item(item)
    except IngestError as error:
        context["unreadable"] = str(error)
        return TemplateResponse(request, TEMPLATE, context)
    cards = cards_of_understanding(understood)
    context |= {
        "understood": understood,
        "story": understood.parsed.story,
        "parsed": understood.parsed,
        "facts": facts_of(understood.parsed, typed or {}),
        "closed": item.is_final or not may_change,
        "cited": cited(understood),
        "cards": cards,
        "paragraphs": paragraphs(understood.parsed.story, cards),
        "outlets": Outlet.objects.values_list("name", flat=True)[:500],
        "kinds": Article.Kind.choices,
        "block_kinds": BlockKind.choices,
        "asked": asked,
        "may_publish": request.user.has_perm("articles.publish_article"),
    }
    return TemplateResponse(request, TEMPLATE, context, status=422 if typed else 200)


def change(request: HttpRequest, item: Item, context: dict) -> HttpResponse:
    """Carries out what was posted; anything wrong is said on the page, and nothing is lost."""
    act = ACTS.get(request.POST.get("act", ""))
    if act is None:
        messages.error(request, "That is nothing this page can do.")
        return HttpResponseRedirect(request.path)
    try:
        outcome = act(request, item)
    except (IngestError, CurationError) as error:
        messages.error(request, str(error))
        if act is _fields:
            return show(request, item, context, typed=request.POST)
        return HttpResponseRedirect(request.path)
    if isinstance(outcome, Asked):
        return show(request, item, context, outcome)
    return outcome or HttpResponseRedirect(f"{request.path}#{request.POST.get('back', '')}")


def _fields(request: HttpRequest, item: Item) -> None:
    """Keeps the fields that differ from what was shown: the others stay the machine's."""
    given = {
        name: request.POST[name]
        for name in FIELDS
        if name in request.POST
        and " ".join(request.POST[name].split()) != request.POST.get(f"was_{name}", "")
    }
    correct_fields(item, given)
    messages.success(request, f"Kept: {', '.join(given).replace('_', ' ')}." if given else "Kept.")


def _block(request: HttpRequest, item: Item) -> None:
    if request.POST.get("kind") not in BlockKind.values:
        raise IngestError("Choose what kind of paragraph it is.")
    correct_block(item, words_given(request.POST, "key")[:64], request.POST["kind"])


def _answer(request: HttpRequest, item: Item) -> Asked | None:
    """Yes, no or unsure; with a person or a name, yes to that person."""
    if not request.user.has_perm("articles.decide_link"):
        raise PermissionDenied
    noun, key = request.POST.get("noun", ""), words_given(request.POST, "key")[:200]
    said, person = request.POST.get("said", ""), key_given(request.POST, "person")
    words = words_given(request.POST, "who")
    if said == "other" and noun in (PEOPLE, QUOTES):
        lookup = find_person(words)
        if lookup.one is None:
            return Asked(noun, key, lookup)
        said, person = Decision.YES, lookup.one.pk
    elif said == "new" and noun in (PEOPLE, QUOTES) and words:
        said, person = Decision.YES, propose_person(words).pk
    answer(item, noun, key, said, by=request.user, person=person)
    return None


def _add_race(request: HttpRequest, item: Item) -> Asked | None:
    if not request.user.has_perm("articles.decide_link"):
        raise PermissionDenied
    lookup = find_race(words_given(request.POST, "who"))
    if lookup.one is None:
        return Asked(RACES, "", lookup)
    answer(item, RACES, lookup.one.slug, Decision.YES, by=request.user)
    return None


def _save(request: HttpRequest, item: Item) -> HttpResponse:
    article, is_new = make_article(item, by=request.user)
    said = "Saved as a draft." if is_new else "This story is in the archive already: here it is."
    messages.success(request, said)
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


def _publish(request: HttpRequest, item: Item) -> HttpResponse:
    if not request.user.has_perm("articles.publish_article"):
        raise PermissionDenied
    if not understand_item(item).parsed.story.headline:
        raise CurationError("This story has no headline yet: give it one, then publish.")
    article, is_new = make_article(item, by=request.user)
    if not is_new:
        messages.success(request, "This story is in the archive already: here it is.")
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
    try:
        publish(article)
    except CurationError as error:
        messages.warning(request, f"Saved as a draft. {error}")
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
    messages.success(request, "Published.")
    return HttpResponseRedirect(article.get_absolute_url())


def _discard(request: HttpRequest, item: Item) -> HttpResponse:
    discard(item)
    messages.success(request, "Set aside. The text stays kept.")
    return HttpResponseRedirect(reverse("admin:articles_item_changelist"))


ACTS = {
    "fields": _fields,
    "block": _block,
    "answer": _answer,
    "add_race": _add_race,
    "save": _save,
    "publish": _publish,
    "discard": _discard,
}
