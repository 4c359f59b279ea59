"""Markup that is made without a template escapes all it is given."""

from articles.search import Fragment
from articles.templatetags.lists import facet_items, marked, row_links
from articles.views.facet_links import FacetLink
from articles.views.rows import RowLink

EVIL = """<b>&"'"""
ESCAPED = "&lt;b&gt;&amp;&quot;&#x27;"


def test_values_of_a_facet():
    for state in ("", "chosen", "refused"):
        shown = facet_items([FacetLink(EVIL, "1", state, f"/?a={EVIL}", f"/?b={EVIL}")])
        assert EVIL not in shown
        assert f'<span class="facet-label">{ESCAPED}</span>' in shown
        assert f'href="/?a={ESCAPED}"' in shown


def test_what_is_offered_can_be_left_out_and_what_is_taken_only_given_back():
    offered = facet_items([FacetLink("News", "1", "", "/?kind=news", "/?not_kind=news")])
    taken = facet_items([FacetLink("News", "1", "chosen", "/", "")])
    assert 'aria-label="Leave out News"' in offered
    assert "Leave out" not in taken
    assert "chosen, take away:" in taken


def test_snippets_and_links_of_rows():
    assert marked([Fragment(EVIL), Fragment("won", is_match=True)]) == f"{ESCAPED}<mark>won</mark>"
    assert row_links([RowLink("race", "/r/", EVIL)]) == (
        f'<li><a class="race" href="/r/">{ESCAPED}</a></li>'
    )
