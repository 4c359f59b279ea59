"""The editors' own pages in a browser, without JavaScript: paste, correct, publish, find."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command

from articles.models import Article
from articles.search.indexing import bring_up_to_date
from tests.builders import make_editor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ROOT = Path(__file__).parent.parent.parent
TWIN = (ROOT / "tests/extraction/stories/twin.txt").read_text("utf8")
OURS = "#content"  # around it is Django's own admin
SCREENS = {
    "desktop": {"viewport": {"width": 1280, "height": 900}},
    "phone, dark": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
}


def findings(page) -> list[str]:
    found = Axe().run(page, context=OURS).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


@pytest.fixture
def signed_in(open_page, live_server, client):
    """Opens pages as an editor, with the demonstration's rosters loaded."""
    call_command("load_rosters", str(ROOT / "articles/demo/rosters"), verbosity=0)
    client.force_login(make_editor())
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value}

    def open_signed_in(path: str, **options):
        page = open_page(**options)
        page.context.add_cookies([cookie | {"url": live_server.url}])
        page.goto(live_server.url + path)
        return page

    return open_signed_in


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
    assert page.locator(".total strong").inner_text() == "1"
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
