"""The credits printed after a headline: who wrote, and who did something else."""

import re
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from articles.extraction.bylines import AGENCIES
from articles.ingestion.webpage.moments import WRITTEN
from articles.ingestion.webpage.names import BY, is_person, names_in
from articles.ingestion.webpage.opening import Opening
from articles.ingestion.webpage.tree import label_of

BESIDES = re.compile(
    r"^(?:(?:additional|with)?\s*(?:contributions?|contributors?|reporting|research)|edited|"
    r"(?:medically |fact[- ])?(?:reviewed|checked)|photo(?:graph)?(?:s|y|ed)?|illustrat\w+|"
    r"video|produced|translated|graphics?|art(?:work)?|styl(?:ed|ing))\s*(?:by|from|:)\s*",
    re.I,
)
BETWEEN = re.compile(r"^(?:\W|\band\b|\bwith\b)*$", re.I)
LONGEST = 120


@dataclass
class Credits:
    """``beside`` are editors, reviewers, photographers; ``agency`` is a wire credited alone."""

    writers: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    agency: str = ""


def printed_credits(opening: Opening, site: str) -> Credits:
    """What the first line that begins with "By", and those with "Edited by" and the like, name."""
    found, names, last = Credits(), None, None
    lines = opening.lines
    for at, (text, element) in enumerate(lines):
        begun = _begun(text, found)
        if begun:
            (names, text), last = begun, None
        if names is None or BETWEEN.match(text):
            continue
        if names is found.writers and text.lower() in AGENCIES:
            found.agency = found.agency or text
        persons = _persons(text, site)
        if persons and (last is None or _go_on(last, element, lines[at - 1][0])):
            names.extend(name for name in persons if name not in names)
            last = element
        else:
            names = None
    return found


def _begun(text: str, found: Credits) -> tuple[list[str], str] | None:
    """The list that the names after this go to, and the line without the words that say so."""
    if beside := BESIDES.match(text):
        return found.beside, text[beside.end() :]
    if not found.writers and (by := BY.match(f"{text} ")):
        return found.writers, text[by.end() :]
    return None


def _persons(text: str, site: str) -> list[str]:
    """The names that a short line consists of, up to the first part that is none."""
    if len(text) > LONGEST:
        return []
    return list(takewhile(lambda name: is_person(name, site), names_in(text, site)))


def _go_on(last, element, between: str) -> bool:
    """Whether a name goes on with the names before it: after a comma, or marked like these."""
    if between and BETWEEN.match(between):
        return True
    return (element.tag, label_of(element)) == (last.tag, label_of(last)) and bool(label_of(last))


def named_beside_a_day(opening: Opening, site: str) -> list[str]:
    """A line that is a name and nothing else, with the day on the next."""
    for (text, _), (after, _) in pairwise(opening.lines):
        if len(after) < LONGEST and WRITTEN.search(after) and is_person(text, site):
            return [text]
    return []
