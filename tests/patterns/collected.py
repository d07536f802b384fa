"""Every regular expression of the package, with the ways in which it is used."""

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

PACKAGE = Path(__file__).parents[2] / "audit"
_MATCHING = frozenset({"match", "fullmatch"})
_SEARCHING = frozenset({"search", "finditer", "findall", "sub", "subn", "split"})
_WAYS = _MATCHING | _SEARCHING
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
    """Imports the whole package and sets its stages to work, and keeps what is compiled meanwhile."""
    found: dict[tuple[Any, int], tuple[re.Pattern[Any], str, int]] = {}
    compiled = re._compile  # type: ignore[attr-defined] # what all functions of re go through

    def record(pattern: Any, flags: int) -> re.Pattern[Any]:
        expression: re.Pattern[Any] = compiled(pattern, flags)
        caller = sys._getframe(2)
        module = caller.f_globals.get("__name__", "")
        if module.partition(".")[0] == "audit":
            found.setdefault(
                (expression.pattern, expression.flags), (expression, module, caller.f_lineno)
            )
        return expression

    re._compile = record  # type: ignore[attr-defined]
    assert not any(name.partition(".")[0] == "audit" for name in sys.modules), "imported too early"
    try:
        for module in walk_packages([str(PACKAGE)], "audit."):
            import_module(module.name)
        _set_to_work()
    finally:
        re._compile = compiled  # type: ignore[attr-defined]
    uses = {module: _Uses(path) for module, path in _modules()}
    return [
        Used(used, module, line, *uses[module].of(line)) for used, module, line in found.values()
    ]


def _set_to_work() -> None:
    """So that what is compiled only where it is needed is compiled too."""
    walls = import_module("audit.capture.outcome.wall_words")
    for wall, table in walls.tables().items():
        for kind in table.keys() & {"names", "sentences", "anywhere", "marks"}:
            getattr(walls, kind)(wall)
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
    """The names that a module gives to what it assigns, and the methods that it calls on names."""

    def __init__(self, path: Path) -> None:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        self._named: dict[int, str] = {}
        called: defaultdict[str, set[str]] = defaultdict(set)
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                self._named |= dict.fromkeys(
                    range(node.lineno, (node.end_lineno or 0) + 1), node.targets[0].id
                )
            elif isinstance(node, ast.Attribute) and isinstance(
                node.value, ast.Name | ast.Subscript
            ):
                named = node.value if isinstance(node.value, ast.Name) else node.value.value
                called[named.id if isinstance(named, ast.Name) else ""].add(node.attr)
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
        return name, self._called.get(name) or self._by_others or _WAYS
