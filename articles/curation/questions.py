"""What waits for a human, by kind: the review queue as queries, what was "unsure" last."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Case, Exists, F, Model, OuterRef, Q, QuerySet, Value, When

from articles.curation.errors import CurationError
from articles.curation.holding import hold
from articles.models import (
    Article,
    Decision,
    Judgement,
    Likeness,
    LinkState,
    Mention,
    Outlet,
    Person,
    Quote,
    RaceLink,
)

OPEN = (Decision.NONE, Decision.UNSURE)
UNSETTLED = (LinkState.AMBIGUOUS, LinkState.SUGGESTED)
Noun = Judgement.Noun


@dataclass(frozen=True, slots=True)
class Question:
    """One kind of question: ``rows`` gives what is open, ``permission`` who may answer."""

    noun: str
    title: str
    permission: str
    rows: Callable[[], QuerySet]


def _articles() -> QuerySet:
    waiting = Q(status=Article.Status.REVIEW) | ~Q(review_note="")
    rows = Article.objects.filter(waiting).exclude(status=Article.Status.WITHDRAWN)
    return _unsure_last_by_log(
        rows.exclude(current_version=None).select_related("outlet", "current_version"),
        Noun.ARTICLE,
    )


def _mentions() -> QuerySet:
    rows = Mention.objects.filter(state__in=UNSETTLED, decision__in=OPEN)
    asked = _unsure_last(_of_current_text(rows)).select_related("person")
    return asked.prefetch_related("spans", "rivals__person")


def _races() -> QuerySet:
    rows = RaceLink.objects.filter(state__in=UNSETTLED, decision__in=OPEN)
    return _unsure_last(_of_current_text(rows)).select_related("race")


def _quotes() -> QuerySet:
    rows = Quote.objects.filter(
        state__in=[*UNSETTLED, LinkState.UNRESOLVED],
        speaker_kind=Quote.SpeakerKind.PERSON,
        decision__in=OPEN,
    )
    return _unsure_last(_of_current_text(rows)).select_related("person", "organisation")


def _people() -> QuerySet:
    return _unsure_last_by_log(Person.objects.filter(status=Person.Status.PROPOSED), Noun.PERSON)


def _outlets() -> QuerySet:
    return _unsure_last_by_log(Outlet.objects.filter(is_proposed=True), Noun.OUTLET)


def _copies() -> QuerySet:
    rows = Likeness.objects.filter(decision__in=OPEN)
    return _unsure_last(rows).select_related(
        "article__outlet", "article__current_version", "other__outlet", "other__current_version"
    )


QUESTIONS = {
    question.noun: question
    for question in (
        Question(Noun.ARTICLE, "Articles in review", "articles.publish_article", _articles),
        Question(Noun.MENTION, "People named, not sure who", "articles.decide_link", _mentions),
        Question(Noun.RACE, "Races suggested", "articles.decide_link", _races),
        Question(Noun.QUOTE, "Quotes without a speaker", "articles.decide_link", _quotes),
        Question(Noun.PERSON, "People proposed", "articles.change_person", _people),
        Question(Noun.OUTLET, "Outlets proposed", "articles.change_outlet", _outlets),
        Question(Noun.COPY, "Nearly the same text", "articles.decide_link", _copies),
    )
}


def mentions_of(person: Person) -> QuerySet:
    """Open mentions, in all texts, that may name ``person``."""
    may_be = Q(person=person) | Q(rivals__person=person)
    return _mentions().filter(may_be).distinct()


def open_row(rows: QuerySet, key: int | None) -> Model | None:
    """The row of that key, held; None where somebody has answered it by now.

    Call it in the transaction of the answer.
    """
    row = rows.filter(pk=key).first()
    if row is None:
        return None
    try:
        hold(row)
    except CurationError:
        return None
    return rows.filter(pk=key).first()


def _of_current_text(rows: QuerySet) -> QuerySet:
    """Links of a text that was replaced, or of a withdrawn article, are nobody's work."""
    return (
        rows.filter(version=F("version__article__current_version"))
        .exclude(version__article__status=Article.Status.WITHDRAWN)
        .select_related("version__article__outlet", "version__article__current_version")
    )


def _unsure_last(rows: QuerySet) -> QuerySet:
    unsure = Case(When(decision=Decision.UNSURE, then=Value(1)), default=Value(0))
    return rows.annotate(unsure=unsure).order_by("unsure", "pk")


def _unsure_last_by_log(rows: QuerySet, noun: str) -> QuerySet:
    said = Judgement.objects.filter(noun=noun, target_id=OuterRef("pk"), answer=Decision.UNSURE)
    unsure = Case(When(Exists(said), then=Value(1)), default=Value(0))
    return rows.annotate(unsure=unsure).order_by("unsure", "pk")
