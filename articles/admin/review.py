"""The review queue: one question after the other, answered by yes, no or unsure."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode

from articles.admin.given import key_given, keys_given, words_given
from articles.admin.lookup import find_person
from articles.admin.read_only import ReadOnlyAdmin
from articles.admin.review_cards import CARDS, Card
from articles.curation import (
    CurationError,
    decide_mention,
    decide_quote,
    decide_race,
    review_article,
    review_likeness,
    review_outlet,
    review_person,
)
from articles.curation.questions import QUESTIONS, Question, mentions_of, open_row
from articles.models import Decision, Judgement, Person

ANSWERS = (Decision.YES, Decision.NO, Decision.UNSURE)
MOST_AT_ONCE = 500
Noun = Judgement.Noun
REMOVED_BY_NO = (Noun.PERSON, Noun.OUTLET)


def overview(request: HttpRequest) -> HttpResponse:
    """What waits, by kind, with its number."""
    _require_staff_view(request)
    waiting = [
        {"question": question, "number": question.rows().count()} for question in QUESTIONS.values()
    ]
    context = _context(request, "Review") | {"waiting": waiting}
    return TemplateResponse(request, "admin/review/overview.html", context)


def ask(request: HttpRequest, noun: str) -> HttpResponse:
    """The first open question of a kind, ``key``, or the one after ``after``; a POST answers it."""
    question = _question(request, noun)
    if request.method == "POST":
        return _answer(request, question)
    rows, who = question.rows(), words_given(request.GET, "who")
    row = _shown(rows, request)
    context = _context(request, question.title) | {
        "question": question,
        "number": rows.count(),
        "unsure": rows.filter(unsure=1).count(),
        "may_answer": request.user.has_perm(question.permission),
        "who": who,
        "lookup": find_person(who) if who else None,
    }
    if row is not None:
        context |= {"row": row, "card": CARDS[noun](row)}
    return TemplateResponse(request, "admin/review/question.html", context)


def many(request: HttpRequest, person: int) -> HttpResponse:
    """One yes for all the texts that may name one person."""
    question = _question(request, Noun.MENTION)
    found = Person.objects.filter(pk=person).first()
    if found is None:
        raise Http404("There is no such person.")
    rows = mentions_of(found)
    if request.method == "POST":
        _require(request, question)
        chosen = keys_given(request.POST, "mention")
        done = 0
        for key in chosen[:MOST_AT_ONCE]:
            done += _say_yes(rows, key, found, request)
        messages.success(request, f"{done} times: it is {found}.")
        return HttpResponseRedirect(reverse("review:ask", args=[Noun.MENTION.value]))
    context = _context(request, f"Every text that may name {found}") | {
        "person": found,
        "mentions": [CARDS[Noun.MENTION](row) for row in rows[:MOST_AT_ONCE]],
        "may_answer": request.user.has_perm(question.permission),
    }
    return TemplateResponse(request, "admin/review/many.html", context)


def _answer(request: HttpRequest, question: Question) -> HttpResponse:
    _require(request, question)
    key, said = key_given(request.POST, "key"), request.POST.get("said", "")
    page = reverse("review:ask", args=[question.noun])
    if said == "skip":
        return HttpResponseRedirect(f"{page}?{urlencode({'after': key or ''})}")
    if said not in ANSWERS:
        messages.error(request, "Say yes, no or unsure.")
        return HttpResponseRedirect(page)
    try:
        told = _carry_out(question, key, said, request)
    except (CurationError, LookupError) as error:
        messages.error(request, str(error))
        again = {"key": key or "", "who": words_given(request.POST, "who")}
        return HttpResponseRedirect(f"{page}?{urlencode(again)}")
    if told is None:
        messages.info(request, "Somebody has answered that one already.")
        return HttpResponseRedirect(page)
    messages.success(request, told)
    # An unsure one stays open, at the end: go on behind it.
    after = f"?{urlencode({'after': key})}" if said == Decision.UNSURE else ""
    return HttpResponseRedirect(f"{page}{after}")


@transaction.atomic
def _carry_out(question: Question, key: int | None, said: str, request: HttpRequest) -> str | None:
    """Answers and says what it answered; None where somebody else has answered by now."""
    row = open_row(question.rows(), key)
    if row is None:
        return None
    card, person = CARDS[question.noun](row), _person(request)
    CARRY_OUT[question.noun](row, said, request.user, person)
    return _told(card, said, person, may_be_gone=question.noun in REMOVED_BY_NO)


def _told(card: Card, said: str, person: Person | None, *, may_be_gone: bool) -> str:
    """The answer in words, with the way to change it: a key is soon pressed too much."""
    words = f"It is {person}" if person and said == Decision.YES else said.capitalize()
    if not card.links or (may_be_gone and said == Decision.NO):
        return f"{words}: {card.asked}"
    label, address = card.links[0]
    return format_html('{}: {} <a href="{}">{}</a>', words, card.asked, address, label)


@transaction.atomic
def _say_yes(rows, key: int, person: Person, request: HttpRequest) -> bool:
    row = open_row(rows, key)
    if row is not None:
        decide_mention(row, Decision.YES, by=request.user, person=person)
    return row is not None


def _person(request: HttpRequest) -> Person | None:
    """Whom the answer names: chosen among rivals, or written. Raises LookupError for nobody."""
    key, words = key_given(request.POST, "person"), words_given(request.POST, "who")
    if key:
        return _known(key)
    if not words:
        return None
    lookup = find_person(words)
    if lookup.one is None:
        several = f": {len(lookup.several)} people may be meant" if lookup.several else ""
        raise LookupError(f"“{words}” is nobody the archive knows by that name alone{several}.")
    return lookup.one


def _known(key: int) -> Person:
    person = Person.objects.filter(pk=key).first()
    if person is None:
        raise LookupError("That person was merged with somebody a moment ago: choose once more.")
    return person


CARRY_OUT = {
    Noun.ARTICLE: lambda row, said, by, _: review_article(row, said, by=by),
    Noun.MENTION: lambda row, said, by, who: decide_mention(
        row, said, by=by, person=who or _first_rival(row)
    ),
    Noun.RACE: lambda row, said, by, _: decide_race(row, said, by=by),
    Noun.QUOTE: lambda row, said, by, who: decide_quote(row, said, by=by, person=who),
    Noun.PERSON: lambda row, said, by, _: review_person(row, said, by=by),
    Noun.OUTLET: lambda row, said, by, _: review_outlet(row, said, by=by),
    Noun.COPY: lambda row, said, by, _: review_likeness(row, said, by=by),
}


def _first_rival(mention) -> Person | None:
    """Whom the question asks about, where the machine did not settle on one."""
    rival = mention.rivals.select_related("person").first()
    return mention.person or (rival.person if rival else None)


def _shown(rows, request: HttpRequest):
    """The question that is asked once more, else the next."""
    key = key_given(request.GET, "key")
    again = rows.filter(pk=key).first() if key else None
    return again or _next(rows, key_given(request.GET, "after"))


def _next(rows, after: int | None):
    """The first open row, or the one that follows ``after`` in the queue: unsure ones last."""
    last = rows.filter(pk=after).values_list("unsure", flat=True).first() if after else None
    if last is None:
        return rows.first()
    following = rows.filter(Q(unsure__gt=last) | Q(unsure=last, pk__gt=after))
    return following.first() or rows.first()


def _question(request: HttpRequest, noun: str) -> Question:
    _require_staff_view(request)
    if noun not in QUESTIONS:
        raise Http404("There is no such queue.")
    return QUESTIONS[noun]


def _require(request: HttpRequest, question: Question) -> None:
    if not request.user.has_perm(question.permission):
        raise PermissionDenied


def _require_staff_view(request: HttpRequest) -> None:
    if not request.user.has_perm("articles.view_article"):
        raise PermissionDenied


def _context(request: HttpRequest, title: str) -> dict:
    return admin.site.each_context(request) | {"title": title}


@admin.register(Judgement)
class JudgementAdmin(ReadOnlyAdmin):
    """Who decided what, and when."""

    list_display = ["at", "by", "noun", "about", "answer"]
    list_filter = ["noun", "answer", "by"]
    list_select_related = ["by"]
    search_fields = ["about", "by__email"]
    date_hierarchy = "at"
