"""The whole way from a story to what it says: find, look up, resolve."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from .blockquotes import find_blockquotes
from .bodies import with_full_bodies
from .candidates import RosterIndex
from .clusters import cluster, mentions_in_headline
from .findings import Cluster, Findings, LookUps, Speech
from .genders import has_pronouns, is_misheard, with_known_genders
from .indirect import find_indirect, merged
from .marks import find_quoted
from .names import folded, given_forms, parse_name
from .outlets import find_outlets_cited
from .people import find_mentions
from .post_speech import find_post_speech
from .quotes import find_quotes
from .races import find_offices, find_places
from .reading import Reading
from .resolve import resolve_in
from .roster import Roster
from .scene import Scene, make_scene, without
from .spans import Story
from .stages import find_stages
from .statements import number_statements
from .subjects import with_about
from .titles import offices_of
from .transcript import find_answers

FIELDS = ("headline", "deck", "body", "caption")


def extract(story: Story) -> Findings:
    """What the words of a story say by themselves: people, speech, places, offices, stages."""
    clusters = _find_people(story)
    texts = [(f, text) for f in FIELDS if (text := getattr(story, f))]
    return Findings(
        clusters=tuple(clusters),
        speeches=tuple(_hear(story, clusters)),
        places=tuple([word for one in texts for word in find_places(*one)]),
        stages=tuple([word for one in texts for word in find_stages(*one)]),
        offices=tuple([word for one in texts for word in find_offices(*one)]),
        outlets_cited=tuple([outlet for one in texts for outlet in find_outlets_cited(*one)]),
    )


def _hear(story: Story, clusters: list[Cluster]) -> list[Speech]:
    speeches = number_statements(
        _in_order([speech for one in _scenes(story, clusters) for speech in _heard(one)])
    )
    return with_about(with_full_bodies(story, speeches), clusters)


def _scenes(story: Story, clusters: list[Cluster]) -> Iterator[Scene]:
    """The fields in which somebody may speak: beside the body those with marks, or turns."""
    for field in FIELDS:
        text = getattr(story, field)
        quoted = find_quoted(text)
        if text and (quoted or field == "body" or "\n\n" in text):
            yield make_scene(story, field, clusters, quoted)


def look_ups(findings: Findings) -> LookUps:
    """What a roster must be asked for so that the findings can be resolved."""
    names = [parse_name(one.name) for one in findings.clusters]
    full = [name for name in names if len(name.given.strip(".")) > 1]
    families = frozenset([folded(name.family) for name in names if name.family])
    return LookUps(
        family_names=families,
        surnames=families - frozenset([folded(name.family) for name in full]),
        called=frozenset().union(*[given_forms(name.given) for name in full]),
        offices=frozenset().union(*[offices_of(told) for told in _offices_told(findings)]),
        whole_names=frozenset([folded(one.name) for one in findings.clusters]),
        handles=frozenset(one.handle.lower() for one in findings.speeches if one.handle),
        states=frozenset(word.state for word in findings.places),
    )


def _offices_told(findings: Findings) -> set[str]:
    return {mention.office for one in findings.clusters for mention in one.mentions}


def read(story: Story, roster_for: Callable[[LookUps], Roster], on: date | None = None) -> Reading:
    """All that a story says, with people and races linked; `on` is its day where it states none."""
    day = story.published_on or on
    story = replace(story, published_on=day)
    findings = extract(story)
    index = RosterIndex(roster_for(look_ups(findings)))
    return resolve_in(story, _heard_again(story, findings, index), index, day)


def _heard_again(story: Story, findings: Findings, index: RosterIndex) -> Findings:
    """A "she" is heard anew where the roster tells more of who is a woman than the words do."""
    if not has_pronouns(findings):
        return findings
    clusters = with_known_genders(findings.clusters, index)
    if not is_misheard(findings, clusters):
        return findings
    return replace(findings, clusters=tuple(clusters), speeches=tuple(_hear(story, clusters)))


def _find_people(story: Story) -> list[Cluster]:
    mentions = []
    titled = _is_title_case(story.headline)
    for field in ("body", "deck", "caption", *(() if titled else ("headline",))):
        mentions.extend(find_mentions(field, getattr(story, field)))
    if titled:
        mentions += mentions_in_headline(story.headline, mentions)
    return cluster(story, mentions)


def _is_title_case(headline: str) -> bool:
    long = [word for word in headline.split() if len(word) > 3 and word[0].isalpha()]
    return len(long) > 1 and sum(word[0].isupper() for word in long) >= 0.7 * len(long)


def _heard(scene: Scene) -> list[Speech]:
    whole = [*find_post_speech(scene), *find_answers(scene), *find_blockquotes(scene)]
    outside = _without(scene, whole)
    quotes = find_quotes(outside)
    return [*whole, *merged(scene, quotes, find_indirect(outside, [*whole, *quotes]))]


def _without(scene: Scene, whole: list[Speech]) -> Scene:
    return without(scene, [span for speech in whole for span in speech.spans])


def _in_order(speeches: list[Speech]) -> list[Speech]:
    """Posts and body first, so that a cut form in the deck points to the whole one."""
    return sorted(
        speeches,
        key=lambda one: (
            one.spans[0].field != "body",
            FIELDS.index(one.spans[0].field),
            one.spans[0].start,
        ),
    )
