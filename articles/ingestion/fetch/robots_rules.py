"""The rules of a robots.txt (RFC 9309): the group that names us, the longest rule that fits.

The standard library's parser takes the first rule that fits, and knows no "*" in a path.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urlsplit

ANYBODY = "*"
MARKS = "/*$?=&;:@!+,~'()"  # as they are, whether written with a percent sign or not


@dataclass(frozen=True, slots=True)
class Rule:
    """``parts`` stand in a path in this order, the first at its start."""

    length: int
    allows: bool
    parts: tuple[str, ...]
    ends: bool

    def fits(self, path: str) -> bool:
        if not path.startswith(self.parts[0]):
            return False
        place = len(self.parts[0])
        for part in self.parts[1:]:
            found = path.find(part, place)
            if found < 0:
                return False
            place = found + len(part)
        if not self.ends:
            return True
        return place == len(path) or (len(self.parts) > 1 and path.endswith(self.parts[-1]))


@dataclass(slots=True)
class Rules:
    """``may_fetch`` says yes where no rule speaks of an address."""

    rules: list[Rule] = field(default_factory=list)

    def may_fetch(self, url: str) -> bool:
        parts = urlsplit(url)
        path = _plain(f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}")
        fitting = [(rule.length, rule.allows) for rule in self.rules if rule.fits(path)]
        return max(fitting, default=(0, True))[1]  # of two as long, the one that allows


def rules_for(agent: str, text: str) -> Rules:
    """What ``text`` says to ``agent``: the groups that name it, else those for anybody."""
    groups: dict[str, Rules] = {}
    named: list[str] = []
    is_named = False
    for key, value in _lines(text):
        if key == "user-agent":
            named = [*named, value.lower()] if is_named else [value.lower()]
            groups.setdefault(value.lower(), Rules())
        elif value and named:
            for name in named:
                groups[name].rules.append(_rule(value, allows=key == "allow"))
        is_named = key == "user-agent"
    return groups.get(agent.lower()) or groups.get(ANYBODY) or Rules()


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.lstrip("\ufeff").splitlines():
        key, _, value = line.partition("#")[0].partition(":")
        if key.strip().lower() in ("user-agent", "allow", "disallow"):
            yield key.strip().lower(), value.strip()


def _rule(value: str, *, allows: bool) -> Rule:
    """ "*" is anything, "$" at the end is the end; all else stands for itself."""
    parts = _plain(value.removesuffix("$")).split("*")
    return Rule(len(value), allows, tuple(parts), value.endswith("$"))


def _plain(path: str) -> str:
    """One spelling for what may be written with or without percent signs."""
    return quote(unquote(path), safe=MARKS)
