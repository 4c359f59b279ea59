"""Words that are written in several ways, and what is looked for when one of them is typed.

    expanded(parse("Ala. runoff"))  ->  (Ala. or Alabama) and (runoff or run-off)

The groups of forms are in ``spellings``; the rules for names are here: O'Rourke and ORourke,
run-off and runoff, and Sessions's, which looks for Sessions. Every engine and ``search`` itself
look for what this gives; the reader is shown what was typed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from articles.search.nodes import And, AtLeast, Leaf, Near, Node, Not, Or, Phrase, Variants, Word
from articles.search.spellings import LONGEST_FORM, TITLES, WRITTEN, Group, key_of

MOST_WORDS = 16  # a longer question is looked for as it stands
MOST_VARIANTS = 12
NAME_REACH = 2  # Senator Doug Jones

POSSESSIVE = re.compile(r"(?<=\w\w)['’]s$", re.IGNORECASE)
APOSTROPHE = re.compile(r"(\w{1,3})['’](\w{3,})")
JOINED_APOSTROPHE = re.compile(r"(O)([A-Z][a-z]{2,})")
HYPHENED = re.compile(r"([^\W\d_]+)-([^\W\d_]+)")
LAST_PIECE = re.compile(r"[^\W\d_]{2,40}$")


def expanded(node: Node | None) -> Node | None:
    """The same question with every way to write its words. Pure; the number of ways is bounded."""
    if node is None or sum(1 for _ in _leaves(node)) > MOST_WORDS:
        return node
    return _expanded(node)


def _leaves(node: Node) -> Iterator[Leaf]:
    match node:
        case Not():
            yield from _leaves(node.part)
        case And() | Or() | AtLeast():
            for part in node.parts:
                yield from _leaves(part)
        case _:
            yield node


def _expanded(node: Node) -> Node:
    match node:
        case Word():
            return _run([node])[0]
        case Phrase():
            return _variants(node, [replace(node, text=text) for text in _rewritten(node.text)])
        case Near():
            return _near(node)
        case Not():
            return Not(_expanded(node.part))
        case And():
            return _conjunction(node)
    return replace(node, parts=tuple(_expanded(part) for part in node.parts))


def _conjunction(node: And) -> Node:
    """Words typed side by side may be one form together: North Carolina."""
    parts: list[Node] = []
    run: list[Word] = []
    for part in node.parts:
        if isinstance(part, Word) and (not run or part.scope == run[0].scope):
            run.append(part)
            continue
        parts += _run(run)
        run = [part] if isinstance(part, Word) else []
        parts += [] if run else [_expanded(part)]
    parts += _run(run)
    return parts[0] if len(parts) == 1 else And(tuple(parts))


def _run(words: list[Word]) -> list[Node]:
    parts: list[Node] = []
    at = 0
    while at < len(words):
        group, length = _group_at([word.text for word in words], at)
        following = words[at + length] if at + length < len(words) else None
        parts.append(_typed(words[at : at + length], group, following))
        at += length
    return parts


def _group_at(texts: Sequence[str], at: int) -> tuple[Group | None, int]:
    """The group of the longest form that stands there, and its number of words."""
    for length in range(min(LONGEST_FORM, len(texts) - at), 0, -1):
        text = " ".join(texts[at : at + length])
        group = WRITTEN.get(text) or WRITTEN.get(key_of(text))
        if group:
            return group, length
    return None, 1


def _typed(words: list[Word], group: Group | None, following: Word | None) -> Node:
    first = words[0]
    as_typed = And(tuple(words)) if len(words) > 1 else _bare(first)
    if group is None:
        return _variants(as_typed, [replace(first, text=text) for text in _names(first.text)])
    if group in TITLES:
        return _variants(as_typed, list(_titled(first, group, following)))
    typed = key_of(" ".join(word.text for word in words))
    forms = [form for form in group.forms if key_of(form) != typed]
    return _variants(as_typed, [_form(form, first.scope) for form in forms])


def _bare(word: Word) -> Word:
    """Sessions's -> Sessions: who types a possessive wants the name."""
    return replace(word, text=POSSESSIVE.sub("", word.text))


def _names(text: str) -> Iterator[str]:
    """Other ways to write a name or a compound: joined where it is parted, and the reverse."""
    bare = POSSESSIVE.sub("", text)
    for form in (APOSTROPHE, HYPHENED):
        if form.fullmatch(bare):
            yield form.sub(r"\1\2", bare)
    if JOINED_APOSTROPHE.fullmatch(bare):
        yield JOINED_APOSTROPHE.sub(r"\1'\2", bare)


def _titled(title: Word, group: Group, following: Word | None) -> Iterator[Node]:
    """A title means the other only before a name: “representative” alone is any."""
    name = LAST_PIECE.search(POSSESSIVE.sub("", following.text)) if following else None
    if not name:
        return
    for form in group.forms:
        if key_of(form) not in (key_of(title.text), key_of(name[0])):
            yield Near(form.rstrip("."), name[0], NAME_REACH, title.scope)


def _form(form: str, scope: str) -> Leaf:
    return Phrase(form, scope) if " " in form else Word(form, scope)


def _rewritten(text: str) -> Iterator[str]:
    """A phrase with one of its forms written otherwise."""
    words = text.split()
    at = 0
    while at < len(words):
        group, length = _group_at(words, at)
        written = " ".join(words[at : at + length])
        forms = group.forms if group else _names(written)
        for form in forms:
            if key_of(form) != key_of(written):
                yield " ".join([*words[:at], form, *words[at + length :]])
        at += length


def _near(node: Near) -> Node:
    """Only forms of one word: what is near is told by single words."""
    others: list[Node] = []
    for side in ("first", "second"):
        group, _ = _group_at([getattr(node, side)], 0)
        forms = group.forms if group else ()
        others += [replace(node, **{side: form}) for form in forms if _is_another(form, node)]
    return _variants(node, others)


def _is_another(form: str, node: Near) -> bool:
    is_one_word = form.rstrip(".").isalpha()
    return is_one_word and key_of(form) not in (key_of(node.first), key_of(node.second))


def _variants(as_typed: Node, others: list[Node]) -> Node:
    if not others:
        return as_typed
    return Variants((as_typed, *others[: MOST_VARIANTS - 1]))
