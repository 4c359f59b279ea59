"""The search box's language: what it means, what it refuses, and that it reads its own print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.errors import BadQuery
from articles.search.nodes import (
    MAX_DISTANCE,
    SCOPES,
    And,
    Near,
    Not,
    Or,
    Phrase,
    Word,
    conjunction,
    disjunction,
    negation,
    scoped,
    wanted,
)
from articles.search.syntax import (
    MAX_DEPTH,
    MAX_LENGTH,
    MAX_TERMS,
    SETTINGS,
    Box,
    Narrowing,
    parse,
    print_box,
    print_words,
    read_box,
)
from articles.search.syntax.narrowing import NAMES

A, B, C = Word("a"), Word("b"), Word("c")

MEANINGS = [
    ("", None),
    ("  \t\n ", None),
    ("a", A),
    ("a b", And((A, B))),
    ("a AND b", And((A, B))),
    ("a OR b", Or((A, B))),
    ("a OR b c", Or((A, And((B, C))))),  # AND binds tighter
    ("(a OR b) c", And((Or((A, B)), C))),
    ("a NOT b", And((A, Not(B)))),
    ("a -b", And((A, Not(B)))),
    ("-a", Not(A)),
    ("NOT NOT a", A),
    ("-(a b)", Not(And((A, B)))),
    ("((a))", A),
    ("a AND (b AND c)", And((A, B, C))),
    ('"deep-red state"', Phrase("deep-red state")),
    ("“deep-red state”", Phrase("deep-red state")),
    ('-"a b"', Not(Phrase("a b"))),
    ("headline:a", Word("a", "headline")),
    ("HEADLINE:a", Word("a", "headline")),
    ("headline: a", Word("a", "headline")),
    ('byline:"jane doe"', Phrase("jane doe", "byline")),
    ("headline:(a OR byline:b)", Or((Word("a", "headline"), Word("b", "byline")))),
    ("-headline:a", Not(Word("a", "headline"))),
    ("and or not", And((Word("and"), Word("or"), Word("not")))),  # operators are capitals
    ("well-known", Word("well-known")),  # a hyphen inside a word refuses nothing
    ("a - b", And((A, B))),  # nor does a dash
    ("O’Rourke", Word("O’Rourke")),
    ("http://example.org/a", Word("http://example.org/a")),
    ("3:30", Word("3:30")),
    ("a & b", And((A, B))),  # what has no letter or digit is passed over
    ("a\x00\ud800\u200b b", And((A, B))),
    ("e\u0301lan", Word("élan")),
    ("a NEAR/5 b", Near("a", "b", 5)),
    ("a near/5 b", Near("a", "b", 5)),
    ("a w/5 b", Near("a", "b", 5)),
    ('"a b"~5', Near("a", "b", 5)),
    ("a NEAR/5 b c", And((Near("a", "b", 5), C))),  # NEAR binds tightest
    ("-a NEAR/5 b", Not(Near("a", "b", 5))),
    ("headline:(a NEAR/5 b)", Near("a", "b", 5, "headline")),
    ("a near b", And((A, Word("near"), B))),  # a word, unless in capitals or with its number
    ("lead:a quote:b", And((Word("a", "lead"), Word("b", "quote")))),
]

MISTAKES = [
    ("a AND", "“AND” needs a word or phrase behind it.", "a"),
    ("OR a", "“OR” needs a word or phrase before it.", "a"),
    ("a OR OR b", "“OR” needs a word or phrase before it.", "a OR b"),
    ("a NOT", "“NOT” needs a word or phrase behind it.", "a"),
    ("(a", "There is a “(” without its “)”.", "(a)"),
    ("a)", "There is a “)” without its “(”.", "a"),
    ("a ()", "There is nothing before “)”.", "a"),
    ('a "b c', "There is a quotation mark without its partner.", 'a "b c"'),
    ("a headline:", "“headline:” needs a word right behind it, as in headline:runoff.", "a"),
    ("headlin:a", "There is no field “headlin:”.", "headline:a"),
    ('writer:"a b" -c', "There is no field “writer:”.", 'byline:"a b" -c'),
    ("a NEAR b", "NEAR needs a number of words, as in trade NEAR/5 tariffs.", "a NEAR/5 b"),
    ("a NEAR/0 b", f"Words can be sought from 1 to {MAX_DISTANCE} words apart", "a NEAR/1 b"),
    ("a NEAR/5", "“NEAR/5” needs a single word on each side.", "a"),
    ("NEAR/5 a", "“NEAR/5” needs a single word on each side.", "a"),
    ('a NEAR/5 "b c"', "“NEAR/5” needs a single word on each side.", 'a "b c"'),
    ('"b c" NEAR/5 a', "NEAR takes a single word on each side, no phrase.", '"b c" a'),
    ("a NEAR/5 b NEAR/5 c", "NEAR joins two words", ""),
    ('"a b c"~5', "“~5” takes two words", '"a b c"'),
    ("outlet:x OR a", "“outlet:” narrows the whole search and can’t stand beside OR", "a outlet:x"),
    ("(a outlet:x)", "“outlet:” narrows the whole search: write it outside", "(a) outlet:x"),
    ("a -sort:newest", "“sort:” can’t be excluded", "a"),
    ("headline:outlet:x", "“outlet:” must stand by itself", "outlet:x"),
    ("outlet:(x OR y)", "“outlet:” takes one value right behind it", "(x OR y)"),
    ("outlet:% a", "“outlet:” needs a value right behind it, as in outlet:gulf", "a"),
    (
        "outlets:x",
        "There is no field “outlets:”. Did you mean outlet:gulf-pines-courier?",
        "outlet x",
    ),
    ("since:2020", "There is no field “since:”. Did you mean from:2020-03?", "from 2020"),
    ("***", "There is nothing to search for", ""),
    ("AND OR", "“AND” needs a word or phrase before it.", ""),
]


@pytest.mark.parametrize(("text", "meaning"), MEANINGS)
def test_meaning(text, meaning):
    assert parse(text) == meaning


@pytest.mark.parametrize(("text", "message", "suggestion"), MISTAKES)
def test_a_mistake_is_named_and_mended(text, message, suggestion):
    with pytest.raises(BadQuery) as caught:
        parse(text)
    assert caught.value.message.startswith(message)
    assert caught.value.suggestion == suggestion


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x" * (MAX_LENGTH + 1), "longer than"),
        ("a " * (MAX_TERMS + 1), "more than"),
        ("(" * (MAX_DEPTH + 1) + "a" + ")" * (MAX_DEPTH + 1), "nested"),
        ("NOT " * 240 + "a", "nested"),
        ("(" * 999, "nested"),
    ],
)
def test_bounds(text, message):
    with pytest.raises(BadQuery, match=message):
        parse(text)


BOXES = [
    ("outlet:x", Box(narrowings=(Narrowing("outlet", "x"),))),
    ("a outlet:x", Box(A, "a", (Narrowing("outlet", "x"),))),
    ("a AND outlet:x AND b", Box(And((A, B)), "a AND b", (Narrowing("outlet", "x"),))),
    ("a -outlet:x", Box(A, "a", (Narrowing("outlet", "x", is_refused=True),))),
    ("NOT outlet:x", Box(narrowings=(Narrowing("outlet", "x", is_refused=True),))),
    ("QUOTED:“a b” a", Box(A, "a", (Narrowing("quoted", "a b"),))),
    ("state:OR", Box(narrowings=(Narrowing("state", "OR"),))),  # Oregon, no operator
    ("a OR b outlet:x", Box(Or((A, B)), "a OR b", (Narrowing("outlet", "x"),))),
    (
        "from:2020-03 to:2020-07-14 a",
        Box(A, "a", (Narrowing("from", "2020-03"), Narrowing("to", "2020-07-14"))),
    ),
    ("state:AL state:AL", Box(narrowings=(Narrowing("state", "AL"),))),
    ("the state: a", Box(And((Word("the"), Word("state:"), A)), "the state: a")),
]


@pytest.mark.parametrize(("text", "box"), BOXES)
def test_what_narrows_is_taken_out_of_the_words(text, box):
    assert read_box(text) == box


def test_where_only_words_are_sought_nothing_else_is_read():
    with pytest.raises(BadQuery, match="leave out outlet:x") as caught:
        parse("a outlet:x")
    assert caught.value.suggestion == "a"


def test_the_values_typed_are_bounded():
    with pytest.raises(BadQuery, match="At most 40 values"):
        read_box(" ".join(f"year:{number}" for number in range(41)))


def test_only_what_is_wanted_is_marked():
    words = parse('a -b (c OR "d e") NOT (f g)')
    assert wanted(words) == (A, C, Phrase("d e"))
    assert wanted(None) == ()


WORDS = st.from_regex(r"[a-z0-9éß][a-z0-9'’.&-]{0,6}", fullmatch=True)
LEAVES = st.builds(Word, WORDS, st.sampled_from(("", *SCOPES))) | st.builds(
    Phrase,
    st.lists(WORDS, min_size=1, max_size=3).map(" ".join),
    st.sampled_from(("", *SCOPES)),
)
LEAVES |= st.builds(
    Near, WORDS, WORDS, st.integers(1, MAX_DISTANCE), st.sampled_from(("", *SCOPES))
)
NARROWINGS = st.builds(
    Narrowing,
    st.sampled_from([name for name in NAMES if name not in SETTINGS]),
    WORDS | st.lists(WORDS, min_size=2, max_size=3).map(" ".join),
    st.booleans(),
) | st.builds(Narrowing, st.sampled_from(SETTINGS), WORDS)
TREES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, min_size=2, max_size=3).map(conjunction)
        | st.lists(inner, min_size=2, max_size=3).map(disjunction)
        | inner.map(negation)
        | st.builds(scoped, inner, st.sampled_from(SCOPES))
    ),
    max_leaves=12,
)


@given(TREES)
def test_what_is_printed_reads_back_the_same(tree):
    assert parse(print_words(tree)) == tree


@given(st.none() | TREES, st.lists(NARROWINGS, unique=True, max_size=4).map(tuple))
def test_a_whole_box_is_printed_and_reads_back_the_same(tree, narrowings):
    box = read_box(print_box(Box(tree, narrowings=narrowings)))
    assert (box.words, box.narrowings) == (tree, narrowings)
    assert read_box(box.text).words == tree


PIECES = st.sampled_from(
    ["a ", '"', "(", ")", "-", "OR ", "AND ", "NOT ", "NEAR/3 ", "NEAR ", "~4", "outlet:", "to:x "]
)


@given(
    st.text(alphabet='ab "“()-:&|ANDORT*headline\n', max_size=60)
    | st.text(max_size=60)
    | st.lists(PIECES, max_size=12).map("".join)
)
def test_any_text_is_understood_or_refused_with_something_better(text):
    mistake = mistake_in(text)
    if mistake is None:
        box = read_box(text)
        assert read_box(print_box(box)).narrowings == box.narrowings
        assert read_box(print_box(box)).words == box.words
        return
    assert mistake.message
    assert not mistake.suggestion or read_box(mistake.suggestion) != Box()


def mistake_in(text: str) -> BadQuery | None:
    try:
        read_box(text)
    except BadQuery as mistake:
        return mistake
    return None
