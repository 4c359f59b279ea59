"""One run of the bench: what is asked of whom, in which order, and what is made of it."""

import argparse
import random
from dataclasses import dataclass
from pathlib import Path

from django.http import QueryDict

from articles.filters import ArticleFilterSet
from articles.models import Article
from articles.search.answers import looked_for
from articles.search.facets import FacetField, facets_of
from articles.search.query import SearchQuery, Unit
from articles.views.article_lists import ARTICLES
from bench.search.library import Times, times_of
from bench.search.postgres import Postgres
from bench.search.questions import Question, Questions
from bench.search.report import by_group, median, p, table, verdict
from bench.search.served import Page, Server, serving

CLIENTS, WARM_UP = 8, 20
A_PAGE_MORE_MS, AGAIN_MS, P95_MS, MEGABYTES = 25, 15, 250, 400
LAYER, TIMES_FASTER, OVER_MS = 1.3, 20, 100


@dataclass(slots=True)
class Asked:
    question: Question
    engine: Times
    first: Page | None = None
    again: Page | None = None
    postgres: float = 0.0
    is_left_out: bool = False  # stop words: PostgreSQL looks for nothing, and is quick at it


class Run:
    def __init__(self, place: Path, options: argparse.Namespace, source: random.Random) -> None:
        self.place, self.options = place, options
        self.questions = Questions(source)
        self.mix = self.questions.mix(options.mix)
        self.warm_up = self.questions.new(WARM_UP)
        new = self.questions.new(options.questions)
        self.asked = [Asked(one, times_of(query_of(one), counted(one))) for one in new]

    def whole(self) -> bool:
        """Whether every target was met and every page came."""
        with serving() as server:
            self._one_client(server)
            crowd = server.ask_all(self.mix, CLIENTS)
            memory = max(server.megabytes())
        if self.options.postgres:
            self._ask_postgres()
        self._print_tables(crowd)
        return self._judge(crowd, memory)

    def _one_client(self, server: Server) -> None:
        server.ask_all(self.warm_up)
        questions = [one.question for one in self.asked]
        for one, page in zip(self.asked, server.ask_all(questions), strict=True):
            one.first = page
        # Each web process keeps its own answers: ask until both have seen the question.
        server.ask_all(questions)
        server.ask_all(questions)
        for one, page in zip(self.asked, server.ask_all(questions), strict=True):
            one.again = page

    def _ask_postgres(self) -> None:
        with Postgres(self.place) as postgres:
            postgres.load(Article.objects.count())
            for one in self.asked:
                query = query_of(one.question)
                answer = postgres.asked(query, counted(one.question))
                one.postgres = answer.milliseconds
                one.is_left_out = bool(one.engine.total and not answer.total)

    def _print_tables(self, crowd: list[Page]) -> None:
        groups = {one.question.group for one in self.asked}
        rows = []
        for group in [*sorted(groups), "all"]:
            of = [one for one in self.asked if group in (one.question.group, "all")]
            rows.append(
                (
                    group,
                    len(of),
                    median([one.engine.bare for one in of]),
                    median([one.engine.engine for one in of]),
                    median([one.engine.again for one in of]),
                    median([one.first.milliseconds for one in of]),
                    median([one.again.milliseconds for one in of]),
                    median([one.postgres for one in of]),
                )
            )
        head = ("questions", "bare", "engine", "again", "page", "page again", "PostgreSQL")
        table("Medians in ms, one client", head, rows)
        found = by_group(crowd, lambda page: page.question.group, lambda page: page.milliseconds)
        table(
            f"The mix in ms, {CLIENTS} clients",
            ("pages", "median", "p95"),
            ((group, len(ms), median(ms), p(ms, 0.95)) for group, ms in sorted(found.items())),
        )

    def _judge(self, crowd: list[Page], memory: float) -> bool:
        print()
        failed = [page for page in crowd if page.status != 200]
        for page in failed[:5]:
            print(f"failed with {page.status}: /articles/?{page.question.address}")
        bare = sum(one.engine.bare for one in self.asked)
        engine = sum(one.engine.engine for one in self.asked)
        more = [one.first.milliseconds - one.engine.engine for one in self.asked]
        landing = [one for one in self.asked if not one.question.parameters]
        met = [
            verdict("engine layer / bare library, all together", engine / bare, LAYER),
            verdict("page above its engine query, ms, median", median(more), A_PAGE_MORE_MS),
            verdict(
                "a page asked again, ms, p95",
                p([one.again.milliseconds for one in self.asked], 0.95),
                AGAIN_MS,
            ),
            verdict(
                "the landing page again, ms", max(o.again.milliseconds for o in landing), AGAIN_MS
            ),
            verdict(
                f"{CLIENTS} clients, ms, p95",
                p([page.milliseconds for page in crowd], 0.95),
                P95_MS,
            ),
            verdict("memory of a web process, MB", memory, MEGABYTES),
        ]
        met += self._judge_postgres()
        return all(met) and not failed

    def _judge_postgres(self) -> list[bool]:
        answered = [one for one in self.asked if not one.is_left_out]
        slow = [one for one in answered if one.postgres > OVER_MS]
        if not self.options.postgres or not slow:
            return []
        print(f"       questions of stop words alone: {len(self.asked) - len(answered)}")
        kept = min(one.postgres / one.engine.again for one in slow)
        never = min(one.postgres / one.engine.engine for one in answered)
        at_first = median([one.postgres / one.engine.engine for one in slow])
        print(
            f"       PostgreSQL / engine at first, median where it is over 100 ms: {at_first:.0f}"
        )
        return [
            verdict("PostgreSQL / engine, counts kept, least", kept, TIMES_FASTER, at_least=True),
            verdict("PostgreSQL / engine at first, least", never, 1.0, at_least=True),
        ]


def query_of(question: Question) -> SearchQuery:
    """As the engine is asked it: words with the ways to write them, a period with both ends."""
    return looked_for(ArticleFilterSet(QueryDict(question.address)).search_query())


def counted(question: Question) -> tuple[FacetField, ...]:
    """The facets that a page counts: those that are open."""
    chosen = {name for name, _ in question.parameters}
    return tuple(
        facet
        for facet in facets_of(Unit.ARTICLES)
        if facet.name in ARTICLES.opened or facet.name in chosen
    )
