"""The day of an audit: the one that was given, else that of the newest page, never the clock's."""

import json
from dataclasses import replace

import pytest

from audit.report.in_words.day import day
from audit.report.json.read_back import finished, read_reports
from audit.report.json.tree import json_of
from audit.report.markdown import render_markdown
from tests.report.sample import report


@pytest.mark.parametrize(
    ("today", "when", "expected"),
    [
        (None, "2025-03-03T08:00:00Z", "2025-03-03"),
        ("2026-11-29", "2025-03-03T08:00:00Z", "2026-11-29"),
        ("2026-11-29", None, "2026-11-29"),
        (None, None, None),
    ],
)
def test_the_day_of_an_audit_is_kept_and_shown(
    today: str | None, when: str | None, expected: str | None
) -> None:
    audited = replace(report(), today=today, when=when)
    [back] = read_reports(json_of(finished(audited).tree).encode(), "report.json")
    assert day(audited) == day(back.report) == expected
    assert f"Audited {expected or 'without a page from the web'}" in render_markdown(audited)


def test_a_report_of_earlier_days_is_read_without_what_came_later() -> None:
    tree = json.loads(json_of(finished(report()).tree))
    del tree["today"]
    for name in ("with_figures", "figures_compared", "figures_found", "not_compared"):
        del tree["counts"][name]
    for attribution in tree["attributions"]:
        del attribution["facts"]
    [back] = read_reports(json_of(tree).encode(), "report.json")
    assert back.report.today is None
    assert not any(check.attribution.facts for check in back.report.facts.checks)
