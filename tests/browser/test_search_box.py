"""The search box and the facets by keyboard, for a screen reader, and without scripts."""

import pytest

from tests.browser.test_public_pages import DESKTOP

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def box(open_page, archive):
    """The masthead's search box of an article's page, two letters of a name typed."""
    page = open_page(**DESKTOP)
    page.goto(archive["article"])
    page.locator("#masthead-q").focus()
    page.keyboard.type("moo")
    page.locator(".suggestions li").first.wait_for()
    return page


def attribute(page, name: str) -> str | None:
    return page.locator("#masthead-q").get_attribute(name)


def test_names_are_offered_and_one_is_chosen_with_the_keys(box):
    assert attribute(box, "aria-expanded") == "true"
    assert box.locator(".suggestions li").all_text_contents() == ["Roy Moore person"]
    box.keyboard.press("ArrowDown")
    assert attribute(box, "aria-activedescendant") == "masthead-q-names-0"
    assert box.locator("#masthead-q-names-0").get_attribute("aria-selected") == "true"
    box.keyboard.press("Enter")
    box.wait_for_url("**/people/roy-moore/")


def test_escape_closes_the_names_and_enter_still_searches(box):
    box.keyboard.press("Escape")
    assert attribute(box, "aria-expanded") == "false"
    assert not box.locator(".suggestions").is_visible()
    box.keyboard.press("Enter")
    box.wait_for_url("**/articles/?q=moo")
    assert "Roy Moore" in box.locator(".meant").text_content()


def test_no_name_but_the_words_are_searched_where_none_is_chosen(box):
    box.keyboard.press("Enter")
    box.wait_for_url("**/articles/?q=moo")


def test_a_closed_group_is_fetched_when_it_is_opened(open_page, archive):
    page = open_page(**DESKTOP)
    page.goto(archive["articles"])
    page.locator("#facet-office summary").click()
    link = page.locator("#facet-office a", has_text="U.S. Senate").first
    link.wait_for()
    assert page.violations == []
    link.click()
    page.wait_for_url("**/articles/?office=senate")


def test_without_scripts_a_closed_group_is_a_link_away(open_page, archive):
    page = open_page(**DESKTOP, java_script_enabled=False)
    page.goto(archive["articles"])
    page.locator("#facet-office summary").click()
    page.locator("#facet-office a").click()
    page.locator("#facet-office .refuse").click()
    assert page.url.endswith("/articles/?not_office=senate")
    assert page.locator(".total strong").text_content() == "0 articles"


def test_dates_are_set_in_a_form(open_page, archive):
    page = open_page(**DESKTOP, java_script_enabled=False)
    page.goto(archive["articles"])
    page.fill("#date-from", "2020-03")
    page.keyboard.press("Enter")
    assert page.url.endswith("/articles/?from=2020-03")
    assert page.locator(".question").text_content() == "Articles since March 2020"
