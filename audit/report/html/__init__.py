"""The report for a browser: the article, its quotations marked, the evidence beside it.

jinja2 is slow to import: import this module where HTML is wanted.
"""

from audit.report.html.page import render_html

__all__ = ["render_html"]
