"""What an editor does on an article's page: decides on links, adds some, changes its status."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from articles.admin.cards import PEOPLE, QUOTES, RACES
from articles.admin.given import key_given, words_given
from articles.admin.item_page import Asked
from articles.admin.lookup import find_person, find_race, propose_person
from articles.curation import (
    CurationError,
    add_mention,
    add_race,
    back_to_draft,
    decide_mention,
    decide_quote,
    decide_race,
    publish,
    retitle,
    withdraw,
)
from articles.ingestion.batches import add_urls
from articles.models import Article, Batch, Decision, Item, Mention, Person, Quote, RaceLink


def asked(request: HttpRequest) -> Asked | None:
    """A name given on the page that several fit, as the address has it."""
    words, noun = words_given(request.GET, "who"), request.GET.get("noun", "")
    if not words:
        return None
    lookup = find_race(words) if noun == RACES else find_person(words)
    return Asked(noun, request.GET.get("key", ""), lookup)


def carry_out(request: HttpRequest, article: Article) -> str:
    """Does what was posted; gives the query string that asks on, or "".

    Raises CurationError for what can't be done, PermissionDenied for what may not.
    """
    act, permission = ACTS.get(request.POST.get("act", ""), (None, ""))
    if act is None:
        raise CurationError("That is nothing this page can do.")
    if not request.user.has_perm(permission):
        raise PermissionDenied
    return act(request, article) or ""


def _publish(request: HttpRequest, article: Article) -> None:
    publish(article)
    messages.success(request, "Published.")


def _draft(request: HttpRequest, article: Article) -> None:
    back_to_draft(article)
    messages.success(request, "Taken back to draft.")


def _withdraw(request: HttpRequest, article: Article) -> None:
    withdraw(article, because=words_given(request.POST, "because"))
    messages.success(request, "Withdrawn: it is found nowhere any more.")


def _retitle(request: HttpRequest, article: Article) -> None:
    retitle(article, words_given(request.POST, "headline"), by=request.user)
    messages.success(request, "The headline is changed; the earlier version is kept.")


def _decide(request: HttpRequest, article: Article) -> str | None:
    noun, key = request.POST.get("noun", ""), key_given(request.POST, "key")
    said, words = request.POST.get("said", ""), words_given(request.POST, "who")
    person = _person(request)
    if said == "other":
        lookup = find_person(words)
        if lookup.one is None:
            return "?" + urlencode({"noun": noun, "key": key or "", "who": words or "?"})
        said, person = Decision.YES, lookup.one
    elif said == "new" and words:
        if not request.user.has_perm("articles.add_person"):
            raise PermissionDenied
        said, person = Decision.YES, propose_person(words)
    _keep(noun, key, said, person, article, request)
    return None


def _keep(noun, key, said, person, article: Article, request: HttpRequest) -> None:
    own = {"version": article.current_version, "pk": key}
    if noun == PEOPLE:
        decide_mention(get_object_or_404(Mention, **own), said, by=request.user, person=person)
    elif noun == RACES:
        decide_race(get_object_or_404(RaceLink, **own), said, by=request.user)
    elif noun == QUOTES:
        decide_quote(get_object_or_404(Quote, **own), said, by=request.user, person=person)


def _person(request: HttpRequest) -> Person | None:
    key = key_given(request.POST, "person")
    return get_object_or_404(Person, pk=key) if key else None


def _add_race(request: HttpRequest, article: Article) -> str | None:
    words = words_given(request.POST, "who")
    lookup = find_race(words)
    if lookup.one is None:
        return "?" + urlencode({"noun": RACES, "who": words or "?"})
    add_race(article, lookup.one, by=request.user)
    return None


def _add_person(request: HttpRequest, article: Article) -> str | None:
    """Links somebody at given words of the text."""
    words, named = words_given(request.POST, "words"), words_given(request.POST, "who")
    lookup = find_person(named or words)
    if lookup.one is None:
        return "?" + urlencode({"noun": PEOPLE, "who": named or words or "?"})
    add_mention(article, lookup.one, words, by=request.user)
    return None


def _fetch_again(request: HttpRequest, article: Article) -> None:
    """Asks the article's address once more; a text that changed becomes a new version."""
    url = article.url or article.canonical_url
    if not url:
        raise CurationError("This article has no address that could be asked.")
    batch = Batch.objects.create(name=f"Again: {article}"[:200], started_by=request.user)
    add_urls(batch, [url], by=request.user, priority=Item.Priority.AT_ONCE)
    messages.success(request, f"It will be asked within seconds: batch {batch.pk}.")


DECIDE, PUBLISH = "articles.decide_link", "articles.publish_article"
ACTS = {
    "publish": (_publish, PUBLISH),
    "draft": (_draft, PUBLISH),
    "withdraw": (_withdraw, PUBLISH),
    "fetch_again": (_fetch_again, "articles.add_batch"),
    "retitle": (_retitle, "articles.change_article"),
    "answer": (_decide, DECIDE),
    "add_race": (_add_race, DECIDE),
    "add_person": (_add_person, DECIDE),
}
