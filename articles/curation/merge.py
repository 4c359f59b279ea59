"""Two rows become one: everything moves, and every old address leads to the row that is kept."""

from django.db import transaction
from django.db.models import F, Model
from django.utils import timezone

from articles.curation.errors import CurationError
from articles.curation.holding import hold_both
from articles.curation.ledger import Ledger, undo
from articles.models import (
    Candidacy,
    JoinProposal,
    LinkState,
    Mention,
    Merge,
    OldSlug,
    Outlet,
    Person,
    PersonName,
    Quote,
    Rival,
    User,
    articles_of_outlets,
    articles_showing_people,
    redirect_slugs,
    touch,
)


@transaction.atomic
def merge_people(kept: Person, gone: Person, *, by: User | None = None) -> Merge:
    """Moves all that belongs to ``gone`` to ``kept`` and deletes ``gone``; can be undone."""
    if kept.pk == gone.pk:
        raise CurationError("A person can't be merged with the same person.")
    hold_both(kept, gone)
    gone_id = gone.pk
    touched = articles_showing_people([kept.pk, gone_id])
    ledger = Ledger()
    _move_mentions(ledger, kept, gone)
    ledger.move(Quote.objects.filter(person=gone), "person", kept)
    _move_candidacies(ledger, kept, gone)
    for rows, same in (
        (gone.names, ("kind", "text")),
        (gone.identifiers, ("scheme", "value")),
        (gone.affiliations, ("party_id", "start")),
        (gone.positions, ("office", "state", "district", "start")),
        (Rival.objects.filter(person=gone), ("mention_id",)),
        (gone.learned_names, ("outlet_id", "folded")),
    ):
        _move(ledger, rows, kept, same)
    _move_spoken_about(ledger, kept, gone)
    ledger.move(gone.statements.all(), "said_by", kept)
    ledger.move(gone.organisations.all(), "person", kept)
    ledger.move(Candidacy.objects.filter(ticket_mate=gone), "ticket_mate", kept)
    _move_proposals(ledger, kept, gone)
    _keep_name(ledger, kept, gone)
    _end_person(ledger, kept, gone)
    touch(touched)
    return ledger.keep(
        kept_id=kept.pk,
        gone_id=gone_id,
        kept_name=kept.name,
        gone_name=gone.name,
        by=by,
    )


@transaction.atomic
def undo_merge(merge: Merge, *, by: User | None = None) -> Person:
    """Brings the merged person back with all that was theirs; gives that person.

    Raises CurationError where it was undone before, or the kept person is gone by now.
    """
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    if merge.undone_at:
        raise CurationError("This merge was undone before.")
    if not Person.objects.filter(pk=merge.kept_id).exists():
        raise CurationError(
            f"{merge.kept_name} was merged with somebody else since then: undo that first."
        )
    undo(merge)
    merge.undone_at, merge.undone_by = timezone.now(), by
    merge.save(update_fields=["undone_at", "undone_by"])
    touch(articles_showing_people([merge.kept_id, merge.gone_id]))
    return Person.objects.get(pk=merge.gone_id)


@transaction.atomic
def merge_outlets(kept: Outlet, gone: Outlet) -> Outlet:
    """Moves articles, names, domains, authors and feeds of ``gone`` to ``kept``."""
    if kept.pk == gone.pk:
        raise CurationError("An outlet can't be merged with the same outlet.")
    hold_both(kept, gone)
    touched = articles_of_outlets([gone.pk])
    gone.articles.update(outlet=kept)
    gone.authors.update(outlet=kept)
    gone.feeds.update(outlet=kept)
    gone.batches.update(outlet=kept)
    gone.successors.update(predecessor=kept)
    gone.domains.update(outlet=kept)
    gone.other_names.update(outlet=kept)
    _move_learned(kept, gone)
    name, gone_id, gone_slug = gone.name, gone.pk, gone.slug
    _say_merged(kept, gone)
    gone.delete()
    redirect_slugs(OldSlug.Kind.OUTLET, gone_id, gone_slug, kept.pk)
    if not Outlet.objects.named(name).exists():
        kept.other_names.create(name=name)
    touch(touched)
    return kept


def _move_learned(kept: Outlet, gone: Outlet) -> None:
    """What both learned of a name stays as the kept one has it, until the next answer counts."""
    has = set(kept.learned_names.values_list("person", "folded"))
    for row in gone.learned_names.all():
        if (row.person_id, row.folded) not in has:
            row.outlet = kept
            row.save(update_fields=["outlet"])


def _say_merged(kept: Model, gone: Model) -> None:
    kept._change_reason = f"Merged with {gone} ({gone.slug})"[:100]
    kept.save()


def _end_person(ledger: Ledger, kept: Person, gone: Person) -> None:
    """The row goes; its address and those it had before lead to the one that is kept."""
    gone_id, gone_slug = gone.pk, gone.slug
    _say_merged(kept, gone)
    before = OldSlug.objects.filter(kind=OldSlug.Kind.PERSON, target_id=gone_id)
    for old in before:
        ledger.change(old, "target_id", kept.pk)
    ledger.remove(gone)
    redirect_slugs(OldSlug.Kind.PERSON, gone_id, gone_slug, kept.pk)
    ledger.note_made(OldSlug.objects.get(kind=OldSlug.Kind.PERSON, slug=gone_slug))


def _keep_name(ledger: Ledger, kept: Person, gone: Person) -> None:
    name, is_new = PersonName.objects.get_or_create(
        person=kept, text=gone.name, kind=PersonName.Kind.FULL
    )
    if is_new:
        ledger.note_made(name)


def _move(ledger: Ledger, rows, kept: Person, same: tuple[str, ...]) -> None:
    """Gives the rows to ``kept``, but for those that it has already."""
    model = rows.model
    has = set(model.objects.filter(person=kept).values_list(*same))
    for row in rows.all():
        if tuple(getattr(row, name) for name in same) in has:
            ledger.remove(row)
    ledger.move(rows.all(), "person", kept)


def _move_mentions(ledger: Ledger, kept: Person, gone: Person) -> None:
    """Where a text links both, the two mentions become one."""
    linked = Mention.objects.filter(state=LinkState.LINKED)
    twins = linked.filter(person=kept, version__in=linked.filter(person=gone).values("version"))
    twins = {mention.version_id: mention for mention in twins.prefetch_related("spans")}
    both = linked.filter(person=gone, version__in=list(twins))
    for mention in both.prefetch_related("spans"):
        twin = twins[mention.version_id]
        taken = {(span.field, span.start) for span in twin.spans.all()}
        for span in mention.spans.all():
            if (span.field, span.start) not in taken:
                ledger.move(type(span).objects.filter(pk=span.pk), "mention", twin)
        ledger.remove(Mention.objects.get(pk=mention.pk))
    ledger.move(Mention.objects.filter(person=gone), "person", kept)


def _move_candidacies(ledger: Ledger, kept: Person, gone: Person) -> None:
    """Where both stand in one race, results and missing facts go to the candidacy that is kept."""
    own = {candidacy.race_id: candidacy for candidacy in kept.candidacies.all()}
    for candidacy in gone.candidacies.all():
        twin = own.get(candidacy.race_id)
        if twin is None:
            ledger.move(Candidacy.objects.filter(pk=candidacy.pk), "person", kept)
            continue
        has = set(twin.results.values_list("stage", "round"))
        for result in candidacy.results.all():
            if (result.stage_id, result.round) not in has:
                ledger.move(type(result).objects.filter(pk=result.pk), "candidacy", twin)
        ledger.change(twin, "party_id", twin.party_id or candidacy.party_id)
        ledger.change(twin, "fec_id", twin.fec_id or candidacy.fec_id)
        ledger.remove(Candidacy.objects.get(pk=candidacy.pk))


def _move_spoken_about(ledger: Ledger, kept: Person, gone: Person) -> None:
    through = Quote.about_people.through
    has = set(through.objects.filter(person=kept).values_list("quote_id", flat=True))
    of_gone = through.objects.filter(person=gone)
    for row in of_gone:
        if row.quote_id in has:
            ledger.remove(row)
    ledger.move(of_gone.all(), "person", kept)


def _move_proposals(ledger: Ledger, kept: Person, gone: Person) -> None:
    """Proposals to join the two are answered; those with others now ask about the one kept."""
    answered = JoinProposal.objects.filter(person=gone) | JoinProposal.objects.filter(other=gone)
    for proposal in answered:
        pair = {proposal.person_id, proposal.other_id} - {gone.pk}
        stays = not (pair == {kept.pk} or _is_proposed(kept, pair))
        if stays:
            field = "person" if proposal.person_id == gone.pk else "other"
            ledger.move(JoinProposal.objects.filter(pk=proposal.pk), field, kept)
        else:
            ledger.remove(proposal)


def _is_proposed(kept: Person, others: set[int]) -> bool:
    proposed = JoinProposal.objects.exclude(person=F("other"))
    return (
        proposed.filter(person=kept, other__in=others).exists()
        or proposed.filter(other=kept, person__in=others).exists()
    )
