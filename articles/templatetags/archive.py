"""Dates, places and certainty in a reader's words."""

import datetime as dt

from django import template

from articles.extraction.gazetteer import STATES
from articles.models import Decision, Precision
from articles.search.periods import PartialDate

register = template.Library()

CERTAINTY = ((0.9, "almost certain"), (0.75, "very likely"), (0.5, "likely"), (0, "uncertain"))


@register.filter
def written(day: dt.date | None, precision: str = Precision.DAY) -> str:
    """A date with as much of it as is known: "March 4, 2020", "March 2020", "2020"."""
    if not day:
        return "date not known"
    return known_of(day, precision).written


@register.filter
def machine_date(day: dt.date, precision: str = Precision.DAY) -> str:
    """The same for a ``datetime`` attribute."""
    return str(known_of(day, precision))


def known_of(day: dt.date, precision: str) -> PartialDate:
    """As much of the date as is known."""
    whole = PartialDate.of(day)
    if precision == Precision.DAY:
        return whole
    return PartialDate(whole.year, whole.month if precision == Precision.MONTH else 0)


@register.filter
def certainty(link) -> str:
    """How sure a link is: what an editor said counts before the machine's number."""
    if link.decision == Decision.YES:
        return "confirmed by an editor"
    if link.decision == Decision.UNSURE:
        return "an editor was unsure"
    return next(words for least, words in CERTAINTY if link.confidence >= least)


@register.filter
def place(code: str) -> str:
    """A state's name by its code; "United States" for the nation."""
    if code == "US":
        return "United States"
    return STATES[code][0] if code in STATES else code


@register.filter
def district(name: str) -> str:
    """A numbered district in words; "At large" for the whole state; a place as it is."""
    if name.isdigit():
        return f"District {name}" if int(name) else "At large"
    return name


@register.filter
def years(spell) -> str:
    """The years of anything with a start and an end: "2017–2021", "from 2021", "until 2017"."""
    start, end = spell.start, spell.end
    if start and end:
        return f"{start.year}" if start.year == end.year else f"{start.year}–{end.year}"
    if start:
        return f"from {start.year}"
    return f"until {end.year}" if end else "years not known"


@register.filter
def percent_of(part: int, whole: int) -> int:
    """A whole percentage; 0 of nothing."""
    return round(100 * part / whole) if whole else 0


@register.filter
def within_quotes(text: str) -> str:
    """A headline as it stands between double quotation marks: its own become single."""
    return text.translate(str.maketrans('“”"', "‘’'"))


@register.filter
def in_words(duration: dt.timedelta) -> str:
    """About how long: "40 seconds", "3 minutes", "2 hours"."""
    seconds = max(1, round(duration.total_seconds()))
    for size, unit in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if seconds >= 2 * size:
            return f"{round(seconds / size)} {unit}s"
    return f"{seconds} second{'s' if seconds > 1 else ''}"
