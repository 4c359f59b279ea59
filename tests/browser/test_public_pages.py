"""The public pages in a browser: for everybody, on every screen, and within the policy."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DESKTOP = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SCREENS = {
    "desktop": DESKTOP,
    "desktop, dark": DESKTOP | {"color_scheme": "dark"},
    "phone": PHONE,
    "phone, dark": PHONE | {"color_scheme": "dark"},
}
TARGETS = (
    ".masthead a, .masthead button, .chip, .facet a, .dates a, summary, .pagination a, .ways a, "
    ".meant a, .histogram-foot a"
)
LEAST = 44


def findings(page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


@pytest.mark.any_database
@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_axe_finds_nothing_and_no_page_breaks_the_policy(open_page, archive, screen):
    page, found = open_page(**screen), {}
    for name, address in archive.items():
        page.goto(address)
        broken = list(page.violations)  # axe itself breaks the policy: look before it runs
        found |= {name: wrong} if (wrong := broken + findings(page)) else {}
        page.violations.clear()
    assert found == {}


@pytest.mark.any_database
@pytest.mark.parametrize("width", [390, 320])
def test_nothing_scrolls_sideways_on_a_phone(open_page, archive, width):
    page = open_page(**PHONE | {"viewport": {"width": width, "height": 700}})
    widths = {}
    for name, address in archive.items():
        page.goto(address)
        widths[name] = page.evaluate("document.documentElement.scrollWidth")
    assert widths == dict.fromkeys(archive, width)


@pytest.mark.any_database
def test_what_fingers_must_hit_is_large_enough(open_page, archive):
    page, small = open_page(**PHONE), {}
    for name, address in archive.items():
        page.goto(address)
        for one in page.locator(TARGETS).all():
            box = one.bounding_box()
            if box and box["height"] < LEAST:
                small[name, one.text_content()] = box["height"]
    assert small == {}


@pytest.mark.parametrize("name", ["home", "article", "person"])
def test_the_keyboard_reaches_the_search(open_page, archive, name):
    page = open_page(**DESKTOP)
    page.goto(archive[name])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "q":
            break
    page.keyboard.type("runoff")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/?q=runoff")
    assert page.locator(".total strong").text_content() == "25 articles"


def test_the_skip_link_leads_past_the_masthead(open_page, archive):
    page = open_page(**DESKTOP)
    page.goto(archive["article"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_without_scripts_a_phone_opens_the_facets_and_narrows(open_page, archive):
    page = open_page(**PHONE, java_script_enabled=False)
    page.goto(archive["articles"])
    chosen = page.locator(".facet a", has_text="Roy Moore").first
    assert not chosen.is_visible()
    page.locator(".facets-toggle summary").click()
    chosen.click()
    assert page.url.endswith("/articles/?person=roy-moore")
    assert "Roy Moore" in page.locator(".chip").text_content()
    page.locator(".chip").click()
    assert page.url.endswith("/articles/")


def test_a_desktop_shows_the_facets_at_once(open_page, archive):
    page = open_page(**DESKTOP)
    page.goto(archive["articles"])
    assert page.locator(".facet a", has_text="Roy Moore").first.is_visible()
    assert not page.locator(".facets-toggle summary").is_visible()


def test_notes_stand_beside_the_words_on_a_desktop_and_below_on_a_phone(open_page, archive):
    for screen, beside in ((DESKTOP, True), (PHONE, False)):
        page = open_page(**screen)
        page.goto(archive["article"])
        words = page.locator(".passage > .text").first.bounding_box()
        notes = page.locator(".passage > .notes").first.bounding_box()
        assert (notes["x"] >= words["x"] + words["width"]) is beside
        assert (notes["y"] >= words["y"] + words["height"]) is not beside


def test_a_note_says_why(open_page, archive):
    page = open_page(**DESKTOP)
    page.goto(archive["article"])
    page.locator(".why summary").first.click()
    assert page.locator(".why p").first.is_visible()


def test_without_scripts_a_draft_is_checked_and_leads_to_the_very_words(open_page, archive):
    page = open_page(**DESKTOP, java_script_enabled=False)
    page.goto(archive["draft"])
    page.get_by_label("A sentence, a quote or a draft").fill("“fought fairly and at length”")
    page.get_by_role("button", name="Check").click()
    assert page.locator(".likeness").first.text_content() == "90% the same words"
    assert page.locator(".diff-cut", has_text="great").first.is_visible()
    page.locator(".said-row .row-line a", has_text="The runoff moved").first.click()
    words = page.locator(".said:target mark")
    assert words.text_content().startswith("fought fairly")
    assert words.evaluate("one => getComputedStyle(one).boxShadow") != "none"
    top = words.bounding_box()["y"]
    assert 0 <= top < page.viewport_size["height"]


def test_paper_gets_the_article_with_its_hash_and_citation(open_page, archive):
    page = open_page(**DESKTOP)
    page.goto(archive["article"])
    page.emulate_media(media="print")
    assert not page.locator(".notes").first.is_visible()
    assert not page.locator(".masthead .search").is_visible()
    assert page.locator(".hash").first.is_visible()
    assert page.locator(".citation").is_visible()
