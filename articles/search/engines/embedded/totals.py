"""How many match."""

from articles.search.engines.embedded.asked import MATCHES, TOTAL, Asked
from articles.search.engines.embedded.folding import extra_copies


def total_of(asked: Asked) -> int:
    """Kept while the index has not changed; copies folded where the question says so."""
    return asked.answer(TOTAL, lambda: _counted(asked))


def _counted(asked: Asked) -> int:
    matches = asked.answer(MATCHES, lambda: _matches(asked))
    return matches - extra_copies(asked) if asked.query.folded and matches else matches


def _matches(asked: Asked) -> int:
    return asked.view.searcher.search(asked.matching, limit=1, count=True).count
