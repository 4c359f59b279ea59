"""A person's yes, no or unsure to what a machine found; no machine touches the row again."""

from django.db import transaction
from django.utils import timezone

from articles.curation.errors import CurationError
from articles.curation.holding import hold
from articles.curation.judgements import record
from articles.curation.learning import learn
from articles.curation.statements import renew_speakers
from articles.models import (
    Decision,
    Judgement,
    LinkState,
    Mention,
    Organisation,
    Person,
    Quote,
    RaceLink,
    User,
    touch,
)

Noun = Judgement.Noun
STATE_AFTER = {
    Decision.YES: LinkState.LINKED,
    Decision.NO: LinkState.REJECTED,
}


@transaction.atomic
def decide_mention(
    mention: Mention, decision: str, *, by: User, person: Person | None = None
) -> Mention:
    """Says whether ``mention`` names ``person`` (or whom it is thought to name).

    A second mention of the same person in the text is joined to the first; the row that is left
    is returned. Raises CurationError where yes is said of nobody.
    """
    hold(mention)
    person = person or mention.person
    if decision == Decision.YES:
        if person is None:
            raise CurationError("Choose who is meant before saying yes.")
        mention.person = person
        twin = _linked_twin(mention)
        if twin:
            return _join(mention, twin, decision, by)
    _mark(mention, decision, by)
    mention.save()
    record(Noun.MENTION, mention.pk, f"{mention.name} → {mention.person or '?'}", decision, by)
    learn(mention)
    _follow(mention, decision)
    _touch(mention)
    return mention


@transaction.atomic
def decide_race(link: RaceLink, decision: str, *, by: User) -> RaceLink:
    """Says whether the text is about the race."""
    hold(link)
    _mark(link, decision, by)
    link.save()
    record(Noun.RACE, link.pk, str(link.race), decision, by)
    _touch(link)
    return link


@transaction.atomic
def decide_quote(
    quote: Quote,
    decision: str,
    *,
    by: User,
    person: Person | None = None,
    organisation: Organisation | None = None,
) -> Quote:
    """Says whether ``quote`` is by ``person`` or ``organisation`` (or whom it is thought to be by).

    Raises CurationError where yes is said of a quote without a speaker.
    """
    hold(quote)
    if person is not None:
        quote.person, quote.speaker_kind = person, Quote.SpeakerKind.PERSON
    elif organisation is not None:
        quote.organisation = organisation
        quote.speaker_kind = Quote.SpeakerKind.ORGANISATION
    if decision == Decision.YES and not has_speaker(quote):
        raise CurationError("Choose who speaks before saying yes.")
    _mark(quote, decision, by)
    quote.save()
    renew_speakers([quote])
    said_by = quote.person or quote.organisation or "?"
    record(Noun.QUOTE, quote.pk, f"{quote} ({said_by})", decision, by)
    _touch(quote)
    return quote


def has_speaker(quote: Quote) -> bool:
    """Whether ``quote`` has a speaker of its kind, as a linked one must."""
    kinds = Quote.SpeakerKind
    if quote.speaker_kind == kinds.PERSON:
        return quote.person_id is not None
    if quote.speaker_kind == kinds.ORGANISATION:
        return quote.organisation_id is not None
    return bool(quote.speaker_text or quote.person_id or quote.organisation_id)


def _mark(link: Mention | RaceLink | Quote, decision: str, by: User) -> None:
    if decision not in Decision.values:
        raise CurationError(f"“{decision}” is no answer: say yes, no or unsure.")
    link.decision = decision
    if decision == Decision.NONE:
        link.decided_by = link.decided_at = None
        return
    link.decided_by, link.decided_at = by, timezone.now()
    link.state = STATE_AFTER.get(decision, link.state)
    if decision == Decision.UNSURE and link.state == LinkState.LINKED:
        link.state = LinkState.SUGGESTED


def _linked_twin(mention: Mention) -> Mention | None:
    same = Mention.objects.filter(
        version=mention.version_id, person=mention.person_id, state=LinkState.LINKED
    )
    return same.exclude(pk=mention.pk).first()


def _join(mention: Mention, twin: Mention, decision: str, by: User) -> Mention:
    _follow(mention, decision)
    taken = {(span.field, span.start) for span in twin.spans.all()}
    for span in mention.spans.all():
        if (span.field, span.start) not in taken:
            span.mention = twin
            span.save()
    mention.delete()
    _mark(twin, decision, by)
    twin.save()
    record(Noun.MENTION, twin.pk, f"{twin.name} → {twin.person}", decision, by)
    _touch(twin)
    return twin


def _follow(mention: Mention, decision: str) -> None:
    """Quotes whose speaker's words are a place of this mention, and that nobody decided, follow."""
    if decision == Decision.NONE:
        return
    quotes = mention.version.quotes.filter(
        decision=Decision.NONE, speaker_kind=Quote.SpeakerKind.PERSON
    )
    for span in mention.spans.all():
        spoken = quotes.filter(
            speaker_field=span.field, speaker_start__lt=span.end, speaker_end__gt=span.start
        )
        following = list(spoken)
        if decision == Decision.YES:
            spoken.update(person=mention.person, state=LinkState.LINKED)
        elif decision == Decision.UNSURE:
            spoken.filter(state=LinkState.LINKED).update(state=LinkState.SUGGESTED)
        else:
            spoken.update(person=None, state=LinkState.UNRESOLVED)
        renew_speakers(following)


def _touch(link: Mention | RaceLink | Quote) -> None:
    touch([link.version.article_id])
