"""The only network code: one guarded request at a time.

checked("https://example.org/story")             a Target; raises Refused
fetch("https://example.org/story")               what came; raises Refused, TooBig or FetchFailed
"""

from articles.ingestion.fetch.fetched import Fetched
from articles.ingestion.fetch.fetching import fetch
from articles.ingestion.fetch.limits import FetchLimits
from articles.ingestion.fetch.urls import checked

__all__ = ["FetchLimits", "Fetched", "checked", "fetch"]
