"""The editors' own pages in a browser, without JavaScript: paste, correct, publish, find."""

import pytest

from articles.models import Article
from articles.search.indexing import bring_up_to_date
from tests.browser.editors import ROOT, SCREENS, findings

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TWIN = (ROOT / "tests/extraction/stories/twin.txt").read_text("utf8")


def paste(page) -> None:
    page.fill("textarea[name=text]", TWIN)
    page.click("text=Keep the text and read it")


def test_a_story_is_pasted_corrected_published_and_found(signed_in, live_server):
    page = signed_in("/admin/", java_script_enabled=False)
    page.click(".paste-call >> text=Add by pasting")
    paste(page)
    assert page.locator(".missing").first.inner_text() == "none found: please give one"
    page.click("text=Use this headline")
    page.locator("#people-tommy-tuberville >> text=Yes").first.click()
    assert "you said: yes" in page.locator("#people-tommy-tuberville").inner_text()
    page.click("section.decide >> text=Publish")
    assert Article.objects.public().count() == 1
    bring_up_to_date()
    page.goto(live_server.url + "/articles/?person=tommy-tuberville&quoted=donald-trump")
    assert page.locator(".total strong").inner_text() == "1 article"
    assert page.violations == []


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_axe_finds_nothing_on_the_pages_that_are_ours(signed_in, screen):
    page, found = signed_in("/admin/articles/item/add/", **screen), {}
    found["paste"] = findings(page)
    paste(page)
    found["understanding"] = list(page.violations) + findings(page)
    assert found == {"paste": [], "understanding": []}


def test_nothing_scrolls_sideways_on_a_phone(signed_in):
    page = signed_in("/admin/articles/item/add/", viewport={"width": 390, "height": 844})
    paste(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
