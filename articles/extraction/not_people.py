"""Capitalised words that are no person: bodies, outlets, places, days, sentence openers."""

from __future__ import annotations

from functools import lru_cache

from .bylines import OUTLET_WORDS
from .dates import MONTHS, WEEKDAYS
from .gazetteer import STATE_NAMES
from .nouns import BODIES, DOCUMENTS, GROUPS
from .wordlists import words

# A run of capitalised words with one of these in it is a body, a place or a thing.
THINGS = words(
    """
    act administration agency airport alliance amendment army association authority avenue
    ballot bank bay beach bend bill board boulevard bridge bureau cabinet campaign capitol
    caucus center centre chamber church city clause club coast coalition college command
    commission committee community company conference congress constitution convention
    corporation corps council county court courthouse creek day defense democracy department
    district division east election elections electoral embassy executive federal federation
    fire force forum foundation fund government group guard gulf hall high highway hill
    hospital house hunt initiative institute island judiciary lake law league library
    majority measure mesa minority mountain museum national network north oak office order
    organization pac park parish parkway partnership party pines plan plaza point police
    port precinct primary project proposition public railroad ranch reform republicans
    democrats republican democratic gop registrar revolution river road runoff scam school
    senate service session society south square state states station street summit supreme
    team tower town township transit treasury trial tuesday union united university valley
    village wall war guild harbor harbour society station watch west white witch works
    workers youth investigation democrat ticket
    """
)
OPENERS = words(
    """
    a about according across after again against all along also although amid among an and
    another any apparently around as asked at away back because before behind below beside
    besides between both but by can clearly could despite did do does during each early
    earlier either even eventually every everyone few finally first following for former
    four friday from get given had half has have having he her here his how however i if in
    indeed inside instead into is it its just last late later least less let like likewise
    many may maybe meanwhile more moreover most much must my near nearly neither never
    nevertheless new next no nobody none nor not nothing now of off officials often on once
    one only or other others our out outside over overall perhaps please polls rather
    results right second see several she should similarly since six so some soon still such
    supporters ten that the their then there therefore these they third this those though
    three through throughout thus to today together tomorrow tonight too toward turnout two
    under unless unlike until up upon us voters votes was we well were what when where
    whether which while who whom whose why will with within without would yes yesterday yet
    you your ask recuses endorsed facing saying asking speaking running god mr trumpism
    correction editor afterward afterwards onstage offstage backstage elsewhere privately publicly
    reached told call tell thank let give keep send nobody everybody reporter
    """
)
NATIONS = words(
    """
    america american americans britain british canada canadian china chinese cuba europe
    european france french germany german iran iranian iraq ireland irish israel israeli
    italy japan korea mexico mexican russia russian russians syria ukraine ukrainian
    christian christians catholic jewish muslim muslims latino latinos hispanic black white
    asian african english spanish southern northern western eastern congress senate house
    democrat democrats republican republicans gop twitter facebook youtube google instagram
    covid coronavirus medicare medicaid obamacare christmas easter thanksgiving internet
    nato brexit u.s us u.k
    """
)
_CALENDAR = frozenset(MONTHS) | frozenset(WEEKDAYS)
_STATE_WORDS = frozenset(word.lower() for name in STATE_NAMES for word in name.split())


def is_thing(token: str) -> bool:
    """Whether the word in a capitalised run shows that the run is no person."""
    lowered = token.lower().strip(".,'’")
    return lowered in THINGS or lowered in _CALENDAR or lowered in _OUTLETS_ALONE


@lru_cache(maxsize=16384)
def never_a_name(token: str) -> bool:
    """Whether a single capitalised word can be no surname at all."""
    lowered = token.lower().strip(".,'’")
    return (
        lowered in OPENERS
        or lowered in NATIONS
        or lowered in _CALENDAR
        or lowered in _STATE_WORDS
        or lowered in _COMMON_NOUNS
    )


_ALSO_SURNAMES = words("post banner mail bee globe star fox pines hill day lake park law wall")
_OUTLETS_ALONE = OUTLET_WORDS - _ALSO_SURNAMES
_COMMON_NOUNS = (THINGS | OUTLET_WORDS | GROUPS | DOCUMENTS | BODIES) - _ALSO_SURNAMES
