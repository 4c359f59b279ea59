"""From pasted text to a Story: headline, deck, bylines, dateline and day taken out of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from .blocks import blocks_of, raw_paragraphs, tidy
from .bylines import Credit, looks_like_outlet, parse_credit, take_parenthesised
from .datelines import take_dateline
from .dates import find_date
from .headlines import is_deck_shaped, is_headline_shaped, propose_headline
from .publication import infer_published_on
from .spans import Byline, Story

_LABEL = re.compile(
    r"(?P<label>headline|title|deck|subhead|subheadline|summary|source|outlet|publication|caption"
    r"|photo|published|posted|updated|date):\s+(?P<value>\S.*)",
    re.IGNORECASE,
)
_DAY_LINE = re.compile(
    r"(?:(?:published|posted|updated|date|first published)(?: on)?:?\s+)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?",
    re.IGNORECASE,
)
_FIELD_OF_LABEL = {
    "headline": "headline", "title": "headline", "deck": "deck", "subhead": "deck",
    "subheadline": "deck", "summary": "deck", "source": "outlet", "outlet": "outlet",
    "publication": "outlet", "caption": "caption", "photo": "caption",
}  # fmt: skip
_MOST_HEADER_PARAGRAPHS = 8
_LONGEST_AFTER_DAY = 30


@dataclass(slots=True)
class _Header:
    plain: list[str] = field(default_factory=list)
    headline: str = ""
    deck: str = ""
    caption: str = ""
    outlet: str = ""
    agency: str = ""
    dateline: str = ""
    bylines: tuple[Byline, ...] = ()
    on: date | None = None
    stated: str = ""


def parse_story(text: str) -> Story:
    """A pasted or plain-text article, taken apart; nothing is guessed without saying so."""
    parts = _with_header_lines_parted(raw_paragraphs(tidy(text)))
    header, rest = _read_header(parts)
    blocks = [block for part in rest for block in blocks_of(part) if block[1].strip()]
    body = "\n\n".join(words for _, words in blocks)
    story = Story(
        headline=header.headline,
        deck=header.deck,
        body=body,
        caption=header.caption,
        blocks=tuple(kind for kind, _ in blocks),
        bylines=_with_agency(header),
        outlet=header.outlet,
        dateline=header.dateline,
        proposed_headline="" if header.headline else propose_headline(body),
    )
    return _dated(story, header)


def _dated(story: Story, header: _Header) -> Story:
    if header.on:
        why = f"The text gives its day: “{header.stated}”."
        return replace(story, published_on=header.on, published_from="stated", published_why=why)
    inferred = infer_published_on(story.body, story.blocks)
    if inferred is None:
        why = "The text does not say on which day it was published."
        return replace(story, published_why=why)
    on, why = inferred
    return replace(story, published_on=on, published_from="inferred", published_why=why)


def _with_agency(header: _Header) -> tuple[Byline, ...]:
    if not header.agency:
        return header.bylines
    return tuple(
        replace(byline, agency=byline.agency or header.agency) for byline in header.bylines
    )


def _with_header_lines_parted(parts: list[str]) -> list[str]:
    """Header lines that follow one another without a blank line become paragraphs of their own."""
    parted: list[str] = []
    for position, part in enumerate(parts):
        lines = part.split("\n")
        if position < 4 and len(lines) > 1 and any(_is_header_line(line) for line in lines[:6]):
            parted.extend(_part_header_lines(lines))
        elif position == 0 and len(lines) > 1 and _opens_with_headline(lines):
            parted.extend((lines[0], "\n".join(lines[1:])))
        else:
            parted.append(part)
    return parted


def _part_header_lines(lines: list[str]) -> list[str]:
    last = max(i for i, line in enumerate(lines[:6]) if _is_header_line(line))
    rest = "\n".join(lines[last + 1 :])
    return [*lines[: last + 1], rest] if rest else lines[: last + 1]


def _is_header_line(line: str) -> bool:
    if take_dateline(line):
        return False
    return bool(parse_credit(line) or _day_of_line(line) or line.startswith("# ") or _label(line))


def _opens_with_headline(lines: list[str]) -> bool:
    first, second = lines[0], lines[1]
    return is_headline_shaped(first) and second[:1].isupper() and len(first) < 0.8 * len(second)


def _label(line: str) -> re.Match[str] | None:
    return _LABEL.fullmatch(line)


def _day_of_line(line: str) -> date | None:
    """The day that a line is for: "Published March 4, 2020", "2020-03-04 09:30"."""
    opening = _DAY_LINE.match(line)
    found = find_date(line)
    if not found or found[1] != opening.end() or len(line) - found[2] > _LONGEST_AFTER_DAY:
        return None
    after = line[found[2] :]
    return found[0] if not re.search(r"[a-z]{5,}", after) else None


def _read_header(parts: list[str]) -> tuple[_Header, list[str]]:
    header = _Header()
    last = _last_marked(parts)
    for part in parts[:last]:
        _read_header_paragraph(part, header)
    rest = parts[last:]
    if rest:
        rest = [_take_opening(rest[0], header), *rest[1:]]
    opened = bool(last or header.dateline or header.bylines)
    if not opened:
        rest = _take_unmarked(rest, header)
    left_over = _settle(header)
    rest = _after_credit(rest, header) if opened else rest
    return header, [*left_over, *rest]


def _last_marked(parts: list[str]) -> int:
    """How many paragraphs are the header: up to the last credit, day or label, or to the text
    that a bracketed credit or a dateline opens."""
    last, plain = 0, 0
    for position, part in enumerate(parts[:_MOST_HEADER_PARAGRAPHS]):
        if _is_header_line(part):
            last = position + 1
        elif take_parenthesised(part) or take_dateline(part):
            return position
        elif len(part.split()) > 60 or plain == 3:
            break
        else:
            plain += 1
    return last


def _read_header_paragraph(part: str, header: _Header) -> None:
    label = _label(part)
    if label and label["label"].lower() in _FIELD_OF_LABEL:
        setattr(header, _FIELD_OF_LABEL[label["label"].lower()], label["value"])
    elif part.startswith("# "):
        header.headline = part[2:].strip()
    elif on := _day_of_line(part):
        _set_day(header, on, part)
    elif credit := parse_credit(part):
        _set_credit(header, credit, part)
    else:
        header.plain.append(" ".join(part.split("\n")))


def _set_day(header: _Header, on: date, stated: str) -> None:
    if header.on is None or not stated.lower().startswith("updated"):
        header.on, header.stated = on, stated


def _set_credit(header: _Header, credit: Credit, line: str) -> None:
    header.bylines += credit.bylines
    header.outlet = header.outlet or credit.outlet
    if credit.on and header.on is None:
        _set_day(header, credit.on, line)


def _take_opening(part: str, header: _Header) -> str:
    """What is left of the first paragraph without its bracketed credit and its dateline."""
    bracketed = None if header.bylines else take_parenthesised(part)
    if bracketed:
        _set_credit(header, bracketed[0], part[: bracketed[1]])
        part = part[bracketed[1] :].lstrip("—–- ")
    dateline = take_dateline(part)
    if not dateline:
        return part
    header.dateline, header.agency = dateline.place, dateline.agency
    header.outlet = header.outlet or dateline.agency
    if dateline.on and header.on is None:
        _set_day(header, dateline.on, part[: dateline.end].strip())
    return part[dateline.end :]


def _take_unmarked(rest: list[str], header: _Header) -> list[str]:
    """Without credit, day or dateline only the shape tells a headline and a deck from the text."""
    taken = 0
    if len(rest) > 1 and "\n" not in rest[0] and is_headline_shaped(rest[0]):
        header.plain.append(rest[0])
        taken = 1
        if (
            len(rest) > 2
            and is_headline_shaped(rest[1])
            and blocks_of(rest[1])[0][0] == "paragraph"
        ):
            header.plain.append(rest[1])
            taken = 2
    return rest[taken:]


def _after_credit(rest: list[str], header: _Header) -> list[str]:
    """The outlet may stand alone below the byline, and so may a deck: a line without full stop."""
    if rest and header.bylines and not header.outlet and looks_like_outlet(rest[0]):
        header.outlet = rest[0].strip()
        rest = rest[1:]
    if header.deck or header.dateline or len(rest) < 2 or not header.headline:
        return rest
    if blocks_of(rest[0])[0][0] != "paragraph" or not is_headline_shaped(rest[0]):
        return rest
    header.deck = rest[0]
    return rest[1:]


def _settle(header: _Header) -> list[str]:
    """Who is headline and who is deck among the plain lines above the text.

    What is neither is given back: it belongs to the body, for no words are lost.
    """
    if not header.outlet and header.bylines and len(header.plain) > 1:
        outlet = next((line for line in header.plain[1:] if looks_like_outlet(line)), "")
        header.outlet = outlet
        header.plain = [line for line in header.plain if line != outlet]
    plain = [line for line in header.plain if not _is_kicker(line)] or header.plain
    if not header.headline and plain and is_headline_shaped(plain[0]):
        header.headline = plain.pop(0)
    elif not header.headline and len(plain) == 2 and is_headline_shaped(plain[1]):
        header.headline = plain.pop(1)
    if header.deck:
        return plain
    header.deck = " ".join(line for line in plain if is_deck_shaped(line))
    return [line for line in plain if not is_deck_shaped(line)]


def _is_kicker(line: str) -> bool:
    return line.isupper() and len(line.split()) <= 2
