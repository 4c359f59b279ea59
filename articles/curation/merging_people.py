"""Two people become one: everything moves, and every old address leads to the one that is kept."""

from django.db import transaction
from django.db.models import F

from articles.curation.errors import CurationError
from articles.curation.holding import hold_both
from articles.curation.joining import end_row, move_new
from articles.curation.ledger import Ledger
from articles.models import (
    Candidacy,
    JoinProposal,
    LinkState,
    Mention,
    Merge,
    Person,
    PersonName,
    Quote,
    Rival,
    User,
    articles_showing_people,
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
        move_new(ledger, rows, "person", kept, same)
    _move_spoken_about(ledger, kept, gone)
    ledger.move(gone.statements.all(), "said_by", kept)
    ledger.move(gone.organisations.all(), "person", kept)
    ledger.move(Candidacy.objects.filter(ticket_mate=gone), "ticket_mate", kept)
    _move_proposals(ledger, kept, gone)
    _keep_name(ledger, kept, gone)
    end_row(ledger, kept, gone)
    touch(touched)
    return ledger.keep(
        noun=Merge.Noun.PERSON,
        kept_id=kept.pk,
        gone_id=gone_id,
        kept_name=kept.name,
        gone_name=gone.name,
        by=by,
    )


def _keep_name(ledger: Ledger, kept: Person, gone: Person) -> None:
    name, is_new = PersonName.objects.get_or_create(
        person=kept, text=gone.name, kind=PersonName.Kind.FULL
    )
    if is_new:
        ledger.note_made(name)


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
