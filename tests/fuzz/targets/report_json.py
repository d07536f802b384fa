"""A report.json from anybody → every format: refused with one line, or shown.

A line that begins with '/' puts a value into a sound report: the steps to its place, a '=', and JSON. Other input
is the file itself.
"""

import copy
import json
from typing import Any

from audit.errors import ReadError
from audit.report.build.github import render_github, render_summary
from audit.report.build.junit import render_junit
from audit.report.build.sarif import render_sarif
from audit.report.csv import render_csv
from audit.report.html import render_html
from audit.report.index.listed import listed
from audit.report.json.read_back import finished, read_reports
from audit.report.json.tree import json_of, render_json_line
from audit.report.markdown import render_markdown
from audit.report.screen.lines import render_lines
from audit.report.screen.terminal import render_terminal
from tests.report.sample import report

_TREE = json.loads(json_of(finished(report()).tree))
WORDS = (
    *("/sources/0/", "/attributions/0/", "/attributions/1/parts/0/", "/article/", "/findings/0/", "/archives/0/"),
    *("/article/blocks=", "/article/lines=", "/article/text=", "/article/links=", "/repeat=", "/when="),
    *("start=", "end=", "line=", "url=", "diff=", "places=", "selector=", "contents=", "hops=", "provenance="),
    *("1e400", "-1", "1e18", "0.5", "null", "[]", "{}", '""', "true", "\\ud800", "\\u0000", '"citeaudit"'),
    *('{"schema":"urn:citeaudit:schema:report:1"}', "[[[[", "NaN", '"--offline"', '"2026-01-31"'),
)  # fmt: skip
RUNS = 40


def run(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    if text.startswith("/"):
        tree = copy.deepcopy(_TREE)
        for line in text.split("\n"):
            _put(tree, line)
        try:
            data = json.dumps(tree).encode()
        except ValueError:
            return
    try:
        found = read_reports(data, "report.json")
    except ReadError:
        return
    reports = [read.report for read in found]
    for done in found:
        json_of(done.tree)
        render_json_line(done.tree)
        render_markdown(done.report)
        render_lines([listed(done.report)])
        render_terminal(done.report, color=True, width=80)
    render_html(reports)
    render_sarif(reports, [])
    render_junit(reports)
    render_github(reports)
    render_summary(reports)
    render_csv(reports)


def _put(tree: Any, line: str) -> None:
    steps, _, value = line.partition("=")
    *path, last = steps.lstrip("/").split("/")
    try:
        for step in path:
            tree = tree[int(step) if isinstance(tree, list) else step]
        key = int(last) if isinstance(tree, list) else last
        tree[key]
        tree[key] = json.loads(value)
    except (IndexError, KeyError, TypeError, ValueError, RecursionError):
        return
