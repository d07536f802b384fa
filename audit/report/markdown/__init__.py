"""``report.md``, the main product: for an editor on deadline, on GitHub or in a plain text editor."""

from audit.report.markdown.page import render_markdown

__all__ = ["render_markdown"]
