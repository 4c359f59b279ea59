"""How unlike a word is to the one that may have been meant: slips of letters, and of the ear."""

import re
import unicodedata

SHORTEST = 4  # of shorter words nearly every other is one slip away
SLIPS = ((5, 1), (8, 2), (30, 3))  # up to so many letters, so many slips
# A word that sounds as the other is nearer than one with a letter gone wrong, and may have a slip
# more.
BY_EAR, BY_EAR_MORE = 0.75, 1

# Letters that are written one for the other, after one sound.
SOUNDS = (
    (re.compile(r"^(?:kn|gn|pn)"), "n"),
    (re.compile(r"^wr"), "r"),
    (re.compile(r"^wh"), "w"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"gh(?=$|t)"), ""),
    (re.compile(r"sch|sh|tch|ch"), "x"),
    (re.compile(r"ck|q|c(?![eiy])|x(?!$)"), "k"),
    (re.compile(r"c(?=[eiy])|z"), "s"),
    (re.compile(r"ie|ei|ey|ee|ea|y"), "i"),
    (re.compile(r"ou|oo|u"), "o"),
    (re.compile(r"(?<=.)h"), ""),
    (re.compile(r"e$"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


def plain(word: str) -> str:
    """Lower case, without accents."""
    parted = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def unlikeness(typed: str, word: str) -> float | None:
    """None where the two are the same or too far apart; both are plain. Smaller is liker."""
    most = most_slips(typed)
    if typed == word or not most or abs(len(typed) - len(word)) > most + BY_EAR_MORE:
        return None
    if _letters_apart(typed, word) > most + BY_EAR_MORE:
        return None
    slips = slips_between(typed, word)
    if slips <= most + BY_EAR_MORE and sound_of(typed) == sound_of(word):
        return min(slips, BY_EAR)
    return float(slips) if slips <= most else None


def most_slips(word: str) -> int:
    if len(word) < SHORTEST:
        return 0
    return next((slips for length, slips in SLIPS if len(word) <= length), 0)


def slips_between(one: str, other: str) -> int:
    """Letters left out, put in, taken for another, or swapped with the next."""
    before, row = [], list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, above, row = row, before, [at]
        for to, meant in enumerate(other, 1):
            slips = min(row[to - 1] + 1, before[to] + 1, before[to - 1] + (letter != meant))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == meant:
                slips = min(slips, above[to - 2] + 1)
            row.append(slips)
    return row[-1]


def sound_of(word: str) -> str:
    for letters, sound in SOUNDS:
        word = letters.sub(sound, word)
    return word


def _letters_apart(one: str, other: str) -> int:
    """A quick bound: so many letters of the one the other has not."""
    left = other
    for letter in one:
        left = left.replace(letter, "", 1)
    return len(left) + max(0, len(one) - len(other))
