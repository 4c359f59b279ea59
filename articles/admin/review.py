"""The review queue: one question after the other, answered by yes, no or unsure."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode

from articles.admin.lookup import find_person
from articles.admin.read_only import ReadOnlyAdmin
from articles.admin.review_cards import CARDS
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
from articles.curation.questions import QUESTIONS, Question, mentions_of
from articles.models import Decision, Judgement, Person

ANSWERS = (Decision.YES, Decision.NO, Decision.UNSURE)
MOST_AT_ONCE = 500
Noun = Judgement.Noun


def overview(request: HttpRequest) -> HttpResponse:
    """What waits, by kind, with its number."""
    _require_staff_view(request)
    waiting = [
        {"question": question, "number": question.rows().count()} for question in QUESTIONS.values()
    ]
    context = _context(request, "Review") | {"waiting": waiting}
    return TemplateResponse(request, "admin/review/overview.html", context)


def ask(request: HttpRequest, noun: str) -> HttpResponse:
    """The first open question of a kind, or the one after ``after``; a POST answers it."""
    question = _question(request, noun)
    if request.method == "POST":
        return _answer(request, question)
    rows = question.rows()
    row = _next(rows, request.GET.get("after", ""))
    context = _context(request, question.title) | {
        "question": question,
        "number": rows.count(),
        "unsure": rows.filter(unsure=1).count(),
        "may_answer": request.user.has_perm(question.permission),
        "who": request.GET.get("who", ""),
        "lookup": find_person(request.GET["who"]) if request.GET.get("who") else None,
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
        chosen = [key for key in request.POST.getlist("mention") if key.isdigit()]
        done = 0
        for mention in rows.filter(pk__in=chosen[:MOST_AT_ONCE]):
            decide_mention(mention, Decision.YES, by=request.user, person=found)
            done += 1
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
    key, said = request.POST.get("key", ""), request.POST.get("said", "")
    page = reverse("review:ask", args=[question.noun])
    if said == "skip":
        return HttpResponseRedirect(f"{page}?{urlencode({'after': key})}")
    row = question.rows().filter(pk=key if key.isdigit() else 0).first()
    if row is None:
        messages.info(request, "Somebody has answered that one already.")
        return HttpResponseRedirect(page)
    if said not in ANSWERS:
        messages.error(request, "Say yes, no or unsure.")
        return HttpResponseRedirect(page)
    try:
        person = _person(request)
        CARRY_OUT[question.noun](row, said, request.user, person)
    except (CurationError, LookupError) as error:
        messages.error(request, str(error))
        who = {"who": request.POST["who"]} if request.POST.get("who") else {}
        return HttpResponseRedirect(f"{page}?{urlencode(who)}")
    # An unsure one stays open, at the end: go on behind it.
    after = f"?{urlencode({'after': key})}" if said == Decision.UNSURE else ""
    return HttpResponseRedirect(f"{page}{after}")


def _person(request: HttpRequest) -> Person | None:
    """Whom the answer names: chosen among rivals, or written."""
    key, words = request.POST.get("person", ""), request.POST.get("who", "").strip()
    if key.isdigit():
        return Person.objects.filter(pk=key).first()
    if not words:
        return None
    lookup = find_person(words)
    if lookup.one is None:
        several = f": {len(lookup.several)} people may be meant" if lookup.several else ""
        raise LookupError(f"“{words}” is nobody the archive knows by that name alone{several}.")
    return lookup.one


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


def _next(rows, after: str):
    """The first open row, or the one that follows ``after`` in the queue's own order."""
    if not after.isdigit():
        return rows.first()
    keys = list(rows.values_list("pk", flat=True)[:2000])
    place = keys.index(int(after)) + 1 if int(after) in keys else 0
    following = keys[place] if place < len(keys) else None
    return rows.filter(pk=following).first() if following else rows.first()


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
