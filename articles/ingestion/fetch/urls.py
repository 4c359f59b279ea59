"""Which URLs may be asked for at all, before anything is looked up."""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import urldefrag, urlsplit, urlunsplit

import idna
from django.conf import settings

from articles.ingestion.errors import Refused

SCHEMES = {"http": 80, "https": 443}
PORTS = {80, 443, 8080, 8443}
LONGEST = 2000
FORBIDDEN = re.compile(r"[\x00-\x20\x7f\\]")
LOOPBACK = re.compile(r"127(?:\.\d{1,3}){3}|localhost|::1")
# What is looked up as a number by the system's resolver though it is no dotted address.
NUMBER_LIKE = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+))*\.?", re.IGNORECASE)
DOTTED = re.compile(r"(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})")


@dataclass(frozen=True, slots=True)
class Target:
    """An address that may be looked up: ``host`` as it goes on the wire, without brackets."""

    url: str
    scheme: str
    host: str
    port: int

    @property
    def origin(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


def checked(url: str) -> Target:
    """The URL in one spelling, without its fragment; raises Refused, with the reason."""
    url = url.strip()
    if len(url) > LONGEST:
        raise Refused(f"The address has more than {LONGEST} characters.", kind="address")
    if FORBIDDEN.search(url):
        raise Refused(
            f"{url[:100]!r} has spaces, control characters or backslashes: copy it once more.",
            kind="address",
        )
    try:
        parts = urlsplit(urldefrag(url).url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise Refused(f"{url[:100]} is no address: {error}.", kind="address") from None
    _require_scheme(parts.scheme, url)
    if "@" in parts.netloc:
        raise Refused(
            "The address carries a user name or password: leave these out.", kind="credentials"
        )
    host = _host(host)
    _require_port(host, port)
    shown = f"[{host}]" if ":" in host else host
    netloc = shown if port in (None, SCHEMES[parts.scheme]) else f"{shown}:{port}"
    whole = urlunsplit((parts.scheme, netloc, parts.path or "/", parts.query, ""))
    return Target(whole, parts.scheme, host, port or SCHEMES[parts.scheme])


def _require_scheme(scheme: str, url: str) -> None:
    if scheme not in SCHEMES:
        raise Refused(
            f"{url[:100]} does not begin with https:// or http://: nothing else is fetched.",
            kind="scheme",
        )


def _require_port(host: str, port: int | None) -> None:
    if port is None or port in PORTS:
        return
    if settings.ARCHIVE_MODE == "local" and LOOPBACK.fullmatch(host):
        return
    raise Refused(
        f"Port {port} is none where news is published: only {sorted(PORTS)} are asked.", kind="port"
    )


def _host(host: str) -> str:
    if not host or "%" in host:
        raise Refused("The address names no host that can be looked up.", kind="address")
    if ":" in host:
        return host
    folded = unicodedata.normalize("NFKC", host).lower()
    if folded != host.lower():
        raise Refused(
            f"{host} is written in unusual letters for {folded}: write it plainly.",
            kind="look-alike",
        )
    if NUMBER_LIKE.fullmatch(host) and not DOTTED.fullmatch(host):
        raise Refused(
            f"{host} is an internal address in disguise, or no host name at all.", kind="address"
        )
    return _ascii(folded.rstrip("."))


def _ascii(host: str) -> str:
    """IDNA; a label of mixed scripts passes for another name and is refused."""
    host = ".".join(_readable(label) for label in host.split("."))
    if host.isascii():
        return host
    try:
        encoded = idna.encode(host, uts46=True).decode()
    except idna.IDNAError as error:
        raise Refused(f"{host} is no host name: {error}.", kind="address") from None
    for label in host.split("."):
        if len({_script(letter) for letter in label if letter.isalpha()}) > 1:
            raise Refused(
                f"{host} mixes alphabets and may pass for another name (it is {encoded}).",
                kind="look-alike",
            )
    _require_no_double(host, encoded)
    return encoded


def _readable(label: str) -> str:
    """ "xn--..." as it is shown to readers: what it looks like is what it may be mistaken for."""
    if not label.startswith("xn--"):
        return label
    try:
        return idna.decode(label)
    except idna.IDNAError as error:
        raise Refused(f"{label} is no host name: {error}.", kind="address") from None


LATIN_LIKE = str.maketrans("асеорхуіѕјԁɡһӏαοрν", "aceopxyisjdghlaopv")


def _require_no_double(host: str, encoded: str) -> None:
    """A name all in Cyrillic or Greek letters that look Latin reads as a Latin one."""
    plain = host.translate(LATIN_LIKE)
    if plain != host and plain.isascii():
        raise Refused(
            f"{host} looks like {plain} but is another name ({encoded}).", kind="look-alike"
        )


def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split(" ")[0]
