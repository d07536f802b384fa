"""From a report to files and screens: one escaping module, several formats.

``audit.report.terminal`` is imported by its own name: it alone loads a library.
"""

from audit.report.index import Audited, Failed, render_index
from audit.report.json import render_json
from audit.report.lines import render_lines
from audit.report.markdown import render_markdown
from audit.report.write import write_reports

__all__ = [
    "Audited",
    "Failed",
    "render_index",
    "render_json",
    "render_lines",
    "render_markdown",
    "write_reports",
]
