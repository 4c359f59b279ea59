"""Which of the candidates a name means: linked, suggested, ambiguous, or nobody known."""

from __future__ import annotations

from collections import defaultdict

from .confidence import of_person
from .evidence import CLEAR, ENOUGH, MOST_LESSONS, Case
from .findings import Cluster
from .names import folded, names_agree, parse_name
from .not_people import NATIONS
from .reading import AMBIGUOUS, LINKED, SUGGESTED, PersonReading, Rival
from .why import linked_person, sentence

_MOST_RIVALS = 5
SHORT = ("family", "taught")


def judge(cluster: Cluster, cases: list[Case]) -> PersonReading:
    blank = unjudged(cluster)
    standing = still_standing(cases)
    strong = [case for case in standing if _is_enough(cluster, case)]
    if strong and all(strong[0].weight - case.weight >= CLEAR for case in standing[1:2]):
        return _linked(blank, strong[0], standing[1:])
    full = [case for case in standing if case.candidate.fit not in SHORT]
    if not full:
        return _by_surname(cluster, blank, standing)
    if len(full) == 1:
        return _suggested(blank, full[0])
    return ambiguous(blank, full)


def still_standing(cases: list[Case]) -> list[Case]:
    """Those that nothing rules out, the best first."""
    standing = [case for case in cases if not case.against]
    return sorted(standing, key=lambda case: -case.weight) if len(standing) > 1 else standing


def _is_enough(cluster: Cluster, case: Case) -> bool:
    if case.has("denied"):
        return False
    if case.weight < ENOUGH:
        return (
            case.candidate.fit in ("full", "nickname") and case.has("party") and case.has("place")
        )
    if any(mention.lay for mention in cluster.mentions):
        stands = case.has("race") and case.has("party")
        return stands or case.has("handle", "office", "former")
    if case.candidate.fit in SHORT:
        return case.has("handle", "office") or _is_well_taught(case)
    return True


def _is_well_taught(case: Case) -> bool:
    return any(piece.kind == "learned" and piece.times == MOST_LESSONS for piece in case.pieces)


def unjudged(cluster: Cluster) -> PersonReading:
    return PersonReading(
        key=cluster.key,
        name=cluster.name,
        forms=tuple(dict.fromkeys([mention.text for mention in cluster.mentions])),
        spans=tuple(sorted([mention.span for mention in cluster.mentions])),
        why=f"Nobody in the archive fits “{cluster.name}”.",
        method="none",
    )


def _linked(blank: PersonReading, case: Case, others: list[Case]) -> PersonReading:
    rivals = _rivals(blank, [one for one in others if one.candidate.fit not in SHORT])
    return _named_after(blank, case, LINKED, why=_why(blank, case), rivals=rivals)


def _named_after(
    blank: PersonReading, case: Case, state: str, *, why: str, rivals: tuple[Rival, ...] = ()
) -> PersonReading:
    return blank._replace(
        state=state,
        person_id=case.person.id,
        slug=case.person.slug,
        confidence=of_person(case, is_linked=state == LINKED),
        method="+".join([case.candidate.fit, *[piece.kind for piece in case.pieces]]),
        why=why,
        rivals=rivals,
    )


def _why(blank: PersonReading, case: Case) -> str:
    words = [piece.words for piece in case.pieces]
    return linked_person(blank.name, case.person.name, case.candidate.fit, words)


def _suggested(blank: PersonReading, case: Case) -> PersonReading:
    return _named_after(blank, case, SUGGESTED, why=f"{_why(blank, case)} Not enough to link.")


def ambiguous(blank: PersonReading, cases: list[Case]) -> PersonReading:
    return blank._replace(
        state=AMBIGUOUS,
        confidence=cases[0].confidence,
        method="rivals",
        rivals=_rivals(blank, cases),
        why=sentence(f"{len(cases)} people fit “{blank.name}”, and nothing decides between them"),
    )


def _rivals(blank: PersonReading, cases: list[Case]) -> tuple[Rival, ...]:
    return tuple(
        Rival(
            case.person.id, case.person.slug, case.person.name, case.confidence, _why(blank, case)
        )
        for case in cases[:_MOST_RIVALS]
    )


def _by_surname(cluster: Cluster, blank: PersonReading, standing: list[Case]) -> PersonReading:
    """A surname alone never links; a title or the story's race may still suggest one person."""
    if not standing or blank.name.lower() in NATIONS:
        return blank
    titled = [case for case in standing if case.has("office", "race", "learned")]
    if len(titled) == 1:
        return _suggested(blank, titled[0])
    if len(titled) > 1:
        return ambiguous(blank, titled)
    if not any(mention.likely for mention in cluster.mentions):
        return blank
    if len(standing) == 1:
        return _suggested(blank, standing[0])
    return ambiguous(blank, standing)


def apart(readings: list[PersonReading]) -> list[PersonReading]:
    """A full name that two people of the story bear is neither's where nothing beside it tells."""
    families: dict[str, list[PersonReading]] = defaultdict(list)
    for one in readings:
        if one.state == LINKED and " " in one.name:
            families[folded(parse_name(one.name).family)].append(one)
    doubted = {
        one.key
        for kin in families.values()
        for one in kin
        if not set(one.method.split("+")) & _TOLD and any(_is_borne_by(one, of) for of in kin)
    }
    return [_doubted(one) if one.key in doubted else one for one in readings]


def _is_borne_by(one: PersonReading, other: PersonReading) -> bool:
    return other.key != one.key and names_agree(parse_name(one.name), parse_name(other.name))


_TOLD = frozenset({"handle", "office", "former", "party", "state"})


def _doubted(one: PersonReading) -> PersonReading:
    rival = Rival(one.person_id, one.slug, one.name, one.confidence, one.why)
    return one._replace(
        state=AMBIGUOUS,
        person_id=None,
        slug="",
        method="rivals",
        rivals=(rival, *one.rivals),
        why=sentence(f"the story names two people “{one.name}”, and nothing here tells which"),
    )
