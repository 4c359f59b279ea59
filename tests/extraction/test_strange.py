"""No text, however strange, costs more than its length: steps are counted, nothing is timed."""

import re
import sys
from importlib import import_module
from pathlib import Path
from re import _constants as codes
from re import _parser as parser

import pytest

import articles.extraction
from articles.extraction import Story, extract
from articles.extraction.text import paragraph_bounds
from bench.strange import STRANGE

SIZE = 1200
MODULES = sorted(path.stem for path in Path(articles.extraction.__file__).parent.glob("*.py"))
REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)


def steps(text: str) -> int:
    """How many functions are called, ours and those of the language, to read the text."""
    count = 0

    def counted(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    blocks = ("paragraph",) * len(paragraph_bounds(text))
    sys.setprofile(counted)
    try:
        extract(Story(body=text, blocks=blocks))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("kind", STRANGE)
def test_twice_the_text_takes_no_more_than_about_twice_the_steps(kind):
    once, twice = steps(STRANGE[kind](SIZE)), steps(STRANGE[kind](2 * SIZE))
    assert twice < 2.5 * once + 1000


@pytest.mark.parametrize("kind", ["said that", "no spaces", "labels", "two of one surname"])
def test_a_name_that_comes_a_thousand_times_takes_no_square_of_steps(kind):
    once, twice = steps(STRANGE[kind](10 * SIZE)), steps(STRANGE[kind](20 * SIZE))
    assert twice < 2.2 * once


def patterns():
    for name in MODULES:
        module = import_module(f"articles.extraction.{name}")
        for key, value in vars(module).items():
            if isinstance(value, re.Pattern) and f"{name}." not in key:
                yield f"{name}.{key}", value


def nested(parsed, inside=False):
    """The repeats without end that stand in another and may begin where it does."""
    for at, (code, argument) in enumerate(parsed):
        if code in REPEATS:
            _, most, body = argument
            endless = most == codes.MAXREPEAT
            if inside and endless and at == 0:
                yield body
            yield from nested(body, inside or endless)
        elif code is codes.SUBPATTERN:
            yield from nested(argument[-1], inside)
        elif code is codes.BRANCH:
            for branch in argument[1]:
                yield from nested(branch, inside)


PATTERNS = dict(patterns())


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_repeats_a_repeat(name):
    """ "(a+)+" tries a text in as many ways as it can be cut up; "(,a+)+" in one."""
    pattern = PATTERNS[name]
    parsed = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    assert not list(nested(parsed)), name


def test_the_check_finds_such_a_pattern():
    assert list(nested(parser.parse("(?:a+)+b")))
    assert list(nested(parser.parse("(?:a|b*c)*")))
    assert not list(nested(parser.parse("(?:,a+)+b?c*")))
