"""Markup of what stands on a list a hundred times over: as templates these would take longer than
all the rest of the page.
"""

from collections.abc import Iterable
from html import escape  # of plain text, several times quicker than Django's

from django import template
from django.utils.safestring import SafeString

register = template.Library()

OFFERED = (
    '<li><a href="{url}" rel="nofollow"><span class="facet-label">{label}</span> '
    '<span class="count">{count}</span></a><a class="refuse" href="{refuse_url}" rel="nofollow" '
    'aria-label="Leave out {label}" title="Leave out">×</a></li>'
)
TAKEN = (
    '<li class="{state}"><a href="{url}" rel="nofollow"><span class="visually-hidden">{state}, '
    'take away: </span><span class="facet-label">{label}</span> <span class="count">{count}</span>'
    "</a></li>"
)
OF_ROW = '<li><a class="{noun}" href="{url}">{name}</a></li>'


@register.filter
def facet_items(links: Iterable) -> SafeString:
    """The values of a facet as list items, each a link; what is not taken can be left out."""
    return SafeString("\n".join(_filled(TAKEN if one.state else OFFERED, one) for one in links))


@register.filter
def row_links(links: Iterable) -> SafeString:
    """The races and people of a row as list items."""
    return SafeString("".join(_filled(OF_ROW, one) for one in links))


@register.filter
def marked(fragments: Iterable) -> SafeString:
    """A snippet with its matches marked."""
    return SafeString(
        "".join(
            f"<mark>{escape(one.text)}</mark>" if one.is_match else escape(one.text)
            for one in fragments
        )
    )


def _filled(form: str, named) -> str:
    """``form`` with the texts of a named tuple, escaped."""
    return form.format_map({name: escape(text) for name, text in named._asdict().items()})
