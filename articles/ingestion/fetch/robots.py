"""robots.txt: asked for once an hour and host, and kept to."""

import threading
import time
from collections import OrderedDict

from django.conf import settings

from articles.ingestion.errors import FetchFailed, Refused
from articles.ingestion.fetch.robots_rules import Rules, rules_for
from articles.ingestion.fetch.urls import Target

HOUR = 3600.0
MOST_HOSTS = 500
MOST_BYTES = 500_000


class RobotsCache:
    """What each host said, for an hour; ``read(url)`` gives (status, content) of a robots.txt."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, tuple[float, Rules]] = OrderedDict()
        self._lock = threading.Lock()

    def require(self, target: Target, read) -> None:
        """Raises Refused where the host asks not to fetch this; FetchFailed where it can't tell."""
        rules = self._rules(target, read)
        if not rules.may_fetch(target.url):
            raise Refused(
                f"{target.host} asks programs not to fetch this page (robots.txt): "
                "open it yourself and paste the story instead.",
                kind="robots",
            )

    def forget(self) -> None:
        with self._lock:
            self._known.clear()

    def _rules(self, target: Target, read) -> Rules:
        with self._lock:
            until, rules = self._known.get(target.origin, (0.0, None))
        if rules is not None and until > time.monotonic():
            return rules
        rules = _asked(target, read)
        with self._lock:
            self._known[target.origin] = (time.monotonic() + HOUR, rules)
            while len(self._known) > MOST_HOSTS:
                self._known.popitem(last=False)
        return rules


def _asked(target: Target, read) -> Rules:
    status, content = read(f"{target.origin}/robots.txt")
    if status >= 500:
        raise FetchFailed(
            f"{target.host} does not say whether its pages may be fetched: its robots.txt "
            f"answers with an error ({status}).",
            retry=True,
            kind="robots",
        )
    text = content[:MOST_BYTES].decode("utf8", "replace") if status < 400 else ""
    return rules_for(settings.FETCH_USER_AGENT.split("/")[0], text)


ROBOTS = RobotsCache()
