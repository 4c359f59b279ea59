"""Which network addresses may be asked: public ones, and loopback on a local archive."""

import ipaddress
import socket

from django.conf import settings

from articles.ingestion.errors import FetchFailed, Refused

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# Beside what the standard library calls private: routes to other networks' inside, or carriers of
# an IPv4 address that a router may unwrap.
INTERNAL = tuple(
    ipaddress.ip_network(block)
    for block in (
        "0.0.0.0/8",
        "100.64.0.0/10",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "240.0.0.0/4",
        "::/96",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "2001::/23",
        "2002::/16",
        "3fff::/20",
        "5f00::/16",
        "fec0::/10",
    )
)


def is_internal(address: Address) -> bool:
    """Whether ``address`` is anything but a public unicast address."""
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    kinds = (
        address.is_private,
        address.is_loopback,
        address.is_link_local,
        address.is_multicast,
        address.is_reserved,
        address.is_unspecified,
    )
    return any(kinds) or any(
        address.version == block.version and address in block for block in INTERNAL
    )


def may_be_asked(address: Address) -> bool:
    """Loopback is a local archive's own test ground; production never asks it."""
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        return False  # nobody has to write an IPv4 address in this way
    if settings.ARCHIVE_MODE == "local" and address.is_loopback:
        return True
    return not is_internal(address)


def require_public(host: str, address: Address) -> None:
    """Raises Refused where ``address`` is an internal one."""
    if not may_be_asked(address):
        raise Refused(
            f"{host} is at {address}, an internal address: only public addresses are fetched. "
            "Save the page and give the file, or paste the text.",
            kind="address",
        )


def look_up(host: str, port: int) -> list[Address]:
    """All addresses of ``host``; raises Refused if one is internal, FetchFailed if it has none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError):
        raise FetchFailed(
            f"There is no host called {host}: check the address.", retry=True, kind="dns"
        ) from None
    addresses = [ipaddress.ip_address(one[4][0].partition("%")[0]) for one in found]
    for address in addresses:
        require_public(host, address)
    return addresses
