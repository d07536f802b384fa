"""From a report to files and screens: one escaping module, several formats.

``audit.report.screen.terminal`` and ``audit.report.html`` are imported by their own names: they alone load
a library.
"""

from audit.report.build.github import SUMMARY_BYTES, render_github, render_summary
from audit.report.build.junit import render_junit
from audit.report.build.sarif import RuleText, render_sarif
from audit.report.csv import render_csv
from audit.report.index import Audited, Failed, render_index
from audit.report.json.tree import json_of, render_json, render_json_line
from audit.report.markdown import render_markdown
from audit.report.screen.lines import render_lines
from audit.report.write import write_reports

__all__ = [
    "SUMMARY_BYTES",
    "Audited",
    "Failed",
    "RuleText",
    "json_of",
    "render_csv",
    "render_github",
    "render_index",
    "render_json",
    "render_json_line",
    "render_junit",
    "render_lines",
    "render_markdown",
    "render_sarif",
    "render_summary",
    "write_reports",
]
