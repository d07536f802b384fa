"""report.json read back: the same report to every format, and one clear line for anything else."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.errors import ReadError
from audit.model import Origin, Report
from audit.report.build.github import render_github, render_summary
from audit.report.build.junit import render_junit
from audit.report.build.sarif import render_sarif
from audit.report.csv import render_csv
from audit.report.html import render_html
from audit.report.index.listed import listed
from audit.report.json.article import origin_of, steps_of
from audit.report.json.read_back import finished, read_file, read_reports
from audit.report.json.tree import json_of, render_json, render_json_line
from audit.report.markdown import render_markdown
from audit.report.screen.lines import render_lines
from audit.report.screen.terminal import render_terminal
from tests.report.poison import POISONS, poisoned
from tests.report.sample import report

FORMATS: tuple[Callable[[Report], str], ...] = (
    lambda report_: render_lines([listed(report_)]),
    render_markdown,
    lambda report_: render_terminal(report_, color=True, width=80),
    lambda report_: render_html([report_]),
    lambda report_: render_sarif([report_], []),
    lambda report_: render_junit([report_]),
    lambda report_: render_github([report_]),
    lambda report_: render_summary([report_]),
    lambda report_: render_csv([report_]),
)


def digest_stays(poison: str) -> Callable[[str], str]:
    return lambda text: text if len(text) == 64 else text + poison


@pytest.mark.parametrize("poison", ["", *POISONS])
def test_a_report_read_back_looks_the_same_in_every_format(poison: str) -> None:
    made = poisoned_at_its_sources(report(), poison)
    (told,) = read_reports(render_json(made).encode(), "report.json")
    for render in FORMATS:
        assert render(told.report) == render(made)
    assert json_of(told.tree) == render_json(made)


def poisoned_at_its_sources(made: Report, poison: str) -> Report:
    """Spoilt where a report stays one: the article's own words must stand where they are said to."""
    if not poison:
        return made
    spoilt = poisoned(made, digest_stays(poison))
    facts = spoilt.facts
    checks = [
        type(check)(**{**fields(check), "attribution": own.attribution})
        for check, own in zip(facts.checks, made.facts.checks, strict=True)
    ]
    article = type(facts.article)(**{**fields(facts.article), "text": made.facts.article.text})
    return type(spoilt)(
        **{
            **fields(spoilt),
            "facts": type(facts)(**{**fields(facts), "checks": tuple(checks), "article": article}),
        }
    )


def fields(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def test_arrays_and_lines_of_reports_are_read_too(tmp_path: Path) -> None:
    tree = finished(report()).tree
    path = tmp_path / "two.json"
    for text in (json_of([tree, tree]), render_json_line(tree) * 2):
        path.write_text(text, encoding="utf-8")
        assert [json_of(told.tree) for told in read_file(path)] == [json_of(tree)] * 2


def spoil(where: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(tree: dict[str, Any]) -> None:
        *path, last = [int(step) if step.isdigit() else step for step in where.split("/")]
        node: Any = tree
        for step in path:
            node = node[step]
        node[last] = value

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (spoil("schema", "urn:other"), "not a report of citeaudit"),
        (spoil("when", 7), "at when"),
        (spoil("extra", 7), "at its top"),
        (spoil("attributions/0/verdict", "false"), "at attributions/0/verdict"),
        (spoil("attributions/0/parts/0/cautions", ["new"]), "at attributions/0/parts/0/cautions/0"),
        (spoil("attributions/0/parts/0/score", 2), "at attributions/0/parts/0/score"),
        (spoil("findings/0/rule", "x\x1b[31m"), "at findings/0/rule"),
        (spoil("findings/0/rule", "x\n"), "at findings/0/rule"),
        (spoil("article/lines/0/line", 10**12), "at article/lines/0/line"),
        (spoil("attributions/1/id", "a1"), "have one id"),
        (spoil("findings/0/attribution_id", "a99"), "names an attribution"),
        (spoil("findings/0/source_id", "s99"), "names a source"),
        (spoil("attributions/0/paired_with", ["s99"]), "names a source"),
        (spoil("article/text", "Other words."), "is not in its article"),
        (spoil("attributions/0/contents/0/end", 10**6), "is not in its article"),
        (spoil("article/blocks/0/end", 400), "overlap"),
        (spoil("article/lines/1/start", 0), "in disorder"),
    ],
)
def test_what_is_no_report_is_refused_in_one_line(
    change: Callable[[dict[str, Any]], None], said: str
) -> None:
    tree = copy.deepcopy(dict(finished(report()).tree))
    change(tree)
    with pytest.raises(ReadError) as refused:
        read_reports(json.dumps(tree).encode(), "report.json")
    assert said in str(refused.value)
    assert str(refused.value).startswith("report.json: ")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"{",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"9" * 10_000,
        b'{"schema": NaN}',
        b'{"schema": "urn:citeaudit:schema:report:1"}',
        b"{}\n{}",
        b"%PDF-1.4",
    ],
)
def test_bytes_that_are_no_report_are_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(ReadError) as refused:
        read_reports(data, "x.json")
    assert "\n" not in str(refused.value)


def test_a_missing_report_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"none\.json cannot be read"):
        read_file(tmp_path / "none.json")


@given(st.data())
def test_every_offset_keeps_its_line_and_column(data: st.DataObject) -> None:
    gaps = data.draw(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=6))
    anchors, text_at, file_at = [(0, 0)], 0, 0
    for text_gap, file_gap in gaps:
        text_at, file_at = text_at + text_gap + 1, file_at + file_gap + 1
        anchors.append((text_at, file_at))
    starts = sorted({0, *data.draw(st.lists(st.integers(0, file_at + 12), max_size=8))})
    lead = data.draw(st.integers(0, 1))
    origin = Origin(tuple(anchors), tuple(starts), lead)
    length = text_at + data.draw(st.integers(0, 9))
    again = origin_of(steps_of(origin, length))
    places = range(length + 1)
    assert [(again.line(at), again.column(at)) for at in places] == [
        (origin.line(at), origin.column(at)) for at in places
    ]
