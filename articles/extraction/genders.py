"""Whether "he" or "she" can mean somebody, as the roster knows it where the words do not tell."""

from __future__ import annotations

from dataclasses import replace

from .candidates import RosterIndex, told_name
from .findings import Cluster, Findings
from .pronouns import GENDER


def hangs_on_a_pronoun(findings: Findings) -> bool:
    """Whether any speech is given to a "he" or "she"."""
    return any(speech.speaker_text.lower() in GENDER for speech in findings.speeches)


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
    return replace(one, mentions=(replace(first, gender=gender), *others))
