"""One request and its answer: headers looked at first, the body read within its bounds."""

import zlib
from collections.abc import Iterator
from email.message import Message

import requests
from django.conf import settings
from requests import Request
from requests_hardened.ip_filter import InvalidIPAddress
from urllib3.exceptions import HTTPError, IncompleteRead

from articles.ingestion.errors import FetchFailed, Refused, TooBig
from articles.ingestion.fetch.addresses import look_up
from articles.ingestion.fetch.connections import Deadline, guarded_session
from articles.ingestion.fetch.limits import FetchLimits
from articles.ingestion.fetch.urls import Target

CHUNK = 1 << 16
TEXTS = ("text/", "application/xhtml", "application/xml", "application/pdf", "application/json")
OTHER_TEXTS = ("+xml", "+json")
WINDOW = {"gzip": 31, "x-gzip": 31, "deflate": 15}


def ask(target: Target, deadline: Deadline, limits: FetchLimits, headers: dict[str, str]):
    """Sends one GET; the response with its headers read and its body still to come.

    Raises Refused for an internal address, FetchFailed for whatever the other side does.
    """
    look_up(target.host, target.port)
    session = guarded_session()
    own = {"User-Agent": settings.FETCH_USER_AGENT, "Accept-Encoding": "gzip, deflate"}
    try:
        prepared = session.prepare_request(Request("GET", target.url, headers={**own, **headers}))
        # Straight to the adapter: the session would read a redirect's whole body by itself.
        return session.get_adapter(target.url).send(
            prepared,
            stream=True,
            timeout=(min(limits.connect_seconds, deadline.seconds_left), deadline.seconds_left),
        )
    except InvalidIPAddress as error:
        raise Refused(
            f"{target.host} leads to {error}, an internal address: only public ones are fetched.",
            kind="address",
        ) from None
    except (requests.RequestException, HTTPError, OSError, ValueError) as error:
        raise failed(target, error, deadline) from None


def failed(target: Target, error: Exception, deadline: Deadline) -> FetchFailed:
    """What went wrong with a connection, in words."""
    if deadline.is_over or isinstance(error, requests.Timeout):
        return FetchFailed(
            f"{target.host} took too long to answer (setting FETCH_TOTAL_SECONDS).",
            retry=True,
            kind="timeout",
        )
    if isinstance(error, requests.exceptions.SSLError):
        return FetchFailed(
            f"{target.host} can't prove that it is {target.host}: its certificate is not valid. "
            "Check the address in a browser; save the page and give the file if you trust it.",
            kind="tls",
        )
    return FetchFailed(
        f"{target.host} could not be reached, or broke off.", retry=True, kind="connection"
    )


def require_text(response: requests.Response, target: Target) -> tuple[str, str]:
    """(media type, charset) of the answer; raises Refused where it is no kind of text."""
    header = Message()
    header["content-type"] = response.headers.get("Content-Type", "") or "text/html"
    media_type = header.get_content_type()
    if not media_type.startswith(TEXTS) and not media_type.endswith(OTHER_TEXTS):
        raise Refused(
            f"{target.url} is {media_type}: only pages, texts and PDF files are taken in.",
            kind="media type",
        )
    return media_type, header.get_content_charset("") or ""


def read_body(
    response: requests.Response, target: Target, deadline: Deadline, limits: FetchLimits
) -> bytes:
    """The decompressed body; raises TooBig as soon as a bound is passed, FetchFailed."""
    if number_in(response, "Content-Length") > limits.max_bytes:
        raise _too_big(target, limits.max_bytes, "FETCH_MAX_BYTES")
    found, size = [], 0
    try:
        for piece in _pieces(response, target, limits):
            size += len(piece)
            if size > limits.max_decompressed:
                raise _too_big(target, limits.max_decompressed, "FETCH_MAX_DECOMPRESSED_BYTES")
            found.append(piece)
    except (requests.RequestException, HTTPError, OSError, IncompleteRead) as error:
        raise failed(target, error, deadline) from None
    if deadline.is_over:  # a connection that is cut ends like one that has ended
        raise failed(target, TimeoutError(), deadline)
    return b"".join(found)


def number_in(response: requests.Response, header: str) -> int:
    """The number a header gives; 0 where it gives none, and never one that has no end."""
    text = response.headers.get(header, "").strip()
    return min(int(text[:12]), 10**9) if text.isascii() and text.isdigit() else 0


def _pieces(response: requests.Response, target: Target, limits: FetchLimits) -> Iterator[bytes]:
    wire, inflate = 0, _inflater(response, target)
    while raw := response.raw.read(CHUNK, decode_content=False):
        wire += len(raw)
        if wire > limits.max_bytes:
            raise _too_big(target, limits.max_bytes, "FETCH_MAX_BYTES")
        if inflate is None:
            yield raw
            continue
        yield from _inflated(inflate, raw, target)
    if inflate is not None and not inflate.eof and wire:
        raise FetchFailed(
            f"What {target.host} sent is cut off: its compression has no end.",
            retry=True,
            kind="connection",
        )


def _inflated(inflate, raw: bytes, target: Target) -> Iterator[bytes]:
    """In pieces, so that a bomb is noticed long before it has unfolded."""
    while raw:
        try:
            piece = inflate.decompress(raw, CHUNK)
        except zlib.error:
            raise FetchFailed(
                f"What {target.host} sent is not compressed as it says.", kind="compression"
            ) from None
        if not piece:
            return
        yield piece
        raw = inflate.unconsumed_tail


def _inflater(response: requests.Response, target: Target):
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding in ("", "identity"):
        return None
    if encoding not in WINDOW:
        raise FetchFailed(
            f"{target.host} sends its pages compressed in a way we did not ask for ({encoding}).",
            kind="compression",
        )
    return zlib.decompressobj(WINDOW[encoding])


def _too_big(target: Target, most: int, setting: str) -> TooBig:
    return TooBig(f"{target.url} has more than {most:,} bytes (setting {setting}).")
