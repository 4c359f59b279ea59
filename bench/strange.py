"""Texts that no newsroom wrote: python -m bench.strange

Prints the seconds of one core that each kind takes for 100 kB. Each must stay below one, and
tests/extraction/test_strange.py holds that the cost grows with the length and not faster.
"""

import argparse
import random
import time
from collections.abc import Callable

from articles.extraction import Story, extract, parse_story
from articles.extraction.text import paragraph_bounds

SIZE = 100_000
_WORDS = "the count of ballots in Mobile goes on while nobody knows when it will end"


def _noise(size: int) -> str:
    draw = random.Random(7)
    return "".join(chr(draw.choice((draw.randrange(32, 0xD800), 32, 10))) for _ in range(size))


def _plain(size: int) -> str:
    return _again(f"{_WORDS}. ", size)


def _again(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def _names(size: int) -> str:
    draw = random.Random(7)
    letters = "abcdefghijklmnopqrstuvwxyz"
    made = ("".join(draw.choices(letters, k=6)).title() for _ in range(size // 7))
    return " ".join(made)


def _full_names(size: int) -> str:
    words = _names(size).split()
    return ". ".join(f"John {word} said so" for word in words)[:size]


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda size: _again(piece, size)


STRANGE: dict[str, Callable[[int], str]] = {
    "random Unicode": _noise,
    "straight marks": _repeated('"'),
    "straight marks apart": _repeated('" '),
    "opening marks": _repeated("“"),
    "opening marks apart": _repeated("“ a "),
    "closing marks": _repeated("” "),
    "doubled single marks": _repeated("''a"),
    "single marks": _repeated(" 'a"),
    "single marks closed": _repeated("'a' "),
    "quotations, one paragraph": _repeated("“We count,” he said. "),
    "quotations, each a paragraph": _repeated("“We count.\n\n"),
    "one word": _repeated("a"),
    "one capitalised word": _repeated("A"),
    "capitalised words": _names,
    "openers": _repeated("The "),
    "full names": _full_names,
    "two of one surname": lambda size: (
        _again("Jones ran. ", size).replace("Jones", "Jo Jones", 1) + " Al Jones ran. Jones did."
    ),
    "initials": _repeated("A. "),
    "brackets": _repeated("([{"),
    "closed brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "said": _repeated("said "),
    "he said": _repeated("he said "),
    "said that": _repeated("Jones said that she said, "),
    "adverbs": _repeated("also "),
    "said in": _repeated("She said in in in in in in in in later later later later, "),
    "only": _repeated("only only only only only only only only x said "),
    "adding": _repeated(", adding that it, "),
    "according to": _repeated("according to "),
    "the senator said": _repeated("The senator said the campaign said. "),
    "no spaces": _repeated("HesaidthatTheCountGoesOn,"),
    "one long sentence": lambda size: _plain(size).replace(".", ""),
    "one long paragraph": _plain,
    "stops": _repeated("."),
    "stops apart": _repeated(". "),
    "spaces": _repeated(" "),
    "line ends": _repeated("\n"),
    "short paragraphs": _repeated("A\n\n"),
    "labels": _repeated("ROE: So.\n\nQ: Why?\n\n"),
    "commas": _repeated("a, "),
    "dashes": _repeated("— - -- "),
    "posts": _repeated("— Jane Roe (@roe) March 4, 2020 "),
    "elisions": _repeated("“a … b … ” he said. "),
    "states and offices": _repeated("Alabama Senate race, governor of Ohio, "),
    "dates": _repeated("March 4, 2020, Tuesday, "),
}


def seconds(text: str) -> float:
    """What reading a text takes of one core: as a pasted story, and as one paragraph."""
    started = time.process_time()
    extract(parse_story(text))
    extract(Story(body=text, blocks=("paragraph",) * len(paragraph_bounds(text))))
    return time.process_time() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=SIZE)
    size = parser.parse_args().size
    for kind, make in STRANGE.items():
        per_100_kb = seconds(make(size)) * SIZE / size / 2
        print(f"{kind:30} {per_100_kb:6.2f} s" + ("   TOO SLOW" if per_100_kb > 1 else ""))


if __name__ == "__main__":
    main()
