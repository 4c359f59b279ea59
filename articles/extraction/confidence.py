"""How sure a link is: the share of such links that is right on our own labelled articles.

Fitted by hand on the development half (``python -m bench.extraction … --confidences`` prints the
shares), smoothed by one right and one wrong link for each rule, so that no rule is ever certain.
"""

from __future__ import annotations

from .evidence import Case

# Links of people, by what decided: see ``kind_of``.
PERSON = {
    "told": 0.99,  # a full name with its office, race or handle
    "standing": 0.97,  # a full name of somebody prominent, of a known party, state or company
    "place": 0.90,  # a full name that only one person of the place bears
    "surname": 0.95,  # a surname with its title
    "suggested": 0.75,  # a full name that too little speaks for
    "suggested surname": 0.60,
}
# Speakers, by what led to them, when the person is certain.
SPEAKER = {
    "signature": 0.98,
    "named": 0.97,
    "office": 0.92,
    "pronoun": 0.87,
    "same_words": 0.90,
    "transcript": 0.80,
    "continued": 0.70,
    "sentence_before": 0.75,
}
_TOLD = ("office", "former", "race", "handle")
_STANDING = ("standing", "together", "state", "party", "recent", "seat")


def of_person(case: Case, *, is_linked: bool) -> float:
    return PERSON[kind_of(case, is_linked=is_linked)]


def kind_of(case: Case, *, is_linked: bool) -> str:
    """Which line of ``PERSON`` a link belongs to."""
    by_surname = case.candidate.fit in ("family", "taught")
    if not is_linked:
        return "suggested surname" if by_surname else "suggested"
    if by_surname:
        return "surname"
    if case.has(*_TOLD):
        return "told"
    return "standing" if case.has(*_STANDING) else "place"


def of_speaker(method: str, person: float) -> float:
    """How sure a quote's speaker is: the attribution, and then who that is."""
    return round(SPEAKER.get(method, 0.0) * person, 2)
