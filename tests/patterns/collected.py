"""Every regular expression of the package, with the ways in which it is used."""

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from copy import deepcopy
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import Any

from tests.patterns.bounds import LONGEST

PACKAGE = Path(__file__).parents[2] / "audit"
_MATCHING = frozenset({"match", "fullmatch"})
_SEARCHING = frozenset({"search", "finditer", "findall", "sub", "subn", "split"})
_WAYS = _MATCHING | _SEARCHING
_COMPILING = frozenset({"expression", *(f"re.{way}" for way in (*_WAYS, "compile"))})
_FLAGS = frozenset(f"re.{name}" for name in re.RegexFlag.__members__)
_NOT_OF_TEXT_TOO = _WAYS - {"split"}  # methods that strings have not
_TEXTS = (
    "“We will go,” Ann Lee told the BBC. “It cost 12%,” said Lee (@annlee).",
    "„Wir gehen“, sagte Anna Lee dem Spiegel.",
    "« Nous irons », a dit Anne Lee au Monde.",
    "—Iremos —dijo Ana Lee a El País.",
    "«Мы пойдём», — заявила Анна Ли агентству ТАСС.",
)


@dataclass(frozen=True, slots=True)
class Used:
    """A pattern, where it was compiled, the name it was given ('' for none), and the methods called on it."""

    pattern: "re.Pattern[Any]"
    module: str
    line: int
    name: str
    ways: frozenset[str]


def patterns() -> list[Used]:
    """Imports the whole package and sets its stages to work, and keeps what is compiled meanwhile.

    What no stage came to is made in another way: functions without arguments, or of a language, are called;
    of what is written where it is used, the text is taken. A pattern that several modules have stands once,
    with the ways of all of them, but for those whose callers cut the text.
    """
    found: dict[tuple[Any, int, str, int], re.Pattern[Any]] = {}
    compiled = re._compile  # type: ignore[attr-defined] # what all functions of re go through

    def record(pattern: Any, flags: int) -> re.Pattern[Any]:
        made: re.Pattern[Any] = compiled(pattern, flags)
        caller = sys._getframe(2)
        module = caller.f_globals.get("__name__", "")
        if module.partition(".")[0] == "audit":
            found.setdefault((made.pattern, made.flags, module, caller.f_lineno), made)
        return made

    re._compile = record  # type: ignore[attr-defined]
    assert not any(name.partition(".")[0] == "audit" for name in sys.modules), "imported too early"
    trees = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in _modules()}
    try:
        for found_module in walk_packages([str(PACKAGE)], "audit."):
            import_module(found_module.name)
        _set_to_work()
        for name, tree in trees.items():
            _call_makers(import_module(name), tree)
    finally:
        re._compile = compiled  # type: ignore[attr-defined]
    reached = {(module, line) for _, _, module, line in found}
    for name, tree in trees.items():
        for line, made in _written(import_module(name), tree, reached):
            found[made.pattern, made.flags, name, line] = made
    uses = {name: _Uses(tree) for name, tree in trees.items()}
    once: dict[tuple[Any, int, int | None], Used] = {}
    for (_, _, module, line), made in found.items():
        name, ways = uses[module].of(line)
        key = (made.pattern, made.flags, LONGEST.get((module, name)))
        first = once.setdefault(key, Used(made, module, line, name, ways))
        once[key] = replace(first, ways=first.ways | ways)
    return list(once.values())


def _sites(tree: ast.AST) -> Iterator[ast.Call]:
    """The calls of ``re`` in a module that take a pattern."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in _COMPILING:
            yield node


def _call_makers(module: ModuleType, tree: ast.Module) -> None:
    """Calls the functions that make patterns and take nothing, or the code of a language."""
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef) or not any(_sites(node)):
            continue
        taken = [argument.arg for argument in node.args.args]
        if not taken:
            getattr(module, node.name)()
        elif taken == ["language"]:
            for language in _languages():
                getattr(module, node.name)(language)


def _languages() -> Iterator[str]:
    for folder in PACKAGE.joinpath("languages").iterdir():
        if len(folder.name) == 2:
            yield folder.name


def _written(
    module: ModuleType, tree: ast.Module, reached: AbstractSet[tuple[str, int]]
) -> Iterator[tuple[int, "re.Pattern[Any]"]]:
    """The patterns of the calls that were not reached, by what is written there."""
    for function in [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]:
        examples = _Examples(module, function)
        for site in _sites(function):
            if any((module.__name__, line) in reached for line in _lines(site)):
                continue
            text = ast.unparse(examples.visit(deepcopy(site.args[0])))
            flags = [node for node in ast.walk(site) if ast.unparse(node) in _FLAGS]
            written = eval(text, vars(module))  # noqa: S307 — the package's own words
            yield site.lineno, re.compile(written, *map(_flag, flags[:1]))


def _flag(node: ast.AST) -> re.RegexFlag:
    return re.RegexFlag[ast.unparse(node).removeprefix("re.")]


class _Examples(ast.NodeTransformer):
    """Puts a name where one is escaped, and what a function calls by a name in its place."""

    def __init__(self, module: ModuleType, function: ast.FunctionDef) -> None:
        self._known = vars(module)
        self._assigned = {
            node.targets[0].id: node.value
            for node in ast.walk(function)
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        }

    def visit_Call(self, node: ast.Call) -> ast.AST:
        written = ast.unparse(node)
        if written.startswith("re.escape("):
            return ast.Constant("Ann Lee")
        if written.startswith("map(re.escape,"):
            return ast.List([ast.Constant("Ann"), ast.Constant("Lee")], ast.Load())
        return self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> ast.AST:
        if node.id in self._known or node.id not in self._assigned:
            return node
        return self.visit(deepcopy(self._assigned[node.id]))  # type: ignore[no-any-return]


def _set_to_work() -> None:
    """So that what is compiled only where it is needed is compiled too."""
    walls = import_module("audit.capture.outcome.wall_words")
    for wall, table in walls.tables().items():
        for kind in table.keys() & {"names", "sentences", "anywhere", "marks"}:
            getattr(walls, kind)(wall)
    for page in walls.tables()["paths"]:
        walls.segment(page)
        walls.on_path(page)
    audit = import_module("audit")
    for text in _TEXTS:
        article = audit.read_article(f"{text}\n\n{text * 5}".encode(), format="text")
        audit.extract(article)
        page = audit.source_text(f"<html><p>{text}</p><p>[Laughter] LEE: I said so.</p>".encode())
        audit.verify_quote(text[1:12], page, speaker="Ann Lee")
        audit.verify_quote(f"[Lee] {text[4:12]} … 13 not it", page, speaker="Ann Lee")


def _modules() -> Iterator[tuple[str, Path]]:
    for path in PACKAGE.rglob("*.py"):
        name = ".".join((PACKAGE.name, *path.relative_to(PACKAGE).with_suffix("").parts))
        yield name.removesuffix(".__init__"), path


class _Uses:
    """The names that a module gives to what it assigns, and the methods that it calls on names.

    A field is '.field', of whatever it is one.
    """

    def __init__(self, tree: ast.Module) -> None:
        self._named: dict[int, str] = {}
        self._at_once: dict[int, str] = {}
        called: defaultdict[str, set[str]] = defaultdict(set)
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                self._named |= dict.fromkeys(_lines(node), node.targets[0].id)
            elif isinstance(node, ast.keyword) and node.arg and any(_sites(node.value)):
                self._named |= dict.fromkeys(_lines(node.value), f".{node.arg}")
            elif isinstance(node, ast.Attribute):
                called[_called_on(node.value)].add(node.attr)
        for site in _sites(tree):
            way = ast.unparse(site.func).rpartition(".")[2]
            if way in _WAYS:  # of re itself
                self._at_once |= dict.fromkeys(_lines(site), way)
        self._called = {name: frozenset(names & _WAYS) for name, names in called.items()}
        mine = {*self._named.values(), "re"}
        self._by_others = frozenset[str]().union(
            *(ways & _NOT_OF_TEXT_TOO for name, ways in self._called.items() if name not in mine)
        )

    def of(self, line: int) -> tuple[str, frozenset[str]]:
        """The name and the methods of what is compiled in a line.

        What has no name of its own, as in a table, may be used in any way in which the module uses what
        it calls otherwise; where nothing tells, in every way.
        """
        name = self._named.get(line, "")
        if line in self._at_once:
            return name, frozenset({self._at_once[line]})
        of_name = self._called.get(name) if name else None
        return name, of_name or self._by_others or _WAYS


def _lines(node: ast.expr | ast.stmt) -> range:
    return range(node.lineno, (node.end_lineno or 0) + 1)


def _called_on(node: ast.expr) -> str:
    named = node.value if isinstance(node, ast.Subscript) else node
    if isinstance(named, ast.Attribute):
        return f".{named.attr}"
    return named.id if isinstance(named, ast.Name) else ""
