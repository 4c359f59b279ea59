"""Internal addresses are refused in every notation, by every name, at every hop."""

import ipaddress
import socket

import pytest

from articles.ingestion.errors import FetchFailed, Refused
from articles.ingestion.fetch import fetch
from articles.ingestion.fetch.addresses import is_internal, look_up, require_public

INTERNAL = {
    "private": "10.0.0.1",
    "private, middle": "172.16.0.1",
    "private, home": "192.168.1.1",
    "link-local, cloud metadata": "169.254.169.254",
    "shared (CGNAT)": "100.64.0.1",
    "unspecified": "0.0.0.0",  # noqa: S104
    "this network": "0.1.2.3",
    "multicast": "224.0.0.1",
    "broadcast": "255.255.255.255",
    "reserved": "240.0.0.1",
    "documentation": "192.0.2.1",
    "benchmarking": "198.18.0.1",
    "protocol assignments": "192.0.0.1",
    "6to4 relay": "192.88.99.1",
    "unique local": "fd00::1",
    "link-local, IPv6": "fe80::1",
    "site-local": "fec0::1",
    "multicast, IPv6": "ff02::1",
    "unspecified, IPv6": "::",
    "mapped": "::ffff:10.0.0.1",
    "mapped loopback": "::ffff:127.0.0.1",
    "compatible": "::127.0.0.1",
    "NAT64": "64:ff9b::10.0.0.1",
    "6to4": "2002:0a00:0001::",
    "Teredo": "2001:0:4136:e378::1",
    "documentation, IPv6": "2001:db8::1",
}
NOTATIONS = {
    "one number": "http://2130706433/",
    "octal": "http://0177.0.0.1/",
    "hexadecimal": "http://0x7f.0.0.1/",
    "one hexadecimal number": "http://0x7f000001/",
    "short": "http://127.1/",
    "leading zeros": "http://010.0.0.1/",
    "fullwidth digits": "http://１２７.0.0.1/",
    "percent-encoded": "http://%31%32%37.0.0.1/",
    "with a zone": "http://[fe80::1%25eth0]/",
    "mapped IPv6": "http://[::ffff:127.0.0.1]/",
    "compatible IPv6": "http://[::127.0.0.1]/",
    "trailing dot": "http://10.0.0.1./",
    "private, port": "http://192.168.0.1:8080/",
}


@pytest.mark.parametrize("address", INTERNAL.values(), ids=INTERNAL)
def test_an_internal_address_is_known_as_one(address):
    assert is_internal(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1"])
def test_a_public_address_may_be_asked(address):
    require_public("example.org", ipaddress.ip_address(address))


@pytest.mark.parametrize("url", NOTATIONS.values(), ids=NOTATIONS)
def test_no_notation_passes(url):
    with pytest.raises(Refused) as refused:
        fetch(url)
    assert refused.value.kind in ("address", "look-alike")
    assert not refused.value.retry


def answers(*addresses):
    """A resolver that gives these addresses, one list for each time it is asked."""
    rounds = list(addresses)

    def resolve(host, port, *_, **__):
        now = rounds.pop(0) if len(rounds) > 1 else rounds[0]
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port or 80)) for address in now
        ]

    return resolve


def test_a_name_that_leads_inside_is_refused(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", answers(["10.1.2.3"]))
    with pytest.raises(Refused, match="internal address"):
        fetch("http://intranet.example.org/")


def test_a_name_that_leads_to_both_is_refused(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", answers(["93.184.216.34", "10.1.2.3"]))
    with pytest.raises(Refused, match="internal address"):
        look_up("both.example.org", 80)


def test_a_name_that_leads_elsewhere_the_second_time_is_refused(monkeypatch):
    """Rebinding: public when it is checked, internal when the connection is made."""
    monkeypatch.setattr(socket, "getaddrinfo", answers(["93.184.216.34"], ["169.254.169.254"]))
    with pytest.raises(Refused, match="internal address"):
        fetch("http://rebinding.example.org/")


def test_a_name_that_leads_to_a_carrier_the_second_time_is_refused(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", answers(["93.184.216.34"], ["100.64.0.9"]))
    with pytest.raises(Refused, match="internal address"):
        fetch("http://rebinding.example.org/")


def test_a_name_that_is_none_says_so(monkeypatch):
    def nowhere(*_, **__):
        raise socket.gaierror("no such name")

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    with pytest.raises(FetchFailed, match="no host called") as failed:
        fetch("http://nowhere.example.org/")
    assert failed.value.retry


@pytest.mark.parametrize("hop", [1, 2, 3])
def test_a_redirect_inside_is_refused_at_each_hop(site, hop):
    for number in range(1, hop):
        site.redirect(f"/{number}", site.url(f"/{number + 1}"))
    site.redirect(f"/{hop}", "http://10.0.0.1/secret")
    with pytest.raises(Refused, match=r"10\.0\.0\.1"):
        fetch(site.url("/1"))


def test_production_does_not_ask_loopback_either(site, settings):
    settings.ARCHIVE_MODE = "production"
    with pytest.raises(Refused) as refused:
        fetch(site.url("/"))
    assert refused.value.kind in ("address", "port")
    assert site.asked == []


def test_a_local_archive_asks_loopback_and_nothing_else_internal(site):
    site.put("/", "<p>Hello</p>")
    assert fetch(site.url("/")).status == 200
    with pytest.raises(Refused):
        fetch("http://192.168.0.1/")
