"""The names of people in a line that credits them: no roles, no organisations."""

import re

from articles.extraction.bylines import AGENCIES
from articles.ingestion.webpage.tree import words

BY = re.compile(r"^\s*(?:(?:written|story|words|reported|analysis|report)\s+)?by:?\s+", re.I)
PARTED = re.compile(
    r"\s*(?:,\s+and\s+|\s+and\s+|\s+&\s+|,\s+|;\s*|\s*\|\s*|\s+/\s+|(?<=[a-z])/(?=[A-Z])|\s+with\s+)\s*"
)
ROLES = re.compile(
    r"\b(?:staff|writer|reporter|correspondent|editor|contributor|columnist|bureau|chief|news|desk|"
    r"press|team|associated|reuters|agence|agencies|wire|service|opinion|guest|senior|politics|"
    r"political|for|the|of|at|in|usa|cnn|bbc|fox|media|digital|online|network|magazine|daily|"
    r"post|times|journal|tribune|herald|gazette|copied|link|share|follow|updated|published|"
    r"read|more|contributing|producer|special|national|published|author|admin|newsroom|"
    r"twitter|facebook|instagram|says|community|deputy|director|president|analyst|journalist|"
    r"founder|fellow|professor|ceo|cto|cfo)\b",
    re.I,
)
AFTER = re.compile(
    r"\s+(?:\||•|·|[-–—]|@|\(|for\s|in\s|at\s|updated|published|\d|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\s+\d|(?:MS|MA|MD|PhD|Ph\.D\.?|RD|CNN|BBC)$).*$",
    re.IGNORECASE,
)
OF_AGENCY = re.compile(rf"\s+(?:{'|'.join(sorted(AGENCIES, key=len, reverse=True))})$", re.I)
NAME = re.compile(r"[^\W\d_](?:[^\W\d]|[.'’-])*(?:\s+(?:[^\W\d]|[.'’-])+){1,4}")
INITIALS = re.compile(r"(?:\b[^\W\d_]\.|\b[JS]r\.)$")


def is_person(name: str, site: str) -> bool:
    if len(name) > 50 or not NAME.fullmatch(name) or ROLES.search(name):
        return False
    if name[0].islower() or name.split()[-1][0].islower():
        return False  # "subscribing to our letter" after a "by"
    plain = re.sub(r"\W+", "", name.lower())
    return plain not in re.sub(r"\W+", "", site.lower()) or not site


def people_in(names: list[str], site: str) -> list[str]:
    plain = (_without_site(name, site) for name in names)
    return list(dict.fromkeys(name for name in plain if is_person(name, site)))


def names_in(text: str, site: str = "") -> list[str]:
    """ "By Jane Roe, Politics Editor and Ann Poe" gives Jane Roe, Politics Editor, Ann Poe."""
    text = _without_site(BY.sub("", words(text)), site)
    if text.startswith("http"):
        return []
    return [name for part in PARTED.split(text) if (name := _trimmed(part))]


def _without_site(name: str, site: str) -> str:
    """ "Jane Roe Gulf Pines Courier", as some sites print it, is Jane Roe."""
    words_of_name, words_of_site = name.split(), site.lower().removeprefix("the ").split()
    size = len(words_of_site)
    if 0 < size < len(words_of_name) - 1:
        tail = [word.lower() for word in words_of_name[-size:]]
        if tail == words_of_site:
            return " ".join(words_of_name[:-size])
    return name


def _trimmed(part: str) -> str:
    name = OF_AGENCY.sub("", AFTER.sub("", part)).strip(" ,;:")
    if not INITIALS.search(name):
        name = name.strip(".")
    return " ".join(word.capitalize() for word in name.split()) if name.isupper() else name
