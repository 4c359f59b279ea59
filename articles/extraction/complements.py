"""What a verb of saying reports: where the clause behind it starts and where it ends."""

from __future__ import annotations

import re

from .speech import BARE, PARTICIPLES, REPORTING_ALONE, SPOKEN, TELLING, TO_DO, TO_SOMEBODY

# What may stand between the verb and its clause: when, where, how and to whom it was said.
_WHEN = (
    r"(?:(?:on |late |early |last |this |that |earlier |later |again |then ){0,3}"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|week|month|year|day|night|then"
    r"|later|again)"
    r"(?: (?:morning|night|afternoon|evening|in [A-Z]\w+))?)"
)
_HOW = (
    r"(?:(?:in|during|at|on|to|through|via|after|before|when|over)"
    r" [^,;:“”\"()]{2,70}?)"
)
_THAT_AHEAD = (
    r"that (?!(?:day|night|week|morning|evening|afternoon|year|much|of|is|was|would|has|had)\b)"
)
_ADVERB = r"(?:\w+ly|later|once|only|instead|again)"
_BEFORE_THAT = re.compile(
    rf"(?:,? (?:{_WHEN}|{_HOW}|{_ADVERB})){{0,2}},? {_THAT_AHEAD}"
    rf"|, [^;:“”\"]{{2,90}}?, {_THAT_AHEAD}"
)
_TOLD_THAT = re.compile(rf"[^;:“”\"]{{1,110}}?\b{_THAT_AHEAD}")
_BESIDE = re.compile(
    rf"(?: {_WHEN},?| {_ADVERB}| (?:in|via|through|during|at|on) (?:an?|his|her|its|their|the|one"
    r"|several|interviews?|court|[A-Z][\w’'.]+) ?(?:[\w’'-]+ ){0,4}?(?:statement|tweets?|posts?"
    r"|release|speech|e-?mail|interviews?|letter|memo|filings?|papers|documents|video|conference|rally|news"
    r"|show|debate|hearing|op-ed|report|briefing|call|address|remarks|ad|column|book|message)"
    rf"(?: {_WHEN})?,?| (?:to|with) (?:reporters|supporters|CNN|NBC|ABC|CBS|voters),?"
    r"| of [A-Z][\w’'.]+(?: [A-Z][\w’'.]+)?,?){0,3} "
)
# The one who is told: a pronoun, a name, a noun with what stands before it.
_TOLD = re.compile(
    r" (?:him|her|them|us|me|you|it"
    r"|(?:the |a |an |his |her |their |its |one |two |several )?(?:[\w’'&.-]+ ){0,3}?"
    r"(?:reporters?|supporters|voters|audience|crowd|people|officials|aides|host|police|members"
    r"|lawmakers|delegates|donors|staff|colleagues|advisers|friends|investigators|group|students"
    r"|conference|meeting|gathering|rally|forum|magazine|newspaper|outlet|site|station|panel|board"
    r"|Americans|Republicans|Democrats|senators|committee|leaders|agents|press|nation|workers"
    r"|(?-i:[A-Z][\w’'&.]+(?: (?-i:[A-Z][\w’'&.]+)){0,3})))"
    rf"(?: {_WHEN}| (?:in|at|on|during) [^,;:“”\"]{{2,50}}?)?,? "
    r"(?=(?:he|she|they|it|we|I|the|a|an|his|her|their|its|there|this|these|those|what|why|how"
    r"|whether|if|to|not to|[A-Z“\"])\b|[“\"])",
    re.IGNORECASE,
)
_NO_CLAUSE = re.compile(
    r"(?:in|at|on|of|to|about|so|yes|during|after|before|from|when|as|with|by|for|much|hello|and"
    r"|but|or|than|against|over|into|through|together|back|out|up|down)\b|[^\w$“\"'‘`(\[]"
)
_ENDS = re.compile(
    rf",[”\"]? (?:while |but |and )?(?:also |later |then )?(?:{PARTICIPLES})\b"
    rf"|,?[”\"]? (?:and|but) (?:also |later |then |has |have |had |again )?(?:{SPOKEN})\b"
    r"|,[”\"]? (?:according to|which|although|though|whereas|despite|even as|even though)\b"
    r"|[;]| [—–-]{1,2} (?=\w)"
)
_QUOTE_ENDS = re.compile(r",(?:[”\"]|'')(?= (?!and\b|that\b|“|\"|which\b|who\b|or\b))")
# Behind a closing mark the reporter's own sentence is soon taken up again.
_OWN_WORDS = re.compile(
    r"(?<=[”\"'])(?:,)? (?:while|during|despite|where|but (?:he|she|they|it|did|has|was)"
    r"|when (?:he|she|they|it|asked)|as (?:he|she|they|it)|(?:before|after) \w+ing"
    r"|on (?:Twitter|Facebook|\w+day)|in (?:an?|his|her|the|its|their) (?:\w+ )?(?:tweet"
    r"|interview|statement|speech|post|book|letter|e-?mail|memo|op-ed|column|video|debate|report|\d{4})"
    r"|and (?:has|have|had|was|were|also|then|made|gave|took|\w{3,}ed)\b(?! by\b))\b"
)
_CLAUSE = re.compile(
    r"(?:[\w’'$%-]+ ){1,7}?(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should"
    r"|must|do|does|did|isn[’']t|wasn[’']t|won[’']t|don[’']t|didn[’']t|wouldn[’']t|\w{3,}ed)\b"
    r"|(?:whether|how|why|what|who|if)\b"
)
# "asked not to be named" tells how somebody spoke, and reports nothing.
_UNNAMED = re.compile(
    r"(?:not to be|to (?:be|remain|stay|speak)) (?:named|identified|anonym\w+|quoted)"
)
_OBJECT_THAT = re.compile(rf" (?:[\w.’'&-]+ ){{1,4}}{_THAT_AHEAD}")
_FEWEST_WORDS_TO_AN_END = 3


def clause_start(text: str, verb: re.Match[str], end: int) -> int | None:
    """Where what the verb reports begins; none where it reports nothing here."""
    word = verb.group().lower()
    if not REPORTING_ALONE.fullmatch(word):
        return verb.end() + 1 if text.startswith(" ", verb.end()) else None
    if word in TELLING:
        return _after_the_told(text, verb, end)
    that = _BEFORE_THAT.match(text, verb.end(), end)
    if that:
        return that.end()
    if word in TO_SOMEBODY and (told := _OBJECT_THAT.match(text, verb.end(), end)):
        return told.end()
    beside = _BESIDE.match(text, verb.end(), end)
    if beside is None:
        return None
    if _UNNAMED.match(text, beside.end(), end):
        return None
    if word in TO_DO and text.startswith(("to ", "not to "), beside.end()):
        return beside.end()
    if _NO_CLAUSE.match(text, beside.end(), end):
        return None
    return beside.end() if word in BARE or _CLAUSE.match(text, beside.end(), end) else None


def _after_the_told(text: str, verb: re.Match[str], end: int) -> int | None:
    that = _TOLD_THAT.match(text, verb.end(), end)
    if that:
        return that.end()
    told = _TOLD.match(text, verb.end(), end)
    return told.end() if told else None


def clause_end(text: str, start: int, end: int) -> int:
    """Where the clause from ``start`` ends: ahead of the next report, or with its sentence."""
    floor = start
    for _ in range(_FEWEST_WORDS_TO_AN_END):
        floor = text.find(" ", floor + 1, end)
        if floor < 0:
            return end
    stops = [
        stop for form in (_ENDS, _QUOTE_ENDS, _OWN_WORDS) if (stop := form.search(text, floor, end))
    ]
    return min((stop.start() for stop in stops), default=end)
