"""The mentions of one person brought together: full names first, then surnames."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from .findings import Cluster, NameMention
from .first_names import Called, is_another, may_be_given_name, singled_out
from .gazetteer import PLACES_THAT_ARE_NAMES, STATE_ABBREVIATION
from .groups import Group
from .names import PersonalName, folded, names_agree, parse_name
from .spans import Span, Story
from .titles import Title, read_title, same_office
from .wordlists import places_of

_PLACED = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round) $")
_WITH_STATE = re.compile(rf",? {STATE_ABBREVIATION}(?![\w-])|, (?:Ala|Miss|Ga)\b")
_OF_BODY = re.compile(r" of the (?P<body>[\w’'-]+)")
_REACH = 120
_WORD_STARTS, _WORD_ENDS = re.compile(r"(?<![\w’'-])"), re.compile(r"(?![\w-])")
_NOT_IN_KEY = re.compile(r"[^a-z0-9]+")
_FIELD_ORDER = {"body": 0, "deck": 1, "caption": 2, "headline": 3}


def cluster(story: Story, mentions: list[NameMention]) -> list[Cluster]:
    """One cluster for each person; a surname that two share joins one only where it is plain."""
    ordered = sorted(mentions, key=_reading_order)
    full = _of_full_names(story, [one for one in ordered if one.is_full])
    groups = list(full)
    called = Called((group, [group.first.name]) for group in full)
    families: dict[str, list[Group]] = {}
    for group in groups:
        families.setdefault(folded(group.first.name.family), []).append(group)
    for one in ordered:
        if one.is_full or _reads_as_place(story, one):
            continue
        kin = families.setdefault(folded(one.name.family), [])
        namely = [] if kin else _called_so(story, called, one)
        chosen = namely[0] if len(namely) == 1 else _of_kin(story, kin, one)
        if chosen:
            chosen.add(one)
            continue
        alone = Group([one])
        kin.append(alone)
        groups.append(alone)
    namesakes = Counter(folded(group.first.text) for group in groups)
    return [_as_cluster(group, namesakes) for group in groups]


def _reading_order(mention: NameMention) -> tuple[int, int]:
    return _FIELD_ORDER[mention.span.field], mention.span.start


@dataclass
class _Bearer:
    """The mentions of one full name; in ``told`` each way it is told once, to be held against."""

    mentions: list[NameMention] = field(default_factory=list)
    told: dict[tuple, NameMention] = field(default_factory=dict)

    def may_be(self, one: NameMention) -> bool:
        return all(_same_person(other, one) for other in self.told.values())

    def add(self, one: NameMention) -> None:
        self.mentions.append(one)
        self.told.setdefault((one.name, one.title, one.office, one.former), one)


def _of_full_names(story: Story, mentions: list[NameMention]) -> list[Group]:
    """Those with a title first: a name without one may fit two who bear it, then stays alone."""
    families: dict[str, list[_Bearer]] = {}
    for one in sorted(mentions, key=lambda one: not one.office):
        kin = families.setdefault(folded(one.name.family), [])
        fitting = [bearer for bearer in kin if bearer.may_be(one)]
        if len(fitting) != 1 or is_another(story, one.span):
            fitting = [_Bearer()]
            kin += fitting
        fitting[0].add(one)
    groups = [
        Group(sorted(bearer.mentions, key=_reading_order))
        for kin in families.values()
        for bearer in kin
    ]
    return sorted(groups, key=lambda group: _reading_order(group.first))


def _called_so(story: Story, called: Called[Group], one: NameMention) -> list[Group]:
    """Those of the story whom a given name alone, "Doug" or "Pete", may mean."""
    found = [] if one.title else called.by(one.text)
    return found if found and may_be_given_name(story, one.span) else []


def _same_person(first: NameMention, second: NameMention) -> bool:
    if _suffix(first.name) != _suffix(second.name) and _JUNIOR & {
        _suffix(first.name),
        _suffix(second.name),
    }:
        return False
    if _differ_in_office(first, second):
        return False
    return names_agree(first.name, second.name)


def _differ_in_office(first: NameMention, second: NameMention) -> bool:
    """Gov. Mike Jones is not the Councilman Michael Jones of the same story."""
    if not (first.title and second.title) or first.former or second.former:
        return False
    offices = {first.office, second.office}
    return "" not in offices and not same_office(first.office, second.office)


_JUNIOR = {"jr"}


def _suffix(name: PersonalName) -> str:
    return name.suffix.lower().strip(".")


def _of_kin(story: Story, kin: list[Group], one: NameMention) -> Group | None:
    """The group of its family name that ``one`` belongs to; none where that is not plain."""
    if not kin or singled_out(story, one.span):
        return None
    fitting = [group for group in _introduced(kin, one) if _may_belong(group, one)]
    if len(fitting) > 1:
        fitting = _nearest(story, fitting, one)
    return fitting[0] if len(fitting) == 1 else None


def _introduced(groups: list[Group], one: NameMention) -> list[Group]:
    """Those whom the story has named in full by then; all where it has named none."""
    if one.span.field != "body":
        return groups
    return [group for group in groups if group.is_introduced_by(one.span)] or groups


def _may_belong(group: Group, one: NameMention) -> bool:
    if one.gender and group.genders and one.gender not in group.genders:
        return False
    if one.party and group.parties and one.party not in group.parties:
        return False
    if not one.office:
        return True
    if not group.offices:
        # "President Jones" ahead of a first "Doug Jones", which has no title, is another Jones.
        return not group.is_first_named_after(one.span)
    return any(same_office(one.office, office) for office in group.offices)


def _nearest(story: Story, fitting: list[Group], one: NameMention) -> list[Group]:
    """Of several of one surname, the only one that this paragraph names in full before it."""
    if one.office:
        titled = [group for group in fitting if one.office in group.offices]
        if len(titled) == 1:
            return titled
    belonging = _of_that_body(story, fitting, one)
    if belonging:
        return belonging
    start = _paragraph_start(getattr(story, one.span.field), one.span.start)
    return [group for group in fitting if group.is_named_between(start, one.span)] or fitting


def _of_that_body(story: Story, fitting: list[Group], one: NameMention) -> list[Group]:
    """ "Jones of the guild" is the Jones whom the story introduced beside a guild."""
    told = _OF_BODY.match(getattr(story, one.span.field), one.span.end)
    if not told:
        return []
    word = told["body"].lower()
    return [group for group in fitting if word in _introduction(story, group).lower()]


def _introduction(story: Story, group: Group) -> str:
    first = group.first.span
    return getattr(story, first.field)[first.end : first.end + _REACH]


def _paragraph_start(text: str, position: int) -> int:
    before = text.rfind("\n\n", 0, position)
    return before + 2 if before >= 0 else 0


def _reads_as_place(story: Story, one: NameMention) -> bool:
    text = getattr(story, one.span.field)
    if one.office or one.text not in PLACES_THAT_ARE_NAMES:
        return False
    start, end = one.span.start, one.span.end
    return bool(_PLACED.search(text, max(0, start - 9), start) or _WITH_STATE.match(text, end))


def _as_cluster(group: Group, namesakes: Counter[str]) -> Cluster:
    is_shared = namesakes[folded(group.first.text)] > 1
    mentions = sorted(group.mentions, key=_reading_order)
    fullest = max(mentions, key=lambda one: (one.is_full, -len(one.text.split()) // 3))
    name = fullest.text.title() if fullest.text.isupper() else fullest.text
    key = _NOT_IN_KEY.sub("-", folded(name)).strip("-")
    if is_shared:
        first = mentions[0].span
        key = f"{key}-{first.field[0]}{first.start}"
    return Cluster(key=key, name=name, mentions=tuple(mentions))


def is_person(one: Cluster) -> bool:
    """Whether the words themselves show a person: a full name that comes back as a surname does."""
    if any(mention.likely for mention in one.mentions):
        return True
    return len({bool(mention.name.given) for mention in one.mentions}) > 1


def mentions_in_headline(headline: str, mentions: list[NameMention]) -> list[NameMention]:
    """What a headline in capitals says of people, by the names and surnames known from the text."""
    forms = {one.text for one in mentions} | {one.name.family for one in mentions}
    taken: list[Span] = []
    said = [form for form in forms if form and form in headline]
    for form in sorted(said, key=len, reverse=True):
        for start in places_of(form, headline):
            span = Span("headline", start, start + len(form))
            if _stands_alone(headline, span) and not any(span.meets(other) for other in taken):
                taken.append(span)
    return [_known_mention(headline, span) for span in sorted(taken)]


def _stands_alone(text: str, span: Span) -> bool:
    """Whether the span holds whole words."""
    return bool(_WORD_STARTS.match(text, span.start) and _WORD_ENDS.match(text, span.end))


def _known_mention(headline: str, span: Span) -> NameMention:
    words = headline[span.start : span.end]
    title = _title_before(headline[: span.start].split(), words)
    return NameMention(
        span=span, text=words, name=parse_name(words), title=title.title, office=title.office,
        gender=title.gender, party=title.party, former=title.former,
    )  # fmt: skip


def _title_before(before: list[str], name: str) -> Title:
    """The longest title that the last words before a name make."""
    for length in range(min(3, len(before)), 0, -1):
        title = read_title([*before[-length:], name], "")
        if title.words == length:
            return title
    return Title()
