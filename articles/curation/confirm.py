"""A person's yes, no or unsure to what is no link: articles, people, outlets, copies."""

from django.db import transaction
from django.utils import timezone

from articles.curation.errors import CurationError
from articles.curation.holding import hold
from articles.curation.judgements import record
from articles.curation.publish import back_to_draft, publish
from articles.models import (
    Article,
    Decision,
    Judgement,
    Likeness,
    Outlet,
    Person,
    User,
    articles_of_outlets,
    articles_showing_people,
    touch,
)

Noun = Judgement.Noun


@transaction.atomic
def review_article(article: Article, answer: str, *, by: User) -> None:
    """Yes publishes, no sets it aside as a draft, unsure leaves it for somebody else.

    One that is public already and only asked to be looked at again stays public on yes.
    """
    hold(article)
    if answer in (Decision.YES, Decision.NO):
        Article.objects.filter(pk=article.pk).update(review_note="")
    if answer == Decision.YES and article.status == Article.Status.PUBLISHED:
        article.review_note, article._change_reason = "", "Looked at again"
        article.save()
    elif answer == Decision.YES:
        publish(article)
    elif answer == Decision.NO:
        back_to_draft(article)
    record(Noun.ARTICLE, article.pk, str(article), answer, by)


@transaction.atomic
def review_person(person: Person, answer: str, *, by: User) -> None:
    """Yes gives a proposed person a public page, no hides them."""
    hold(person)
    after = {Decision.YES: Person.Status.CONFIRMED, Decision.NO: Person.Status.HIDDEN}
    if answer in after:
        person.status = after[answer]
        person._change_reason = "Reviewed"
        person.save()
        touch(articles_showing_people([person.pk]))
    record(Noun.PERSON, person.pk, person.name, answer, by)


@transaction.atomic
def review_outlet(outlet: Outlet, answer: str, *, by: User) -> None:
    """Yes confirms a proposed outlet; one that articles or feeds have is renamed, not denied."""
    hold(outlet)
    if answer == Decision.NO and (outlet.articles.exists() or outlet.feeds.exists()):
        raise CurationError(
            f"{outlet} has articles or feeds: merge it with the outlet they are of, or correct "
            "its name."
        )
    touched = articles_of_outlets([outlet.pk])
    record(Noun.OUTLET, outlet.pk, outlet.name, answer, by)
    if answer == Decision.YES:
        outlet.is_proposed = False
        outlet._change_reason = "Reviewed"
        outlet.save()
    elif answer == Decision.NO:
        outlet.delete()
    touch(touched)


@transaction.atomic
def review_likeness(likeness: Likeness, answer: str, *, by: User) -> None:
    """Whether two articles carry one text; no takes the later one out of the CopySet."""
    hold(likeness)
    likeness.decision, likeness.decided_by = answer, by
    likeness.decided_at = timezone.now()
    likeness.save()
    article, other = likeness.article, likeness.other
    if answer == Decision.NO and article.copy_set_id == other.copy_set_id is not None:
        _take_out(article)
    record(Noun.COPY, likeness.pk, str(likeness), answer, by)


def _take_out(article: Article) -> None:
    """The article leaves its set; a set of one is none."""
    copy_set = article.copy_set
    still_like = article.like.exclude(decision=Decision.NO)
    if still_like.filter(other__copy_set=copy_set).exists():
        return  # another of the set is still a copy of it
    touch(copy_set.articles.values_list("pk", flat=True))
    Article.objects.filter(pk=article.pk).update(copy_set=None)
    if copy_set.articles.count() < 2:
        copy_set.delete()
