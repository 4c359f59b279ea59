"""The words that report speech."""

from __future__ import annotations

import re

from .wordlists import one_of, words

# Verbs that introduce words between marks, and, with "that", words without them.
_SAYING = (
    r"said|says|told|tells|assured|assures|reminded|added|adds|asked|asks|announced|announces"
    r"|argued|argues|claimed|claims|warned|warns|predicted|predicts|promised|promises|noted"
    r"|notes|reported|reports|insisted|insists|acknowledged|acknowledges|conceded|concedes"
    r"|denied|denies|explained|explains|estimated|estimates|contended|contends|maintained"
    r"|maintains|declared|declares|vowed|vows|pledged|pledges|stated|wrote|writes|tweeted"
    r"|tweets|posted|replied|replies|responded|continued|continues|concluded|concludes"
    r"|recalled|recalls|complained|complains|joked|jokes|quipped|remarked|remarks|observed"
    r"|testified|suggested|suggests|emphasized|emphasizes|stressed|stresses|reiterated"
    r"|repeated|confirmed|confirms|cautioned|cautions|countered|lamented|boasted|agreed|agrees"
    r"|admitted|admits|alleged|alleges|asserted|asserts|anticipated|sniped|charged|commented|disclosed|demanded"
    r"|hinted|indicated|mentioned|proclaimed|revealed|signaled|shouted|surmised|mused"
    r"|interjected|blurted out|blurted|cracked|yelled|sang|sings|shot back|fired back"
    r"|chimed in|snapped|exclaimed|whispered|answered|recounted|reflected|reasoned|thundered"
    r"|scoffed|railed|deadpanned|groused|opined|went on|summed up|marveled|bellowed|fumed"
    r"|pleaded|implored|counseled|lectured|intoned|wondered|chanted|sighed|screamed|retorted"
    r"|ventured|confessed|interrupted|muttered|advised|recited|instructed|offered|read|reads"
    r"|made (?:it )?clear|makes (?:it )?clear|pointed out|points out|urged|urges"
)
# Verbs that take words between marks as their object: "called it “a disgrace”".
_NAMING = (
    r"called|calls|described|describes|dismissed|denounced|branded|labeled|criticized|praised"
    r"|decried|slammed|blasted|hailed|referred to|refers to|characterized|accused|lambasted|cited"
    r"|thanked|spoke of|speaks of|warned of|complained of|touted|derided|promised|accuses|cites"
    r"|deemed|rated|blamed|write|describe|call|accuse|criticize|ripped|mocked|likened|ranked|encouraged|compared|bemoaned|vowing|calling|describing"
    r"|accusing|criticizing|referring to|praising|dismissing|citing|dubbed|labeled|labelled"
    r"|characterizes|criticizes|praises|slams|blasts|pointed to|points to|condemned|rejected"
)
# Their forms inside a sentence: ", adding that ...".
_SAYING_PARTICIPLES = (
    r"saying|adding|noting|arguing|claiming|telling|warning|suggesting|insisting|explaining"
    r"|declaring|stating|announcing|acknowledging|asserting|contending|predicting|vowing|promising"
    r"|pledging|writing|tweeting|asking|urging|pointing out|stressing"
    r"|emphasizing|reiterating|conceding|boasting|joking|complaining|alleging|concluding|admitting"
)
PARTICIPLES = f"{_SAYING_PARTICIPLES}|calling|accusing|describing"
# Without an s, behind a plural or a helping verb: "critics say", "he would argue".
_BASE = (
    r"say|tell|argue|claim|suggest|note|acknowledge|insist|maintain|contend|warn|believe|report"
    r"|admit|concede|allege|assert|complain|predict|explain|deny|promise|pledge|vow|estimate|agree"
    r"|declare|indicate|point out"
)
# Behind a quotation any verb of speaking will do: "“We count,” critics say".
_SAYING_BEHIND = (
    r"say|tell|write|argue|ask|claim|suggest|note|acknowledge|insist|maintain|contend|warn|report"
    r"|admit|concede|allege|assert|complain|explain|agree|declare|add|state|begins?|began|elaborated"
    r"|responds|answers|remembered|remembers|recommended|recommends|chanted|chants|shout|chant"
    r"|pressed|offered|argues|volunteered|Tweeted|cut in|jumped in|put it|called out"
    r"|cried|protested|objected|gushed|enthused|mumbled|hollered|barked|purred|growled|opines|quips"
    r"|jokes|muses|observes|remarks|replies|wonders|counters|adding|states|elaborates|crowed|crows"
)
SPOKEN = rf"{_NAMING}|{_SAYING}|{_BASE}"
_REPORTING = one_of(f"{_NAMING}|{_SAYING}|{_BASE}|{PARTICIPLES}".split("|"))
REPORTING = re.compile(rf"(?<![\w-])(?:{_REPORTING})\b")
# Only these need no words between marks to report something.
REPORTING_ALONE = re.compile(rf"(?:{_SAYING}|{_BASE}|{_SAYING_PARTICIPLES})")
# "Jones's claim that ...": a noun that reports.
CLAIM_OF = re.compile(
    r"[’']s? (?:[\w-]+ ){0,2}?(?P<cue>claims?|accusations?|allegations?"
    r"|suggestions?|assertions?|statements?|promises?|pledges?|vows?|warnings?|arguments?|remarks?"
    r"|comments?|contentions?|insistence|announcement|argument|belief|complaints?|charges?"
    r"|predictions?|admission|acknowledg(?:e)?ment|denials?) that "
)
SAYING = re.compile(rf"\b(?:{one_of(_SAYING.split('|'))})\b")
BEHIND = re.compile(rf"\b(?:{one_of(f'{_SAYING}|{_SAYING_BEHIND}'.split('|'))})\b")
# Ahead of one, these too.
_SAYING_AHEAD = r"began|begins|responds|answers|puts? it(?=,)|chanted|elaborated"
NAMING = re.compile(rf"\b(?:{one_of(f'{_NAMING}|{_SAYING}|{_SAYING_AHEAD}'.split('|'))})\b")
ACCORDING = re.compile(r"\b[Aa]ccording to ")
PLAIN_SAYING = frozenset({"said", "says"})
TELLING = frozenset(
    {
        "told", "tells", "tell", "telling", "reminded", "reminds", "assured", "assures",
        "informed", "informs",
    }
)  # fmt: skip
# What follows these without "that" is a clause or a thing that was told; behind other verbs it
# must look like a clause.
BARE = words(
    """
    said says say saying announced announces announcing suggested suggests suggest suggesting
    argued argues argue arguing acknowledged acknowledges claimed claims claim claiming insisted
    insists insist insisting denied denies deny promised promises promising pledged pledges
    vowed vows predicted predicts noted explained explains estimated estimates conceded concedes
    alleged alleges asserted stressed emphasized recalled revealed mentioned proclaimed declared
    tweeted demanded
    """
)
TO_SOMEBODY = words(
    """
    warned warns warning promised promises cautioned notified emailed wrote convinced
    """
)
TO_DO = frozenset(
    {
        "vowed", "vows", "vow", "vowing", "pledged", "pledges", "pledge", "pledging", "promised",
        "promises", "promise", "promising", "threatened", "agreed", "agrees", "offered", "refused",
        "claimed", "claims", "claim", "asked", "asks",
    }
)  # fmt: skip

# "was told", "did not say", "if she says": nobody is reported as saying something here.
_NOT_SAID = re.compile(
    r"\b(?:is|are|was|were|be|been|being|not|never|n[’']t|to|if|whether|nobody|would|could|may"
    r"|might|can|will|should|must|widely|the|a|an|this|that|these|those|its|his|her|their|of|in"
    r"|have|no one|when|once)\s+$",
    re.IGNORECASE,
)
_MAY_UNSAY = words(
    """
    is are was were be been being not never to if whether nobody would could may might can will
    should must widely the a an this that these those its his her their of in have one when once
    """
)
_HAVING = re.compile(r"\b(?:has|have|had)\s+$", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:\s+(?:also|later|then|once|recently|repeatedly|often|still|again|first|has|have|had|now"
    r"|only|even|just|both|all|himself|herself|previously|publicly|\w+ly|on \w+day|\w+day|is|are"
    r"|was|were|been|would|will|did|does|do|may|might|could|can|should|went on to|goes on to"
    r"|continued to|continues to)\b)*+\s*$"
)


def is_reporting(text: str, verb: re.Match[str]) -> bool:
    """Whether the verb reports speech here, not a passive, a negation or a noun."""
    before = text[max(0, verb.start() - 16) : verb.start()]
    last = before.split()[-1:]
    if last and last[0].isalpha() and last[0].lower() not in _MAY_UNSAY:
        return True
    if _HAVING.search(before):
        return True
    return not _NOT_SAID.search(before)


def claims_in(text: str) -> list[int]:
    """Where words stand that may report something without a verb."""
    forms = [CLAIM_OF, *([ACCORDING] if _STEM in text else [])]
    return [hit.start() for form in forms for hit in form.finditer(text)]


_STEM = "ccording to "


def according_in(text: str, start: int, end: int) -> re.Match[str] | None:
    if text.find(_STEM, start, end) < 0:
        return None
    return ACCORDING.search(text, start, end)


_ROOM_FOR_ADVERBS = 80
# What may stand last of them; behind any other word there are none.
_ADVERBS = words(
    """
    also later then once recently repeatedly often still again first has have had now only even
    just both all himself herself previously publicly is are was were been would will did does do
    may might could can should to
    """
)


def before_adverbs(text: str, start: int, verb_start: int) -> int:
    """Where the subject of a verb ends: ahead of "also", "has repeatedly" and the like."""
    room = max(start, verb_start - _ROOM_FOR_ADVERBS)
    ahead = text[room:verb_start].rstrip()
    last = ahead.split()[-1:]
    if last and last[0] not in _ADVERBS and not last[0].endswith(("ly", "day")):
        return room + len(ahead)
    between = _BETWEEN.search(text, room, verb_start)
    return between.start() if between else verb_start
