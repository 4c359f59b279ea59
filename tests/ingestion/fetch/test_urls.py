"""What is no address of a page is refused before anything is looked up."""

import pytest

from articles.ingestion.errors import Refused
from articles.ingestion.fetch import fetch
from articles.ingestion.fetch.urls import checked

REFUSED = {
    "another scheme": ("ftp://example.org/", "scheme"),
    "a file": ("file:///etc/passwd", "scheme"),
    "a script": ("javascript:alert(1)", "scheme"),
    "no scheme": ("example.org/story", "scheme"),
    "a mail server's port": ("http://example.org:25/", "port"),
    "a database's port": ("http://example.org:5432/", "port"),
    "credentials": ("https://user:pass@example.org/", "credentials"),
    "a name before the real host": ("https://good.example@evil.example/", "credentials"),
    "mixed alphabets": ("https://аpple.example/", "look-alike"),
    "all Cyrillic, reads Latin": ("https://аррӏе.example/", "look-alike"),
    "the same, encoded": ("https://xn--80ak6aa92e.example/", "look-alike"),
    "encoded, and no name": ("https://xn--a.example/", "address"),
    "a backslash": ("https://example.org\\@evil.example/", "address"),
    "a line break": ("https://example.org/\r\nHost: evil.example", "address"),
    "no host": ("https:///story", "address"),
    "a port that is none": ("https://example.org:99999/", "address"),
    "too long": ("https://example.org/" + "x" * 3000, "address"),
}


@pytest.mark.parametrize(("url", "kind"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_with_its_reason(url, kind):
    with pytest.raises(Refused) as refused:
        fetch(url)
    assert refused.value.kind == kind
    assert str(refused.value).endswith((".", ")."))


def test_an_address_is_asked_in_one_spelling():
    assert checked(" HTTPS://Example.ORG:443/Path?b=1#part ").url == "https://example.org/Path?b=1"
    assert checked("http://münchen.example/").host == "xn--mnchen-3ya.example"
    assert checked("http://xn--mnchen-3ya.example/").host == "xn--mnchen-3ya.example"
