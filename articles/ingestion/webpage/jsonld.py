"""JSON-LD: the node that describes this article, however broken its script is."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from articles.ingestion.webpage.tree import words

Node = dict[str, Any]
ARTICLES = re.compile(r"(?:Article|Posting|Report|Review|WebPage)$")
TRAILING = re.compile(r",\s*([}\]])")
FRAME = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
DEEPEST = 12
MOST_NODES = 2000


def nodes_of(root) -> list[Node]:
    """Every node of every script, graphs unfolded, references resolved."""
    found: list[Node] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            found.extend(_walk(_loaded(script.text or ""), 0))
    by_id = {
        node["@id"]: node for node in found if isinstance(node.get("@id"), str) and len(node) > 1
    }
    return [_resolved(node, by_id) for node in found[:MOST_NODES]]


def article_of(nodes: list[Node], headline: str) -> Node:
    """The node of this article: the one whose headline the page shows, else the fullest."""
    fitting = [node for node in nodes if any(ARTICLES.search(kind) for kind in kinds_of(node))]
    named = [node for node in fitting if _same(node.get("headline"), headline)]
    candidates = named or [node for node in fitting if node.get("headline")] or fitting
    return max(candidates, key=_fullness, default={})


def kinds_of(node: Node) -> list[str]:
    kinds = node.get("@type", [])
    return [
        kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)
    ]


def text_in(value: Any) -> str:
    """A string wherever it is: in a list, under "name", "@value" or "url"; unescaped."""
    if isinstance(value, list):
        return next((found for one in value if (found := text_in(one))), "")
    if isinstance(value, dict):
        return text_in(value.get("name") or value.get("@value") or value.get("url"))
    return words(html.unescape(html.unescape(value))) if isinstance(value, str) else ""


def _loaded(text: str) -> Any:
    text = FRAME.sub("", text.strip()).strip()
    for attempt in (text, html.unescape(text), TRAILING.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _walk(value: Any, depth: int) -> Iterator[Node]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _walk(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name, one in value.items():
            if isinstance(one, list | dict) and name not in ("comment", "itemListElement"):
                yield from _walk(one, depth + 1)


def _resolved(node: Node, by_id: dict[str, Node]) -> Node:
    """References to other nodes, one level deep, replaced by these."""
    return {name: _followed(value, by_id) for name, value in node.items()}


def _followed(value: Any, by_id: dict[str, Node]) -> Any:
    if isinstance(value, list):
        return [_followed(one, by_id) for one in value]
    if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
        name = value.get("@id")
        return by_id.get(name, value) if isinstance(name, str) else value
    return value


def _fullness(node: Node) -> int:
    kinds = kinds_of(node)
    told = sum(
        bool(node.get(name)) for name in ("headline", "author", "datePublished", "publisher")
    )
    return told * 2 + any(kind.endswith(("Article", "Posting")) for kind in kinds)


def _same(one: Any, other: str) -> bool:
    plain = [re.sub(r"\W+", " ", text).strip().lower() for text in (text_in(one), other)]
    return bool(plain[0]) and plain[0] == plain[1]
