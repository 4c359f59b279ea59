"""The ways words are written that mean one thing: states, titles, parties, words of elections.

What is also a plain word is understood only as it is written here, and never looked for: who types
"Ore." means Oregon, but an article with "ore" in it need not. What an article means by it is told
when it is indexed, from the capital and the place before it: see ``states_cut_short``.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """``forms`` are looked for when any of them is typed, in whatever case and with or without its
    full stop. ``inflected`` are typed so as well, but found with the forms. ``exactly`` are
    understood only as they are written here.
    """

    forms: tuple[str, ...]
    inflected: tuple[str, ...] = ()
    exactly: tuple[str, ...] = ()


def key_of(text: str) -> str:
    """What the case and the full stops at the end do not change."""
    return text.lower().rstrip(".,").replace("’", "'")


# Name; code as the post office has it, "" where it is a word or means another thing as well
# (IN, OR, ME, OK, HI, OH; ID, LA, VA); then how newspapers cut it short.
STATES = (
    ("Alabama", "AL", "Ala."),
    ("Alaska", "AK"),
    ("Arizona", "AZ", "Ariz."),
    ("Arkansas", "AR"),
    ("California", "CA", "Calif."),
    ("Colorado", "CO", "Colo."),
    ("Connecticut", "CT", "Conn."),
    ("Delaware", "DE"),
    ("District of Columbia", "DC", "D.C."),
    ("Florida", "FL", "Fla."),
    ("Georgia", "GA", "Ga."),
    ("Hawaii", ""),
    ("Idaho", ""),
    ("Illinois", "IL"),
    ("Indiana", ""),
    ("Iowa", "IA"),
    ("Kansas", "KS", "Kan."),
    ("Kentucky", "KY", "Ky."),
    ("Louisiana", ""),
    ("Maine", ""),
    ("Maryland", "MD"),
    ("Massachusetts", "MA"),
    ("Michigan", "MI", "Mich."),
    ("Minnesota", "MN", "Minn."),
    ("Mississippi", "MS"),
    ("Missouri", "MO"),
    ("Montana", "MT", "Mont."),
    ("Nebraska", "NE", "Neb."),
    ("Nevada", "NV", "Nev."),
    ("New Hampshire", "NH", "N.H."),
    ("New Jersey", "NJ", "N.J."),
    ("New Mexico", "NM", "N.M."),
    ("New York", "NY", "N.Y."),
    ("North Carolina", "NC", "N.C."),
    ("North Dakota", "ND", "N.D."),
    ("Ohio", ""),
    ("Oklahoma", "", "Okla."),
    ("Oregon", ""),
    ("Pennsylvania", "PA", "Pa."),
    ("Rhode Island", "RI", "R.I."),
    ("South Carolina", "SC", "S.C."),
    ("South Dakota", "SD", "S.D."),
    ("Tennessee", "TN", "Tenn."),
    ("Texas", "TX"),
    ("Utah", "UT"),
    ("Vermont", "VT", "Vt."),
    ("Virginia", ""),
    ("Washington", "WA"),
    ("West Virginia", "WV", "W.Va."),
    ("Wisconsin", "WI", "Wis."),
    ("Wyoming", "WY", "Wyo."),
)
# Cut short they are words, names or degrees: ark, ill, Mo Brooks, an MD, the VA.
ALSO_WORDS = (
    ("Arkansas", "Ark."),
    ("Delaware", "Del."),
    ("Illinois", "Ill."),
    ("Indiana", "Ind."),
    ("Louisiana", "La."),
    ("Maryland", "Md."),
    ("Massachusetts", "Mass."),
    ("Mississippi", "Miss."),
    ("Missouri", "Mo."),
    ("Oregon", "Ore."),
    ("Virginia", "Va."),
    ("Washington", "Wash."),
)
# Codes that are no word in any text can be looked for too: R-NC, NYC aside.
CODES_LOOKED_FOR = frozenset(("NC", "NH", "NJ", "NM", "NY", "WV"))

TITLES = (
    Group(("Sen.", "Senator")),
    Group(("Rep.", "Representative", "Congressman", "Congresswoman")),
    Group(("Gov.", "Governor")),
    Group(("Pres.", "President")),
    Group(("Rev.", "Reverend")),
    Group(("Amb.", "Ambassador")),
)
OFFICES = (
    Group(("lieutenant governor", "Lt. Gov.")),
    Group(("attorney general", "Atty. Gen."), exactly=("AG",)),
    Group(("district attorney",), exactly=("DA", "D.A.")),
    Group(("vice president",), exactly=("VP", "V.P.")),
)
BODIES = (
    Group(("United States", "U.S."), exactly=("US",)),
    Group(("Republican Party", "GOP", "G.O.P.")),
    Group(("Democratic National Committee", "DNC")),
    Group(("Republican National Committee", "RNC")),
    Group(("Justice Department", "Department of Justice", "DOJ")),
)
NOUNS = (
    Group(("runoff", "run-off"), inflected=("runoffs", "run-offs")),
    Group(("reelection", "re-election")),
    Group(("reelect", "re-elect"), inflected=("reelected", "re-elected")),
    Group(("statehouse", "state house")),
    Group(("health care", "healthcare")),
    Group(("coronavirus", "COVID"), inflected=("COVID-19",)),
)
# Stems do not bring these together.
VERBS = (
    Group(("win", "won"), inflected=("wins", "winning")),
    Group(("lose", "lost"), inflected=("loses", "losing")),
    Group(("lead", "led"), inflected=("leads", "leading")),
    Group(("run", "ran"), inflected=("runs", "running")),
    Group(("seek", "sought"), inflected=("seeks", "seeking")),
    Group(("choose", "chose", "chosen"), inflected=("chooses", "choosing")),
    Group(("withdraw", "withdrew", "withdrawn"), inflected=("withdraws", "withdrawing")),
)


CUT_SHORT = re.compile(
    rf"(?:, |\b[DRI]-)({'|'.join(short.rstrip('.') for _, short in ALSO_WORDS)})\."
)
IN_FULL = {short.rstrip("."): name for name, short in ALSO_WORDS}
SHORT = tuple(IN_FULL)


def states_cut_short(text: str) -> tuple[str, ...]:
    """The states that a text names by a form that is also a word: BEND, Ore. or R-Miss."""
    if not any(part.endswith(SHORT) for part in text.split(".")):  # quicker than the pattern
        return ()
    return tuple(dict.fromkeys(IN_FULL[short] for short in CUT_SHORT.findall(text)))


def _states() -> tuple[Group, ...]:
    tags = dict(ALSO_WORDS)
    return tuple(_state(name, code, short, tags.get(name, "")) for name, code, *short in STATES)


def _state(name: str, code: str, short: list[str], also_word: str) -> Group:
    codes = (code,) if code in CODES_LOOKED_FOR else ()
    return Group((name, *short, *codes), exactly=tuple(one for one in (code, also_word) if one))


def _written() -> dict[str, Group]:
    """Every way to type a form of a group. What is understood exactly is a key as it stands."""
    written = {}
    for group in (*_states(), *TITLES, *OFFICES, *BODIES, *NOUNS, *VERBS):
        forms = map(key_of, (*group.forms, *group.inflected))
        written |= dict.fromkeys(forms, group)
        written |= dict.fromkeys(group.exactly, group)
    return written


WRITTEN = _written()
LONGEST_FORM = max(len(form.split()) for form in WRITTEN)
