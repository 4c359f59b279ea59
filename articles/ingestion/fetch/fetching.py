"""fetch(): hop by hop, each looked at before it is asked."""

from urllib.parse import urljoin

import requests

from articles.ingestion.errors import FetchFailed, Refused, TooBig
from articles.ingestion.fetch.connections import Deadline
from articles.ingestion.fetch.fetched import Fetched
from articles.ingestion.fetch.limits import FetchLimits
from articles.ingestion.fetch.robots import MOST_BYTES, ROBOTS
from articles.ingestion.fetch.transfer import ask, number_in, read_body, require_text
from articles.ingestion.fetch.urls import Target, checked

REDIRECTS = {301, 302, 303, 307, 308}
NOT_THERE = {404, 410}
NOT_FOR_US = {401, 402, 403, 407, 451}
NOT_NOW = {408, 425, 429}
DAY = 86_400  # seconds
KEPT = ("content-type", "content-language", "date", "x-robots-tag")
ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,application/pdf,text/plain;q=0.8"


def fetch(
    url: str, *, etag: str = "", last_modified: str = "", limits: FetchLimits | None = None
) -> Fetched:
    """Asks for ``url`` and follows its redirects, within the bounds of ``limits``.

    With ``etag`` or ``last_modified`` of an earlier answer, an unchanged page is only said to be
    so (``not_modified``). Raises Refused, TooBig, FetchFailed, each in words for an editor.
    """
    limits = limits or FetchLimits.from_settings()
    conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    headers = {"Accept": ACCEPT, **{name: value for name, value in conditions.items() if value}}
    with Deadline(limits.total_seconds) as deadline:
        return _follow(url, headers, deadline, limits)


def _follow(url: str, headers: dict, deadline: Deadline, limits: FetchLimits) -> Fetched:
    target, hops = checked(url), []
    while True:
        ROBOTS.require(target, _reader(deadline, limits))
        with ask(target, deadline, limits, headers) as response:
            if response.status_code not in REDIRECTS:
                return _answer(url, target, response, deadline, limits, hops)
            hops.append(target.url)
            target = _next(target, response, hops, limits)


def _next(
    target: Target, response: requests.Response, hops: list[str], limits: FetchLimits
) -> Target:
    if len(hops) > limits.max_redirects:
        raise FetchFailed(
            f"{hops[0]} leads on and on: more than {limits.max_redirects} redirects "
            "(setting FETCH_MAX_REDIRECTS).",
            kind="redirects",
        )
    location = response.headers.get("Location", "")
    if not location:
        raise FetchFailed(f"{target.url} leads on but does not say where.", kind="redirects")
    # A header's bytes are Latin-1 to the library; an address in it is UTF-8.
    location = location.encode("latin-1", "replace").decode("utf8", "replace")
    following = checked(urljoin(target.url, location))
    if following.url in hops:
        raise FetchFailed(f"{hops[0]} leads round in a circle.", kind="redirects")
    return following


def _answer(
    url: str,
    target: Target,
    response: requests.Response,
    deadline: Deadline,
    limits: FetchLimits,
    hops: list[str],
) -> Fetched:
    known = {
        "url": url,
        "final_url": target.url,
        "status": response.status_code,
        "etag": response.headers.get("ETag", ""),
        "last_modified": response.headers.get("Last-Modified", ""),
        "headers": {name: response.headers[name] for name in KEPT if name in response.headers},
        "redirects": tuple(hops),
    }
    if response.status_code == 304:
        return Fetched(**known)
    _require_success(target, response)
    if "noarchive" in response.headers.get("X-Robots-Tag", "").lower():
        raise Refused(
            f"{target.host} asks that this page not be archived (noarchive): ask its publisher, "
            "or paste what you may keep.",
            kind="noarchive",
        )
    media_type, charset = require_text(response, target)
    content = read_body(response, target, deadline, limits)
    return Fetched(**known, content=content, media_type=media_type, charset=charset)


def _require_success(target: Target, response: requests.Response) -> None:
    status = response.status_code
    if status == 200:
        return
    kind = f"http {status}"
    if status in NOT_THERE:
        raise FetchFailed(f"There is no page at {target.url} ({status}).", kind=kind)
    if status in NOT_FOR_US:
        raise FetchFailed(
            f"{target.host} does not give us this page ({status}): it asks for a sign-in or "
            "refuses programs. Open it yourself and paste the story.",
            kind=kind,
        )
    if status in NOT_NOW or status >= 500:
        error = FetchFailed(
            f"{target.host} can't answer just now ({status}).", retry=True, kind=kind
        )
        error.seconds = min(number_in(response, "Retry-After"), DAY)
        raise error
    raise FetchFailed(f"{target.host} gives an answer we can't use ({status}).", kind=kind)


def _reader(deadline: Deadline, limits: FetchLimits):
    """Reads a robots.txt under the same guard: (status, content), redirects followed."""

    def read(url: str) -> tuple[int, bytes]:
        hops: list[str] = []
        target = checked(url)
        small = FetchLimits(max_bytes=MOST_BYTES, max_decompressed=MOST_BYTES)
        while True:
            with ask(target, deadline, limits, {}) as response:
                if response.status_code in REDIRECTS:
                    hops.append(target.url)
                    target = _next(target, response, hops, limits)
                    continue
                if response.status_code != 200:
                    return response.status_code, b""
                return 200, _robots_body(response, target, deadline, small)

    return read


def _robots_body(response, target: Target, deadline: Deadline, small: FetchLimits) -> bytes:
    try:
        return read_body(response, target, deadline, small)
    except TooBig:
        raise FetchFailed(
            f"The robots.txt of {target.host} is absurdly long.", kind="robots"
        ) from None
