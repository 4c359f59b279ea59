"""The words that report speech."""

from __future__ import annotations

import re

# Verbs that introduce words between marks, and, with "that", words without them.
_SAYING = (
    r"said|says|told|tells|assured|assures|reminded|added|adds|asked|asks|announced|announces|argued|argues|claimed|claims"
    r"|warned|warns|predicted|predicts|promised|promises|noted|notes|reported|reports|insisted"
    r"|insists|acknowledged|acknowledges|conceded|concedes|denied|denies|explained|explains"
    r"|estimated|estimates|contended|contends|maintained|maintains|declared|declares|vowed|vows"
    r"|pledged|pledges|stated|states|wrote|writes|tweeted|tweets|posted|replied|replies|responded"
    r"|continued|continues|concluded|concludes|recalled|recalls|complained|complains|joked|jokes"
    r"|quipped|remarked|remarks|observed|testified|suggested|suggests|emphasized|emphasizes"
    r"|stressed|stresses|reiterated|repeated|confirmed|confirms|cautioned|cautions|countered"
    r"|lamented|boasted|agreed|agrees|admitted|admits|alleged|alleges|asserted|asserts|charged"
    r"|commented|disclosed|demanded|hinted|indicated|mentioned|proclaimed|revealed|signaled|shouted"
    r"|read|reads|made (?:it )?clear|makes (?:it )?clear|pointed out|points out|urged|urges"
)
# Verbs that take words between marks as their object: "called it “a disgrace”".
_NAMING = (
    r"called|calls|described|describes|dismissed|denounced|branded|labeled|criticized|praised"
    r"|decried|slammed|blasted|hailed|referred to|refers to|characterized|accused|lambasted|cited"
    r"|thanked|spoke of|speaks of|warned of|complained of|touted|derided|promised"
)
SAYING = re.compile(rf"\b(?:{_SAYING})\b")
NAMING = re.compile(rf"\b(?:{_NAMING}|{_SAYING})\b")
ACCORDING = re.compile(r"\b[Aa]ccording to ")
PLAIN_SAYING = frozenset({"said", "says"})
TELLING = frozenset({"told", "tells", "warned", "warns", "reminded", "assured"})

# "was told", "did not say", "if she says": nobody is reported as saying something here.
_NOT_SAID = re.compile(
    r"\b(?:is|are|was|were|be|been|being|not|never|n[’']t|to|if|whether|nobody|would|could|may"
    r"|might|can|will|should|must|widely|the|a|an|this|that|these|those|its|his|her|their|of|in"
    r"|have|no one)\s+$",
    re.IGNORECASE,
)
_HAVING = re.compile(r"\b(?:has|have|had)\s+$", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:\s+(?:also|later|then|once|recently|repeatedly|often|still|again|first|has|have|had|now"
    r"|only|even|just|both|all|himself|herself|previously|publicly|\w+ly|on \w+day|\w+day))*\s*$"
)


def is_reporting(text: str, verb: re.Match[str]) -> bool:
    """Whether the verb reports speech here, not a passive, a negation or a noun."""
    before = text[max(0, verb.start() - 16) : verb.start()]
    if _HAVING.search(before):
        return True
    return not _NOT_SAID.search(before)


def before_adverbs(text: str, start: int, verb_start: int) -> int:
    """Where the subject of a verb ends: ahead of "also", "has repeatedly" and the like."""
    between = _BETWEEN.search(text, start, verb_start)
    return between.start() if between else verb_start
