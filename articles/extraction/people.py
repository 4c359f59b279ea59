"""Where a story names people: full names, titles with surnames, party tags, bare surnames."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from .appositions import Apposition, read_after, read_before
from .findings import NameMention
from .given_names import gender_of, is_given_name
from .names import parse_name
from .not_people import is_thing, never_a_name
from .spans import Span
from .titles import Title, is_office, read_title

# Its capital stands ahead of what may not be before it: a search then skips from one to the next.
_CAPITALISED = re.compile(
    r"[A-Z](?<![\w’'@#./][A-Z])(?:\.(?:[A-Z]\.)+|(?!(?<=I)[’'](?:m|d|ll|ve)\b)[\w’'-]*\.?)"
)
_ABBREVIATED = frozenset(
    {
        "jr",
        "sr",
        "sen",
        "sens",
        "rep",
        "reps",
        "gov",
        "govs",
        "lt",
        "dr",
        "mr",
        "mrs",
        "ms",
        "st",
        "rev",
        "del",
    }
)
# What opens a turn of who asks: "HOST LENA FORSYTHE:".
ASKING = frozenset(
    {"q", "question", "interviewer", "host", "moderator", "reporter", "anchor", "unidentified"}
)
_LABEL = re.compile(r"(?:[A-Z][A-Z.’'-]* ){0,3}[A-Z][A-Z.’'-]+(?=:)")
_SUFFIXES = frozenset({"Jr.", "Sr."})
_SUFFIX = re.compile(r",? (?:Jr\.?|Sr\.?|III|II|IV)(?![\w’'-])")
_JOINTS = frozenset(
    {" ", " de ", " del ", " de la ", " van ", " von ", " van der ", " da ", " di "}
)
_LONGEST_JOINT = max(map(len, _JOINTS))
_NICKNAME = re.compile(r" [\"“‘'(][A-Z]\w+[\"”’')] (?=[A-Z])")
_BEFORE_NICKNAME = frozenset({' "', " “", " ‘", " '", " ("})
_AFTER_NICKNAME = frozenset({'" ', "” ", "’ ", "' ", ") "})
_POSSESSIVE = re.compile(r"(?:[’']s|[’'])$")
_THE_THING = re.compile(r"\b[Tt]he $")
_NOUN_FOLLOWS = re.compile(
    r" (?!(?:administration|campaign|camp|team|aides?|supporters?|voters?|allies|ally|family|staff"
    r"|backers|operation|ticket|lawsuit|town hall|people|side|years|era|presidency)\b)[a-z]"
)
_THING_FOLLOWS = re.compile(rf"{_NOUN_FOLLOWS.pattern}|[,.]")
_SAYS = re.compile(r" (?:said|says|told|added|explained|asked|wrote|tweeted)\b")
_SAID = re.compile(r"\b(?:said|says|added|explained|asked) $")
_IN_PLACE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|from) $")
_NAMES_A_SHOP = re.compile(
    r"[’']s? (?:Garage|Grill|Diner|Cafe|Café|Restaurant|Tavern|Store|Shop|Bakery|Market|Bar|Pub|Inn"
    r"|Pharmacy|Barbecue|Hardware|Farms?|Landing|Kitchen|Motors|Auto|Books|Pizza|Deli)\b"
)
_AFTER_POSSESSIVE = re.compile(r"[A-Z]\w+(?:[’']s?) $")
_POSSESSIVES = ("’s ", "'s ", "’ ", "' ")
_MOST_WORDS = 6


class Word(NamedTuple):
    text: str
    start: int
    end: int
    last: bool


def find_mentions(field: str, text: str) -> list[NameMention]:
    """Every place in the text that may name a person, left to right."""
    found = []
    for run in _runs(text):
        mention = _read_run(field, text, run)
        if mention:
            found.append(mention)
    return found


def _words(text: str) -> Iterator[Word]:
    for hit in _CAPITALISED.finditer(text):
        token, start = hit.group(), hit.start()
        if not _shouts(token) or _is_label(text, hit):
            yield _word(token, start)


def _is_label(text: str, hit: re.Match[str]) -> bool:
    """ "JONES:" opens a turn in a transcript, and "ERIN VOSS:" the first of hers."""
    line = text.rfind("\n", 0, hit.start()) + 1
    label = _LABEL.match(text, line)
    if not label or label.end() < hit.end() or hit.group().lower() in ASKING:
        return False
    *before, _ = label.group().split()
    return not before or any(is_given_name(word) for word in before)


def _shouts(word: str) -> bool:
    return word.isupper() and len(word) > 2 and "." not in word


def _word(token: str, start: int) -> Word:
    if token.isalpha():
        return Word(token, start, start + len(token), last=False)
    last = False
    if token.endswith(".") and not _keeps_full_stop(token):
        token, last = token[:-1], True
    last = last or token in _SUFFIXES
    possessive = ("’" in token or "'" in token) and _POSSESSIVE.search(token)
    if possessive:
        token, last = token[: possessive.start()], True
    return Word(token, start, start + len(token), last)


def _keeps_full_stop(token: str) -> bool:
    bare = token[:-1]
    return len(bare) == 1 or "." in bare or bare.lower() in _ABBREVIATED


def _runs(text: str) -> list[list[Word]]:
    runs: list[list[Word]] = []
    run: list[Word] = []
    for word in _words(text):
        if run and _joined(text, run[-1], word):
            run.append(word)
        else:
            run = [word]
            runs.append(run)
    return runs


def _joined(text: str, left: Word, right: Word) -> bool:
    if left.last or right.start - left.end > _LONGEST_JOINT:
        return False
    between = text[left.end : right.start]
    if between in _JOINTS:
        return True
    if between in _BEFORE_NICKNAME:
        return bool(_NICKNAME.match(text, left.end))
    return between in _AFTER_NICKNAME and bool(_NICKNAME.match(text, left.start - 2))


def _read_run(field: str, text: str, run: list[Word]) -> NameMention | None:
    if len(run) == 1 and never_a_name(run[0].text):
        return None
    before = text[max(0, run[0].start - 40) : run[0].start]
    if len(run) > 1:
        run = _from_office(_without_openers(run))
    title = read_title([word.text for word in run], before)
    named = run[title.words :]
    if not named or len(named) > _MOST_WORDS:
        return None
    if len(named) == 1:
        return _single(field, text, run, named[0], title)
    return _full(field, text, run, named, title)


def _without_openers(run: list[Word]) -> list[Word]:
    """ "But Trump" opens a sentence with a word that is no part of the name."""
    first = 0
    while first < len(run) - 1 and _merely_opens(run[first].text):
        first += 1
    return run[first:]


def _from_office(run: list[Word]) -> list[Word]:
    """ "Allentown Mayor Carl Gill" without the place, which belongs to the office."""
    places = [at for at in range(1, len(run) - 1) if is_office(run[at].text)]
    if not places or read_title([word.text for word in run], "").words:
        return run
    return run[places[-1] :]


@lru_cache(maxsize=16384)
def _merely_opens(word: str) -> bool:
    return never_a_name(word) and not read_title([word], "").words and not is_given_name(word)


def _single(field: str, text: str, run: list[Word], word: Word, title: Title) -> NameMention | None:
    if never_a_name(word.text) or len(word.text) < 3 or _names_a_thing(text, run[0], word):
        return None
    if _NAMES_A_SHOP.match(text, word.end):
        return None
    if not title.words and _follows_possessive(text, word.start):
        return None
    after = read_after(text, word.end)
    if not title.title and (is_given_name(word.text) and not after.party):
        return _mention(field, text, word.start, word.end, title, after, likely=False)
    likely = bool(title.title or after.party)
    return _mention(field, text, word.start, word.end, title, after, likely=likely)


def _follows_possessive(text: str, start: int) -> bool:
    """ "Alabama’s Mobile", "Jones’ Ford": what somebody has is no person."""
    return text.endswith(_POSSESSIVES, 0, start) and bool(
        _AFTER_POSSESSIVE.search(text, max(0, start - 30), start)
    )


def _names_a_thing(
    text: str, first: Word, word: Word, follows: re.Pattern[str] = _NOUN_FOLLOWS
) -> bool:
    """ "the Mueller investigation" names no person, nor does "the Doug Jones, a ferry"."""
    return bool(
        not word.last
        and text.find("he ", max(0, first.start - 4), first.start) >= 0
        and _THE_THING.search(text, max(0, first.start - 4), first.start)
        and follows.match(text, word.end)
    )


def _full(
    field: str, text: str, run: list[Word], named: list[Word], title: Title
) -> NameMention | None:
    opening = "" if is_given_name(named[0].text) else named[0].text
    if is_thing(opening) or any(is_thing(word.text) for word in named[1:]):
        return None
    if never_a_name(opening):
        return None
    start, end = named[0].start, named[-1].end
    if not title.words and _names_a_thing(text, run[0], named[-1], _THING_FOLLOWS):
        return None
    suffix = None if named[-1].last else _SUFFIX.match(text, end)
    end = suffix.end() if suffix else end
    after = read_after(text, end)
    likely = bool(
        title.title
        or after.party
        or (after.describes_person and not _IN_PLACE.search(text, max(0, start - 8), start))
        or _SAYS.match(text, end)
        or _SAID.search(text, max(0, start - 12), start)
        or is_given_name(named[0].text)
        or _signs(text, start, end)
        or named[0].text.endswith(".")
    )
    return _mention(field, text, start, end, title, after, likely=likely)


_BEFORE_A_SIGNATURE = re.compile(r"(?:^|\n|— |– |\bBy |: )$")
_AFTER_A_SIGNATURE = re.compile(r"\.?(?:, [A-Z][\w ]+)?\.?(?:\n|$)")


def _signs(text: str, start: int, end: int) -> bool:
    """A name that ends a letter, stands alone in a paragraph, or follows "By" or "Contact:"."""
    before = _BEFORE_A_SIGNATURE.search(text, max(0, start - 3), start)
    return bool(before and _AFTER_A_SIGNATURE.match(text, end))


def _mention(
    field: str, text: str, start: int, end: int, title: Title, after: Apposition, *, likely: bool
) -> NameMention:
    name = parse_name(text[start:end])
    ahead = read_before(text, start)
    return NameMention(
        span=Span(field, start, end),
        text=text[start:end],
        name=name,
        office=title.office or after.office or ahead.office,
        state=after.state or title.state,
        party=after.party or title.party or ahead.party,
        gender=title.gender or gender_of(name.given),
        former=title.former,
        title=title.title,
        likely=likely or ahead.describes_person,
        lay=(after.lay or ahead.lay) and not (title.office or after.party or title.party),
    )
