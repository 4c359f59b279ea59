"""States as newspapers write them, and the places that are easily taken for people."""

from __future__ import annotations

import re

from .wordlists import one_of, one_of_at_word_start, words

# code: (name, other ways to write it); AP style first.
STATES: dict[str, tuple[str, ...]] = {
    "AL": ("Alabama", "Ala."),
    "AK": ("Alaska",),
    "AZ": ("Arizona", "Ariz."),
    "AR": ("Arkansas", "Ark."),
    "CA": ("California", "Calif.", "Cal."),
    "CO": ("Colorado", "Colo."),
    "CT": ("Connecticut", "Conn."),
    "DE": ("Delaware", "Del."),
    "DC": ("District of Columbia", "D.C."),
    "FL": ("Florida", "Fla."),
    "GA": ("Georgia", "Ga."),
    "HI": ("Hawaii",),
    "ID": ("Idaho",),
    "IL": ("Illinois", "Ill."),
    "IN": ("Indiana", "Ind."),
    "IA": ("Iowa",),
    "KS": ("Kansas", "Kan."),
    "KY": ("Kentucky", "Ky."),
    "LA": ("Louisiana", "La."),
    "ME": ("Maine",),
    "MD": ("Maryland", "Md."),
    "MA": ("Massachusetts", "Mass."),
    "MI": ("Michigan", "Mich."),
    "MN": ("Minnesota", "Minn."),
    "MS": ("Mississippi", "Miss."),
    "MO": ("Missouri", "Mo."),
    "MT": ("Montana", "Mont."),
    "NE": ("Nebraska", "Neb."),
    "NV": ("Nevada", "Nev."),
    "NH": ("New Hampshire", "N.H."),
    "NJ": ("New Jersey", "N.J."),
    "NM": ("New Mexico", "N.M."),
    "NY": ("New York", "N.Y."),
    "NC": ("North Carolina", "N.C."),
    "ND": ("North Dakota", "N.D."),
    "OH": ("Ohio",),
    "OK": ("Oklahoma", "Okla."),
    "OR": ("Oregon", "Ore."),
    "PA": ("Pennsylvania", "Pa."),
    "RI": ("Rhode Island", "R.I."),
    "SC": ("South Carolina", "S.C."),
    "SD": ("South Dakota", "S.D."),
    "TN": ("Tennessee", "Tenn."),
    "TX": ("Texas",),
    "UT": ("Utah",),
    "VT": ("Vermont", "Vt."),
    "VA": ("Virginia", "Va."),
    "WA": ("Washington state", "Wash."),
    "WV": ("West Virginia", "W.Va."),
    "WI": ("Wisconsin", "Wis."),
    "WY": ("Wyoming", "Wyo."),
    "PR": ("Puerto Rico", "P.R."),
    "GU": ("Guam",),
    "VI": ("Virgin Islands",),
    "AS": ("American Samoa",),
    "MP": ("Northern Mariana Islands",),
}

_INHABITANTS = {
    "Alabamian": "AL", "Alabaman": "AL", "Alaskan": "AK", "Arizonan": "AZ", "Arkansan": "AR",
    "Californian": "CA", "Coloradan": "CO", "Floridian": "FL", "Georgian": "GA", "Iowan": "IA",
    "Kansan": "KS", "Kentuckian": "KY", "Mainer": "ME", "Michigander": "MI", "Minnesotan": "MN",
    "Montanan": "MT", "Nebraskan": "NE", "Nevadan": "NV", "North Carolinian": "NC",
    "Ohioan": "OH", "Oregonian": "OR", "Pennsylvanian": "PA", "Tennessean": "TN", "Texan": "TX",
    "Virginian": "VA",
}  # fmt: skip

STATE_OF: dict[str, str] = {word: code for code, words in STATES.items() for word in words}
STATE_NAMES = {words[0]: code for code, words in STATES.items()}


# Cities that lie, wholly or mostly, in other states than they are called after.
_CITY_ELSEWHERE = r"(?:(?<=Kansas)|(?<=Michigan)|(?<=Nevada)) City\b"
# "Alabama", "Ala.", "Alabamians"; not "Washington" alone, which is mostly the capital or a person.
STATE_WORD = re.compile(
    one_of_at_word_start([*STATE_OF, *_INHABITANTS, *(f"{one}s" for one in _INHABITANTS)])
    + rf"(?!\w)(?!{_CITY_ELSEWHERE})"
)

# "R-Ala.", "D-Colo", "R-AL", "I-Vt.": what stands between commas after a legislator's name.
STATE_ABBREVIATION = (
    rf"(?:{one_of(STATE_OF)}|{one_of(word.rstrip('.') for word in STATE_OF)}|{one_of(STATES)})"
)

PLACES_THAT_ARE_NAMES = words(
    """
    Mobile Montgomery Jackson Houston Lincoln Madison Austin Dallas Tyler Charlotte Augusta
    Savannah Denver Cheyenne Helena Salem Lansing Franklin Clinton Jefferson Washington
    Marion Hamilton Warren Lee Carson Pierre Raleigh Nashville Columbus Cleveland Lafayette
    Bangor Portland Auburn Huntsville Birmingham Georgia Virginia Carolina Dakota Moore
    Byrne Jones Aurora Boulder Pueblo Macon Athens Dublin Kingston Douglas Clayton Orlando
    Chester Lawrence Paris London Chelsea Brooklyn Victoria Florence Eugene Laramie Casper
    Norman Irving Arlington Garland Lewis Clark Monroe Adams Wayne Marshall Henry Russell
    Dale Randolph Perry Hale
    """
)


def state_code(words: str) -> str:
    """The two-letter code for "Alabama", "Ala.", "Ala", "AL"; empty when it is no state."""
    words = words.strip()
    if words in STATES:
        return words
    found = STATE_OF.get(words) or STATE_OF.get(words + ".") or _INHABITANTS.get(words.rstrip("s"))
    if found:
        return found
    return "WA" if words == "Washington" else ""


def states_named(text: str) -> list[tuple[int, int, str]]:
    """Each state named in the text as (start, end, code), left to right."""
    return [
        (found.start(), found.end(), state_code(found.group()))
        for found in STATE_WORD.finditer(text)
    ]
