"""'1 report', '2 reports': no message of the package has a number before a plural that it did not choose."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.model.counted import counted

PACKAGE = Path(__file__).parents[2] / "audit"
THINGS = (
    "articles|attributions|bytes|comments|copies|differences|entries|errors|figures|files|findings|folders|hosts|lines"
    "|links|notes|pages|paragraphs|passages|places|problems|quotations|records|reports|requests|rules|seconds|sentences"
    "|sources|speakers|statements|waivers|warnings|words"
)
PLURAL = re.compile(rf"^ (?:(?:more|other|new) )?(?:{THINGS})\b")
# Limits, which are always many, and what is only said of several.
OF_SEVERAL = {
    "report/html/cards.py": "len(check.places)",
    "report/markdown/quotation.py": "len(check.places)",
    "report/screen/quote.py": "len(check.places)",
    "report/earlier.py": "len(found)",  # 0, or several
    "cli/runs/finished/waive.py": "len(found)",
    "rules/comparison/statement_figure_missing.py": "len(check.searched)",
    "capture/evidence.py": "len(entries)",
    "rules/placement/quote_not_in_cited.py": "whole",
    "report/counts.py": "self.searched",
    "cli/runs/checking/let_stand.py": "baseline.size",
    "cli/console/progress.py": "self._total",
    "again/archives.py": "self.earlier.size",
    "batch/cluster/run.py": "number",
    "waive/comments.py": "count",
    "report/index/markdown.py": "times",
}
TEMPLATE = re.compile(rf"\}}\}} (?:(?:more|other|new) )?(?:{THINGS})\b")


def numbers_before_plurals(path: Path) -> Iterator[str]:
    """The expressions in f-strings behind which a plural stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.JoinedStr):
            continue
        for value, text in zip(node.values, node.values[1:], strict=False):
            if not isinstance(value, ast.FormattedValue) or not isinstance(text, ast.Constant):
                continue
            if PLURAL.match(str(text.value)):
                yield ast.unparse(value.value)


def is_limit(expression: str) -> bool:
    return re.fullmatch(r"(?:[a-z.]+\.)?_?[A-Z][A-Z_]+(?: // \d+)?", expression) is not None


def test_each_number_chooses_its_noun() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)}: {expression}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for expression in numbers_before_plurals(path)
        if not is_limit(expression) and OF_SEVERAL.get(str(path.relative_to(PACKAGE))) != expression
    ]
    assert wrong == []


def test_so_do_those_of_the_pages() -> None:
    for path in sorted((PACKAGE / "report" / "html").glob("*.html")):
        found = TEMPLATE.findall(path.read_text(encoding="utf-8"))
        # A page of several reports, and that of a batch, has two articles or more in its title.
        assert len(found) <= (2 if path.name == "page.html" else 0), (path.name, found)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (counted(0, "page"), "0 pages"),
        (counted(1, "page"), "1 page"),
        (counted(2, "page"), "2 pages"),
        (counted(1200, "entry", "entries"), "1,200 entries"),
        (counted(1, "entry", "entries"), "1 entry"),
    ],
)
def test_a_number_of_things(said: str, words: str) -> None:
    assert said == words
