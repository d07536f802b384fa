"""Rendering and reading back take time in proportion to the report, on hostile words too."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from audit.cli.outputs import OUTPUTS, Output
from audit.model import Report
from audit.report.json import json_of
from audit.report.read_back import finished, read_reports
from audit.report.terminal import render_terminal
from tests.report.poison import poisoned
from tests.report.sample import report

UNITS = [
    "<!--",
    "```",
    "[a](",
    "*_",
    "\\",
    "::",
    "##[",
    "&amp;",
    "“‘",
    "\n\n",
    "=1+",
    "\u202e",
    "a ",
]


def as_text(output: Output) -> Callable[[Report], object]:
    return lambda made: output.render([finished(made)])


RENDERERS = {
    **{output.name: as_text(output) for output in OUTPUTS},
    "on a terminal": lambda made: render_terminal(made, color=True, width=80),
}


def with_words(unit: str, length: int) -> Report:
    """A report in which every text has so many characters more."""
    return poisoned(report(), lambda text: text + (unit * length)[:length])


def with_checks(times: int) -> Report:
    """A report with so many times its attributions and findings."""
    made = report()
    facts = made.facts
    checks = tuple(
        replace(
            check, attribution=replace(check.attribution, id=f"{check.attribution.id}-{number}")
        )
        for number in range(times)
        for check in facts.checks
    )
    findings = tuple(
        replace(
            finding,
            attribution_id=finding.attribution_id and f"{finding.attribution_id}-{number}",
        )
        for number in range(times)
        for finding in made.findings
    )
    return replace(made, facts=replace(facts, checks=checks), findings=findings)


def spent(run: Callable[[], object]) -> float:
    """CPU seconds, the better of two runs."""
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return best


def is_linear(run: Callable[[Report], object], small: Report, large: Report) -> bool:
    """Whether eight times the report takes less than thrice that; 64 times it would be quadratic."""
    run(small)
    return spent(lambda: run(large)) < 24 * spent(lambda: run(small)) + 0.1


@pytest.mark.parametrize("unit", UNITS)
def test_long_words_take_linear_time(unit: str) -> None:
    small, large = with_words(unit, 100), with_words(unit, 800)
    for name, render in RENDERERS.items():
        assert is_linear(render, small, large), name


@pytest.mark.parametrize("name", RENDERERS)
def test_many_attributions_take_linear_time(name: str) -> None:
    assert is_linear(RENDERERS[name], with_checks(8), with_checks(64))


def test_reading_back_takes_linear_time() -> None:
    def read(made: Report) -> object:
        return read_reports(json_of(finished(made).tree).encode(), "it")

    assert is_linear(read, with_checks(8), with_checks(64))
