"""Markup of what stands on a list a hundred times over: as templates these would take longer than
all the rest of the page.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape  # of plain text, several times quicker than Django's

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from articles.templatetags.archive import machine_date, written

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
BAR = (
    '<svg class="timeline-bar" viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true" '
    'focusable="false"><g transform="matrix(1 0 0 -1 0 100)"><rect class="timeline-total" '
    'width="10" height="{height}"></rect><rect class="timeline-part" width="10" '
    'height="{part_height}"></rect></g></svg><span class="visually-hidden">{said}</span>'
)
TO_BAR = '<a href="{url}" rel="nofollow" title="{label}: {total}">{drawn}</a>'
TICK = '<span class="timeline-tick" aria-hidden="true">{}</span>'
ROW = """<li class="row">
  <article>
    <p class="row-line"><a href="{outlet_url}">{outlet}</a> {time}{tags}{copies}</p>
    <h{level} class="row-headline"><a href="{url}">{headline}</a></h{level}>
    <p class="row-snippet">{snippet}</p>
    {links}
  </article>
</li>"""
TIME = "<time{machine}>{written}</time>"
TAG = '<span class="tag">{}</span>'
COPIES = '<a href="{url}#copies">and {copies} cop{ending}</a>'
LINKS = '<ul class="row-links" aria-label="People and races in this article">{}</ul>'
OF_ROW = '<li><a class="row-{noun}" href="{url}">{name}</a></li>'


@register.filter
def facet_items(links: Iterable) -> SafeString:
    """The values of a facet as list items, each a link; what is not taken can be left out."""
    return SafeString("\n".join(_filled(TAKEN if one.state else OFFERED, one) for one in links))


@register.simple_tag
def bar_items(bars: Iterable, noun: str = "", part_label: str = "") -> SafeString:
    """Bars over time as list items, each a link where it has an address, said in words beside."""
    return SafeString(
        "\n".join(f"<li>{_bar(bar, noun or 'article', part_label)}</li>" for bar in bars)
    )


@register.simple_tag
def row_items(rows: Iterable, level: int) -> SafeString:
    """The rows of a list of articles as list items, each with its headline on that level."""
    return SafeString("\n".join(_row(one, level) for one in rows))


def _row(row, level: int) -> str:
    return ROW.format(
        level=level,
        url=escape(row.url),
        headline=escape(row.headline),
        outlet_url=escape(row.outlet_url),
        outlet=escape(row.outlet),
        time=_time(row.day, row.precision, get_language()),
        tags="".join(f" {TAG.format(tag)}" for tag in _tags(row)),
        copies=f" {_copies(row)}" if row.copies else "",
        snippet=marked(row.snippet),
        links=LINKS.format(row_links(row.links)) if row.links else "",
    )


@lru_cache(maxsize=8192)
def _time(day: dt.date | None, precision: str, language: str) -> str:
    """Made once for all rows of a day in a ``language``, whose order of a date it follows."""
    machine = f' datetime="{machine_date(day, precision)}"' if day else ""
    return TIME.format(machine=machine, written=escape(written(day, precision)))


def _tags(row) -> Iterator[str]:
    if row.kind:
        yield escape(row.kind)
    if row.is_sample:
        yield "sample"


def _copies(row) -> str:
    ending = "y" if row.copies == 1 else "ies"
    return COPIES.format(url=escape(row.url), copies=row.copies, ending=ending)


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


def _bar(bar, noun: str, part_label: str) -> str:
    said = f"{bar.label}: {bar.total} {noun}{'' if bar.count.total == 1 else 's'}"
    if part_label:
        said += f", {bar.count.part:,} {part_label}"
    drawn = BAR.format(height=bar.height, part_height=bar.part_height, said=escape(said))
    if bar.url:
        label = escape(bar.label)
        drawn = TO_BAR.format(url=escape(bar.url), label=label, total=bar.total, drawn=drawn)
    return drawn + TICK.format(escape(bar.tick)) + TICK.format(escape(bar.era))


def _filled(form: str, named) -> str:
    """``form`` with the texts of a named tuple, escaped."""
    return form.format_map({name: escape(text) for name, text in named._asdict().items()})
