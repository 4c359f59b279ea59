"""TEMPORARY placeholder so that imports work; helper R overwrites this file."""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonalName:
    given: str = ""
    middle: str = ""
    family: str = ""
    suffix: str = ""
    nickname: str = ""


def fold(text: str) -> str:
    text = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    return " ".join("".join(c for c in text if not unicodedata.combining(c)).casefold().split())


def parse_name(text: str) -> PersonalName:
    words = [w for w in text.split() if fold(w).strip(".,") not in {"jr", "sr", "ii", "iii", "iv"}]
    if not words:
        return PersonalName()
    return PersonalName(
        words[0] if len(words) > 1 else "", " ".join(words[1:-1]), words[-1].strip(",")
    )
