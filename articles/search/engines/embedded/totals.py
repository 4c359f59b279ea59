"""How many match."""

from articles.search.engines.embedded.build import View
from articles.search.engines.embedded.folding import extra_copies
from articles.search.engines.embedded.kept import Kept
from articles.search.engines.embedded.queries import library_query
from articles.search.query import SearchQuery


def total_of(view: View, kept: Kept, query: SearchQuery) -> int:
    """Kept while the index has not changed; copies folded where the question says so."""
    asked = query.matching()
    return kept.get_or((view.generation, asked, "total"), lambda: _counted(view, asked))


def _counted(view: View, query: SearchQuery) -> int:
    matching = library_query(query, view.schema)
    total = view.searcher.search(matching, limit=1, count=True).count
    return total - extra_copies(view, matching) if query.folded else total
