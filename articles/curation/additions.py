"""What an editor adds to an article: a person at given words, a race, another headline."""

from django.db import transaction
from django.utils import timezone

from articles.curation.carrying import carry_links
from articles.curation.errors import CurationError
from articles.curation.holding import hold
from articles.models import (
    Article,
    Decision,
    LinkState,
    Mention,
    MentionSpan,
    Person,
    Race,
    RaceLink,
    TextField,
    User,
    Version,
    touch,
)

BY_EDITOR = {"method": "editor", "why": "An editor said so.", "confidence": 1.0}
FROZEN = ("deck", "dateline", "body", "caption", "blocks", "capture")
BY_PERSON = {"from": "editor", "by_person": True}


@transaction.atomic
def add_mention(article: Article, person: Person, words: str, *, by: User) -> Mention:
    """Links ``person`` wherever ``words`` stand in the text.

    Raises CurationError where they stand nowhere.
    """
    hold(article)
    version = article.current_version
    places = [place for field in TextField.values for place in _places(version, field, words)]
    if not words or not places:
        raise CurationError(f"“{words}” stands nowhere in this text: copy the words from it.")
    mention = Mention.objects.filter(
        version=version, person=person, state=LinkState.LINKED
    ).first() or Mention(version=version, person=person, name=words[:200])
    _sign(mention, by)
    mention.save()
    known = set(mention.spans.values_list("field", "start"))
    for field, start in places:
        if (field, start) not in known:
            span = MentionSpan(mention=mention, field=field, start=start, end=start + len(words))
            version.require(span)
            span.save()
    touch([article.pk])
    return mention


@transaction.atomic
def add_race(article: Article, race: Race, *, by: User) -> RaceLink:
    """Says that ``article`` is about ``race``."""
    hold(article)
    version = article.current_version
    link = RaceLink.objects.filter(version=version, race=race).first()
    link = link or RaceLink(version=version, race=race)
    _sign(link, by)
    link.save()
    touch([article.pk])
    return link


@transaction.atomic
def retitle(article: Article, headline: str, *, by: User) -> Version:
    """Gives ``article`` another headline: a new version, with the links of the old one.

    Raises CurationError where it is empty or too long.
    """
    headline = " ".join(headline.split())
    if not 0 < len(headline) <= 500:
        raise CurationError("A headline has 1 to 500 characters.")
    hold(article)
    old = article.current_version
    if headline == old.headline:
        return old
    new = Version.objects.create(
        article=article,
        number=old.number + 1,
        headline=headline,
        **{name: getattr(old, name) for name in FROZEN},
        made_by=by,
    )
    carry_links(old, new)
    article.current_version = new
    article.field_sources = {**article.field_sources, "headline": BY_PERSON}
    article._change_reason = "Headline changed"
    article.save()
    touch([article.pk])
    return new


def _places(version: Version, field: str, words: str) -> list[tuple[str, int]]:
    text, found, start = version.text_of(field), [], 0
    while words and (start := text.find(words, start)) >= 0:
        before, after = text[start - 1 : start], text[start + len(words) :][:1]
        if not before.isalnum() and not after.isalnum():
            found.append((field, start))
        start += len(words)
    return found


def _sign(link: Mention | RaceLink, by: User) -> None:
    for name, value in BY_EDITOR.items():
        setattr(link, name, value)
    link.state, link.decision = LinkState.LINKED, Decision.YES
    link.decided_by, link.decided_at = by, timezone.now()
