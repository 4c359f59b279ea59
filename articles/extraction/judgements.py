"""The people of a story as they are judged, again when the story tells more of its setting."""

from __future__ import annotations

from collections import Counter
from datetime import date

from .candidates import RosterIndex, told_name
from .clusters import is_person
from .evidence import Case, Setting, in_setting, weigh_alone
from .findings import Cluster, Findings
from .judging import ambiguous, apart, judge, still_standing, unjudged
from .names import folded
from .reading import SUGGESTED, UNRESOLVED, PersonReading
from .told import Told


class Judgements:
    """Each name is weighed once, and judged anew only where its cases are not as they were."""

    def __init__(self, findings: Findings, index: RosterIndex, on: date | None) -> None:
        self._index, self._on = index, on
        self._findings = findings
        self._handles = {one.speaker_key: one.handle for one in findings.speeches if one.handle}
        self._shared = _shared_surnames(findings.clusters)
        self._alone = {one.key: self._weighed(one) for one in findings.clusters}
        self._shown = _shown(findings)
        self._judged: dict[str, tuple[Cluster, list[Case], PersonReading]] = {}

    def join(self, findings: Findings) -> None:
        """Takes clusters that took others' places; those left alone are not weighed anew."""
        before = {one.key: one for one in self._findings.clusters}
        self._findings, self._shown = findings, _shown(findings)
        for one in findings.clusters:
            if before[one.key].mentions != one.mentions:
                self._alone[one.key] = self._weighed(one)

    def in_setting(self, setting: Setting) -> list[PersonReading]:
        """Whom the names mean in that setting; of names that show no person, only those known."""
        readings = []
        for cluster, is_shown in zip(self._findings.clusters, self._shown, strict=True):
            if not (is_shown or self._alone[cluster.key]):
                continue
            reading = self._reading(cluster, setting)
            if is_shown or reading.state != UNRESOLVED:
                readings.append(reading)
        return apart(readings)

    def _weighed(self, cluster: Cluster) -> list[Case]:
        candidates = self._index.candidates(cluster, self._on)
        if not candidates:
            return []
        told, handle = Told.of(cluster), self._handles.get(cluster.key, "")
        return [weigh_alone(told, one, self._on, handle) for one in candidates]

    def _reading(self, cluster: Cluster, setting: Setting) -> PersonReading:
        cases = [in_setting(case, setting) for case in self._alone[cluster.key]]
        *before, reading = self._judged.get(cluster.key, (None, None))
        if before != [cluster, cases]:
            reading = self._judge(cluster, cases)
            self._judged[cluster.key] = cluster, cases, reading
        return reading

    def _judge(self, cluster: Cluster, cases: list[Case]) -> PersonReading:
        reading, told = judge(cluster, cases), told_name(cluster)
        if told.given or reading.state != SUGGESTED or folded(told.family) not in self._shared:
            return reading
        return ambiguous(unjudged(cluster), still_standing(cases))


def _shared_surnames(clusters: tuple[Cluster, ...]) -> set[str]:
    """Surnames of which the story names two people in full."""
    full = (told_name(one) for one in clusters)
    held = Counter(folded(name.family) for name in full if name.given)
    return {family for family, number in held.items() if number > 1}


def _shown(findings: Findings) -> list[bool]:
    """Of each cluster, whether the words show it to be a person; if not, it counts only where a
    roster knows it."""
    speaking = {one.speaker_key for one in findings.speeches}
    return [_is_shown(one, spoke=one.key in speaking) for one in findings.clusters]


def _is_shown(cluster: Cluster, *, spoke: bool) -> bool:
    if any(mention.likely for mention in cluster.mentions):
        return True
    return bool(told_name(cluster).given) and (spoke or is_person(cluster))
