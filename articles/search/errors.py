"""What can go wrong in a search: one family, each saying whose fault it is and the cure."""


class SearchError(Exception):
    """Any failure of the search."""


class BadQuery(SearchError):
    """The reader's question can't be understood; ``suggestion`` is one that can, or empty."""

    def __init__(self, message: str, suggestion: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.suggestion = suggestion


class EngineUnavailable(SearchError):
    """The engine can't answer now: the index is missing, broken, outdated or out of reach."""


class IndexBusy(SearchError):
    """Another process writes the index; only one may."""


class IndexIncomplete(SearchError):
    """A rebuilt index holds another number of articles than the database: it is not taken."""
