"""The search box's language: what it means, what it refuses, and that it reads its own print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.errors import BadQuery
from articles.search.nodes import (
    SCOPES,
    And,
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
from articles.search.syntax import MAX_DEPTH, MAX_LENGTH, MAX_TERMS, parse, print_words

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
    ('author:"a b" -c', "There is no field “author:”.", 'byline:"a b" -c'),
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


@given(st.text(alphabet='ab "“()-:&|ANDORT*headline\n', max_size=60) | st.text(max_size=60))
def test_any_text_is_understood_or_refused_with_something_better(text):
    mistake = mistake_in(text)
    if mistake is None:
        words = parse(text)
        assert parse(print_words(words)) == words
        return
    assert mistake.message
    assert not mistake.suggestion or parse(mistake.suggestion) is not None


def mistake_in(text: str) -> BadQuery | None:
    try:
        parse(text)
    except BadQuery as mistake:
        return mistake
    return None
