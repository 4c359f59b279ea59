"""Lines that stand in a page's text and are not of the article."""

import re

# These meet texts in small letters: twice as quick as a pattern that takes letters of any size.
LEAD_ON = re.compile(
    r"^(?:read (?:more|also|next|the full)|related(?: stories| articles| coverage| content)?\b|"
    r"see also|also(?: read)?:|also read|more ?:|recommended|"
    r"more (?:from|on|coverage|stories|like this|about)|"
    r"you may (?:also )?like|watch(?: now| live| more|:)|listen(?: now|:)|don['’]t miss|trending|"
    r"top stories|editors?['’]? (?:picks?|recommendation)|click here|continue reading|"
    r"keep reading|story continues|article continues|advertis|sponsored|promoted|go deeper|"
    r"up next|most (?:read|popular)|what to read next|in other news)\b"
)
ASK = re.compile(
    r"\b(?:sign(?:ing)? up (?:for|to|here|now)|subscribe (?:to|now|here|today)|newsletter|"
    r"get (?:the|our|your) (?:latest|best|top|daily|most|need)|follow (?:us|him|her|them|me)\b|"
    r"like us on|download (?:the|our) app|join (?:our|the) (?:conversation|channel)|"
    r"support (?:our|independent) journalism|donate|already a subscriber|log in to|"
    r"create an account|your inbox|email address|terms of (?:use|service)|privacy policy|"
    r"all rights reserved|copyright \d{4}|may not be (?:published|reproduced)|"
    r"for more .{0,60}(?:news|stories|coverage)|got a (?:tip|story)|send (?:tips|an email)|"
    r"personal,? non-?commercial use|order reprints|print article|thanks? (?:you )?for signing up|"
    r"(?:earns?|receive) (?:an? )?(?:affiliate )?commission|independently select|"
    r"share this (?:article|story)|link copied|click to (?:share|expand)|view comments|"
    r"leave a comment|comments? \(?\d|has been updated (?:to|with)$)|©"
)
ABOUT_AUTHOR = re.compile(
    r"^(?:\W*)(?:(?:[A-Z][\w.'’-]+ ){2,4})(?:is|was) (?:an?|the) [^.]{0,120}"
    r"\b(?:reporter|writer|editor|columnist|correspondent|journalist|contributor|fellow|author|"
    r"producer|professor)\b"
    r"|(?:reach|email|contact) (?:him|her|them|the (?:reporter|writer|author)) (?:at|on)\b"
    r"|^(?:reporting|additional reporting|writing|editing|edited|compiled) by\b"
    r"|\bcontributed to this (?:report|story|article)\b",
    re.IGNORECASE,
)
FURNITURE = re.compile(
    r"^(?:advertisement|share|tweet|print|email|comments?|save|caption|close|menu|search|photos?|"
    r"\d+ (?:min|minute)s? read|\d+ comments?|image source|getty images?|ap photo|"
    r"by|updated|published|loading.*|facebook|twitter|linkedin|whatsapp|copy link|link)[\s.:,]*$"
)
LONGEST_LEAD_ON = 30  # words
LONGEST_NOISE = 40  # words: a longer one is a paragraph that mentions a newsletter


def leads_on(text: str) -> bool:
    """Whether it points to another story."""
    return bool(LEAD_ON.match(text.lower()))


def asks(text: str) -> bool:
    """Whether it asks for something: to subscribe, to follow, to accept."""
    return bool(ASK.search(text.lower()))


def is_noise(text: str, place: int, total: int) -> bool:
    """Whether paragraph ``place`` of ``total`` is none of the article's own."""
    words = text.count(" ") + 1
    if words <= LONGEST_NOISE and _is_line_of_noise(text, words):
        return True
    is_near_end = place >= total - 4 or place >= total * 0.8
    return is_near_end and words <= 60 and bool(ABOUT_AUTHOR.search(text))


def _is_line_of_noise(text: str, words: int) -> bool:
    if FURNITURE.match(text.lower()) or not any(map(str.isalnum, text)):
        return True
    if words <= LONGEST_LEAD_ON and leads_on(text) and not text.endswith((".”", '."')):
        return True
    return asks(text)
