"""Whether "he" or "she" can mean somebody, as the roster knows it where the words do not tell."""

from __future__ import annotations

from .candidates import RosterIndex, told_name
from .findings import Cluster, Findings
from .pronouns import GENDER


def has_pronouns(findings: Findings) -> bool:
    """Whether a "he" or "she" speaks."""
    return any(one.speaker_text.lower() in GENDER for one in findings.speeches)


def is_misheard(findings: Findings, clusters: list[Cluster]) -> bool:
    """Whether a "he" or "she" was given to somebody who can't be meant, or to nobody."""
    genders = {one.key: one.mentions[0].gender for one in clusters}
    told = {one.key for one in findings.clusters if any(m.gender for m in one.mentions)}
    for speech in findings.speeches:
        gender = GENDER.get(speech.speaker_text.lower())
        if gender is None or speech.speaker_key in told:
            continue
        if not speech.speaker_key or genders.get(speech.speaker_key, gender) not in ("", gender):
            return True
    return False


def with_known_genders(clusters: tuple[Cluster, ...], index: RosterIndex) -> list[Cluster]:
    """The clusters with the gender of whoever bears the name, where all who do have one."""
    return [_with_gender(one, index) for one in clusters]


def _with_gender(one: Cluster, index: RosterIndex) -> Cluster:
    if any(mention.gender for mention in one.mentions) or not told_name(one).given:
        return one
    fitting = [candidate for candidate in index.candidates(one) if candidate.fit != "initial"]
    genders = {candidate.person.gender for candidate in fitting} - {""}
    if len(genders) != 1:
        return one
    (gender,) = genders
    first, *others = one.mentions
    return one._replace(mentions=(first._replace(gender=gender), *others))
