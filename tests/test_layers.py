"""The layers of docs/design.md, read from the imports: none runs upward, none between faces."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PURE = {"django", "articles.models", "requests", "urllib.request", "socket"}
LEVELS = {
    "articles.extraction": 0,
    "articles.marking": 0,
    "articles.search.nodes": 0,
    "articles.search.spellings": 0,
    "articles.search.synonyms": 0,
    "articles.search.likeness": 0,
    "articles.search.periods": 0,
    "articles.search.query": 0,
    "articles.search.sentences": 0,
    "articles.search.syntax": 0,
    "articles.search.facets": 0,
    "articles.search.results": 0,
    "articles.search.errors": 0,
    "articles.models": 1,
    "articles.search": 2,
    "articles.ingestion": 3,
    "articles.curation": 3,
    "articles.checking": 3,
    "articles.exports": 3,
    "articles.filters": 4,
    "articles.views": 5,
    "articles.api": 5,
    "articles.admin": 5,
    "articles.feeds": 5,
    "articles.sitemaps": 5,
    "articles.templatetags": 5,
    "articles.management": 5,
    "articles.urls": 6,
    "articles.apps": 6,
    "articles.checks": 6,
    "articles.groups": 6,
    "newsarchive": 6,
}
FACE = 5


def part_of(module: str) -> str | None:
    """The longest named part that the module belongs to."""
    fitting = [name for name in LEVELS if module == name or module.startswith(f"{name}.")]
    return max(fitting, key=len, default=None)


def modules() -> list[tuple[str, Path]]:
    paths = [path for top in ("articles", "newsarchive") for path in (ROOT / top).rglob("*.py")]
    return [(name_of(path), path) for path in sorted(paths) if "migrations" not in path.parts]


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def target_of(node: ast.ImportFrom, path: Path) -> str:
    """The module an import names, a relative one resolved."""
    if not node.level:
        return node.module or ""
    package = path.relative_to(ROOT).parts[: -node.level]
    return ".".join([*package, *([node.module] if node.module else [])])


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            module = target_of(node, path)
            found |= {module, *(f"{module}.{alias.name}" for alias in node.names)}
    return found


def test_every_module_belongs_to_a_layer():
    lost = [name for name, _ in modules() if part_of(name) is None]
    assert lost in ([], ["articles"])


@pytest.mark.parametrize(("name", "path"), modules(), ids=lambda value: str(value).split("/")[-1])
def test_imports_run_downward(name, path):
    own = part_of(name)
    if own is None:
        return
    wrong = []
    for target in imports(path):
        part = part_of(target)
        if part is None or part == own or target == name:
            continue
        upward = LEVELS[part] > LEVELS[own]
        sideways = LEVELS[part] == LEVELS[own] == FACE
        if upward or sideways:
            wrong.append(target)
    assert not wrong, f"{name} imports {wrong}"


def test_extraction_is_pure():
    impure = {
        name: sorted(bad)
        for name, path in modules()
        if part_of(name) == "articles.extraction"
        and (
            bad := {i for i in imports(path) if any(i == p or i.startswith(f"{p}.") for p in PURE)}
        )
    }
    assert impure == {}


def test_nothing_is_imported_inside_a_function_to_dodge_a_cycle():
    allowed = {"articles.apps"}
    found = []
    for name, path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and name not in allowed:
                found += [
                    f"{name}.{node.name}"
                    for inner in ast.walk(node)
                    if isinstance(inner, ast.ImportFrom)
                    and target_of(inner, path).startswith("articles")
                ]
    assert found == []
