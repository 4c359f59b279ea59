"""Two rows become one: everything moves, and every old address leads to the row that is kept."""

from django.db import transaction
from django.db.models import Model

from articles.curation.errors import CurationError
from articles.models import (
    Candidacy,
    JoinProposal,
    LinkState,
    Mention,
    OldSlug,
    Outlet,
    Person,
    PersonName,
    Quote,
    Rival,
    articles_of_outlets,
    articles_of_people,
    redirect_slugs,
    touch,
)


@transaction.atomic
def merge_people(kept: Person, gone: Person) -> Person:
    """Moves all that belongs to ``gone`` to ``kept`` and deletes ``gone``."""
    if kept.pk == gone.pk:
        raise CurationError("A person can't be merged with the same person.")
    touched = articles_of_people([kept.pk, gone.pk])
    _move_mentions(kept, gone)
    Quote.objects.filter(person=gone).update(person=kept)
    _move_candidacies(kept, gone)
    for rows, same in (
        (gone.names, ("kind", "text")),
        (gone.identifiers, ("scheme", "value")),
        (gone.affiliations, ("party_id", "start")),
        (gone.positions, ("office", "state", "district", "start")),
        (Rival.objects.filter(person=gone), ("mention_id",)),
    ):
        _move(rows, kept, same)
    _move_many_to_many(kept, gone)
    gone.statements.update(said_by=kept)
    gone.organisations.update(person=kept)
    Candidacy.objects.filter(ticket_mate=gone).update(ticket_mate=kept)
    JoinProposal.objects.filter(person=gone).delete()
    JoinProposal.objects.filter(other=gone).delete()
    PersonName.objects.get_or_create(person=kept, text=gone.name, kind=PersonName.Kind.FULL)
    _end(kept, gone, OldSlug.Kind.PERSON)
    touch(touched)
    return kept


@transaction.atomic
def merge_outlets(kept: Outlet, gone: Outlet) -> Outlet:
    """Moves articles, names, domains, authors and feeds of ``gone`` to ``kept``."""
    if kept.pk == gone.pk:
        raise CurationError("An outlet can't be merged with the same outlet.")
    touched = articles_of_outlets([gone.pk])
    gone.articles.update(outlet=kept)
    gone.authors.update(outlet=kept)
    gone.feeds.update(outlet=kept)
    gone.successors.update(predecessor=kept)
    gone.domains.update(outlet=kept)
    gone.other_names.update(outlet=kept)
    name = gone.name
    _end(kept, gone, OldSlug.Kind.OUTLET)
    if not Outlet.objects.named(name).exists():
        kept.other_names.create(name=name)
    touch(touched)
    return kept


def _end(kept: Model, gone: Model, kind: OldSlug.Kind) -> None:
    gone_id, gone_slug = gone.pk, gone.slug
    kept._change_reason = f"Merged with {gone} ({gone_slug})"[:100]
    kept.save()
    gone.delete()
    redirect_slugs(kind, gone_id, gone_slug, kept.pk)


def _move(rows, kept: Person, same: tuple[str, ...]) -> None:
    """Gives the rows to ``kept``, but for those that it has already."""
    model = rows.model
    has = set(model.objects.filter(person=kept).values_list(*same))
    for row in rows.all():
        if tuple(getattr(row, name) for name in same) in has:
            row.delete()
        else:
            model.objects.filter(pk=row.pk).update(person=kept)


def _move_mentions(kept: Person, gone: Person) -> None:
    """Where a text links both, the two mentions become one."""
    twins = {
        mention.version_id: mention
        for mention in Mention.objects.filter(person=kept, state=LinkState.LINKED)
    }
    for mention in Mention.objects.filter(person=gone).prefetch_related("spans"):
        twin = twins.get(mention.version_id)
        if mention.state != LinkState.LINKED or twin is None:
            Mention.objects.filter(pk=mention.pk).update(person=kept)
            continue
        taken = {(span.field, span.start) for span in twin.spans.all()}
        for span in mention.spans.all():
            if (span.field, span.start) not in taken:
                type(span).objects.filter(pk=span.pk).update(mention=twin)
        Mention.objects.get(pk=mention.pk).delete()


def _move_candidacies(kept: Person, gone: Person) -> None:
    """Where both stand in one race, results and missing facts go to the candidacy that is kept."""
    own = {candidacy.race_id: candidacy for candidacy in kept.candidacies.all()}
    for candidacy in gone.candidacies.all():
        twin = own.get(candidacy.race_id)
        if twin is None:
            Candidacy.objects.filter(pk=candidacy.pk).update(person=kept)
            continue
        has = set(twin.results.values_list("stage", "round"))
        for result in candidacy.results.all():
            if (result.stage_id, result.round) not in has:
                type(result).objects.filter(pk=result.pk).update(candidacy=twin)
        twin.party = twin.party or candidacy.party
        twin.fec_id = twin.fec_id or candidacy.fec_id
        twin.save()
        candidacy.delete()


def _move_many_to_many(kept: Person, gone: Person) -> None:
    for quote in Quote.objects.filter(about_people=gone):
        quote.about_people.remove(gone)
        quote.about_people.add(kept)
