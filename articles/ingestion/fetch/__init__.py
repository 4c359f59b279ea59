"""The only network code: one guarded request at a time.

fetched = fetch("https://example.org/story")     raises Refused, TooBig or FetchFailed
"""

from articles.ingestion.fetch.fetched import Fetched
from articles.ingestion.fetch.fetching import fetch
from articles.ingestion.fetch.limits import FetchLimits

__all__ = ["FetchLimits", "Fetched", "fetch"]
