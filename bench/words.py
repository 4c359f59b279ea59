"""Made-up words, names and texts, distributed as in real ones (Zipf), from a seeded source."""

import itertools
import random
from dataclasses import dataclass, field

ONSETS = [
    "b",
    "br",
    "c",
    "ch",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "pr",
    "qu",
    "r",
    "s",
    "sh",
    "st",
    "t",
    "tr",
    "v",
    "w",
    "z",
]
VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ie", "oo", "ou"]
CODAS = ["", "", "l", "m", "n", "nd", "r", "rt", "s", "st", "t", "x"]
SENTENCE = 18


@dataclass
class Words:
    """``text(n)``: about n words; the frequent few make up most of them, as in English."""

    source: random.Random
    size: int = 50_000
    vocabulary: list[str] = field(init=False)
    _cumulated: list[float] = field(init=False)

    def __post_init__(self) -> None:
        made = dict.fromkeys(word(self.source) for _ in range(self.size * 2))
        self.vocabulary = sorted(list(made)[: self.size], key=len)
        self._cumulated = zipf(len(self.vocabulary))

    def some(self, number: int) -> list[str]:
        return self.source.choices(self.vocabulary, cum_weights=self._cumulated, k=number)

    def text(self, number: int) -> str:
        words = self.some(number)
        sentences = [
            " ".join(words[start : start + SENTENCE]).capitalize() + "."
            for start in range(0, number, SENTENCE)
        ]
        return "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))

    def rare(self, rank: int) -> str:
        """The word of that rank; 0 is the most frequent."""
        return self.vocabulary[rank]


def zipf(number: int, exponent: float = 1.0) -> list[float]:
    """Cumulated weights of ranks 1 to ``number``."""
    return list(itertools.accumulate((rank + 2.7) ** -exponent for rank in range(number)))


def word(source: random.Random) -> str:
    syllables = source.choice((1, 2, 2, 3, 3, 4))
    return "".join(
        source.choice(ONSETS) + source.choice(VOWELS) + source.choice(CODAS)
        for _ in range(syllables)
    )


def name(source: random.Random) -> str:
    return f"{word(source).capitalize()} {word(source).capitalize()}{word(source)}"
